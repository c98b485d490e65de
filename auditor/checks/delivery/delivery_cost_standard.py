"""What does standard delivery cost?"""

from __future__ import annotations

from auditor.checks._walked import absent, not_walked, words_of
from auditor.checks.base import Page, Pages, check
from auditor.checks.delivery._cost import (
    Cost,
    delivery_offers,
    offered_costs,
    speaks_of_delivery,
    stated_costs,
)
from auditor.lexicon import Lexicon
from auditor.models import Answer, EvidenceRef, NotApplicable, NotObserved, Observed
from auditor.reading.methods import PICK_UP, load_methods

_SCREENS = ("last_state", "checkout_filled", "checkout", "account_wall", "cart")
"""The later a screen, the surer its cost: it knows the address."""


@check(
    question="What does the ordinary delivery of the order to the customer's door cost?",
    reads=_SCREENS,
    unit="money",
    fooled_by="a name for a delivery that does not tell express from ordinary; surcharges added at the end",
)
def observe(pages: Pages, lexicon: Lexicon) -> Answer:
    """The cheapest ordinary delivery to the door among the choices, else the cost that the summary states.

    Value: money text, "EUR 4.99"; "EUR 0.00" where it is free for this order.
    Absent: neither the cart nor any screen of the whole checkout speaks of delivery.
    Why pick-up and express are left out: the criterion compares what most customers choose.
    """
    kept = sorted(pages.of(*_SCREENS), key=lambda p: p.step.seen_at, reverse=True)
    for page in kept:
        offers = delivery_offers(page, lexicon)
        if offers:
            answer = _from_offers(page, offers_named=[o.words for o in offers], pages=pages, lexicon=lexicon)
            if answer:
                return answer
            break
    summary = _from_summary(kept, pages, lexicon)
    if summary:
        return summary
    if not pages.of("last_state"):
        return not_walked(pages, "cart", "checkout", "last_state")
    looked = pages.of("cart", "checkout", "last_state")
    if any(speaks_of_delivery(p, lexicon) for p in looked):
        because = "delivery is spoken of, but no cost could be read"
        return NotObserved(code="ambiguous", because=because, evidence=tuple(p.ref() for p in looked))
    return absent(looked, because="neither cart nor checkout states what delivery costs")


def _from_offers(page: Page, offers_named: list[str], pages: Pages, lexicon: Lexicon) -> Answer | None:
    methods = load_methods(*words_of(page, lexicon).languages)
    costs = offered_costs(page, lexicon, pages.shop.country)
    ordinary = {name: methods.is_ordinary_delivery(name) for name in offers_named}
    if all(kind is False for kind in ordinary.values()):
        if all(set(methods.delivery_kinds(name)) & PICK_UP for name in offers_named):
            refs = tuple(page.ref(name) for name in offers_named)
            return NotApplicable(because="the goods can only be fetched", evidence=refs)
        return NotObserved(
            code="ambiguous", because="no ordinary delivery is among the choices", evidence=(page.ref(),)
        )
    if not any(ordinary.values()):
        unnamed = [name for name, kind in ordinary.items() if kind is None]
        if len(unnamed) > 1:
            refs = tuple(page.ref(name) for name in unnamed)
            because = "the names do not tell which delivery is the ordinary one"
            return NotObserved(code="ambiguous", because=because, evidence=refs)
        ordinary[unnamed[0]] = True
    priced = [c for c in costs if ordinary.get(c.name)]
    return _cheapest(priced) if priced else None


def _cheapest(costs: list[Cost]) -> Answer:
    best = min(costs, key=lambda c: c.money.minor)
    if not best.money.currency:
        return NotObserved(code="ambiguous", because="the currency is not told", evidence=(best.ref,))
    return Observed(value=best.money.text, evidence=(best.ref,), because=best.name)


def _from_summary(kept: list[Page], pages: Pages, lexicon: Lexicon) -> Answer | None:
    """The one cost that the latest screen with a summary states."""
    for page in kept:
        costs = [c for c in stated_costs(page, lexicon, pages.shop.country) if not c.money.is_from]
        amounts = {c.money.text: c for c in costs}
        if len(amounts) == 1:
            return _cheapest(costs)
        if amounts:
            refs: tuple[EvidenceRef, ...] = tuple(c.ref for c in amounts.values())
            return NotObserved(code="ambiguous", because="the page states several costs", evidence=refs)
    return None
