"""Where does a page say what delivery costs, and how much?"""

from __future__ import annotations

from dataclasses import dataclass

from auditor.checks._walked import FRAME, words_of
from auditor.checks.base import Page
from auditor.checks.delivery._lines import Reader, reader_of, stated_in
from auditor.counting_choices import DELIVERY, Offer, method_words, offers_about
from auditor.lexicon import Lexicon
from auditor.models import EvidenceRef
from auditor.reading.methods import load_methods
from auditor.reading.money import Money
from auditor.snapshot import Control


@dataclass(frozen=True, kw_only=True, slots=True)
class Cost:
    """A delivery cost as a page states it."""

    money: Money
    quote: str
    """The page's own words."""
    page: Page
    name: str = ""
    """The way of delivery, where it is a choice or the line names it."""
    chosen: bool = False

    @property
    def ref(self) -> EvidenceRef:
        """Where it stands."""
        return self.page.ref(self.quote)


def delivery_offers(page: Page, lexicon: Lexicon) -> tuple[Offer, ...]:
    """The ways of delivery that a page offers for choosing, each once."""
    offers = offers_about(page.snapshot, DELIVERY, words_of(page, lexicon))
    return tuple({method_words(o.words): o for o in offers}.values())


def offered_costs(page: Page, lexicon: Lexicon, country: str) -> tuple[Cost, ...]:
    """What each way of delivery costs, for those offers that have exactly one price."""
    reader = reader_of(page, lexicon, country)
    found = []
    for offer in delivery_offers(page, lexicon):
        money = _price_of(offer, reader)
        if money:
            found.append(
                Cost(money=money, quote=offer.line, page=page, name=offer.words, chosen=offer.chosen)
            )
    return tuple(found)


def stated_costs(
    page: Page, lexicon: Lexicon, country: str, *, in_head: bool = False, price: str = ""
) -> tuple[Cost, ...]:
    """What lines of the page say delivery costs: "Delivery 4.90 EUR", "Free delivery".

    in_head: also in the page's head, where shops promise free delivery. price: the product's own price,
    which is no delivery cost though words for delivery may stand beside it.
    Why promises with a threshold do not count: "free from 50 EUR" does not say what this order costs.
    """
    reader = reader_of(page, lexicon, country)
    skipped = ("footer", "nav") if in_head else FRAME
    blocks = [b for b in page.blocks() if b.landmark not in skipped]
    return tuple(
        Cost(money=money, quote=quote, page=page, name=_name(quote))
        for money, quote in stated_in(blocks, reader)
        if money.is_free or not price or money.text != price
    )


def calculator(page: Page, lexicon: Lexicon) -> Control | None:
    """What on the page lets a customer work the delivery cost out, or None."""
    words = words_of(page, lexicon)
    estimate = load_methods(*words.languages).delivery_cost["estimate"]
    for control in page.snapshot.controls:
        if not control.visible or control.landmark in FRAME:
            continue
        if estimate.find(control.name) or words.score("shipping_estimate", control.name) >= 0.6:
            return control
    return None


def speaks_of_delivery(page: Page, lexicon: Lexicon) -> bool:
    """Whether any line between head and foot names delivery or its cost, addresses left aside."""
    words = words_of(page, lexicon)
    label = load_methods(*words.languages).delivery_cost["label"]
    lines = [b.text for b in page.blocks() if b.landmark not in FRAME]
    return any(words.matches("shipping_method", t) or label.score(t) >= 0.6 for t in lines)


def _price_of(offer: Offer, reader: Reader) -> Money | None:
    amounts = reader.amounts(offer.line)
    free = [m for m in amounts if m.is_free]
    paid = [m for m in amounts if not m.is_free and not m.is_from]
    if len(paid) == 1 and not free:
        return paid[0]
    if len(amounts) > len(free):
        return None
    says_free = free or reader.methods.delivery_cost["free"].find(offer.line)
    return reader.free(offer.line) if says_free else None


def _name(quote: str) -> str:
    return quote.split("\t")[0]
