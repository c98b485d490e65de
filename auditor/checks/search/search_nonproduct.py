"""Does searching for "returns" and the like lead to the shop's help?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from urllib.parse import unquote_plus

from auditor.checks._walked import FRAME, body_controls, words_of
from auditor.checks.base import Page, Pages, check
from auditor.checks.search._results import Found, link_ref, not_searched, read, searches, unclear
from auditor.lexicon import Lexicon, fold
from auditor.models import Absent, Answer, EvidenceRef, Observed
from auditor.snapshot import Control

TOPICS = ("returns", "shipping_info", "contact", "faq", "help", "payment_info", "terms")
"""Pages that help a customer without being a product."""
_SEARCH = ("search_box", "search_toggle", "search_submit", "no_results")
"""Words that a list of results has in its heading."""
_PLAIN = 0.5
"""How plainly the words on a link have to name a topic."""


@check(
    question='Does a search for "returns", "delivery" or "contact" lead to the help page?',
    reads=("home", "looked", "search_results"),
    unit="yes_no",
    fooled_by="a sidebar of help links that only the results page has",
)
def observe(pages: Pages, lexicon: Lexicon) -> Answer:
    """Whether one of these searches opens a help page, or shows a link to one among its results.

    Value: yes; no where they show products only.
    Absent: the shop says of each of these searches that it found nothing.
    Why links of the home page and other results pages do not count: they stand on every page and were
    not found. Without such a page to compare with, and without a marked head or foot, no link counts.
    """
    kept = searches(pages, "nonproduct")
    if not kept:
        return not_searched(pages, "nonproduct")
    searched = [p for p in pages.of("search_results") if p not in kept]
    always = _most_links((*pages.of("home"), *searched))
    for page in kept:
        hit = _help(page, searched, always, lexicon)
        if hit:
            return Observed(
                value=True, evidence=(hit,), because=f"searched for {page.facts.get('query', '')}"
            )
    found = [read(page, lexicon) for page in kept]
    unread = next((f for f in found if f.none_said is None and not f.cards), None)
    if unread:
        return unclear(unread.page, "the results could not be read")
    shown = tuple(_shown(f) for f in found)
    if all(f.none_said for f in found):
        return Absent(evidence=shown, because="nothing found")
    return Observed(value=False, evidence=shown, because="products only, or nothing")


def _shown(found: Found) -> EvidenceRef:
    """What stands on a results page instead of help."""
    return (
        found.page.ref(found.none_said) if found.none_said else link_ref(found.cards[0].control, found.page)
    )


def _help(page: Page, others: Sequence[Page], always: Counter[str], lexicon: Lexicon) -> EvidenceRef | None:
    words = words_of(page, lexicon)
    heading = next((h for h in page.snapshot.headings if h.level == 1), None)
    opened = heading and _is_opened(page, others) and not _is_echo(heading.text, page, words)
    if heading and opened and any(words.score(t, heading.text) >= _PLAIN for t in TOPICS):
        return page.ref(heading)
    if not always and all(c.landmark not in FRAME for c in page.snapshot.controls):
        return None
    more = _links(page) - always
    for control in reversed(body_controls(page)):
        named = any(words.score(t, control.name) >= _PLAIN for t in TOPICS)
        if named and more[_address(control)] and not control.price_near:
            return page.ref(control)
    return None


def _is_opened(page: Page, others: Iterable[Page]) -> bool:
    """True when the search went to another page, and not to its own list of results.

    Why addresses: the heading of a list of results echoes the query, and then names a topic too.
    """
    _, _, parameters = unquote_plus(page.url).partition("?")
    if _query(page) in fold(parameters.replace("=", " ")):
        return False
    return _place(page) not in {_place(other) for other in others}


def _is_echo(heading: str, page: Page, words: Lexicon) -> bool:
    """True for "Search: returns", where the topic stands only in the query that is repeated."""
    rest = fold(heading).replace(_query(page), " ", 1)
    return rest != fold(heading) and any(words.matches(i, rest) for i in _SEARCH)


def _place(page: Page) -> str:
    """A results page's address without the query, be it a parameter or the end of the path."""
    path = unquote_plus(page.url).partition("?")[0].rstrip("/")
    parent, _, last = path.rpartition("/")
    return parent if fold(last) == _query(page) else path


def _query(page: Page) -> str:
    return fold(str(page.facts.get("query") or ""))


def _address(control: Control) -> str:
    return control.href.split("#")[0]


def _links(page: Page) -> Counter[str]:
    """How often the page links to each other address between its head and foot.

    Why hidden links count: a menu that is folded away on one page may stand open on another.
    """
    here = page.url.split("?")[0]
    links = (c for c in page.snapshot.controls if c.role == "link" and c.href and c.landmark not in FRAME)
    return Counter(href for href in map(_address, links) if href.split("?")[0] != here)


def _most_links(pages: Iterable[Page]) -> Counter[str]:
    """How often other pages link to each address: what stands on every page was not found."""
    most: Counter[str] = Counter()
    for page in pages:
        most |= _links(page)
    return most
