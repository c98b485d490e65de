"""The cart: where it is, what lies in it, what it costs."""

from __future__ import annotations

import re
from dataclasses import replace

from auditor.lexicon import Lexicon, fold
from auditor.models import Candidate, Choice, Reason
from auditor.pages.prices import PRICE
from auditor.pages.products import choose_add_to_cart, is_product_page, names_product
from auditor.pages.ranking import choose, rank
from auditor.snapshot import Control, Snapshot

_NUMBER = re.compile(r"(?<![\d.,:])(\d{1,3})(?![\d.,:]*\d)")
"""A count; parts of amounts and of a clock that runs down are none."""


def choose_cart_link(snapshot: Snapshot, lexicon: Lexicon) -> Choice | None:
    """The way to the cart: in a drawer or message first, then in the page's head."""

    def adjust(control: Control) -> tuple[Reason, ...]:
        reasons = []
        if lexicon.score("checkout", control.name) >= 0.8:
            reasons.append(Reason(feature="checkout_words", points=-6))
        if control.submits and lexicon.score("add_to_cart", control.name) > 0.5:
            reasons.append(Reason(feature="adds", points=-20))
        if lexicon.score("remove_item", control.name) > 0.5 or (
            lexicon.intents["remove_item"].token_score(control.tokens)
            and lexicon.score("view_cart", control.name) < 0.6
        ):
            reasons.append(Reason(feature="removes", points=-20))
        if (
            lexicon.intents["close"].token_score(control.tokens)
            and lexicon.score("view_cart", control.name) < 0.5
        ):
            reasons.append(Reason(feature="closes", points=-20))
        return tuple(reasons)

    return choose(snapshot, "view_cart", lexicon, adjust=adjust)


def hidden_cart_link(snapshot: Snapshot, lexicon: Lexicon) -> str:
    """The address of a cart link that is folded away (a closed menu), or an empty string."""
    ranked = rank(
        snapshot, "view_cart", lexicon, among=[replace(c, visible=True) for c in snapshot.controls if c.href]
    )
    return next((snapshot.controls[c.i].href for c in ranked if c.score >= 4.5), "")


def choose_update(snapshot: Snapshot, lexicon: Lexicon) -> Choice | None:
    """The control that recalculates the cart: by its words, else the one button of the quantity's form."""
    by_words = choose(snapshot, "update_cart", lexicon)
    if by_words is not None:
        return by_words
    body = [c for c in snapshot.controls if c.landmark not in ("header", "footer", "nav")]
    field = choose(snapshot, "quantity", lexicon, among=body)
    form = snapshot.controls[field.best.i].form if field else -1
    buttons = [
        c
        for c in body
        if form >= 0
        and c.form == form
        and c.submits
        and c.visible
        and not any(
            lexicon.score(i, c.name) >= 0.5
            for i in ("checkout", "remove_item", "place_order", "coupon", "continue")
        )
    ]
    if len(buttons) != 1:
        return None
    reason = Reason(feature="only_submit", points=5, because="the only button of the quantity's form")
    return Choice(
        intent="update_cart",
        best=Candidate(i=buttons[0].i, score=5, words=buttons[0].words, reasons=(reason,)),
    )


def cart_count(snapshot: Snapshot, lexicon: Lexicon) -> int | None:
    """The number of items that the page's cart control shows, or None when it shows none."""
    for candidate in rank(snapshot, "view_cart", lexicon)[:4]:
        control = snapshot.controls[candidate.i]
        if candidate.score < 5 or control.landmark == "footer":
            continue
        words = PRICE.sub(" ", f"{control.name} {control.text}")
        found = _NUMBER.search(words)
        if found:
            return int(found.group(1))
        beside = _number_beside(control, snapshot)
        if beside is not None:
            return beside
    return None


def _number_beside(control: Control, snapshot: Snapshot) -> int | None:
    """A bare number that stands right beside the cart's control: a badge that is no part of the link."""
    if control.box is None:
        return None
    x, y = control.box.x + control.box.w / 2, control.box.y + control.box.h / 2
    for block in snapshot.blocks:
        found = re.fullmatch(r"\(?(\d{1,3})\)?", block.text)
        if found and block.visible and block.box is not None:
            across = abs(block.box.x + block.box.w / 2 - x)
            down = abs(block.box.y + block.box.h / 2 - y)
            if across < control.box.w / 2 + 40 and down < control.box.h / 2 + 20:
                return int(found.group(1))
    return None


def cart_body(snapshot: Snapshot, title: str) -> list[Control]:
    """The controls of the cart: of the drawer that lists the product, else of the page's body."""
    for dialog in snapshot.dialogs:
        if any(b.dialog == dialog.i and b.visible and names_product(b.text, title) for b in snapshot.blocks):
            return [c for c in snapshot.controls if c.dialog == dialog.i]
    return [c for c in snapshot.controls if c.landmark not in ("header", "footer", "nav")]


def lists_product(snapshot: Snapshot, title: str, *, dialog: bool | None = None) -> bool:
    """True when the product's title is shown outside the page's head and foot.

    dialog: look only inside (True) or outside (False) of what lies over the page.
    """
    for block in snapshot.blocks:
        if not block.visible or block.landmark in ("footer", "nav"):
            continue
        if dialog is not None and (block.dialog >= 0) != dialog:
            continue
        if names_product(block.text, title):
            return True
    return False


