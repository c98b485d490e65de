"""How many clicks does it take from the cart to the last state before the order?"""

from __future__ import annotations

from auditor.checks.base import Pages, check
from auditor.checks.checkout._counted import READS, counted
from auditor.counting import checkout_clicks
from auditor.lexicon import Lexicon
from auditor.models import Answer


@check(
    question="How many clicks does it take from the cart to the last state before the order?",
    reads=READS,
    unit="clicks",
    fooled_by="clicks of ours that a customer who knows the shop would not need",
)
def observe(pages: Pages, _lexicon: Lexicon) -> Answer:
    """Presses, choices and ticks that are needed, by the rules of docs/counting.md.

    Value: clicks, the one that places the order not included.
    Absent: no checkout, or no cart, was found in any place where it belongs.
    Why choosing and ticking count: a customer has to do them; the older count of mere page turns stands
    beside ours as `etailing_clicks`.
    """
    pressed = [a.target for a in checkout_clicks(pages.visits) if a.target]
    because = "; ".join(pressed) if len(pressed) == pages.counts.clicks else ""
    return counted(pages, pages.counts.clicks, "clicks", because)
