"""What does a PDF document say?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """The text of a document, or why it has none."""

    lines: tuple[str, ...] = ()
    pages: int = 0
    refused: str = ""
    """scanned_pdf, encrypted, too_large, not_a_pdf, or empty."""


def read_pdf(data: bytes) -> Document:
    """The text of a PDF, line by line."""
    return Document(refused="not_a_pdf")
