"""Does a customer get a label to send goods back?"""

from __future__ import annotations

from auditor.checks.base import Pages, check
from auditor.checks.returns._policy import not_stated, read_policies, stated
from auditor.lexicon import Lexicon
from auditor.models import Answer, Observed
from auditor.reading.base import Reading
from auditor.reading.policies import ReturnsReading


@check(
    question="Does a customer get a prepaid label to send goods back?",
    reads=("returns_policy", "faq", "help", "shipping_policy", "terms", "home", "looked"),
    unit="yes_no",
    fooled_by="a label for faulty goods only; a label whose price is taken off the refund",
)
def observe(pages: Pages, lexicon: Lexicon) -> Answer:
    """Whether the shop gives a label, in the box, to print or on request, that is not paid at the counter.

    Value: yes or no. Absent: no page on returns mentions a label.
    Why a label whose price is taken off the refund counts: the customer still need not find a carrier;
    what it costs is asked by `return_cost`.
    """
    policies = read_policies(pages, lexicon)
    for policy, label in stated(policies, _label):
        return Observed(value=label.value, evidence=policy.refs(label))
    return not_stated(pages, lexicon, policies, _label, "no page on returns mentions a label")


def _label(policy: ReturnsReading) -> Reading:
    return policy.prepaid_label
