"""The overview page of a wave, and `report.json`."""

from __future__ import annotations

from dataclasses import dataclass

from reports.model.scorecard import FactReport, ScorecardReport, ScoreReport
from reports.model.walk import FunnelReport, MeasureReport


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
