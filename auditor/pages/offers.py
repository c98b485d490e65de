"""A list that sells by itself: each row has a quantity, one button puts all of them into the cart."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.lexicon import Lexicon
from auditor.pages.products import choose_add_to_cart
from auditor.snapshot import Control, Snapshot

_ROWS = 2
"""Rows with a quantity from which a page is taken for such a list."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Offer:
    """One row: what it sells, and the field for how many."""

    title: str
    quantity: Control


def list_offers(snapshot: Snapshot, lexicon: Lexicon) -> tuple[Offer, ...]:
    """The rows of a page that sells from its list, empty for any other page."""
    found = []
    for c in snapshot.controls:
        if (
            c.role not in ("spinbutton", "textbox", "combobox")
            or not c.visible
            or not c.enabled
            or not c.price_near
        ):
            continue
        if c.landmark in ("header", "footer", "nav") or c.dialog >= 0:
            continue
        about = lexicon.intents["quantity"]
        if not (
            about.matches(f"{c.group} {c.label} {c.placeholder}")
            or about.token_score(f"{c.tokens} {c.around}")
        ):
            continue
        title = next((t for t in (c.label, c.name, c.section) if t and not about.score(t) > 0.6), "")
        if title:
            found.append(Offer(title=title, quantity=c))
    enough = len(found) >= _ROWS and choose_add_to_cart(snapshot, lexicon) is not None
    return tuple(found) if enough else ()
