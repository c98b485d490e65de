"""How many screens are there from the cart to the last state before the order?"""

from __future__ import annotations

from auditor.checks.base import Pages, check
from auditor.checks.checkout._counted import READS, counted
from auditor.lexicon import Lexicon
from auditor.models import Answer


@check(
    question="How many screens does a new customer pass from the cart to the last state before the order?",
    reads=READS,
    unit="count",
    fooled_by="a shop that shows returning visitors fewer screens; sections that open by themselves",
)
def observe(pages: Pages, _lexicon: Lexicon) -> Answer:
    """Distinct states that a customer has to complete, by the rules of docs/counting.md.

    Value: screens, the cart and the last state before the order included, the order itself not.
    Absent: no checkout, or no cart, was found in any place where it belongs.
    Why not the shop's own list of steps: it leaves out the cart and screens that are in the way.
    """
    declared = pages.counts.steps_declared
    because = f"the shop itself names {declared} steps" if declared else ""
    return counted(pages, pages.counts.screens, "screens", because)
