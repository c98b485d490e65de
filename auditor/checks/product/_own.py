"""What on a product page is about this product, and not about others that are shown beside it?"""

from __future__ import annotations

from auditor.checks._walked import FRAME, words_of
from auditor.checks.base import Page
from auditor.lexicon import Lexicon, fold
from auditor.models import EvidenceRef
from auditor.pages.products import product_cards, product_title
from auditor.snapshot import Block, Control


def own_blocks(page: Page, lexicon: Lexicon) -> tuple[Block, ...]:
    """Visible text that is not on the cards of other products, in head, foot or menus, or in an overlay."""
    others = _other_cards(page, lexicon)
    return tuple(
        b
        for b in page.blocks()
        if b.landmark not in (*FRAME, "aside") and b.dialog < 0 and not _on_card(b.text, others)
    )


def own_controls(page: Page, lexicon: Lexicon) -> tuple[Control, ...]:
    """Visible controls, with the same parts of the page left out."""
    others = _other_cards(page, lexicon)
    return tuple(
        c
        for c in page.snapshot.controls
        if c.visible
        and c.landmark not in (*FRAME, "aside")
        and c.dialog < 0
        and not any(c.row and fold(c.row) == card for card in others)
    )


def markup_hints(page: Page, lexicon: Lexicon, intent: str) -> tuple[EvidenceRef, ...]:
    """Short texts whose markup names an intent although their words were not understood.

    Why: a word that the lexicon lacks must not turn into something that the shop lacks.
    """
    named = words_of(page, lexicon).intents[intent]
    places: list[Block | Control] = [
        b for b in own_blocks(page, lexicon) if len(b.text) <= 80 and named.token_score(b.tokens)
    ]
    places += [c for c in own_controls(page, lexicon) if c.name and named.token_score(c.tokens)]
    return tuple(page.ref(at) for at in places)


def _other_cards(page: Page, lexicon: Lexicon) -> tuple[str, ...]:
    """The folded text of each card of another product on the page.

    Why only groups of two and more: a single priced link is mostly a part of this product's own page.
    """
    words = words_of(page, lexicon)
    title = fold(product_title(page.snapshot))
    cards = [fold(card.text) for card in product_cards(page.snapshot, words)]
    others = [card for card in cards if card and not (title and title in card)]
    return tuple(others) if len(others) >= 2 else ()


def _on_card(text: str, cards: tuple[str, ...]) -> bool:
    folded = fold(text)
    return any(f" {folded} " in f" {card} " for card in cards)
