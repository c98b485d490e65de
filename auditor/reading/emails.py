"""Which e-mail addresses does a page give?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.snapshot import Block, Control, Snapshot


@dataclass(frozen=True, kw_only=True, slots=True)
class Email:
    """An address to write to."""

    address: str
    """In lower case."""
    quote: str
    """The text's own words, unchanged."""
    found_in: Control | Block | None = None
    """The control or block it came from; None when it was read from bare text or data."""


def read_emails(snapshot: Snapshot) -> tuple[Email, ...]:
    """The addresses of a page, each once: links first, then visible text, then structured data."""
    return ()


def emails_in(text: str, languages: Sequence[str] = ()) -> tuple[Email, ...]:
    """The addresses of a text, each once, also those written as "name (at) shop (dot) com"."""
    return ()
