"""When can a customer reach the shop's service, as an OSM opening_hours string?

What is written is followed to the letter: "werktags" is Monday to Saturday, as German law has it,
"hverdage" is Monday to Friday. Bare numbers such as "9-5" are refused where a language tells the
time with a.m. and p.m., and where the end would come before the beginning. A closing time without
an opening time, hours for a part of the year and hours with a break in them are refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from auditor.reading.base import Reading
from auditor.reading.hours_atoms import Atom, read_atoms
from auditor.reading.hours_facts import HoursFacts, hours_facts
from auditor.reading.hours_jsonld import jsonld_weeks
from auditor.reading.hours_pairs import Open, Statement, pair
from auditor.reading.hours_week import Week
from auditor.reading.hours_words import hours_words
from auditor.reading.word_lists import chosen_languages
from auditor.reading.words import plain

__all__ = [
    "CHANNELS",
    "OTHER",
    "HoursFacts",
    "HoursReading",
    "hours_facts",
    "read_hours",
    "read_hours_jsonld",
]

OTHER = "other"
"""Hours of delivery or ordering, which are none of service."""
CHANNELS = ("service", "phone", "chat", "email", "store", "warehouse", OTHER, "")
"""Whose hours they are; empty where the text does not say."""

_TWELVE = ("US", "CA", "AU", "NZ", "IN", "PH", "MX", "CO", "EG", "SA", "PK", "BD", "MY")
"""Countries where most people tell the time with a.m. and p.m., whatever the page's language."""
_CONTACT = ("service", "phone", "chat", "email")
_QUOTE = 500
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"\d+|[^\W\d_]+")
_NEAR = 3
"""Blocks before and after one that names days which may belong to it."""
_LONG = 200
"""Characters from which a block without digits is prose."""


@dataclass(frozen=True, kw_only=True, slots=True)
class HoursReading(Reading):
    """Opening hours of one channel.

    Value: an OSM opening_hours string as `opening-hours-py` normalises it, or None where refused.
    """

    channel: str = ""
    """One of `CHANNELS`; those of `OTHER` never have a value."""


def read_hours(lines: Sequence[str], languages: Sequence[str], country: str = "") -> tuple[HoursReading, ...]:
    """Every statement of hours in a page's text blocks, in their order.

    lines: blocks in reading order; cells of a table row are joined by tabs. Days and hours may stand
    in different lines. Two statements that contradict each other are both given.
    country: ISO 3166 alpha-2; where it tells the time with a.m. and p.m., unmarked times are refused
    that could be either.
    """
    words = hours_words(chosen_languages(languages))
    text = "\n".join(_near_days(lines, words.first_words))
    twelve = words.twelve or country.upper() in _TWELVE
    return _Page(text).read(read_atoms(text, words.vocabulary, twelve=twelve))


def read_hours_jsonld(nodes: Sequence[object]) -> tuple[HoursReading, ...]:
    """Hours in schema.org data: openingHours, OpeningHoursSpecification, ContactPoint.hoursAvailable.

    nodes: decoded JSON-LD, however nested. Days that an opening hours list leaves out are closed.
    """
    return tuple(
        HoursReading(value=value, quote=quote[:_QUOTE], because=because, channel=channel)
        for value, quote, because, channel in jsonld_weeks(nodes)
    )


def _near_days(lines: Sequence[str], first_words: frozenset[str]) -> list[str]:
    """The blocks that can hold hours: where a day is named with digits nearby, and the short ones around."""
    clean = [part for line in lines for part in str(line).split("\n")]
    named = [not first_words.isdisjoint(map(plain, _WORD.findall(line))) for line in clean]
    digits = [bool(_DIGIT.search(line)) for line in clean]
    wanted: set[int] = set()
    for n, line in enumerate(clean):
        if not named[n]:
            continue
        near = range(max(0, n - _NEAR), min(len(clean), n + _NEAR + 1))
        if digits[n] or len(line) < _LONG:
            wanted.add(n)
            wanted.update(m for m in near if len(clean[m]) < _LONG or digits[m])
    return [line for n, line in enumerate(clean) if n in wanted]


@dataclass
class _Schedule:
    """One channel's week while it is being read."""

    channel: str
    first: Atom
    last: Atom
    line: int
    week: Week = field(default_factory=Week)
    because: str = ""


