"""What does it cost a customer to send goods back?"""

from __future__ import annotations

from auditor.checks.base import Pages, check
from auditor.checks.returns._policy import not_stated, read_policies, refused, stated
from auditor.lexicon import Lexicon
from auditor.models import Answer, NotObserved, Observed
from auditor.reading.base import Reading
from auditor.reading.policies import ReturnsReading


@check(
    question="What does it cost a customer to send goods back?",
    reads=("returns_policy", "faq", "help", "shipping_policy", "terms", "home", "looked"),
    unit="money",
    fooled_by="a price that hangs on weight, country or membership, stated apart from the rule",
)
def observe(pages: Pages, lexicon: Lexicon) -> Answer:
    """The amount that a customer who changed their mind pays for the way back.

    Value: "EUR 4.95", "EUR 0.00" where the shop pays, None where the customer pays an amount that is not
    told. Absent: no page on returns says who pays.
    Why the customer's change of mind: for faulty goods the shop pays everywhere, by law.
    """
    policies = read_policies(pages, lexicon)
    for policy, cost in stated(policies, _cost):
        return Observed(value=cost.value, evidence=policy.refs(cost))
    for policy, payer in stated(policies, _payer):
        if payer.value == "customer":
            because = "the customer pays, how much is not told"
            return Observed(value=None, evidence=policy.refs(payer), because=because)
        if payer.value == "depends":
            because = "who pays depends on the case"
            return NotObserved(code="ambiguous", because=because, evidence=policy.refs(payer))
    return refused(policies, _cost) or not_stated(
        pages, lexicon, policies, _payer, "no page says who pays for the way back"
    )


def _cost(policy: ReturnsReading) -> Reading:
    return policy.cost


def _payer(policy: ReturnsReading) -> Reading:
    return policy.payer
