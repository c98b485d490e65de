"""What do the pages of a shop say about sending goods back?"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from auditor.checks._places import absent, languages, lines
from auditor.checks.base import Page, Pages
from auditor.lexicon import Lexicon
from auditor.models import Answer, EvidenceRef, NotObserved
from auditor.reading.base import Reading
from auditor.reading.policies import ReturnsReading, read_returns
from auditor.reading.structured import read_jsonld

ROLES = ("returns_policy", "faq", "help", "shipping_policy", "terms")
"""Where rules on returns stand: the policy itself, else where shops without one write them."""

JOINED = " … "
"""What the reader puts between two quotes that say different things."""

Fact = Callable[[ReturnsReading], Reading]
"""Picks one fact of a policy."""


@dataclass(frozen=True, kw_only=True)
class Policy:
    """What one page says about returns, in its text and in data."""

    page: Page
    says: ReturnsReading
    with_data: tuple[Page, ...]
    """Where the data may stand: the page itself, then the home page."""

    def refs(self, reading: Reading) -> tuple[EvidenceRef, ...]:
        """Where a reading's quotes stand, each by itself."""
        return tuple(self._ref(quote) for quote in reading.quote.split(JOINED) if quote)

    def _ref(self, quote: str) -> EvidenceRef:
        """The place of a quote; one of structured data is given as the data write it."""
        field = re.match(r"(\w+): ", quote)
        for page in self.with_data if field else ():
            for block in page.snapshot.jsonld:
                if written := re.search(rf'"{field[1] if field else ""}"\s*:\s*[^,}}]+', block):
                    return page.ref(written.group().strip())
        return self.page.ref(quote)


def read_policies(pages: Pages, lexicon: Lexicon) -> tuple[Policy, ...]:
    """What each page says about returns, the policy's own pages first.

    Why the home page's data go with the policy: that is where shops put the terms of the whole shop.
    """
    return tuple(_read(page, pages, lexicon) for page in pages.of(*ROLES))


def stated(policies: tuple[Policy, ...], fact: Fact) -> tuple[tuple[Policy, Reading], ...]:
    """The pages that state a fact: those of the policy, or where none of them does, the others."""
    found = [(policy, fact(policy.says)) for policy in policies if fact(policy.says).value is not None]
    of_policy = [(policy, reading) for policy, reading in found if policy.page.role == ROLES[0]]
    return tuple(of_policy or found)


def refused(policies: tuple[Policy, ...], fact: Fact) -> NotObserved | None:
    """Why a fact that a page does state cannot be told, or None when no page states it."""
    for policy in policies:
        reading = fact(policy.says)
        if reading.value is None and reading.quote:
            return NotObserved(code="ambiguous", because=reading.because, evidence=policy.refs(reading))
    return None


def not_stated(
    pages: Pages, lexicon: Lexicon, policies: tuple[Policy, ...], fact: Fact, because: str
) -> Answer:
    """The answer when no page states a fact for certain.

    Absent: every page on returns was read and is silent.
    """
    return refused(policies, fact) or absent(pages, lexicon, *ROLES, because=because)


def _read(page: Page, pages: Pages, lexicon: Lexicon) -> Policy:
    with_data = (page, *pages.of("home")) if page.role == ROLES[0] else (page,)
    nodes = read_jsonld([block for place in with_data for block in place.snapshot.jsonld])
    says = read_returns(lines(page), languages(page, lexicon), pages.shop.country, nodes)
    return Policy(page=page, says=says, with_data=with_data)