class _Page:
    """Collects statements into schedules, one per channel and stretch of the page."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.readings: list[tuple[int, HoursReading]] = []
        """With the place where each begins, for their order."""
        self.open: _Schedule | None = None
        self.left = Open()
        self.headings: list[tuple[int, list[str]]] = []
        self.season_until = -1

    def read(self, atoms: Sequence[Atom]) -> tuple[HoursReading, ...]:
        line = 0
        sentence: list[Atom] = []
        row: list[list[Atom]] = []
        for atom in (*atoms, None):
            if atom is None or atom.kind in ("line", "break"):
                row.append(sentence)
                sentence = []
                if atom is None or atom.kind == "line":
                    self._row(row, line)
                    row = []
                    line += 1
            else:
                sentence.append(atom)
        self._close()
        ordered = sorted(self.readings, key=lambda entry: entry[0])
        return tuple(dict.fromkeys(reading for _, reading in ordered))

    def _row(self, row: Sequence[Sequence[Atom]], line: int) -> None:
        """One block of the page, sentence by sentence."""
        timed = any(a.kind in ("times", "always", "closed", "days") for sentence in row for a in sentence)
        channels = [a.value for sentence in row for a in sentence if a.kind == "channel"]
        seasonal = any(a.kind == "season" for sentence in row for a in sentence)
        if not timed:
            if channels:
                self.headings.append((line, channels))
            if seasonal:
                self.season_until = line + 1
            if self.open and line - self.open.line > 2:
                self._close()
            return
        said: list[str] = []
        for sentence in row:
            said = self._sentence(sentence, line, said) or said
        if said:
            self.headings.append((line, said))
        if self.season_until >= line:
            self.season_until = line + 1

    def _sentence(self, atoms: Sequence[Atom], line: int, earlier: Sequence[str]) -> list[str]:
        named = [a for a in atoms if a.kind == "channel"]
        seasonal = any(a.kind == "season" for a in atoms) or self.season_until >= line
        for statement in pair(atoms, self.left, line):
            if seasonal and (statement.spans or statement.because):
                self._refused(statement, "it holds for a part of the year only", "")
                continue
            if statement.without_days:
                self._around_the_clock(statement, [a.value for a in named], line)
            else:
                self._add(statement, self._channel(statement, named, earlier, line), line)
        return [a.value for a in named]

    def _channel(self, said: Statement, named: Sequence[Atom], earlier: Sequence[str], line: int) -> str:
        """Whose hours a statement is about: named before it, else after it, else above."""
        since = self.open.last.end if self.open and self.open.line == line else 0
        before = [a.value for a in named if since <= a.start < said.first.start]
        if before:
            return _pick(before)
        behind = [a.value for a in named if a.start >= said.last.start]
        if behind and not since:
            return _pick([*earlier, *behind])
        if since or (self.open and line - self.open.line <= 2 and not self._heading_since(self.open.line)):
            return self.open.channel if self.open else ""
        if earlier:
            return _pick(earlier)
        for heading, channels in reversed(self.headings):
            if line - heading > _NEAR:
                break
            picked = _pick(channels)
            if picked != OTHER or line - heading == 1:
                return picked
        return ""

    def _heading_since(self, line: int) -> bool:
        return bool(self.headings) and self.headings[-1][0] > line

    def _add(self, said: Statement, channel: str, line: int) -> None:
        now = self.open
        fresh = now is None or now.channel != channel or line - now.line > _NEAR
        if now is not None and not fresh and said.spans and not said.because:
            fresh = now.week.conflicts(said.days, said.spans)
            if fresh and line == now.line and _extends(now.week, said):
                for day in said.days:
                    now.week.days[day] = tuple(sorted((*now.week.days[day], *said.spans)))
                now.last = said.last
                return
            if fresh and line == now.line:
                fresh, now.because = False, now.because or "a day is named twice with different times"
        if fresh or now is None:
            self._close()
            now = self.open = _Schedule(channel, said.first, said.last, line)
        now.last, now.line = said.last, line
        if said.because:
            now.because = now.because or said.because
            return
        now.week.set(said.days, said.spans)
        if said.holidays:
            now.week.holidays = said.spans

    def _around_the_clock(self, said: Statement, named: Sequence[str], line: int) -> None:
        """ "24/7": of service only where the same sentence or the heading names it; a form or the
        shop itself is always open."""
        above = self.headings[-1] if self.headings else (-_NEAR, [])
        channel = _pick(named or (above[1] if line - above[0] == 1 else ()))
        if channel not in _CONTACT:
            self._refused(said, "it does not say what is open day and night", channel)
            return
        self._close()
        self.open = _Schedule(channel, said.first, said.last, line)
        self.open.week.set(range(7), said.spans)

    def _refused(self, said: Statement, because: str, channel: str) -> None:
        quote = self._quote(said.first, said.last)
        shown = channel if channel in CHANNELS else ""
        reading = HoursReading(value=None, quote=quote, because=because, channel=shown)
        self.readings.append((said.first.start, reading))

    def _quote(self, first: Atom, last: Atom) -> str:
        return self.text[min(first.start, last.start) : max(first.end, last.end)][:_QUOTE]

    def _close(self) -> None:
        now, self.open = self.open, None
        if now is None or not (now.week.is_open or now.because):
            return
        value, because = now.week.osm(), now.because
        if now.channel == OTHER:
            value, because = None, "these are hours of delivery or ordering, not of service"
        elif because:
            value = None
        elif value is None:
            because = "it is no valid week"
        reading = HoursReading(
            value=value,
            quote=self._quote(now.first, now.last),
            because=because,
            channel=now.channel if now.channel in CHANNELS else "",
        )
        self.readings.append((now.first.start, reading))


def _extends(week: Week, said: Statement) -> bool:
    """True when the same days are named twice in a line with times that follow each other."""
    return all(week.days.get(day) and week.days[day][-1].end <= said.spans[0].start for day in said.days)


def _pick(channels: Sequence[str]) -> str:
    """One channel of several that are named: contact before ordering, one way before "service"."""
    contact = list(dict.fromkeys(c for c in channels if c in _CONTACT))
    places = [c for c in channels if c in ("store", "warehouse")]
    if contact and places:
        last = next(c for c in reversed(channels) if c != OTHER)
        if last in ("store", "warehouse"):
            return last
    elif places:
        return places[-1]
    ways = [c for c in contact if c != "service"]
    if len(ways) == 1:
        return ways[0]
    if contact:
        return "service"
    return OTHER if channels else ""
