"""Can a customer search the answers?"""

from __future__ import annotations

from auditor.checks._places import unseen
from auditor.checks.base import Pages, check
from auditor.checks.self_service._faq import find_faqs, quote_of
from auditor.lexicon import Lexicon
from auditor.models import Answer, NotObserved, Observed


@check(
    question="Does the FAQ or help centre have a search of its own?",
    reads=("faq", "help", "home", "looked"),
    unit="yes_no",
    fooled_by="a product search that finds help pages too; a search box that looks like the shop's",
)
def observe(pages: Pages, lexicon: Lexicon) -> Answer:
    """Whether an FAQ or help page has a search box beside the product search.

    Value: yes or no. Absent: there is no FAQ, see `faq_present`.
    Why beside the product search: a shop's search that knows only products answers no question.
    """
    found = find_faqs(pages, lexicon)
    if not isinstance(found, tuple):
        return found
    for page, faq in found:
        if faq.searchable.value is True:
            return Observed(value=True, evidence=(page.ref(faq.searchable.quote),))
    page, faq = found[0]
    unsure = next((f.searchable for _, f in found if f.searchable.value is None), None)
    if unsure is not None:
        return NotObserved(code="ambiguous", because=unsure.because, evidence=(quote_of(page, faq),))
    no = Observed(value=False, evidence=(quote_of(page, faq),), because="no search box of its own")
    return unseen(pages, None, page.role, "faq", "help") or no
