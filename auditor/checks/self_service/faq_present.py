"""Does the shop answer its customers' usual questions?"""

from __future__ import annotations

from auditor.checks.base import Pages, check
from auditor.checks.self_service._faq import find_faqs, quote_of
from auditor.lexicon import Lexicon
from auditor.models import Answer, Observed


@check(
    question="Does the shop have an FAQ or a help centre?",
    reads=("faq", "help", "home", "looked"),
    unit="yes_no",
    fooled_by="answers that only a chat bot gives; a help centre on a foreign address that was not visited",
)
def observe(pages: Pages, lexicon: Lexicon) -> Answer:
    """Whether an FAQ or help page holds questions with answers, or sorts them by topic.

    Value: yes. Absent: no such page was found from home, footer and help, or it answers nothing.
    Why a bare contact page is none: a customer who looks for help alone finds nothing there.
    """
    found = find_faqs(pages, lexicon)
    if not isinstance(found, tuple):
        return found
    page, faq = found[0]
    because = f"{len(faq.questions)} questions, {len(faq.categories)} categories"
    return Observed(value=True, evidence=(quote_of(page, faq),), because=because)
