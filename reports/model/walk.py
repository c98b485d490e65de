"""The walk in a report: must-haves, stages, counts and pictures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class GateReport:
    """One must-have on the elimination path."""

    number: int
    """Place on the path, from 1."""
    criterion: str
    """The criterion's id."""
    question: str
    """What is asked."""
    is_met: bool | None
    """Null when it was not observed or does not apply."""
    tone: str
    """good, bad, neutral or unknown: which sign and colour it gets."""
    verdict: str
    """Passed, failed, does not apply or not known."""
    because: str
    """The reason, in a sentence."""
    is_out: bool
    """True for the first failed must-have: a strict panel would have dropped the shop here."""
    anchor: str
    """The finding behind it on the page; empty when there is none."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FunnelReport:
    """How far the walk came: one stage."""

    stage: str
    """home, search, product, cart, checkout or last_state."""
    title: str
    """The stage's name for people."""
    outcome: str
    """reached, not_found, or a trouble code."""
    tone: str
    """good when reached, bad when it was looked for in vain, unknown when we could not look."""
    verdict: str
    """Reached, not found or not seen."""
    because: str
    """Why it was not reached; empty when it was."""
    url: str
    """The address as text."""
    href: str
    """The same address when it may be a link, else empty."""
    seconds: float
    """Machine seconds from the start of the walk; 0 when not measured."""
    time_text: str
    """The same for people; empty when not measured or not reached."""


@dataclass(frozen=True, kw_only=True, slots=True)
class MeasureReport:
    """One count of the checkout beside what others published."""

    measure: str
    """screens, steps_declared, clicks, fields_shown, fields_required or machine_seconds."""
    title: str
    """What was counted."""
    value: float | None
    """The count; null when it was not observed."""
    value_text: str
    """The count for people, with "at least" when the walk stopped early."""
    short_text: str
    """The same for a table cell: "4", "4 or more", "–"."""
    published_text: str
    """The published figure; empty when there is none that counts the same thing."""
    comparison: str
    """How the shop stands against it; empty when it cannot be told."""
    source: str
    """Who published it, and for which year."""
    source_href: str
    """Where it was published."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckoutReport:
    """What a customer has to do between the cart and the last state before the order."""

    measures: tuple[MeasureReport, ...]
    """The counts, in a fixed order."""
    is_censored: bool
    """True: the walk stopped before the end, every count is "at least"."""
    words: str
    """How far the counting went, in a sentence."""
    short_text: str
    """Screens, clicks and fields in a line; empty when nothing was counted."""
    order_button: str
    """The shop's own words on the control that would place the order; empty when it was not seen."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FrameReport:
    """One picture of the walk."""

    number: int
    """Place in the strip, from 1."""
    stage: str
    """The stage's name for people; empty for pages about help, which belong to none."""
    caption: str
    """What is seen."""
    url: str
    """The page's address as text."""
    seen_at: datetime | None
    """When it was seen; null when not recorded."""
    screenshot: str
    """Evidence file with the picture."""
    screen: int | None
    """Number of the checkout screen, where it is one."""
    clicks: int
    """Clicks since the frame before."""
    fields: int
    """Fields shown on this screen."""
    seconds: float
    """Machine seconds of the visit so far."""
    effort_text: str
    """Screen, clicks, fields and seconds in words; empty when there is nothing to count."""
