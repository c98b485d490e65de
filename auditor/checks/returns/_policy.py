"""What do the pages of a shop say about sending goods back?"""

from __future__ import annotations

from collections.abc import Callable

from auditor.checks._places import absent, languages, lines
from auditor.checks.base import Page, Pages
from auditor.lexicon import Lexicon
from auditor.models import Answer, NotObserved
from auditor.reading.base import Reading
from auditor.reading.policies import ReturnsReading, read_returns
from auditor.reading.structured import read_jsonld

ROLES = ("returns_policy", "faq", "help", "shipping_policy", "terms")
"""Where rules on returns stand: the policy itself, else where shops without one write them."""

Fact = Callable[[ReturnsReading], Reading]
"""Picks one fact of a reading."""


def read_policies(pages: Pages, lexicon: Lexicon) -> tuple[tuple[Page, ReturnsReading], ...]:
    """What each page says about returns, the policy's own pages first."""
    return tuple((page, _read(page, pages, lexicon)) for page in pages.of(*ROLES))


def stated(read: tuple[tuple[Page, ReturnsReading], ...], fact: Fact) -> list[tuple[Page, Reading]]:
    """The pages that state a fact: those of the policy, or where none of them does, the others."""
    found = [(page, fact(policy)) for page, policy in read if fact(policy).value is not None]
    of_policy = [(page, reading) for page, reading in found if page.role == ROLES[0]]
    return of_policy or found


def not_stated(
    pages: Pages, lexicon: Lexicon, read: tuple[tuple[Page, ReturnsReading], ...], fact: Fact, because: str
) -> Answer:
    """The answer when no page states a fact for certain.

    Absent: every page on returns was read and is silent. A page that says something about the fact which
    could not be read surely makes it not observed.
    """
    for page, policy in read:
        reading = fact(policy)
        if reading.quote:
            evidence = (page.ref(reading.quote),)
            return NotObserved(code="ambiguous", because=reading.because, evidence=evidence)
    return absent(pages, lexicon, *ROLES, because=because)


def _read(page: Page, pages: Pages, lexicon: Lexicon) -> ReturnsReading:
    nodes = read_jsonld(page.snapshot.jsonld)
    return read_returns(lines(page), languages(page, lexicon), pages.shop.country, nodes)
