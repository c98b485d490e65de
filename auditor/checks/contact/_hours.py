"""What hours of customer service does a shop state?"""

from __future__ import annotations

from dataclasses import dataclass

from auditor.checks._places import absent, languages, lines
from auditor.checks.base import Page, Pages
from auditor.lexicon import Lexicon
from auditor.models import Answer, EvidenceRef, NotObserved
from auditor.reading.hours import HoursReading, read_hours

ROLES = ("contact", "help", "faq", "home", "imprint")
"""Where service hours stand, the likeliest place first."""

CHANNELS = ("service", "phone", "chat", "email", "")
"""Whose hours are service hours, the plainest first. Those of stores and warehouses are not."""


@dataclass(frozen=True, kw_only=True)
class Hours:
    """The service hours of a shop."""

    value: str | None
    """OSM opening_hours, or None where they are stated but cannot be read for certain."""
    evidence: tuple[EvidenceRef, ...]
    because: str = ""


def find_hours(pages: Pages, lexicon: Lexicon) -> Hours | Answer:
    """The hours of the plainest channel for which the shop states any.

    Absent: none of home, contact, help, FAQ and imprint states hours of service.
    Why the plainest: a line that says "hotline" beats one that only says "Monday to Friday", which may
    mean the counter. The same channel with two different hours is not read at all.
    """
    stated = [(page, hours) for page in pages.of(*ROLES) for hours in _read(page, pages, lexicon)]
    for channel in CHANNELS:
        of_channel = [(page, hours) for page, hours in stated if hours.channel == channel]
        if of_channel:
            return _agreed(of_channel)
    return absent(pages, lexicon, *ROLES, because="no hours of customer service are stated")


def known_hours(pages: Pages, lexicon: Lexicon) -> tuple[str, Hours] | Answer:
    """The hours with their value, or the answer for a check that needs one and has none."""
    found = find_hours(pages, lexicon)
    if not isinstance(found, Hours):
        return found
    if found.value is None:
        return NotObserved(code="ambiguous", because=found.because, evidence=found.evidence)
    return found.value, found


def _read(page: Page, pages: Pages, lexicon: Lexicon) -> tuple[HoursReading, ...]:
    return read_hours(lines(page), languages(page, lexicon), pages.shop.country)


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
    return Hours(value=value, evidence=(ref,))
