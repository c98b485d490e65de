"""How many ways of delivery can a customer choose from?"""

from __future__ import annotations

from auditor.checks._walked import absent, body_blocks, not_walked, words_of
from auditor.checks.base import Page, Pages, check
from auditor.checks.delivery._cost import delivery_offers, speaks_of_delivery, stated_costs
from auditor.lexicon import Lexicon
from auditor.models import Answer, EvidenceRef, NotObserved, Observed
from auditor.reading.methods import SPECIAL, load_methods

_SCREENS = ("cart", "checkout", "checkout_filled", "last_state")
_LONGEST = 80


@check(
    question="How many ways of delivery does the shop offer in cart and checkout?",
    reads=_SCREENS,
    unit="count",
    fooled_by="ways that depend on the address; carriers that are offered behind one choice",
)
def observe(pages: Pages, lexicon: Lexicon) -> Answer:
    """Ways of delivery that can be chosen, pick-up included, on the screen that offers most of them.

    Value: ways, each quoted; one where a single way is named or priced and nothing is asked.
    Absent: neither the cart nor any screen of the whole checkout speaks of delivery.
    Why one screen and not all together: a cart's estimate repeats what the checkout offers.
    """
    offered = [(page, delivery_offers(page, lexicon)) for page in pages.of(*_SCREENS)]
    page, offers = max(offered, key=lambda pair: len(pair[1]), default=(None, ()))
    if page is not None and offers:
        refs = tuple(page.ref(o.words) for o in offers)
        return Observed(value=len(offers), evidence=refs)
    if not pages.of("last_state"):
        return not_walked(pages, "cart", "checkout", "last_state")
    single = _single(pages, lexicon)
    if single:
        return Observed(value=1, evidence=(single,), because="one way is named, and nothing is asked")
    looked = pages.of("cart", "checkout", "last_state")
    if any(speaks_of_delivery(p, lexicon) for p in looked):
        because = "delivery is spoken of, but no way of it could be read"
        return NotObserved(code="ambiguous", because=because, evidence=tuple(p.ref() for p in looked))
    return absent(looked, because="neither cart nor checkout names a way of delivery")


def _single(pages: Pages, lexicon: Lexicon) -> EvidenceRef | None:
    for page in pages.of("last_state", "checkout_filled", "checkout"):
        costs = stated_costs(page, lexicon, pages.shop.country)
        if costs:
            return costs[0].ref
        named = _named(page, lexicon)
        if named:
            return named
    return None


def _named(page: Page, lexicon: Lexicon) -> EvidenceRef | None:
    """A short line that names one way: "Instore pickup FREE"."""
    words = words_of(page, lexicon)
    methods = load_methods(*words.languages)
    for block in body_blocks(page):
        if len(block.text) <= _LONGEST and set(methods.delivery_kinds(block.text)) & SPECIAL:
            return page.ref(block)
    return None
