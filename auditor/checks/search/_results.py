"""What a kept search led to, and where the product meant stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from auditor.checks._walked import body_blocks, not_walked, words_of
from auditor.checks.base import Page, Pages
from auditor.lexicon import Lexicon, fold
from auditor.models import Answer, NotApplicable, NotObserved
from auditor.pages.products import Card, is_product_page, product_cards, product_title
from auditor.snapshot import Block, Control

NO_SEARCH = "the shop has no search"


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """A results page with its products."""

    page: Page
    cards: tuple[Card, ...]
    none_said: Block | None
    """Where the page says that nothing was found."""
    is_product: bool
    """The shop went straight to the page of the product meant."""

    def place_of_meant(self) -> int | None:
        """Place of the product meant among the results, 1 is first; None when it is not there."""
        return next((n for n, card in enumerate(self.cards, 1) if is_meant(card, self.page)), None)


def searches(pages: Pages, kind: str) -> tuple[Page, ...]:
    """The results pages of one kind of search: exact, typo, type, nonproduct, nonsense."""
    return tuple(p for p in pages.of("search_results") if p.facts.get("kind") == kind)


def not_searched(pages: Pages, kind: str) -> Answer:
    """The answer where no search of this kind was kept."""
    if pages.outcomes.get("search") == "not_found":
        places = tuple(p.ref() for p in pages.of("home", "looked"))
        if places:
            return NotApplicable(because=NO_SEARCH, evidence=places)
    return not_walked(pages, "search", f"search_{kind}")


def read(page: Page, lexicon: Lexicon) -> Found:
    """The products on a results page, and whether it says that there are none."""
    words = words_of(page, lexicon)
    none = next(
        (
            b
            for b in body_blocks(page)
            if b.dialog < 0 and len(b.text) < 200 and words.matches("no_results", b.text)
        ),
        None,
    )
    cards = product_cards(page.snapshot, words)
    return Found(page=page, cards=cards, none_said=none, is_product=_is_product_page(page, cards, words))


def is_meant(card: Card, page: Page) -> bool:
    """Whether a card leads to the product that the search was made for.

    Why the address decides where it is known: variants of a product differ in it and not always in
    their titles.
    """
    wanted = str(page.facts.get("product_url") or "")
    if wanted and card.control.href:
        return _address(card.control.href) == _address(wanted)
    return _is_titled(card.title, str(page.facts.get("title") or ""))


def _is_titled(seen: str, meant: str) -> bool:
    """True for the same title, with words added to it, or cut off by up to a third."""
    a, b = fold(seen), fold(meant)
    if not a or not b:
        return False
    return f" {b} " in f" {a} " or (b.startswith(a) and len(a) * 3 >= len(b) * 2)


def meant_is_known(page: Page) -> bool:
    """Whether the walk wrote down which product it meant."""
    return bool(page.facts.get("title") or page.facts.get("product_url"))


def unclear(page: Page, because: str) -> NotObserved:
    """A results page that can be read in more than one way."""
    return NotObserved(code="ambiguous", because=because, evidence=(page.ref(),))


def card_words(card: Card) -> str | Control:
    """What of a card is quoted: its title as it stands on its link, else the link."""
    return card.control.text or card.control


def _is_product_page(page: Page, cards: tuple[Card, ...], words: Lexicon) -> bool:
    wanted = str(page.facts.get("product_url") or "")
    if wanted and _address(page.url) == _address(wanted):
        return True
    titled = fold(product_title(page.snapshot)) == fold(str(page.facts.get("title") or ""))
    listed = any(is_meant(card, page) for card in cards)
    return titled and not listed and is_product_page(page.snapshot, words)


def _address(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.hostname or ''}{parts.path.rstrip('/')}"
