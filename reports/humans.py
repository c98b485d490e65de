"""Values, numbers and times as people write them."""

from __future__ import annotations

import math
import re
from datetime import UTC, datetime

from auditor.models import State, Value
from reports.plain import NAME_LIMIT, clean

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
"""Not strftime: a report must not change with the machine's locale."""
_WORD_VALUE = re.compile(r"[a-z]+(_[a-z]+)+")
_FREE = re.compile(r"[A-Z]{3} 0+([.]0+)?")
_COUNTED = frozenset({"", "count", "number", "score", "money", "yes_no"})


def number(value: float, digits: int = 1) -> str:
    """A number without needless zeros: 3, 2.5, 1,250."""
    text = f"{value:,.{digits}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def value_text(value: Value, unit: str, state: State) -> str:
    """A value with its unit: "30 days", "EUR 4.95", "Mo-Fr 09:00-18:00", "yes"; empty without one."""
    if state is State.ABSENT:
        return "not there"
    if state is not State.OBSERVED:
        return ""
    if value is None:
        return "there, but not readable"
    if isinstance(value, tuple):
        return clean(", ".join(_string(v, unit) for v in value)) or "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return _counted(value, unit)
    return _string(value, unit)


def _counted(value: float, unit: str) -> str:
    if not math.isfinite(value):
        return "there, but not readable"
    if unit in ("share", "ratio"):
        return f"{number(value * 100)}%"
    if unit in _COUNTED:
        return number(value, 2)
    first, space, rest = unit.replace("_", " ").partition(" ")
    # Units are named in the plural: days, hours_per_week.
    spoken = (first.removesuffix("s") if value == 1 else first) + space + rest
    return f"{number(value, 1)} {spoken}"


def _string(value: str, unit: str) -> str:
    if _WORD_VALUE.fullmatch(value):
        return value.replace("_", " ")
    if _FREE.fullmatch(value):
        return f"{value} (free)"
    if unit == "opening_hours":
        value = ", ".join(part.strip() for part in value.split(";"))
    return clean(value, NAME_LIMIT * 2) or "empty"


def points_text(points: float | None, possible: float) -> str:
    """Points earned of points possible; empty where nothing could be earned or lost."""
    if points is None:
        return ""
    return f"{number(points, 2)} of {number(possible, 2)} {'point' if possible == 1 else 'points'}"


def seconds_text(seconds: float | None) -> str:
    """A duration of a walk: "0.8 s", "42 s", "2 min 5 s"; empty when nothing was measured."""
    if seconds is None or seconds <= 0 or not math.isfinite(seconds):
        return ""
    if seconds < 9.95:
        return f"{seconds:.1f} s"
    if seconds < 99.5:
        return f"{seconds:.0f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if rest else f"{minutes} min"


def measured(seconds: float) -> float:
    """Seconds to the millisecond; 0, which means not measured, for what is no number."""
    return round(seconds, 3) if math.isfinite(seconds) else 0.0


def plural(count: int, one: str, many: str = "") -> str:
    """A count with its noun: "1 click", "3 clicks"."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def in_utc(at: datetime | None) -> datetime | None:
    """The time in UTC; a time without a zone is no time we could vouch for, and becomes None."""
    return at.astimezone(UTC) if at is not None and at.tzinfo is not None else None


def iso(at: datetime | None) -> str | None:
    """Aware UTC in ISO 8601, to the second: 2026-11-22T07:50:24+00:00."""
    known = in_utc(at)
    return known.isoformat(timespec="seconds") if known else None


def when(at: datetime | None) -> str:
    """Date and time for readers: 22 November 2026, 07:50 UTC."""
    known = in_utc(at)
    return (
        f"{known.day} {_MONTHS[known.month - 1]} {known.year}, {known:%H:%M} UTC"
        if known
        else "time not known"
    )


def day(at: datetime | None) -> str:
    """The date for readers: 22 November 2026."""
    known = in_utc(at)
    return f"{known.day} {_MONTHS[known.month - 1]} {known.year}" if known else "date not known"


def whole_percent(share: float, *, towards: str = "nearest") -> int:
    """A share 0..1 as whole percent; bounds are rounded outwards, so that they never promise too much."""
    percent = round(min(max(share, 0.0), 1.0) * 100, 6)
    match towards:
        case "down":
            return math.floor(percent)
        case "up":
            return math.ceil(percent)
        case _:
            return math.floor(percent + 0.5)


def exact_percent(share: float) -> float:
    """A share 0..1 as percent with one decimal, for machines."""
    return round(share * 100, 1)
