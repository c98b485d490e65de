"""Which questions does a help page answer, how are they sorted, and can they be searched?"""

from __future__ import annotations

from dataclasses import dataclass

from auditor.lexicon import Lexicon
from auditor.reading.base import Reading
from auditor.snapshot import Snapshot

TOPICS = (
    "delivery_time",
    "delivery_cost",
    "tracking",
    "payment",
    "returns",
    "refund",
    "change_order",
    "faulty",
    "account",
    "availability",
)
"""The ten routine questions of a customer."""


NOT_SEARCHABLE = Reading(value=False, quote="", because="")


@dataclass(frozen=True, kw_only=True, slots=True)
class FaqReading:
    """A list of questions and answers, or a help centre."""

    questions: tuple[str, ...] = ()
    """As written, in the page's order, each once."""
    answered: int = 0
    """How many of them have their answer on this page (folded away or not)."""
    categories: tuple[str, ...] = ()
    """The headings or links under which questions are sorted."""
    searchable: Reading = NOT_SEARCHABLE
    """True where the page has a search box of its own, beside the product search."""
    topics: tuple[str, ...] = ()
    """Those of `TOPICS` that a question or category is about, in that order."""

    @property
    def is_faq(self) -> bool:
        """At least three questions, or a help centre with at least three categories."""
        return len(self.questions) >= 3 or len(self.categories) >= 3


def read_faq(snapshot: Snapshot, lexicon: Lexicon) -> FaqReading:
    """Read a FAQ page, or a help centre's first page that only lists categories."""
    return FaqReading()
