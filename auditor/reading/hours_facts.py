"""What an opening_hours string comes to: hours a week, evenings, weekends, holidays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from opening_hours import OpeningHours, ParserError  # type: ignore[attr-defined]  # missing in its stubs

_MONDAY = datetime(2026, 6, 15)
"""A week in June that no country of ours breaks with a public holiday, should one be looked up."""
_EVENING = timedelta(hours=17)
_ENOUGH = timedelta(minutes=30)
_NOTHING = timedelta()


@dataclass(frozen=True, kw_only=True, slots=True)
class HoursFacts:
    """What follows from an OSM opening_hours string."""

    per_week: float
    """Hours open in a week without public holidays."""
    evening: bool
    """Open at least 30 minutes after 17:00 on a weekday."""
    saturday: bool
    sunday: bool
    holidays: bool | None
    """Open on public holidays; None where the hours do not say."""
    always: bool
    """Open day and night, seven days."""


_NONE = HoursFacts(per_week=0.0, evening=False, saturday=False, sunday=False, holidays=None, always=False)


@lru_cache(maxsize=1024)
def open_spans(value: str) -> tuple[tuple[timedelta, timedelta], ...]:
    """Open stretches of an ordinary week, as time since Monday midnight; empty for no hours."""
    try:
        hours = OpeningHours(value)
        found = []
        for begin, end, state, *_ in hours.intervals(_MONDAY, _MONDAY + timedelta(days=7)):
            if str(state) == "open":
                stop = min(end or _MONDAY + timedelta(days=7), _MONDAY + timedelta(days=7))
                found.append((begin - _MONDAY, stop - _MONDAY))
        return tuple(found)
    except (ParserError, SyntaxError, ValueError):
        return ()


def hours_facts(value: str, country: str) -> HoursFacts:  # noqa: ARG001 - callers pass it
    """What an OSM opening_hours string comes to in an ordinary week; all nought where it is none.

    country: ISO 3166 alpha-2. Its holidays decide nothing here: whether holidays are open is what
    the string says of "PH", and unknown where it says nothing.
    """
    spans = open_spans(value)
    if not spans:
        return _NONE
    total = sum((end - begin for begin, end in spans), _NOTHING)
    return HoursFacts(
        per_week=round(total.total_seconds() / 3600, 2),
        evening=any(_open_for(spans, day, _EVENING, timedelta(days=1)) >= _ENOUGH for day in range(5)),
        saturday=_open_for(spans, 5, _NOTHING, timedelta(days=1)) > _NOTHING,
        sunday=_open_for(spans, 6, _NOTHING, timedelta(days=1)) > _NOTHING,
        holidays=_holidays(value),
        always=total == timedelta(days=7),
    )


def _open_for(
    spans: tuple[tuple[timedelta, timedelta], ...], day: int, since: timedelta, until: timedelta
) -> timedelta:
    """How long it is open on a day between two times of it."""
    begin, end = timedelta(days=day) + since, timedelta(days=day) + until
    return sum((max(_NOTHING, min(b, end) - max(a, begin)) for a, b in spans), _NOTHING)


def _holidays(value: str) -> bool | None:
    for rule in value.split(";"):
        if "PH" in rule:
            return not rule.strip().endswith(("off", "closed"))
    return None
