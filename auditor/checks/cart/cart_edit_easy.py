"""Can the quantity be changed and a product be removed in the cart, with the total following?"""

from __future__ import annotations

from auditor.checks._walked import not_walked
from auditor.checks.base import Page, Pages, check
from auditor.lexicon import Lexicon, fold
from auditor.models import Absent, Answer, EvidenceRef, NotObserved, Observed


@check(
    question="Do changing the quantity and removing a product work in the cart, with the total following?",
    reads=("cart", "cart_edited", "cart_removed"),
    unit="yes_no",
    fooled_by="a total that only follows after the page is loaded again",
)
def observe(pages: Pages, _lexicon: Lexicon) -> Answer:
    """Whether the cart could be corrected: another quantity, a total that follows, and removal.

    Value: yes when all of it worked; no when it had no effect, or the total did not follow.
    Absent: the cart offers no way to change the quantity, or none to remove the product.
    Why an unclear try says nothing: the miss may be ours.
    """
    cart, edited, removed = pages.of("cart"), pages.of("cart_edited"), pages.of("cart_removed")
    if not cart and not edited:
        return not_walked(pages, "cart")
    for outcome, what in (("cart_edit", "change the quantity"), ("cart_remove", "remove the product")):
        if pages.outcomes.get(outcome) == "not_found" and cart:
            because = f"the cart has no way to {what}"
            return Absent(evidence=tuple(page.ref() for page in cart), because=because)
    if not edited:
        return not_walked(pages, "cart", "cart_edit")
    if not removed:
        return not_walked(pages, "cart", "cart_remove")
    return _judge(pages, edited[0], removed[0])


def _judge(pages: Pages, edited: Page, removed: Page) -> Answer:
    refs = (_total_ref(edited), removed.ref())
    for page, outcome, what in (
        (edited, "cart_edit", "changing the quantity"),
        (removed, "cart_remove", "removing the product"),
    ):
        if not page.facts.get("worked"):
            code = pages.outcomes.get(outcome, "reached")
            if code == "reached":
                return Observed(value=False, evidence=refs, because=f"{what} had no effect")
            return NotObserved(code=code, because=f"{what} was not seen to work", evidence=refs)
    follows = _total_follows(edited)
    if follows is None:
        return NotObserved(code="ambiguous", because="the totals could not be read", evidence=refs)
    before, after = edited.facts.get("total_before"), edited.facts.get("total_after")
    return Observed(value=follows, evidence=refs, because=f"total before {before}, after {after}")


def _total_follows(edited: Page) -> bool | None:
    """Whether the total after the change is another one; None where one of the two was not read."""
    before, after = edited.facts.get("total_before"), edited.facts.get("total_after")
    if before in (None, "") or after in (None, ""):
        return None
    return fold(str(before)) != fold(str(after))


def _total_ref(edited: Page) -> EvidenceRef:
    """The line of the page that shows the new total, else the page."""
    total = str(edited.facts.get("total_after") or "")
    line = next((b for b in edited.blocks() if total and total in b.text), None)
    return edited.ref(line)
