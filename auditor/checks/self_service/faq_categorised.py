"""Into how many categories are the answers sorted?"""

from __future__ import annotations

from auditor.checks.base import Pages, check
from auditor.checks.self_service._faq import find_faqs, quote_of
from auditor.lexicon import Lexicon
from auditor.models import Answer, Observed

SHOWN = 12
"""Categories that are quoted; the count goes on."""


@check(
    question="Into how many categories is the FAQ or help centre sorted?",
    reads=("faq", "help", "home", "looked"),
    unit="count",
    fooled_by="headings that are questions themselves; links of a side menu that look like topics",
)
def observe(pages: Pages, lexicon: Lexicon) -> Answer:
    """The categories of the page that has most of them.

    Value: 0 for an FAQ in one piece. Absent: there is no FAQ, see `faq_present`.
    Why the most and not the sum: a help centre's pages repeat the same menu.
    """
    found = find_faqs(pages, lexicon)
    if not isinstance(found, tuple):
        return found
    page, faq = max(found, key=lambda pair: len(pair[1].categories))
    if not faq.categories:
        return Observed(value=0, evidence=(quote_of(page, faq),), because="one list without categories")
    evidence = tuple(page.ref(name) for name in faq.categories[:SHOWN])
    return Observed(value=len(faq.categories), evidence=evidence)
