"""How long do the shop's own pages take from the cart to the last state before the order?"""

from __future__ import annotations

from auditor.checks.base import Pages, check
from auditor.checks.checkout._counted import READS, counted
from auditor.lexicon import Lexicon
from auditor.models import Answer


@check(
    question="How many seconds does the machinery take from the cart to the last state before the order?",
    reads=READS,
    unit="seconds",
    fooled_by="a slow line or a busy machine of ours",
)
def observe(pages: Pages, _lexicon: Lexicon) -> Answer:
    """Machine time between cart and last state, without the shopper's pauses; see docs/counting.md.

    Value: seconds.
    Absent: no checkout, or no cart, was found in any place where it belongs.
    Why not a person's time: nobody types here, and the pauses of the shopper are ours.
    """
    return counted(pages, pages.counts.machine_seconds, "seconds", "machine time, without anybody's typing")
