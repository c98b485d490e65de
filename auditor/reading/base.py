"""What every reading gives: the value, the text's own words, and why where it was refused."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.models import Value


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """A fact as it was read from a text, or the refusal to read it."""

    value: Value
    """None where the text could be read in more than one way, or not at all."""
    quote: str
    """The text's own words, unchanged."""
    because: str = ""
    """Why it was refused; empty for a value that was read."""
