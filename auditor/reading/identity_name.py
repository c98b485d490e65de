"""Under which registered name does a trader do business?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from auditor.reading.base import Reading
from auditor.reading.identity_forms import patterns
from auditor.reading.policy_text import SILENT
from auditor.reading.policy_words import PolicyWords

_MAX_LINE = 1_500
_MAX_WORDS = 9
_STOPS = re.compile(r"[:;|\t\n©•·]|\s[–—-]\s|,\s|\.\s(?=[A-ZÀ-ŽА-Я])|\b(?:19|20)\d{2}\b(?:\s?[-–]\s?\d{4})?")
_QUOTED = re.compile(r"\s*[«„“”\"'”]([^«»„“”\"']{2,80})[»“”\"'”]")
_JOINTS = frozenset(
    "& + und and et e y i og och ja a u de der des du van von of the la le di da do и та і del della dello "
    "dei delle degli dos das el los las les d' op het ter den pri nad pod na w v z im am zum zur für for "
    "ved på ir un".split()
)
"""Small words within names."""


def read_name(lines: Sequence[str], words: PolicyWords, country: str) -> tuple[Reading, Reading]:
    """The registered name with its form, and the form alone.

    A line that says whose name it is (company, operator, seller) comes before others; among several
    names on equal footing the first counts.
    """
    best: tuple[int, str, str, str] | None = None
    for at, line in enumerate(lines):
        labelled = words.find(line[:400]).has("name_label") or (
            at > 0 and len(lines[at - 1]) <= 60 and words.find(lines[at - 1]).has("name_label")
        )
        rank = 1 if labelled else 0
        for name, form in _names(line[:_MAX_LINE], country):
            if best is None or rank > best[0]:
                best = (rank, name, form, line)
        if best is not None and best[0] == 1:
            break
    if best is None:
        return SILENT, SILENT
    _, name, form, line = best
    quote = line.strip()[:500]
    return Reading(value=name, quote=quote), Reading(value=form, quote=quote)


def _names(line: str, country: str) -> Iterator[tuple[str, str]]:
    """Names with their forms in a line."""
    behind, before = patterns(country)
    if before is not None:
        for match in before.finditer(line):
            if name := _after(line, match.end()):
                yield f"{match.group()} {name}", match.group()
    for match in behind.finditer(line):
        if name := _until(line, match.start()):
            yield f"{name} {match.group()}", match.group()


def _until(line: str, end: int) -> str:
    """The name that ends where a form begins: capitalised words and the small ones between them."""
    text = line[max(0, end - 120) : end].rstrip()
    stops = [m.end() for m in _STOPS.finditer(text) if m.end() < len(text)]
    if text.endswith(","):
        text = text[:-1]
        stops = [s for s in stops if s < len(text)]
    tail = text[stops[-1] :] if stops else text
    quoted = re.search(r"[«„“\"]([^«»„“”\"]{2,80})[»“”\"]\s*$", tail)
    if quoted:
        return quoted.group(1).strip()
    kept: list[str] = []
    for word in reversed(tail.split()):
        if len(kept) >= _MAX_WORDS or not (
            word[:1].isupper() or word[:1].isdigit() or word.casefold() in _JOINTS or _odd(word)
        ):
            break
        kept.append(word)
    while kept and kept[-1].casefold() in _JOINTS:
        kept.pop()
    return " ".join(reversed(kept)).strip(" ,\"'«»„“”()")


def _odd(word: str) -> bool:
    """True for names that brands write small: "eShop24", "my-shop.de"."""
    return any(c.isupper() or c.isdigit() for c in word[1:]) or "." in word[1:-1]


def _after(line: str, start: int) -> str:
    """The name behind a form: in quotes, or capitalised words."""
    quoted = _QUOTED.match(line, start)
    if quoted:
        return quoted.group(1).strip()
    rest = line[start : start + 120]
    stop = _STOPS.search(rest)
    rest = rest[: stop.start()] if stop else rest
    kept: list[str] = []
    for word in rest.split():
        bare = word.strip("(),\"'«»„“”")
        if (
            len(kept) >= 5
            or not bare
            or not (bare[0].isupper() or bare in ("&", "ir", "un", "ja") or _odd(bare))
        ):
            break
        kept.append(bare)
        if word[-1] in ",(":
            break
    return " ".join(kept).rstrip(".")
