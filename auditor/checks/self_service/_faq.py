"""Which help pages of a shop answer questions, and how?"""

from __future__ import annotations

from auditor.checks._places import absent
from auditor.checks.base import Page, Pages
from auditor.lexicon import Lexicon, resolve_language
from auditor.models import Answer, EvidenceRef, NotObserved
from auditor.reading.faq import FaqReading, read_faq


def find_faqs(pages: Pages, lexicon: Lexicon) -> tuple[tuple[Page, FaqReading], ...] | Answer:
    """The FAQ and help pages that hold questions or sort them, or the answer where there is none.

    Absent: no page of this kind was found, or only help pages that answer nothing.
    Why not absent where a page is called FAQ and no question was recognised: its list may be built in
    a way that we cannot read.
    """
    read = [(page, read_faq(page.snapshot, lexicon)) for page in pages.of("faq", "help")]
    found = tuple((page, faq) for page, faq in read if faq.is_faq)
    if found:
        return found
    if named := pages.of("faq"):
        is_known = not named[0].language or resolve_language(named[0].language) in lexicon.languages
        code = "ambiguous" if is_known else "language_unsupported"
        because = "a page is called FAQ, but no question was recognised on it"
        return NotObserved(code=code, because=because, evidence=(named[0].ref(),))
    return absent(pages, lexicon, "faq", "help", because="no page of questions and answers")


def quote_of(page: Page, faq: FaqReading) -> EvidenceRef:
    """Where the page shows what it is: its first question, else its first category."""
    return page.ref(next(iter((*faq.questions, *faq.categories)), None))
