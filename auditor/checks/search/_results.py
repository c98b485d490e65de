"""What a kept search led to, and where the product meant stands in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from auditor.checks._walked import body_blocks, body_controls, not_walked, words_of
from auditor.checks.base import Page, Pages
from auditor.lexicon import Lexicon, fold
from auditor.models import Answer, EvidenceRef, NotApplicable, NotObserved
from auditor.pages.products import Card, is_product_page, product_cards, product_title
from auditor.snapshot import Block, Control

_WORDS = 3
"""Of how many words at least two titles are that differ in one of them and are variants of one product."""
_ENDING = re.compile(r"(?P<name>.+?)\s*(?P<sign>\s[-–—|/]\s|[,(:])\s*(?P<end>\S+(?:\s\S+)?)$")
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

    def meant(self) -> tuple[int, Control] | None:
        """The product meant among the results, as its place (1 is first) and its link; None: not there."""
        for place, card in enumerate(self.cards, 1):
            if is_meant(card, self.page):
                return place, card.control
        return self._alone()

    def _alone(self) -> tuple[int, Control] | None:
        """The link to the product where no list was recognised, as with a single result without a price."""
        for control in body_controls(self.page):
            if control.role == "link" and control.dialog < 0 and _leads_to_meant(control, self.page):
                before = [card for card in self.cards if card.control.i < control.i]
                return len(before) + 1, control
        return None


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
        (b for b in body_blocks(page) if b.dialog < 0 and len(b.text) < 200 and _says_none(b.text, words)),
        None,
    )
    cards = tuple(c for c in product_cards(page.snapshot, words) if not _narrows(c.control.href, page.url))
    return Found(page=page, cards=cards, none_said=none, is_product=_is_product_page(page, cards, words))


def is_meant(card: Card, page: Page) -> bool:
    """Whether a card leads to the product that the search was made for.

    Why the address decides where it is known: variants of a product differ in it and not always in
    their titles.
    """
    if page.facts.get("product_url") and card.control.href:
        return _leads_to_meant(card.control, page)
    return _is_titled(card.title, str(page.facts.get("title") or ""))


def is_variant(card: Card, page: Page) -> bool:
    """Whether a card shows the product meant in another colour, size or the like.

    Example: "Thermos - White" for "Thermos - Black". Titles without such a dash need two words in common.
    """
    seen, meant = card.title, str(page.facts.get("title") or "")
    head, _, tail = _tail(meant)
    other, _, ending = _tail(seen)
    if tail and ending and fold(head) == fold(other) and fold(tail) != fold(ending):
        return True
    a, b = fold(seen).split(), fold(meant).split()
    return len(a) == len(b) >= _WORDS and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def _tail(title: str) -> tuple[str, str, str]:
    """A title's name, sign and ending of up to two words: "Thermos - Black" -> ("Thermos", "-", "Black")."""
    parts = _ENDING.match(title.strip())
    return (parts["name"], parts["sign"], parts["end"]) if parts else (title, "", "")


def _leads_to_meant(control: Control, page: Page) -> bool:
    wanted = str(page.facts.get("product_url") or "")
    return bool(wanted and control.href) and _address(control.href) == _address(wanted)


def _says_none(text: str, words: Lexicon) -> bool:
    """True for "0 results"; not for "0 items in cart" and the like."""
    about_else = any(words.matches(i, text) for i in ("view_cart", "cart_empty", "wish_list"))
    return words.matches("no_results", text) and not about_else


def _narrows(href: str, page_url: str) -> bool:
    """True for a link that only filters or sorts the results: the same address with more parameters."""
    here, there = urlsplit(page_url), urlsplit(href)
    kept = set(parse_qsl(here.query)) <= set(parse_qsl(there.query))
    return here.path == there.path and bool(here.query) and kept


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


def link_ref(control: Control, page: Page) -> EvidenceRef:
    """Where a link stands, quoting the words of the first link to the same address that has some."""
    same = (c for c in page.snapshot.controls if c.visible and c.href == control.href)
    return page.ref(next((c for c in same if c.text), control))


def _is_product_page(page: Page, cards: tuple[Card, ...], words: Lexicon) -> bool:
    wanted = str(page.facts.get("product_url") or "")
    if wanted and _address(page.url) == _address(wanted):
        return True
    titled = fold(product_title(page.snapshot)) == fold(str(page.facts.get("title") or ""))
    listed = any(is_meant(card, page) for card in cards)
    return titled and not listed and is_product_page(page.snapshot, words)


def _address(url: str) -> str:
    """An address as it is compared; parameters count only where the path alone names no page."""
    parts = urlsplit(url)
    is_script = parts.path.endswith((".php", ".asp", ".aspx", ".dll", ".cgi"))
    return f"{parts.hostname or ''}{parts.path.rstrip('/')}{'?' + parts.query if is_script else ''}"
