"""Is the delivery cost told in the cart, or before personal data are asked?"""

from __future__ import annotations

from collections.abc import Iterable

from auditor.checks._walked import absent, not_walked, words_of
from auditor.checks.base import Page, Pages, check
from auditor.checks.delivery._cost import calculator, offered_costs, stated_costs
from auditor.lexicon import Lexicon
from auditor.models import Answer, EvidenceRef, Observed
from auditor.pages.fields import PERSONAL_KINDS, read_fields

_ASKED = PERSONAL_KINDS - {"postcode", "region"}
"""Fields that make a screen one that asks personal data; a postcode alone serves to work a cost out."""


@check(
    question="Is the delivery cost shown in the cart or before personal data are asked?",
    reads=("cart_added", "cart", "account_wall", "checkout", "last_state"),
    unit="yes_no",
    fooled_by="a cost of a default country that changes with the address",
)
def observe(pages: Pages, lexicon: Lexicon) -> Answer:
    """Whether a customer learns the delivery cost before typing a name or an address.

    Value: yes, with the words that say it, also where the cart works it out; no where it is first told later.
    Absent: it stands neither in the cart nor on any screen up to the one that asks personal data, nor later.
    Why a calculator in the cart counts: a customer who wants to know can.
    """
    carts = pages.of("cart", "cart_added")
    screens = sorted(pages.of("account_wall", "checkout"), key=lambda p: (_number(p), p.step.seen_at))
    if not pages.of("cart"):
        return not_walked(pages, "cart")
    asking = next((n for n, p in enumerate(screens) if _asks_personal_data(p, lexicon)), len(screens))
    early, late = (*carts, *screens[:asking]), (*screens[asking:], *pages.of("last_state"))
    told = _first_cost(early, pages, lexicon) or _calculator(early, lexicon)
    if told:
        where = "in the cart" if told.role.startswith("cart") else "before personal data are asked"
        return Observed(value=True, evidence=(told,), because=where)
    if not screens and not late:
        return not_walked(pages, "checkout")
    told = _first_cost(late, pages, lexicon)
    if told:
        return Observed(value=False, evidence=(told,), because="first told after personal data are asked")
    return absent((*early, *late), because="the delivery cost is told on none of these pages")


def _number(page: Page) -> int:
    number = page.facts.get("screen")
    return number if isinstance(number, int) else 0


def _asks_personal_data(page: Page, lexicon: Lexicon) -> bool:
    fields = read_fields(page.snapshot, words_of(page, lexicon))
    return any(f.kind in _ASKED and f.control.landmark not in ("header", "footer") for f in fields)


def _first_cost(kept: Iterable[Page], pages: Pages, lexicon: Lexicon) -> EvidenceRef | None:
    for page in kept:
        country = pages.shop.country
        costs = (*stated_costs(page, lexicon, country), *offered_costs(page, lexicon, country))
        if costs:
            return costs[0].ref
    return None


def _calculator(kept: Iterable[Page], lexicon: Lexicon) -> EvidenceRef | None:
    found = ((page, calculator(page, lexicon)) for page in kept)
    return next((page.ref(control) for page, control in found if control), None)
