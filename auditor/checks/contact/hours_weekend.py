"""On which days of the weekend can customer service be reached?"""

from __future__ import annotations

from auditor.checks.base import Pages, check
from auditor.checks.contact._hours import find_facts
from auditor.lexicon import Lexicon
from auditor.models import Answer, EvidenceRef, Observed


@check(
    question="On which days of the weekend can customer service be reached?",
    reads=("contact", "help", "faq", "home", "imprint", "looked"),
    fooled_by="mail that is only read on weekends, stated among the hours of the phone",
)
def observe(pages: Pages, lexicon: Lexicon) -> Answer:
    """The days of the weekend with stated hours, of whichever channel.

    Value: some of saturday and sunday; none of them where hours are stated without a weekend.
    Absent: no hours are stated, see `service_hours_listed`.
    Why Saturday and Sunday everywhere: figures to compare with count these two.
    """
    found = find_facts(pages, lexicon)
    if not isinstance(found, tuple):
        return found
    days: dict[str, tuple[EvidenceRef, ...]] = {}
    for facts, hours in found:
        for day, is_open in (("saturday", facts.saturday), ("sunday", facts.sunday)):
            if is_open:
                days.setdefault(day, hours.evidence)
    evidence = tuple(dict.fromkeys(ref for refs in days.values() for ref in refs))
    value = tuple(day for day in ("saturday", "sunday") if day in days)
    return Observed(value=value, evidence=evidence or found[0][1].evidence, because=found[0][1].because)
