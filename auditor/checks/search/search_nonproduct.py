"""Does searching for "returns" and the like lead to the shop's help?"""

from __future__ import annotations

from collections.abc import Iterable

from auditor.checks._walked import body_controls, words_of
from auditor.checks.base import Page, Pages, check
from auditor.checks.search._results import card_words, not_searched, read, searches, unclear
from auditor.lexicon import Lexicon, fold
from auditor.models import Absent, Answer, EvidenceRef, Observed
from auditor.snapshot import Control

TOPICS = ("returns", "shipping_info", "contact", "faq", "help", "payment_info", "terms")
"""Pages that help a customer without being a product."""
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
    Why links of other results pages do not count: they stand on every page and were not found.
    """
    kept = searches(pages, "nonproduct")
    if not kept:
        return not_searched(pages, "nonproduct")
    always = _addresses(p for p in pages.of("search_results") if p.facts.get("kind") != "nonproduct")
    for page in kept:
        hit = _help(page, always, lexicon)
        if hit:
            return Observed(
                value=True, evidence=(hit,), because=f"searched for {page.facts.get('query', '')}"
            )
    found = [read(page, lexicon) for page in kept]
    unread = next((f for f in found if f.none_said is None and not f.cards), None)
    if unread:
        return unclear(unread.page, "the results could not be read")
    shown = tuple(f.page.ref(f.none_said or card_words(f.cards[0])) for f in found)
    if all(f.none_said for f in found):
        return Absent(evidence=shown, because="nothing found")
    return Observed(value=False, evidence=shown, because="products only, or nothing")


def _help(page: Page, always: frozenset[str], lexicon: Lexicon) -> EvidenceRef | None:
    words = words_of(page, lexicon)
    query = fold(str(page.facts.get("query") or ""))
    heading = next((h for h in page.snapshot.headings if h.level == 1), None)
    if heading and _is_opened(page, query) and any(words.score(t, heading.text) >= _PLAIN for t in TOPICS):
        return page.ref(heading)
    for control in body_controls(page):
        if _is_result(control, page, always) and any(words.score(t, control.name) >= _PLAIN for t in TOPICS):
            return page.ref(control)
    return None


def _is_opened(page: Page, query: str) -> bool:
    """True when the search went to another page: its address does not hold the query as a parameter."""
    _, _, parameters = page.url.partition("?")
    return not parameters or query not in fold(parameters.replace("+", " ").replace("=", " "))


def _is_result(control: Control, page: Page, always: frozenset[str]) -> bool:
    href = control.href.split("#")[0]
    same_page = href.split("?")[0] == page.url.split("?")[0]
    return (
        control.role == "link"
        and bool(href)
        and not same_page
        and href not in always
        and not control.price_near
    )


def _addresses(pages: Iterable[Page]) -> frozenset[str]:
    """Where the links between head and foot of these pages lead."""
    return frozenset(c.href.split("#")[0] for p in pages for c in body_controls(p) if c.href)
