"""A week of opening hours and its OSM opening_hours string."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from opening_hours import OpeningHours, ParserError  # type: ignore[attr-defined]  # missing in its stubs

from auditor.reading.hours_clock import DAY, Span

NAMES = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


@dataclass
class Week:
    """Spans per day as they are read; what is not said is not known."""

    days: dict[int, tuple[Span, ...]] = field(default_factory=dict)
    """An empty tuple is a day that is said to be closed."""
    holidays: tuple[Span, ...] | None = None
    """Public holidays: None is not said, empty is closed."""

    def conflicts(self, days: Iterable[int], spans: tuple[Span, ...]) -> bool:
        """True when a day is known already with other times."""
        return any(day in self.days and self.days[day] != spans for day in days)

    def set(self, days: Iterable[int], spans: tuple[Span, ...]) -> None:
        """Take over what is said of these days."""
        for day in days:
            self.days[day] = spans

    @property
    def is_open(self) -> bool:
        """True when any day of the week is open; hours on holidays alone are no week."""
        return any(self.days.values())

    def osm(self) -> str | None:
        """The normalised opening_hours string, or None when no day is open."""
        if not self.is_open:
            return None
        whole = (Span(0, DAY),)
        if self.holidays in (None, whole) and all(self.days.get(day) == whole for day in range(7)):
            return "24/7"
        rules = []
        for spans in dict.fromkeys(self.days[day] for day in sorted(self.days)):
            if spans:
                names = ",".join(NAMES[day] for day in sorted(self.days) if self.days[day] == spans)
                rules.append(f"{names} {','.join(map(_clock, spans))}")
        if self.holidays is not None:
            rules.append(f"PH {','.join(map(_clock, self.holidays)) or 'off'}")
        return normalise("; ".join(rules))


def _clock(span: Span) -> str:
    end = span.end if span.end <= DAY else span.end - DAY
    return f"{span.start // 60:02}:{span.start % 60:02}-{end // 60:02}:{end % 60:02}"


@lru_cache(maxsize=2048)
def normalise(value: str) -> str | None:
    """An OSM opening_hours string in the one spelling that is compared, or None when it is none."""
    try:
        return str(OpeningHours(value).normalize())
    except (ParserError, SyntaxError, ValueError):
        return None
