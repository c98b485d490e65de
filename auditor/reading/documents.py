"""What does a PDF document say?"""

from __future__ import annotations

import io
import logging
import re
from dataclasses import dataclass

from pypdf import PdfReader
from pypdf.errors import FileNotDecryptedError, PyPdfError

MAX_BYTES = 20_000_000
MAX_PAGES = 200
MAX_CHARACTERS = 1_000_000
_BROKEN = (
    PyPdfError, ArithmeticError, AssertionError, AttributeError, LookupError, MemoryError,
    NotImplementedError, OSError, RecursionError, TypeError, ValueError,
)  # fmt: skip
"""What a reader of hostile files may raise; each means that the file is none that can be read."""
_FEWEST_LETTERS = 20
"""Fewer letters than this on all pages together is no text that a customer could read."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """The text of a document, or why it has none."""

    lines: tuple[str, ...] = ()
    pages: int = 0
    refused: str = ""
    """scanned_pdf, encrypted, too_large, not_a_pdf, or empty."""


def read_pdf(data: bytes) -> Document:
    """The text of a PDF, paragraph by paragraph where its lines show them, else line by line.

    Broken documents are refused, never raised: whatever a shop serves may be anything.
    """
    if len(data) > MAX_BYTES:
        return Document(refused="too_large")
    if b"%PDF" not in data[:1024]:
        return Document(refused="not_a_pdf")
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of every fault that it mends
    try:
        return _read(PdfReader(io.BytesIO(data), strict=False))
    except FileNotDecryptedError:
        return Document(refused="encrypted")
    except _BROKEN:
        return Document(refused="not_a_pdf")


def _read(reader: PdfReader) -> Document:
    pages = len(reader.pages)
    texts: list[str] = []
    size = 0
    for at in range(min(pages, MAX_PAGES)):
        texts.append(reader.pages[at].extract_text() or "")
        size += len(texts[-1])
        if size > MAX_CHARACTERS:
            break
    lines = tuple(line for text in texts for line in _lines(text))
    if sum(c.isalpha() for line in lines for c in line) < _FEWEST_LETTERS:
        return Document(pages=pages, refused="scanned_pdf")
    return Document(lines=lines, pages=pages)


def _lines(text: str) -> list[str]:
    """Lines with those joined that only a page's width parted: the next begins in lower case."""
    joined: list[str] = []
    for raw in text[:MAX_CHARACTERS].splitlines():
        line = re.sub(r"[^\S\t]+", " ", raw).strip()
        if not line:
            continue
        last = joined[-1] if joined else ""
        if last.endswith("-") and line[0].islower():
            joined[-1] = last[:-1] + line
        elif last and last[-1] not in ".:;!?" and (line[0].islower() or last[-1] == ","):
            joined[-1] = f"{last} {line}"
        else:
            joined.append(line)
    return joined
