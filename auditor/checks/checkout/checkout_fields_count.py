"""How many form fields does a customer see on the way to the last state before the order?"""

from __future__ import annotations

from auditor.checks.base import Pages, check
from auditor.checks.checkout._counted import READS, counted
from auditor.lexicon import Lexicon
from auditor.models import Answer


@check(
    question="How many form fields does the checkout show by default?",
    reads=READS,
    unit="count",
    fooled_by="fields drawn into the page by a payment service's frame",
)
def observe(pages: Pages, _lexicon: Lexicon) -> Answer:
    """Text fields, lists, groups of radios and checkboxes, by the rules of docs/counting.md.

    Value: fields shown by default on all screens after the cart, optional ones included.
    Absent: no checkout, or no cart, was found in any place where it belongs.
    Why optional fields count: a customer has to read them to know that they may stay empty.
    """
    required = pages.counts.fields_required
    because = f"{required} of them marked as required" if required is not None else ""
    return counted(pages, pages.counts.fields_shown, "fields", because)
