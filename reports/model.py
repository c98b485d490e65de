"""What a scorecard page shows: every sentence, number and place already worked out.

Templates only lay out. Texts that come from a shop are cleaned (`reports.plain`) before they get here;
`report.json` holds the same model, so that whatever stands on a page can be read by a program.
All percentages are 0 to 100; times are aware UTC.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from auditor.models import Value

SCHEMA = 1
"""Version of the documented report model; raised when a field changes its meaning or goes away."""


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
    """good, bad or unknown: which sign and colour it gets."""
    verdict: str
    """Passed, failed or not known."""
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
    """The same for people; empty when not measured."""


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
    order_button: str
    """The shop's own words on the control that would place the order; empty when it was not seen."""


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
    """What was read, as in the observation."""
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
class FrameReport:
    """One picture of the walk."""

    number: int
    """Place in the strip, from 1."""
    stage: str
    """The stage's name for people."""
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
    """Machine seconds of the walk."""
    effort_text: str
    """Clicks, fields and seconds in words."""


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
class FactReport:
    """A line of the method box."""

    title: str
    """What the line is about."""
    text: str
    """What is to be said about it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EvidenceReport:
    """A line of the evidence index."""

    file: str
    """Name of the evidence file; it is the SHA-256 of its contents."""
    file_href: str
    """Where it lies, seen from the report; empty when no folder was given."""
    kind: str
    """What kind of file it is, in words."""
    url: str
    """The page it was saved from."""
    seen_at: datetime | None
    """When it was saved; null when not recorded."""
    used_text: str
    """How many findings and pictures rest on it, in words."""


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
    checkout: CheckoutReport
    """Counts of the checkout."""
    sections: tuple[SectionReport, ...]
    """The parts of the shop that have findings or a score, in the order of the journey."""
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


@dataclass(frozen=True, kw_only=True, slots=True)
class HeatReport:
    """One shop's score in one section."""

    section: str
    """The section's id."""
    percent: int | None
    """Null when the section is not rated or does not apply."""
    step: int
    """Shade of the cell: 0 without a score, 1 (lowest fifth) to 5 (highest fifth)."""
    text: str
    """What stands in the cell."""
    words: str
    """The cell in words, with bounds."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ShopLine:
    """One shop in the overview."""

    rank_text: str
    """"1", "2=" where shops share a rank, empty when not rated."""
    shop: str
    """The shop's name."""
    url: str
    """Its address as text."""
    peer_group: str
    """The shops it is compared with; empty when the wave names none."""
    scorecard_href: str
    """Its scorecard, seen from the overview."""
    score: ScoreReport
    """The score of the whole shop."""
    gates_short: str
    """Must-haves passed: "7 of 9"."""
    gates_text: str
    """The elimination path in a sentence."""
    funnel: tuple[FunnelReport, ...]
    """The stages of the walk, in order."""
    funnel_text: str
    """How far the walk came, in a sentence."""
    measures: tuple[MeasureReport, ...]
    """Screens, clicks and fields of the checkout."""
    heat: tuple[HeatReport, ...]
    """The shop's row in the stage table."""


@dataclass(frozen=True, kw_only=True, slots=True)
class OverviewReport:
    """Everything on the overview page of a wave."""

    schema: int
    """Version of this model."""
    wave: str
    """The wave's name."""
    title_text: str
    """How many shops, how many rated, in words."""
    dates_text: str
    """From the first to the last visit."""
    rubrics_text: str
    """The rubric, or a warning when the shops were judged by different ones."""
    section_titles: tuple[str, ...]
    """Column heads of the stage table."""
    measure_titles: tuple[str, ...]
    """Column heads of the checkout counts."""
    stage_titles: tuple[str, ...]
    """The stages of the walk, in order."""
    shops: tuple[ShopLine, ...]
    """Best first; shops that are not rated last, by name."""
    method: tuple[FactReport, ...]
    """How to read the table."""


@dataclass(frozen=True, kw_only=True, slots=True)
class WaveReport:
    """`report.json`: all that stands in the reports of a wave, for programs."""

    schema: int
    """Version of this model."""
    overview: OverviewReport
    """The overview page."""
    scorecards: tuple[ScorecardReport, ...]
    """The scorecard pages, in the order of the overview."""
