"""Which words of a page are read, and when may a check say that something is absent?"""

from __future__ import annotations

from auditor.checks.base import Page, Pages
from auditor.errors import TROUBLES
from auditor.lexicon import Lexicon, resolve_language
from auditor.models import Absent, Answer, NotObserved
from auditor.reading.documents import read_pdf


def lines(page: Page) -> tuple[str, ...]:
    """The page's or document's text blocks in reading order, closed accordions and tabs too.

    A term and its description are one line, joined by a tab like the cells of a row. What lies over the
    page is left out: a cookie banner's "stored for 30 days" is no promise.
    """
    if page.load_document is not None:
        return read_pdf(page.load_document()).lines
    found: list[str] = []
    term = False
    for block in page.blocks(hidden=True):
        if block.dialog >= 0:
            continue
        if term and block.tag == "dd":
            found[-1] += "\t" + block.text
        else:
            found.append(block.text)
        term = block.tag == "dt"
    return tuple(found)


def languages(page: Page, lexicon: Lexicon) -> tuple[str, ...]:
    """The languages to read a page in: its own first, then the shop's."""
    return tuple(dict.fromkeys(tag for tag in (page.language, *lexicon.languages) if tag))


def clicks_to(page: Page) -> int | None:
    """Clicks from the home page, or None where the page was not reached by clicking."""
    clicks = page.facts.get("clicks")
    if page.role == "home":
        return 0
    return clicks if isinstance(clicks, int) and not isinstance(clicks, bool) else None


def unseen(pages: Pages, lexicon: Lexicon | None, *roles: str) -> NotObserved | None:
    """Why more may stand where we did not look, or None when every place was looked at and read.

    roles: where it belongs. The first must have been looked for; the others count where they were.
    lexicon: None where the answer does not hang on the words of a language.
    Why: a page that timed out, or that nobody here can read, forbids both "absent" and "only two".
    """
    for role in roles:
        if pages.of(role) or (role != roles[0] and role not in pages.outcomes):
            continue
        answer = pages.missing(role)
        if isinstance(answer, NotObserved):
            return answer
    for page in (*pages.of(*roles), *pages):
        code, detail = _unreadable(page, lexicon)
        if code:
            return NotObserved(code=code, because=detail, evidence=(page.ref(),))
    return None


def absent(pages: Pages, lexicon: Lexicon | None, *roles: str, because: str) -> Answer:
    """The answer when none of a check's pages held what was looked for.

    Absent: all pages that the check was given, each named once; of those kept as `looked` the ones where
    these roles were looked for. Not observed: see `unseen`.
    """
    hidden = unseen(pages, lexicon, *roles)
    places = {
        page.url: page.ref() for page in reversed(pages.pages) if page.facts.get("for", roles[0]) in roles
    }
    return hidden or Absent(evidence=tuple(reversed(places.values())), because=because)


def _unreadable(page: Page, lexicon: Lexicon | None) -> tuple[str, str]:
    """Trouble code and detail for a page whose words we cannot read, or two empty strings."""
    if page.load_document is not None and (refused := read_pdf(page.load_document()).refused):
        return (refused if refused in TROUBLES else "element_not_found"), refused
    if lexicon is not None and page.language and resolve_language(page.language) not in lexicon.languages:
        return "language_unsupported", page.language
    return "", ""
