"""How many days does a customer have to send goods back?"""

from __future__ import annotations

from auditor.checks.base import Pages, check
from auditor.checks.returns._policy import not_stated, read_policies
from auditor.lexicon import Lexicon
from auditor.models import Answer, Observed
from auditor.reading.base import Reading
from auditor.reading.policies import ReturnsReading


@check(
    question="How many days does a customer have to send goods back?",
    reads=("returns_policy", "faq", "help", "shipping_policy", "terms", "home", "looked"),
    unit="days",
    fooled_by="a longer period for members or for one season, worded as if it were for everybody",
)
def observe(pages: Pages, lexicon: Lexicon) -> Answer:
    """The longest period that an ordinary customer is promised.

    Value: calendar days, 0 where the shop takes nothing back. Absent: every page on returns was read
    and none names a period.
    Why the longest of all pages: shops print the legal minimum on one page and their own longer promise
    on another. Why not observed where text and structured data differ: a customer may be held to either.
    """
    read = read_policies(pages, lexicon)
    found = [
        (reading.value, page.ref(reading.quote))
        for page, policy in read
        if isinstance((reading := policy.window_days).value, int)
    ]
    if not found:
        return not_stated(pages, lexicon, read, _window, "no period to send goods back is named")
    days, place = max(found, key=lambda pair: pair[0])
    return Observed(value=days, evidence=(place,))


def _window(policy: ReturnsReading) -> Reading:
    return policy.window_days
