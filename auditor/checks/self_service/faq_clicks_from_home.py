"""How many clicks is the FAQ away from the home page?"""

from __future__ import annotations

from auditor.checks._places import clicks_to
from auditor.checks.base import Pages, check
from auditor.checks.self_service._faq import find_faqs, quote_of
from auditor.lexicon import Lexicon
from auditor.models import Answer, NotObserved, Observed


@check(
    question="How many clicks is the FAQ or help centre away from the home page?",
    reads=("faq", "help", "home", "looked"),
    unit="clicks",
    fooled_by="a shorter way that was not taken, such as a menu that opens on hover",
)
def observe(pages: Pages, lexicon: Lexicon) -> Answer:
    """Clicks to the nearest page that answers questions.

    Value: 1 or more. Absent: there is no FAQ, see `faq_present`.
    Why not observed where it was found through a search or a sitemap: nobody counted clicks then.
    """
    found = find_faqs(pages, lexicon)
    if not isinstance(found, tuple):
        return found
    counted = [(clicks, page, faq) for page, faq in found if (clicks := clicks_to(page)) is not None]
    if not counted:
        evidence = (quote_of(*found[0]),)
        return NotObserved(code="unverified", because="not reached by clicking", evidence=evidence)
    clicks, page, faq = min(counted, key=lambda entry: entry[0])
    return Observed(value=clicks, evidence=(quote_of(page, faq),))
