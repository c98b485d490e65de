"""Can a product be kept for later from the cart?"""

from __future__ import annotations

from auditor.checks._walked import absent, body_controls, not_walked, words_of
from auditor.checks.base import Page, Pages, check
from auditor.lexicon import Lexicon
from auditor.models import Answer, Observed
from auditor.pages.products import names_product
from auditor.snapshot import Control

_ACTING = ("button", "link", "generic", "checkbox", "switch")


@check(
    question="Can a product be moved from the cart to a saved list or wish list?",
    reads=("cart", "cart_edited"),
    unit="yes_no",
    fooled_by="a way that only shows after a menu of the cart's line is opened",
)
def observe(pages: Pages, lexicon: Lexicon) -> Answer:
    """Whether the cart offers to save a product for later, on a list or a wish list.

    Value: yes. Absent: no cart that was kept offers it.
    Why a wish list in the page's head, or on the cards of other products, does not count: neither moves
    what lies in the cart.
    """
    carts = pages.of("cart", "cart_edited")
    if not carts:
        return not_walked(pages, "cart")
    for page in carts:
        control = _saver(page, lexicon)
        if control:
            return Observed(value=True, evidence=(page.ref(control),))
    return absent(carts, because="the cart offers no way to save a product for later")


def _saver(page: Page, lexicon: Lexicon) -> Control | None:
    words = words_of(page, lexicon)
    controls = [c for c in body_controls(page) if c.role in _ACTING]
    rows = [c.row for c in controls if words.score("remove_item", c.name) >= 0.8]
    for control in controls:
        if words.score("save_for_later", control.name) >= 0.8 and not _on_other_card(control, page, rows):
            return control
        if _is_wish_list(control, words) and _is_in_line(control, page, rows):
            return control
    return None


def _is_wish_list(control: Control, words: Lexicon) -> bool:
    said = max(words.score("wish_list", t) for t in (control.name, control.title))
    return said >= 0.6 or bool(words.intents["wish_list"].token_score(control.tokens))


def _is_in_line(control: Control, page: Page, rows: list[str]) -> bool:
    """True when the control stands on the line of a product in the cart."""
    title = str(page.facts.get("title") or "")
    if title and names_product(control.row, title):
        return True
    return bool(control.row) and control.row in rows


def _on_other_card(control: Control, page: Page, rows: list[str]) -> bool:
    """True when the control stands on the card of a product that is not in the cart."""
    return control.price_near and not _is_in_line(control, page, rows) and bool(page.facts.get("title"))
