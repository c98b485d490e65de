"""How many hours a week can customer service be reached?"""

from __future__ import annotations

from auditor.checks.base import Pages, check
from auditor.checks.contact._hours import find_facts
from auditor.lexicon import Lexicon
from auditor.models import Answer, Observed


@check(
    question="How many hours a week can customer service be reached?",
    reads=("contact", "help", "faq", "home", "imprint", "looked"),
    unit="hours_per_week",
    fooled_by="hours of a store that do not say that they are a store's; hours in a picture",
)
def observe(pages: Pages, lexicon: Lexicon) -> Answer:
    """The sum of the stated hours over a week without public holidays, of the channel that is named first
    in `service_hours_listed`.

    Value: hours, 0 to 168. Absent: no hours are stated, see `service_hours_listed`.
    Why no value where hours cannot be read for certain: half a week would be a wrong week.
    """
    found = find_facts(pages, lexicon)
    if not isinstance(found, tuple):
        return found
    facts, hours = found[0]
    return Observed(value=facts.per_week, evidence=hours.evidence, because=hours.because)
