"""Findings in a report: verdict, value, points, reason and proof."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from auditor.models import Value


@dataclass(frozen=True, kw_only=True, slots=True)
class ProofReport:
    """Where something was seen."""

    url: str
    """The page's address as text."""
    href: str
    """The same address when it may be a link, else empty."""
    quote: str
    """The page's own words; empty when the page as a whole is the proof."""
    language: str
    """BCP 47 of the shop, as the wave gives it; empty when it does not."""
    seen_at: datetime | None
    """When it was seen; null when not recorded."""
    file: str
    """Evidence file that holds the words."""
    file_href: str
    """Where that file lies, seen from the report; empty when no folder was given."""
    screenshot: str
    """Evidence file with the picture; empty when there is none."""
    box: tuple[float, float, float, float] | None
    """x, y, width, height on the screenshot, CSS pixels; null when the place is not known."""
    role: str
    """What the page is for, in words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FindingReport:
    """A criterion judged for this shop."""

    anchor: str
    """Its place on the page: `finding-short_checkout`."""
    criterion: str
    """The criterion's id."""
    question: str
    """What is asked."""
    section: str
    """The part of the scorecard it belongs to."""
    section_title: str
    """The same, for people."""
    check: str
    """The check that answered."""
    outcome: str
    """met, partly_met, not_met, not_applicable, not_observed or outside_wave."""
    state: str
    """observed, absent, not_applicable or not_observed."""
    tone: str
    """good, partly, bad, neutral or unknown: which sign and colour it gets."""
    verdict: str
    """The outcome as a word."""
    value: Value
    """What was read, as in the observation, its texts cleaned."""
    value_text: str
    """What was read, for people; empty when nothing was asked for."""
    unit: str
    """The unit of the value."""
    points: float | None
    """Points earned; null where nothing could be earned or lost."""
    possible: float
    """Points that could be earned here."""
    lost: float
    """Points that could be judged and were not earned."""
    points_text: str
    """Points for people: "2 of 3 points"; empty where nothing could be earned or lost."""
    is_gate: bool
    """True for a must-have."""
    because: str
    """The reason, in a sentence."""
    code: str
    """Trouble code of a not-observed finding."""
    source: str
    """Who says that this matters, with figure and year."""
    proofs: tuple[ProofReport, ...]
    """The first few places where it was seen or looked for."""
    more_proofs_text: str
    """How many further places the evidence index lists; empty when all are shown."""


@dataclass(frozen=True, kw_only=True, slots=True)
class MendReport:
    """One of the findings that cost the most points."""

    anchor: str
    """The finding on the page."""
    question: str
    """What is asked."""
    section_title: str
    """The part of the shop."""
    tone: str
    """partly or bad."""
    verdict: str
    """The outcome as a word."""
    value_text: str
    """What was read, for people."""
    because: str
    """Why points were lost."""
    lost: float
    """Points lost."""
    lost_text: str
    """The same for people."""
    gain_text: str
    """What the score would gain if all of them were earned; empty when the shop is not rated."""
    is_gate: bool
    """True for a must-have."""


@dataclass(frozen=True, kw_only=True, slots=True)
class GapReport:
    """One reason why something was not observed, with all it hid."""

    code: str
    """Trouble code."""
    sentence: str
    """What it means."""
    count_text: str
    """How many criteria it hid, in words."""
    questions: tuple[str, ...]
    """The questions that stay open."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EvidenceFile:
    """A file that a finding or a picture rests on."""

    file: str
    """Name of the evidence file; it is the SHA-256 of its contents."""
    file_href: str
    """Where it lies, seen from the report; empty when no folder was given."""
    kind: str
    """What kind of file it is, in words."""
    used_text: str
    """How often findings and pictures point to it, in words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EvidenceReport:
    """An entry of the evidence index: a page as it was at one moment."""

    url: str
    """The page's address as text."""
    seen_at: datetime | None
    """When it was saved; null when not recorded."""
    files: tuple[EvidenceFile, ...]
    """What was saved of it."""
