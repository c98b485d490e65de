"""How many days does a customer have to send goods back?"""

from __future__ import annotations

from auditor.checks.base import Pages, check
from auditor.checks.returns._policy import JOINED, not_stated, read_policies
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
    policies = read_policies(pages, lexicon)
    clash = next((policy for policy in policies if _is_clash(policy.says.window_days)), None)
    found = [(policy.says.window_days, policy) for policy in policies]
    days = [(r.value, policy.refs(r)) for r, policy in found if isinstance(r.value, int)]
    if not days or clash is not None:
        return not_stated(pages, lexicon, policies, _window, "no period to send goods back is named")
    longest, evidence = max(days, key=lambda pair: pair[0])
    return Observed(value=longest, evidence=evidence)


def _window(policy: ReturnsReading) -> Reading:
    return policy.window_days


def _is_clash(reading: Reading) -> bool:
    """True where text and data, or two sentences, say different things."""
    return reading.value is None and JOINED in reading.quote
