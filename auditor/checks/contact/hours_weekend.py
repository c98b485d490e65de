"""On which days of the weekend can customer service be reached?"""

from __future__ import annotations

from auditor.checks.base import Pages, check
from auditor.checks.contact._hours import known_hours
from auditor.lexicon import Lexicon
from auditor.models import Answer, Observed
from auditor.reading.hours import hours_facts


@check(
    question="On which days of the weekend can customer service be reached?",
    reads=("contact", "help", "faq", "home", "imprint", "looked"),
    fooled_by="mail that is only read on weekends, stated among the hours of the phone",
)
def observe(pages: Pages, lexicon: Lexicon) -> Answer:
    """The days of the weekend with stated hours.

    Value: some of saturday and sunday; none of them where hours are stated without a weekend.
    Absent: no hours are stated, see `service_hours_listed`.
    Why Saturday and Sunday everywhere: figures to compare with count these two.
    """
    found = known_hours(pages, lexicon)
    if not isinstance(found, tuple):
        return found
    value, hours = found
    facts = hours_facts(value, pages.shop.country)
    days = tuple(day for day, is_open in (("saturday", facts.saturday), ("sunday", facts.sunday)) if is_open)
    return Observed(value=days, evidence=hours.evidence, because=value)
