"""Which share of orders is placed while service can be reached?

A demand curve spreads a week's orders over days and hours. Both curves below rest on published
figures; what the figures leave open is said with each.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from auditor.reading.hours_facts import open_spans


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """Hours on some days that take a share of a week's orders, spread evenly."""

    days: tuple[int, ...]
    """0 is Monday."""
    start: int
    """Full hour, 0 to 23."""
    end: int
    """Full hour, 1 to 24."""
    share: float
    """Of the whole week, 0..1."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DemandCurve:
    """How a week's orders spread over its hours; the shares of all blocks add up to 1."""

    name: str
    source: str
    blocks: tuple[Block, ...]


_WEEKDAYS = (0, 1, 2, 3, 4)
_WEEKEND = (5, 6)
_WEEKEND_SHARE = 0.27
"""13 to 14 percent of purchases a day (SaleCycle 2020); two days of 13.5 percent."""
_SHAPE = ((0, 6, 0.09), (6, 12, 0.29), (12, 19, 0.35), (19, 24, 0.27))
"""Blue Media 2019, Poland: 29 percent from 6 to 12, 35 percent from 12 to 19, a second peak near 20.
How the other 36 percent divide into evening and night is our own assumption."""


def _day_shape(days: tuple[int, ...], share: float) -> tuple[Block, ...]:
    return tuple(Block(days=days, start=a, end=b, share=share * part) for a, b, part in _SHAPE)


DEFAULT = DemandCurve(
    name="two_peaks",
    source="Blue Media 2019 (time of day), SaleCycle 2020 (weekend share); night against evening assumed",
    blocks=(*_day_shape(_WEEKDAYS, 1 - _WEEKEND_SHARE), *_day_shape(_WEEKEND, _WEEKEND_SHARE)),
)
AFTER_HOURS_54 = DemandCurve(
    name="after_hours_54",
    source="54 percent of orders after 17:00 and at weekends (Blue Media, Poland); half at weekends assumed",
    blocks=(
        Block(days=_WEEKDAYS, start=7, end=17, share=0.46),
        Block(days=_WEEKDAYS, start=17, end=24, share=0.54 - _WEEKEND_SHARE),
        *_day_shape(_WEEKEND, _WEEKEND_SHARE),
    ),
)
CURVES = {curve.name: curve for curve in (DEFAULT, AFTER_HOURS_54)}


def demand_cover(value: str, curve: DemandCurve = DEFAULT) -> float:
    """Share of a week's orders placed while service is open, 0..1.

    value: an OSM opening_hours string; one that cannot be read covers nothing.
    """
    spans = open_spans(value)
    covered = 0.0
    for block in curve.blocks:
        length = timedelta(hours=block.end - block.start) * len(block.days)
        opened = timedelta()
        for day in block.days:
            begin = timedelta(days=day, hours=block.start)
            end = timedelta(days=day, hours=block.end)
            opened += sum((max(timedelta(), min(b, end) - max(a, begin)) for a, b in spans), timedelta())
        covered += block.share * (opened / length)
    return round(min(covered, 1.0), 4)
