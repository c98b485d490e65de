"""Can customer service be reached after working hours?"""

from __future__ import annotations

from auditor.checks.base import Pages, check
from auditor.checks.contact._hours import known_hours
from auditor.lexicon import Lexicon
from auditor.models import Answer, Observed
from auditor.reading.hours import hours_facts


@check(
    question="Can customer service be reached after 17:00 on a weekday?",
    reads=("contact", "help", "faq", "home", "imprint", "looked"),
    unit="yes_no",
    fooled_by="hours stated in another time zone than the customer's",
)
def observe(pages: Pages, lexicon: Lexicon) -> Answer:
    """Whether service is open at least half an hour after 17:00, local time, on some weekday.

    Value: yes or no. Absent: no hours are stated, see `service_hours_listed`.
    Why 17:00: more than half of all orders come in the evening and on days off, when office hours end.
    """
    found = known_hours(pages, lexicon)
    if not isinstance(found, tuple):
        return found
    value, hours = found
    return Observed(
        value=hours_facts(value, pages.shop.country).evening, evidence=hours.evidence, because=value
    )
