"""What hours of customer service does a shop state?"""

from __future__ import annotations

from dataclasses import dataclass

from auditor.checks._places import absent, languages, lines
from auditor.checks.base import Page, Pages
from auditor.lexicon import Lexicon
from auditor.models import Answer, EvidenceRef, NotObserved
from auditor.reading.hours import HoursFacts, HoursReading, hours_facts, read_hours

ROLES = ("contact", "help", "faq", "home", "imprint")
"""Where service hours stand, the likeliest place first."""

CHANNELS = ("service", "phone", "chat", "email")
"""Whose hours are service hours, the plainest first. Those of stores, warehouses and delivery are not."""


@dataclass(frozen=True, kw_only=True)
class Hours:
    """The hours of one channel of service."""

    value: str | None
    """OSM opening_hours, or None where they are stated but cannot be read for certain."""
    evidence: tuple[EvidenceRef, ...]
    because: str = ""


def find_hours(pages: Pages, lexicon: Lexicon) -> tuple[Hours, ...] | Answer:
    """The hours of each channel for which the shop states any, the plainest channel first.

    Absent: none of home, contact, help, FAQ and imprint states hours of service.
    Why hours without a channel count only where no channel is named: beside a line that says "hotline",
    one that only says "Monday to Friday" may mean the counter.
    """
    stated = [(page, hours) for page in pages.of(*ROLES) for hours in _read(page, pages, lexicon)]
    by_channel = [[(p, h) for p, h in stated if h.channel == channel] for channel in CHANNELS]
    found = [_agreed(of_channel) for of_channel in by_channel if of_channel]
    unnamed = [(page, hours) for page, hours in stated if not hours.channel and _may_be_service(page, hours)]
    if not found and unnamed:
        found = [_agreed(unnamed)]
    if found:
        return tuple(found)
    return absent(pages, lexicon, *ROLES, because="no hours of customer service are stated")


def find_facts(pages: Pages, lexicon: Lexicon) -> tuple[tuple[HoursFacts, Hours], ...] | Answer:
    """What follows from the hours of each channel, or the answer for a check that needs them and cannot."""
    found = find_hours(pages, lexicon)
    if not isinstance(found, tuple):
        return found
    for hours in found:
        if hours.value is None:
            return NotObserved(code="ambiguous", because=hours.because, evidence=hours.evidence)
    return tuple((hours_facts(hours.value or "", pages.shop.country), hours) for hours in found)


def _read(page: Page, pages: Pages, lexicon: Lexicon) -> tuple[HoursReading, ...]:
    return read_hours(lines(page), languages(page, lexicon), pages.shop.country)


def _may_be_service(page: Page, hours: HoursReading) -> bool:
    """Whether hours of nothing in particular may be those of service.

    What cannot be read counts only where contact is the topic: a line of a home page is no hotline.
    """
    return hours.value is not None or page.role not in ("home", "faq")


def _agreed(stated: list[tuple[Page, HoursReading]]) -> Hours:
    """One statement for several that say the same; a refusal where they differ."""
    certain = [(page, hours) for page, hours in stated if hours.value is not None]
    if not certain:
        page, hours = stated[0]
        return Hours(value=None, evidence=(page.ref(hours.quote),), because=hours.because)
    by_value = {str(hours.value): page.ref(hours.quote) for page, hours in reversed(certain)}
    if len(by_value) > 1:
        values = " and ".join(sorted(by_value))
        return Hours(value=None, evidence=tuple(by_value.values()), because=f"the shop states {values}")
    ((value, ref),) = by_value.items()
    return Hours(value=value, evidence=(ref,), because=value)
