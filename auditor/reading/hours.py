"""When can a customer reach the shop's service, as an OSM opening_hours string?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.reading.base import Reading

CHANNELS = ("service", "phone", "chat", "email", "store", "warehouse", "")
"""Whose hours they are; empty where the text does not say."""


@dataclass(frozen=True, kw_only=True, slots=True)
class HoursReading(Reading):
    """Opening hours of one channel.

    Value: an OSM opening_hours string as `opening-hours-py` normalises it, or None where refused.
    """

    channel: str = ""
    """service, phone, chat, email, store, warehouse, or empty where the text does not say."""


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


def read_hours(lines: Sequence[str], languages: Sequence[str], country: str = "") -> tuple[HoursReading, ...]:
    """Every statement of hours in a page's text blocks, in their order.

    lines: blocks in reading order; cells of a table row are joined by tabs. Days and hours may stand
    in different lines. Two statements that contradict each other are both given.
    """
    return ()


def read_hours_jsonld(nodes: Sequence[object]) -> tuple[HoursReading, ...]:
    """Hours in schema.org data: openingHours, OpeningHoursSpecification, ContactPoint.hoursAvailable.

    nodes: decoded JSON-LD, however nested.
    """
    return ()


def hours_facts(value: str, country: str) -> HoursFacts:
    """What an OSM opening_hours string comes to in an ordinary week; all nought where it is none."""
    return HoursFacts(per_week=0.0, evening=False, saturday=False, sunday=False, holidays=None, always=False)
