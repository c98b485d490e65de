"""Does the product page tell what delivery costs?"""

from __future__ import annotations

from auditor.checks._walked import absent, not_walked, words_of
from auditor.checks.base import Page, Pages, check
from auditor.checks.delivery._cost import calculator, stated_costs
from auditor.lexicon import Lexicon
from auditor.models import Answer, EvidenceRef, NotObserved, Observed
from auditor.reading.methods import load_methods
from auditor.reading.structured import product_facts


@check(
    question="Is the delivery cost, or a calculator for it, shown on the product page?",
    reads=("product", "product_sold_out"),
    unit="yes_no",
    fooled_by="a cost that only shows behind a link; prices of several countries in one line",
)
def observe(pages: Pages, lexicon: Lexicon) -> Answer:
    """Whether a product page states what delivery costs, or lets a customer work it out.

    Value: yes. Absent: no product page that was kept says it.
    Why "plus delivery" and "free from 50 EUR" are not enough: neither tells what this product will cost.
    """
    kept = pages.of("product", "product_sold_out")
    if not kept:
        return not_walked(pages, "product")
    for page in kept:
        facts = product_facts(page.snapshot)
        price = facts.price if facts else ""
        costs = stated_costs(page, lexicon, pages.shop.country, in_head=True, price=price)
        if costs:
            return Observed(value=True, evidence=(costs[0].ref,), because=costs[0].money.text)
        control = calculator(page, lexicon)
        if control:
            return Observed(value=True, evidence=(page.ref(control),), because="the page works the cost out")
    folded = [ref for page in kept if (ref := _folded_away(page, lexicon))]
    if folded:
        because = "words about delivery cost stand in a part of the page that is folded away"
        return NotObserved(code="ambiguous", because=because, evidence=tuple(folded))
    return absent(kept, because="the product page does not say what delivery costs")


def _folded_away(page: Page, lexicon: Lexicon) -> EvidenceRef | None:
    """A hidden line of the page's own part that speaks of delivery cost, such as a closed tab."""
    words = words_of(page, lexicon)
    cost = load_methods(*words.languages).delivery_cost
    for block in page.blocks(hidden=True):
        if block.visible or block.landmark in ("header", "footer", "nav") or block.dialog >= 0:
            continue
        has_amount = any(c.isdigit() for c in block.text)
        if cost["free"].find(block.text) or (has_amount and cost["label"].score(block.text) >= 0.4):
            return page.ref(block)
    return None
