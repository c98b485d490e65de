"""A policy page as statements: each sentence with what it speaks of and the heading it stands under."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from auditor.lexicon import fold
from auditor.reading.base import Reading
from auditor.reading.durations import Duration, periods_in, read_durations
from auditor.reading.policy_words import Found, PolicyWords, Span, policy_words
from auditor.reading.words import sentences

SILENT = Reading(value=None, quote="", because="the text does not say")

_CLAUSE_END = re.compile(r"[;,:](?=\s)|\s[–—-]\s|\t|[()]")
_HEADING = 80
"""Most characters of a heading."""
_REACH = 14
"""Statements that a heading speaks for."""
_MAX_LINES = 4_000
_MAX_TERMS = 30
"""Periods of one sentence that are looked at; more is a table without cells or worse."""
_NOTHING = Found(folded="", spans={})


@dataclass(frozen=True, kw_only=True, slots=True)
class Statement:
    """One sentence of a policy."""

    text: str
    """Unchanged."""
    said: Found
    heading: Found
    """What the heading above speaks of."""
    is_question: bool
    is_heading: bool

    def about(self, *groups: str) -> bool:
        """True when the sentence or its heading speaks of any of these groups."""
        return self.said.has(*groups) or self.heading.has(*groups)


@dataclass(frozen=True, kw_only=True, slots=True)
class Term:
    """A period within a statement, with the clause it stands in."""

    duration: Duration
    span: Span
    """Within the clause's folded text."""
    clause: Found


def statements(lines: Sequence[str], words: PolicyWords) -> tuple[Statement, ...]:
    """The sentences of a page in reading order; a heading speaks for what follows it."""
    return _statements(tuple(lines[:_MAX_LINES]), words.languages)


@lru_cache(maxsize=8)
def _statements(lines: tuple[str, ...], languages: tuple[str, ...]) -> tuple[Statement, ...]:
    return tuple(_each(lines, policy_words(languages)))


def _each(lines: Sequence[str], words: PolicyWords) -> Iterator[Statement]:
    heading, reach = _NOTHING, 0
    for line in lines:
        parts = [line[start:end].strip() for start, end in sentences(line)]
        for text in (p for p in parts if p):
            said = words.find(text)
            question = text.endswith(("?", "？", "\u037e")) or (
                text[-1] == ";" and "\u0370" <= text[-2:-1] <= "\u03ff"
            )
            title = len(parts) == 1 and _is_title(text)
            reach -= 1
            yield Statement(
                text=text,
                said=said,
                heading=heading if reach > 0 else _NOTHING,
                is_question=question,
                is_heading=title,
            )
            if question or title:
                heading, reach = said, _REACH


def _is_title(text: str) -> bool:
    return len(text) <= _HEADING and "\t" not in text and (text[-1] == ":" or text[-1].isalnum())


def clauses(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of the parts between commas, dashes and brackets."""
    start = 0
    for match in _CLAUSE_END.finditer(text):
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < len(text):
        yield start, len(text)


def terms(statement: Statement, words: PolicyWords) -> tuple[Term, ...]:
    """The periods of a statement, each with its place in its clause."""
    return _terms(statement.text, words.languages)


@lru_cache(maxsize=4_096)
def _terms(text: str, languages: tuple[str, ...]) -> tuple[Term, ...]:
    """Several readings ask for the periods of the same sentences."""
    durations = read_durations(text, languages)
    if not durations:
        return ()
    words = policy_words(languages)
    items, periods = periods_in(text, languages)
    places = [(items[p.first].start, items[p.after - 1].end, p.low, p.high) for p in periods if not p.because]
    parts = tuple(clauses(text))
    found = []
    for duration in durations[:_MAX_TERMS]:
        at = next((n for n, p in enumerate(places) if p[2:] == (duration.low, duration.high)), None)
        start, end = places.pop(at)[:2] if at is not None else (0, len(text))
        found.append(_located(text, parts, start, end, duration, words))
    return tuple(found)


def _located(
    text: str, parts: Sequence[Span], start: int, end: int, duration: Duration, words: PolicyWords
) -> Term:
    left, right = next(((a, b) for a, b in parts if a <= start < b), (0, len(text)))
    clause = words.find(text[left : max(right, end)])
    before = fold(text[left:start]) if text[left:start].strip() else ""
    inside = fold(text[start:end])
    first = len(before) + 1 if before else 0
    return Term(duration=duration, span=(first, first + len(inside)), clause=clause)


def nearest(spans: dict[str, tuple[Span, ...]], to: Span) -> str:
    """The group whose words stand closest before a place, else closest after it; empty without any."""
    before = [(to[0] - end, group) for group, places in spans.items() for _, end in places if end <= to[0]]
    after = [
        (start - to[1], group) for group, places in spans.items() for start, _ in places if start >= to[1]
    ]
    return min(before)[1] if before else (min(after)[1] if after else "")
