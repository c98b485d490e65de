"""How long, in days, does a text say that something takes or may take?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.reading.base import Reading


@dataclass(frozen=True, kw_only=True, slots=True)
class Duration:
    """A period as a text states it, in whole days: a month is 30, a year 365, hours round up."""

    low: int
    high: int
    """The same as `low` where the text gives no range."""
    business: bool = False
    """Counted in working days."""
    anchor: str = ""
    """What it runs from: order, dispatch, delivery, invoice, or empty where the sentence does not say."""
    negated: bool = False
    """The sentence denies it: "not within 14 days"."""
    quote: str
    """The sentence, unchanged."""
    kind: str = ""
    """withdrawal, return, refund, delivery, dispatch, reply, warranty, or empty."""


def read_durations(text: str, languages: Sequence[str]) -> tuple[Duration, ...]:
    """Every period that a text states, in its order."""
    return ()


def refused_durations(text: str, languages: Sequence[str]) -> tuple[Reading, ...]:
    """What looks like a period but cannot be read surely, each with the reason."""
    return ()
