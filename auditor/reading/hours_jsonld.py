"""Hours in schema.org data, as shops write it: days in their own language, dashes for closed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from auditor.reading.hours_clock import DAY, Span
from auditor.reading.hours_week import Week, normalise
from auditor.reading.word_lists import DAYS, cldr_days, measure_languages
from auditor.reading.words import plain

_DEEPEST = 12
_MOST = 20_000
"""Nodes that are looked at; a page that holds more is not read to its end."""

_TIME = re.compile(
    r"(?:\d{4}-\d\d-\d\dT)?(\d{1,2})(?:[:.](\d\d))?(?:[:.]\d\d)?\s*([ap]\.?m\.?)?(?:z|[+-]\d\d:?\d\d)?", re.I
)
_OPENING = re.compile(r"\d|24/7")
_NEXT_DAY = re.compile(r"\s*[,;]\s*(?=[A-Z][a-z])(?![^;]*?-\s*$)")
_DASHES = frozenset("-–—−")
_PHYSICAL = ("store", "shop", "localbusiness", "showroom")
_NOT_PHYSICAL = ("onlinestore", "onlinebusiness", "webshop")


class Found(NamedTuple):
    """Hours as read, or why not."""

    value: str | None
    quote: str
    because: str
    channel: str


def jsonld_weeks(nodes: Sequence[object]) -> Iterator[Found]:
    """Every statement of hours in decoded JSON-LD, outermost first."""
    for node, channel in _nodes(nodes):
        written = node.get("openingHours")
        if written:
            yield _from_strings(written, channel)
        for key in ("openingHoursSpecification", "hoursAvailable"):
            if node.get(key):
                yield _from_specifications(node[key], channel)


def _nodes(nodes: object) -> Iterator[tuple[dict[str, object], str]]:
    waiting: list[tuple[object, int]] = [(nodes, 0)]
    seen = 0
    while waiting and seen < _MOST:
        node, depth = waiting.pop(0)
        seen += 1
        if isinstance(node, dict):
            yield node, _channel(node)
            if depth < _DEEPEST:
                waiting.extend(
                    (value, depth + 1) for value in node.values() if isinstance(value, dict | list)
                )
        elif isinstance(node, list | tuple) and depth < _DEEPEST:
            waiting.extend((value, depth + 1) for value in node)


def _channel(node: dict[str, object]) -> str:
    kinds = " ".join(str(k).lower() for k in _listed(node.get("@type")))
    if "contactpoint" in kinds:
        said = str(node.get("contactType") or "").lower()
        if not said or "service" in said or "support" in said or "care" in said:
            return "service"
        return "phone" if node.get("telephone") else ""
    if any(kind in kinds for kind in _NOT_PHYSICAL):
        return ""
    return "store" if any(kind in kinds for kind in _PHYSICAL) else ""


def _listed(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else [] if value is None else [value]


def _quote(value: object) -> str:
    try:
        return json.dumps(value, ensure_ascii=False)[:500]
    except (TypeError, ValueError, RecursionError):
        return str(type(value).__name__)


def _from_strings(written: object, channel: str) -> Found:
    """ "Mo-Fr 09:00-17:00", or a list of such strings."""
    texts = [str(t).strip() for t in _listed(written) if isinstance(t, str) and t.strip()]
    quote = _quote(written)
    rules = [rule for text in texts for rule in _NEXT_DAY.split(text)]
    if not rules or not any(_OPENING.search(rule) for rule in rules):
        return Found(None, quote, "no times are named", channel)
    if not all(_OPENING.search(r) or re.search(r"\b(?:off|closed)\b", r) for r in rules):
        return Found(None, quote, "days are named without times", channel)
    value = normalise("; ".join(rules).replace("23:59", "24:00"))
    if value is None:
        return Found(None, quote, "it is not in the form that schema.org asks for", channel)
    return Found(value, quote, "", channel)


def _from_specifications(written: object, channel: str) -> Found:
    quote = _quote(written)
    week = Week()
    spans: dict[int | str, list[Span]] = {}
    for entry in _listed(written):
        if not isinstance(entry, dict):
            return _from_strings(written, channel)
        if entry.get("validFrom") or entry.get("validThrough"):
            continue
        days = [_day(day) for day in _listed(entry.get("dayOfWeek"))]
        if None in days:
            return Found(None, quote, "a day cannot be read", channel)
        span, because = _span(entry)
        if because:
            return Found(None, quote, because, channel)
        for day in days or range(7):
            spans.setdefault(day if day is not None else 0, []).extend([span] if span else [])
    for day, found in spans.items():
        ordered = tuple(sorted(set(found)))
        if any(a.end > b.start for a, b in pairwise(ordered)):
            return Found(None, quote, "the times overlap", channel)
        if day == "PH":
            week.holidays = ordered
        else:
            week.set([int(day)], ordered)
    value = week.osm()
    return Found(value, quote, "" if value else "no day is open", channel)


def _span(entry: dict[str, object]) -> tuple[Span | None, str]:
    """Opening and closing time; None with no reason is closed."""
    opens, closes = (_minutes(entry.get(key)) for key in ("opens", "closes"))
    if opens is None or closes is None:
        return None, "a time cannot be read"
    if opens == closes or -1 in (opens, closes):
        closed = opens == closes and opens in (-1, 0)
        return None, "" if closed else "only one of the two times is named"
    closes = DAY if closes in (0, DAY - 1) else closes
    if closes <= opens:
        if closes > 6 * 60:
            return None, "it would end before it begins"
        closes += DAY
    return Span(opens, closes), ""


def _minutes(value: object) -> int | None:
    """Minutes since midnight; -1 for nothing or a dash, None for what is no time."""
    text = "" if value is None else str(value).strip()
    if not text or set(text) <= _DASHES or text.casefold() in ("closed", "off", "none", "null"):
        return -1
    match = _TIME.fullmatch(text)
    if match is None:
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").lower()[:1]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    elif match[2] is None:
        return None
    return hour * 60 + minute if hour < 24 and minute < 60 else DAY if (hour, minute) == (24, 0) else None


@cache
def _day_names() -> dict[str, int | str]:
    """Day names of all languages; a name that means two days is left out."""
    names: dict[str, int | str] = {"publicholidays": "PH", "publicholiday": "PH", "ph": "PH"}
    for number, day in enumerate(DAYS):
        names[day] = number
    twice = set()
    for language in measure_languages():
        for number, day in enumerate(DAYS):
            for name in cldr_days(language)[day]:
                if names.setdefault(plain(name), number) != number:
                    twice.add(plain(name))
    for number, name in enumerate(cldr_days("en")[day][0] for day in DAYS):
        names[plain(name)[:3]] = number
    return {name: number for name, number in names.items() if name not in twice}


def _day(value: object) -> int | str | None:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("name")
    text = str(value or "").rstrip("/").rsplit("/", 1)[-1].rsplit(":", 1)[-1].strip().rstrip(".")
    return _day_names().get(plain(text))
