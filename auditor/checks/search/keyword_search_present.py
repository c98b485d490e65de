"""Can a customer search the shop by words?"""

from __future__ import annotations

from auditor.checks._walked import absent, not_walked, words_of
from auditor.checks.base import Page, Pages, check
from auditor.checks.search._results import Found, link_ref, read
from auditor.lexicon import Lexicon
from auditor.models import Answer, EvidenceRef, NotObserved, Observed
from auditor.pages.ranking import rank
from auditor.pages.results import choose_search_box
from auditor.snapshot import Control

_TOGGLE = 6.0
"""Score from which a control on the home page is taken for what opens the search."""


@check(
    question="Is there a working keyword search on the home page?",
    reads=("home", "search_results", "looked"),
    unit="yes_no",
    fooled_by="a search of help texts only; a box that only a script draws after the page was kept",
)
def observe(pages: Pages, lexicon: Lexicon) -> Answer:
    """Whether the home page has a search box, or what opens one, and a search with it found products.

    Value: yes; no where the search finds nothing, not even a product by its own title.
    Absent: neither the home page nor any page that was looked at has a search.
    Why results are asked for: a box that leads nowhere is no search.
    """
    found = [read(p, lexicon) for p in pages.of("search_results")]
    working = next((f for f in found if f.cards or f.is_product or f.meant()), None)
    box = _box(pages.of("home"), lexicon)
    if working:
        return Observed(value=True, evidence=(*box, _proof(working)), because="a search found products")
    if found:
        return _nothing_found(found, box)
    if pages.outcomes.get("search") == "not_found":
        places = pages.of("home", "looked")
        if box:
            return NotObserved(
                code="element_not_found", because="a search box could not be used", evidence=box
            )
        if places:
            return absent(places, because="no search box on the pages that were looked at")
    return not_walked(pages, "home", "search")


def _box(homes: tuple[Page, ...], lexicon: Lexicon) -> tuple[EvidenceRef, ...]:
    """The search box of the home page, else the control that opens it."""
    for home in homes:
        words = words_of(home, lexicon)
        choice = choose_search_box(home.snapshot, words)
        toggles = [c.i for c in rank(home.snapshot, "search_toggle", words) if c.score >= _TOGGLE]
        at = choice.best.i if choice else toggles[0] if toggles else None
        if at is not None:
            control: Control = home.snapshot.controls[at]
            return (home.ref(control),)
    return ()


def _proof(found: Found) -> EvidenceRef:
    if found.is_product:
        title = next((b for b in found.page.snapshot.headings if b.level == 1), None)
        return found.page.ref(title)
    meant = found.meant()
    link = meant[1] if meant else found.cards[0].control
    return link_ref(link, found.page)


def _nothing_found(found: list[Found], box: tuple[EvidenceRef, ...]) -> Answer:
    """The answer where no search showed a product: broken only if the shop says so for an exact title."""
    exact = [f for f in found if f.page.facts.get("kind") == "exact"]
    said = [f.page.ref(f.none_said) for f in exact if f.none_said]
    if exact and len(said) == len(exact):
        because = "the search does not find a product by its own title"
        return Observed(value=False, evidence=(*box, *said), because=because)
    because = "no list of products could be read from the results"
    return NotObserved(code="ambiguous", because=because, evidence=(found[0].page.ref(),))
