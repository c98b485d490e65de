"""Is it told before ordering whether the product is in stock?"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks._walked import absent, body_blocks, not_walked, words_of
from auditor.checks.base import Page, Pages, check
from auditor.checks.product._own import markup_hints, own_blocks, own_controls
from auditor.lexicon import Lexicon, fold
from auditor.models import Answer, EvidenceRef, NotObserved, Observed
from auditor.snapshot import Block, Control

_LONGEST = 90
"""Letters of a line that states a status; what is longer is prose in which the words mean other things."""


@check(
    question="Is the stock status shown on the product page or in the cart?",
    reads=("product", "product_sold_out", "cart_added", "cart"),
    unit="yes_no",
    fooled_by="a status that never changes; a delivery time in place of one; colours for words",
)
def observe(pages: Pages, lexicon: Lexicon) -> Answer:
    """Whether a product page or the cart says of its product that it is in stock, or is not.

    Value: yes. Absent: neither the product pages nor the cart that were kept say anything of the kind.
    Why a sold-out note counts: it is the status that a customer must not miss.
    """
    on_product = [s for p in pages.of("product") for s in _status(p, lexicon, "in_stock", "sold_out")]
    if on_product:
        return Observed(value=True, evidence=(on_product[0],), because="on the product page")
    in_cart = [s for p in pages.of("cart", "cart_added") for s in _cart_status(p, lexicon)]
    if in_cart:
        return Observed(value=True, evidence=(in_cart[0],), because="in the cart")
    gone = [s for p in pages.of("product_sold_out") for s in _status(p, lexicon, "sold_out")]
    if gone:
        return Observed(value=True, evidence=(gone[0],), because="on the page of a product that is sold out")
    looked = pages.of("product", "product_sold_out", "cart")
    if not pages.of("product", "product_sold_out"):
        return not_walked(pages, "product")
    hints = tuple(ref for page in looked for ref in markup_hints(page, lexicon, "in_stock"))
    if hints:
        because = "the markup speaks of stock, in words that were not understood"
        return NotObserved(code="ambiguous", because=because, evidence=hints[:3])
    return absent(looked, because="neither the product page nor the cart states whether it is in stock")


def _status(page: Page, lexicon: Lexicon, *intents: str) -> Iterator[EvidenceRef]:
    words = words_of(page, lexicon)
    places: list[Block | Control] = [*own_blocks(page, lexicon)]
    places += [c for c in own_controls(page, lexicon) if c.role == "button"]
    for at in places:
        text = at.text if isinstance(at, Block) else at.name
        if _states(text, words, intents):
            yield page.ref(at)


def _cart_status(page: Page, lexicon: Lexicon) -> Iterator[EvidenceRef]:
    words = words_of(page, lexicon)
    return (page.ref(b) for b in body_blocks(page) if _states(b.text, words, ("in_stock", "sold_out")))


def _states(text: str, words: Lexicon, intents: tuple[str, ...]) -> bool:
    """True for a line such as "In stock (12 available)", not for prose that uses the same words."""
    return 0 < len(fold(text)) <= _LONGEST and any(words.matches(intent, text) for intent in intents)
