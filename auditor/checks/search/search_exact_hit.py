"""Does the exact title of a product lead to that product?"""

from __future__ import annotations

from auditor.checks.base import Pages, check
from auditor.checks.search._results import (
    is_variant,
    link_ref,
    meant_is_known,
    not_searched,
    read,
    searches,
    unclear,
)
from auditor.lexicon import Lexicon
from auditor.models import Absent, Answer, Observed

FIRST = 5
"""Among how many results the product has to be: what shows without scrolling far."""


@check(
    question="Is a product among the first five results for its exact title?",
    reads=("home", "looked", "search_results"),
    unit="yes_no",
    fooled_by="several products of the same title; results that are loaded after the page was kept",
)
def observe(pages: Pages, lexicon: Lexicon) -> Answer:
    """Whether the search for a title that stands on a product page shows that product among the first five.

    Value: yes, also where the shop goes straight to the product's page; no where it is further down, or
    on no place of the list. Absent: the shop says that it found nothing.
    Why the address decides: other products have the same words in their titles. Not observed where the
    first results differ from it in one word: a shop may show one colour of a product for all of them.
    """
    kept = searches(pages, "exact")
    if not kept:
        return not_searched(pages, "exact")
    page = kept[0]
    if not meant_is_known(page):
        return unclear(page, "it was not kept which product was meant")
    found = read(page, lexicon)
    if found.is_product:
        title = next((h for h in page.snapshot.headings if h.level == 1), None)
        return Observed(value=True, evidence=(page.ref(title),), because="straight to the product's page")
    meant = found.meant()
    if meant is not None and meant[0] <= FIRST:
        place, link = meant
        return Observed(value=True, evidence=(link_ref(link, page),), because=f"result number {place}")
    if any(is_variant(card, page) for card in found.cards[:FIRST]):
        return unclear(page, "the first results are variants of the product, such as another colour")
    if meant is not None:
        place, link = meant
        return Observed(value=False, evidence=(link_ref(link, page),), because=f"result number {place}")
    if found.none_said:
        return Absent(evidence=(page.ref(found.none_said),), because="nothing found")
    if not found.cards:
        return unclear(page, "no list of products could be read from the results")
    shown = tuple(link_ref(card.control, page) for card in found.cards[:FIRST])
    return Observed(value=False, evidence=shown, because=f"not among {len(found.cards)} results")
