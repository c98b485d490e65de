"""Does the search forgive one wrong character?"""

from __future__ import annotations

from auditor.checks._walked import FRAME, body_blocks, words_of
from auditor.checks.base import Page, Pages, check
from auditor.checks.search._results import (
    Found,
    link_ref,
    meant_is_known,
    not_searched,
    read,
    searches,
    unclear,
)
from auditor.lexicon import Lexicon, fold
from auditor.models import Absent, Answer, Observed
from auditor.snapshot import Control

_SHORTEST = 3
"""Letters of a word that a correction must share with the product's title."""


@check(
    question="Is a product found in spite of one wrong character?",
    reads=("home", "looked", "search_results"),
    unit="yes_no",
    fooled_by="a shop that shows its best sellers when it finds nothing and does not say so",
)
def observe(pages: Pages, lexicon: Lexicon) -> Answer:
    """Whether a title with one wrong character still leads to the product.

    Value: yes where the product is shown, or where the right spelling is offered as a link; no where
    other products are shown. Absent: the shop says that it found nothing.
    Why a suggestion without a link is none: it has to be typed again.
    """
    kept = searches(pages, "typo")
    if not kept:
        return not_searched(pages, "typo")
    page = kept[0]
    if not meant_is_known(page):
        return unclear(page, "it was not kept which product was meant")
    found = read(page, lexicon)
    correction = _correction(page, lexicon)
    if correction is not None:
        because = "the right spelling is offered as a link"
        return Observed(value=True, evidence=(page.ref(correction),), because=because)
    if found.is_product:
        title = next((h for h in page.snapshot.headings if h.level == 1), None)
        return Observed(value=True, evidence=(page.ref(title),), because="straight to the product's page")
    return _by_list(found)


def _by_list(found: Found) -> Answer:
    page, meant = found.page, found.meant()
    if meant is not None and found.none_said is None:
        place, link = meant
        hit = link_ref(link, page)
        return Observed(value=True, evidence=(hit,), because=f"the product is shown, result number {place}")
    if meant is not None:
        return unclear(page, "the shop says that it found nothing, and shows the product nevertheless")
    if found.none_said:
        return Absent(evidence=(page.ref(found.none_said),), because="nothing found")
    if not found.cards:
        return unclear(page, "no list of products could be read from the results")
    shown = tuple(link_ref(card.control, page) for card in found.cards[:3])
    return Observed(value=False, evidence=shown, because="other products are shown")


def _correction(page: Page, lexicon: Lexicon) -> Control | None:
    """The link with the right spelling, in a line such as 'Did you mean "shirt"?'."""
    words = words_of(page, lexicon)
    lines = [b.text for b in body_blocks(page) if words.matches("did_you_mean", b.text)]
    title = f" {fold(str(page.facts.get('title') or ''))} "
    for control in page.snapshot.controls:
        if control.role not in ("link", "button") or not control.visible or control.landmark in FRAME:
            continue
        text = fold(control.text or control.name)
        offered = len(text) >= _SHORTEST and any(text in fold(line) for line in lines)
        if offered and f" {text} " in title and text != fold(str(page.facts.get("query") or "")):
            return control
    return None
