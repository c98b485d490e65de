"""Can customer service be reached after working hours?"""

from __future__ import annotations

from auditor.checks.base import Pages, check
from auditor.checks.contact._hours import find_facts
from auditor.lexicon import Lexicon
from auditor.models import Answer, Observed


@check(
    question="Can customer service be reached after 17:00 on a weekday?",
    reads=("contact", "help", "faq", "home", "imprint", "looked"),
    unit="yes_no",
    fooled_by="hours stated in another time zone than the customer's",
)
def observe(pages: Pages, lexicon: Lexicon) -> Answer:
    """Whether service is open at least half an hour after 17:00, local time, on some weekday, by
    whichever channel.

    Value: yes or no. Absent: no hours are stated, see `service_hours_listed`.
    Why 17:00: more than half of all orders come in the evening and on days off, when office hours end.
    """
    found = find_facts(pages, lexicon)
    if not isinstance(found, tuple):
        return found
    late = next((hours for facts, hours in found if facts.evening), None)
    hours = late or found[0][1]
    return Observed(value=late is not None, evidence=hours.evidence, because=hours.because)
