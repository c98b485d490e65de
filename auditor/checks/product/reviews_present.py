"""Can a customer read what other customers say about the product?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks._walked import absent, not_walked, words_of
from auditor.checks.base import Page, Pages, check
from auditor.checks.product._own import markup_hints, own_blocks, own_controls
from auditor.lexicon import Lexicon, fold
from auditor.models import Answer, EvidenceRef, NotObserved, Observed
from auditor.reading.structured import product_facts
from auditor.snapshot import Block, Control

_SHOP_RATING = re.compile(
    r"\b(trustpilot|trusted shops|trustedshops|google reviews?|ekomi|feefo|reviews ?io|kiyoh|shopauskunft|"
    r"idealo|ceneo|heureka|arukereso|compari|opinieo|societe des avis garantis|avis verifies|trustmate|"
    r"yelp|webwinkelkeur|prisjakt|pricerunner|opineo)\b"
)
"""Portals where shops are rated; a line with one of them is about the shop, not about the product."""
_LONGEST = 80


@check(
    question="Are there customer reviews on product pages?",
    reads=("product", "product_sold_out"),
    unit="yes_no",
    fooled_by="reviews that a foreign script draws into a frame; stars without a word or a number",
)
def observe(pages: Pages, lexicon: Lexicon) -> Answer:
    """Whether a product page shows reviews of its product, or the way to write one.

    Value: yes. Absent: no product page that was kept has either.
    Why a rating of the shop as a whole is none: it says nothing about the product.
    """
    kept = pages.of("product", "product_sold_out")
    if not kept:
        return not_walked(pages, "product")
    for page in kept:
        shown = next(_shown(page, lexicon), None)
        if shown:
            return Observed(value=True, evidence=(shown,))
    hints = tuple(ref for page in kept for ref in markup_hints(page, lexicon, "reviews"))
    if hints:
        because = "the markup speaks of reviews, in words that were not understood"
        return NotObserved(code="ambiguous", because=because, evidence=hints[:3])
    return absent(kept, because="no reviews, and no way to write one, on the product pages")


def _shown(page: Page, lexicon: Lexicon) -> Iterator[EvidenceRef]:
    words = words_of(page, lexicon)
    places: list[Block | Control] = [*own_blocks(page, lexicon), *own_controls(page, lexicon)]
    counted = _rating_count(page)
    for at in places:
        text = at.text if isinstance(at, Block) else at.name
        if not 0 < len(text) <= _LONGEST or _SHOP_RATING.search(fold(text)):
            continue
        if _says_reviews(text, words) or (_is_rating(at) and _holds(text, counted)):
            yield page.ref(at)


def _says_reviews(text: str, words: Lexicon) -> bool:
    """True for "Reviews", "Write a review", "4.6 out of 5 (17 reviews)"; not for prose about reviewing."""
    says = words.matches("reviews", text)
    return says and (words.score("reviews", text) >= 0.4 or bool(re.search(r"\d", text)))


def _holds(text: str, number: int | None) -> bool:
    return bool(number) and bool(re.search(rf"(?<!\d){number}(?!\d)", text))


def _rating_count(page: Page) -> int | None:
    """How many ratings the page's own data state."""
    facts = product_facts(page.snapshot)
    return facts.rating_count if facts else None


def _is_rating(at: Block | Control) -> bool:
    """True for a number that stands in markup for ratings: "(17)" beside stars."""
    around = at.tokens if isinstance(at, Block) else f"{at.tokens} {at.around}"
    return bool(re.search(r"\b(rating|ratings|review|reviews|stars|star)\b", around))
