"""Does the shop say when its customer service can be reached?"""

from __future__ import annotations

from auditor.checks.base import Pages, check
from auditor.checks.contact._hours import find_hours
from auditor.lexicon import Lexicon
from auditor.models import Answer, Observed


@check(
    question="Does the shop say when its customer service can be reached?",
    reads=("contact", "help", "faq", "home", "imprint", "looked"),
    unit="opening_hours",
    fooled_by="hours of a store that do not say that they are a store's; hours in a picture",
)
def observe(pages: Pages, lexicon: Lexicon) -> Answer:
    """The stated hours of service, phone, chat or mail, in this order.

    Value: an OSM opening_hours string; None where hours are stated but cannot be read for certain.
    Absent: home, contact, help, FAQ and imprint were read, as far as the shop has them.
    Why not the hours in structured data: a customer does not see them.
    """
    found = find_hours(pages, lexicon)
    if not isinstance(found, tuple):
        return found
    plainest = found[0]
    return Observed(value=plainest.value, evidence=plainest.evidence, because=plainest.because)
