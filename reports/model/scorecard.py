"""A shop's scorecard page: who, when, the score, and all its parts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reports.model.findings import EvidenceReport, FindingReport, GapReport, MendReport
from reports.model.walk import CheckoutReport, FrameReport, FunnelReport, GateReport


@dataclass(frozen=True, kw_only=True, slots=True)
class HeadReport:
    """Who was audited, when, and by which rubric."""

    shop: str
    """The shop's name."""
    url: str
    """The shop's address as text."""
    href: str
    """The same address when it may be a link, else empty."""
    country: str
    """ISO 3166 alpha-2; empty when the wave does not say."""
    language: str
    """BCP 47; empty when the wave does not say."""
    peer_group: str
    """The shops it is compared with; empty when the wave names none."""
    wave: str
    """The round this audit belongs to."""
    started_at: datetime | None
    """When the first visit began; null when nothing was visited."""
    ended_at: datetime | None
    """When the last visit ended; null when nothing was visited."""
    rubric_id: str
    """Which rubric judged."""
    rubric_version: str
    """Its published version."""
    rubric_sha256: str
    """Fingerprint of the rubric file that was used."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ScoreReport:
    """Points earned, with what is not known beside it."""

    percent: int | None
    """Earned of what could be judged; null when the shop is not rated."""
    low_percent: int
    """Worst case: everything we could not see is missing. Rounded down."""
    high_percent: int
    """Best case: everything we could not see is perfect. Rounded up."""
    open_percent: int
    """From the worst to the best case."""
    bounds_text: str
    """Worst to best case: "33–67%", or one figure when nothing is open."""
    coverage_percent: int
    """How much of the applicable rubric was seen, by weight. Rounded down."""
    is_rated: bool
    """False below the rubric's minimum coverage: then there is no score and no rank."""
    earned: float
    """Points earned."""
    observed: float
    """Points that could be judged."""
    applicable: float
    """Points of all criteria that apply."""
    headline: str
    """The result in a few words: "72%", "not rated"."""
    words: str
    """The result, its bounds and its coverage as sentences."""
    points_text: str
    """Earned of judged: "18.5 of 24 points"; empty when nothing could be judged."""
    chart_text: str
    """What the bar shows, for those who cannot see it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SectionReport:
    """One part of the shop: its score and its findings."""

    id: str
    """search, product, cart, checkout, ..."""
    title: str
    """Its name for people."""
    score: ScoreReport | None
    """Null when nothing in this section applies."""
    summary: str
    """How many criteria ended how, in words."""
    findings: tuple[FindingReport, ...]
    """What was judged or does not apply, in the rubric's order; not-observed ones stand apart."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FactReport:
    """A line of the method box."""

    title: str
    """What the line is about."""
    text: str
    """What is to be said about it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ScorecardReport:
    """Everything on a shop's scorecard page."""

    schema: int
    """Version of this model."""
    file_name: str
    """The page's file name; the same shop always gets the same one."""
    overview_href: str
    """The wave's overview, seen from this page; empty when there is none."""
    head: HeadReport
    """Who, when, by which rubric."""
    score: ScoreReport
    """The score of the whole shop."""
    gates: tuple[GateReport, ...]
    """Must-haves in the rubric's order."""
    gates_text: str
    """The path in a sentence: how many passed, where it ends."""
    gates_short: str
    """The path in a table cell: "7 of 9"."""
    funnel: tuple[FunnelReport, ...]
    """The stages of the walk, in order."""
    funnel_text: str
    """How far the walk came, in a sentence."""
    funnel_short: str
    """How far the walk came, in a few words."""
    checkout: CheckoutReport
    """Counts of the checkout."""
    sections: tuple[SectionReport, ...]
    """The parts of the shop that have findings or a score, in the order of the journey."""
    is_judged: bool
    """True when at least one criterion was judged or ruled out."""
    mend_first: tuple[MendReport, ...]
    """The findings that cost the most points, worst first."""
    mend_text: str
    """What the list leaves out, or why it is empty."""
    not_observed: tuple[FindingReport, ...]
    """Findings that could not be judged; they cost no points."""
    outside_wave: tuple[FindingReport, ...]
    """Criteria that this wave did not set out to answer; they are not part of the score."""
    film: tuple[FrameReport, ...]
    """The walk in pictures."""
    method: tuple[FactReport, ...]
    """How the audit was done: what, when, as whom, with which versions, within which limits."""
    gaps: tuple[GapReport, ...]
    """What was not observed, by reason."""
    evidence: tuple[EvidenceReport, ...]
    """Every file that a finding or a picture rests on."""