def is_empty(snapshot: Snapshot, lexicon: Lexicon) -> bool:
    """True when the page says that nothing is in the cart."""
    return any(
        lexicon.matches("cart_empty", b.text)
        for b in snapshot.blocks
        if b.visible and len(b.text) < 200 and b.landmark not in ("footer", "nav", "header")
    )


def is_cart(snapshot: Snapshot, lexicon: Lexicon, title: str) -> bool:
    """True when this state is the cart with the product in it: title, and two signs of a cart."""
    if not lists_product(snapshot, title) or is_empty(snapshot, lexicon):
        return False
    if _sells_it_still(snapshot, lexicon) and not lists_product(snapshot, title, dialog=True):
        return False
    return cart_signs(snapshot, lexicon) >= 2


def _sells_it_still(snapshot: Snapshot, lexicon: Lexicon) -> bool:
    """True on a product's own page, which shows its title and a message about the cart after adding."""
    if any(lexicon.score("view_cart", h.text) > 0.5 for h in snapshot.headings if h.dialog < 0):
        return False  # it calls itself the cart; "Buy" is the way on there
    if not is_product_page(snapshot, lexicon):
        return False
    button = choose_add_to_cart(snapshot, lexicon)
    return button is not None and button.best.score >= 9 and snapshot.controls[button.best.i].dialog < 0


def cart_signs(snapshot: Snapshot, lexicon: Lexicon) -> int:
    """How many of these are there: heading for the cart, quantity, removal, total, way to the checkout."""
    heading = any(lexicon.score("view_cart", h.text) > 0.5 for h in snapshot.headings) or (
        lexicon.intents["view_cart"].token_score(_path_words(snapshot.url)) > 0
    )
    total = any(
        lexicon.matches("order_total", b.text) for b in snapshot.blocks if b.visible and len(b.text) < 120
    )
    body = [c for c in snapshot.controls if c.landmark not in ("footer", "nav")]
    has = [
        heading,
        total,
        choose(snapshot, "quantity", lexicon, among=body) is not None
        or choose(snapshot, "increase", lexicon, among=body) is not None,
        choose(snapshot, "remove_item", lexicon, among=body) is not None,
        choose_checkout(snapshot, lexicon) is not None,
    ]
    return sum(bool(sign) for sign in has)


def choose_checkout(snapshot: Snapshot, lexicon: Lexicon) -> Choice | None:
    """The way from the cart into the checkout; express and wallet buttons are none."""

    def adjust(control: Control) -> tuple[Reason, ...]:
        reasons = []
        if lexicon.score("express_payment", control.name) >= 0.6 or lexicon.intents[
            "express_payment"
        ].token_score(control.tokens):
            reasons.append(Reason(feature="express", points=-30, because="pays at once"))
        if lexicon.score("view_cart", control.name) >= 0.8:
            reasons.append(Reason(feature="cart_words", points=-5))
        if (
            control.href
            and not control.submits
            and lexicon.intents["checkout"].token_score(_path_words(control.href))
        ):
            reasons.append(Reason(feature="leads_to_checkout", points=1.5))
        return tuple(reasons)

    return choose(snapshot, "checkout", lexicon, adjust=adjust)


def choose_remove(snapshot: Snapshot, lexicon: Lexicon, title: str) -> Choice | None:
    """The control that takes the product out again: the one in its row, not one that closes a message."""

    def adjust(control: Control) -> tuple[Reason, ...]:
        reasons = []
        if names_product(control.row, title):
            reasons.append(Reason(feature="in_its_row", points=3))
        if re.search(
            r"\b(alert|message|messages|notification|toast|modal|filter|coupon)\b",
            f"{control.tokens} {control.around}",
        ):
            reasons.append(Reason(feature="closes_a_message", points=-6))
        if lexicon.score("empty_cart", control.name) >= 0.8:
            reasons.append(Reason(feature="empties_all", points=-1))
        return tuple(reasons)

    body = cart_body(snapshot, title)
    return choose(snapshot, "remove_item", lexicon, among=body, adjust=adjust) or choose(
        snapshot, "empty_cart", lexicon, among=body
    )


def totals(snapshot: Snapshot, lexicon: Lexicon) -> tuple[str, ...]:
    """The amounts that stand beside words for a total, in reading order, as the page writes them.

    Example: ("€12.50", "€17.40").
    """
    found: list[str] = []
    visible = [b for b in snapshot.blocks if b.visible and b.landmark not in ("footer", "nav")]
    for n, block in enumerate(visible):
        if len(block.text) > 160 or not lexicon.matches("order_total", block.text):
            continue
        for near in (block, *visible[n + 1 : n + 3]):
            found += [price.group().strip() for price in PRICE.finditer(near.text)]
    return tuple(found)


def amounts(snapshot: Snapshot) -> tuple[str, ...]:
    """Every amount shown outside head and foot, in reading order: changes when the cart changes."""
    return tuple(
        p.group().strip()
        for b in snapshot.blocks
        if b.visible and b.landmark not in ("footer", "nav", "header")
        for p in PRICE.finditer(b.text[:400])
    )


def _path_words(url: str) -> str:
    return fold(
        url.split("://", 1)[-1].partition("/")[2].replace("/", " ").replace("-", " ").replace("_", " ")
    )
