"""From the scorecards of a wave to its overview and its `report.json`."""

from __future__ import annotations

from auditor.models import STAGES
from reports.humans import day, plural
from reports.journey import HEADLINE, STAGE_TITLES
from reports.method import ETHICS, SCORING
from reports.model import (
    SCHEMA,
    FactReport,
    HeatReport,
    OverviewReport,
    ScorecardReport,
    ShopLine,
    WaveReport,
)
from reports.plain import NAME_LIMIT, clean

_MEASURE_TITLES = {"screens": "Screens", "clicks": "Clicks", "fields_shown": "Fields"}
READING = (
    "Shops with the same rounded score share a rank. The bar of a score runs from the worst to the best "
    "case; where the bars of two shops overlap, what we could not see may turn their order round. A shop "
    "that is not rated has no rank: too little of it could be seen."
)


def build_wave(wave: str, reports: tuple[ScorecardReport, ...]) -> WaveReport:
    """All that stands in the reports of a wave."""
    ordered = _ordered(reports)
    return WaveReport(schema=SCHEMA, overview=build_overview(wave, ordered), scorecards=ordered)


def build_overview(wave: str, reports: tuple[ScorecardReport, ...]) -> OverviewReport:
    """Everything on the overview page of a wave.

    Raises: ValueError when two shops would share a scorecard file.
    """
    ordered = _ordered(reports)
    names = [r.file_name for r in ordered]
    if twice := sorted({n for n in names if names.count(n) > 1}):
        raise ValueError(f"two shops would share the scorecard file {twice[0]}; give them different names")
    sections = dict.fromkeys((s.id, s.title) for r in ordered for s in r.sections if s.score)
    rated = sum(r.score.is_rated for r in ordered)
    return OverviewReport(
        schema=SCHEMA,
        wave=clean(wave, NAME_LIMIT),
        title_text=f"{plural(len(ordered), 'shop')}, {rated} rated",
        dates_text=_dates(ordered),
        rubrics_text=_rubrics(ordered),
        section_titles=tuple(title for _, title in sections),
        measure_titles=tuple(_MEASURE_TITLES[m] for m in HEADLINE),
        stage_titles=tuple(STAGE_TITLES[s] for s in STAGES),
        shops=tuple(_line(r, ordered, tuple(name for name, _ in sections)) for r in ordered),
        method=(
            FactReport(title="How to read the table", text=READING),
            FactReport(title="How it is scored", text=SCORING),
            FactReport(title="What we do not do", text=ETHICS),
        ),
    )


def _ordered(reports: tuple[ScorecardReport, ...]) -> tuple[ScorecardReport, ...]:
    """Best first, as printed; shops that are not rated last; names settle ties."""
    return tuple(
        sorted(
            reports,
            key=lambda r: (
                r.score.percent is None,
                -(r.score.percent or 0),
                r.head.shop.casefold(),
                r.file_name,
            ),
        )
    )


def _line(
    report: ScorecardReport, all_of_them: tuple[ScorecardReport, ...], sections: tuple[str, ...]
) -> ShopLine:
    return ShopLine(
        rank_text=_rank(report, all_of_them),
        shop=report.head.shop,
        url=report.head.url,
        peer_group=report.head.peer_group,
        scorecard_href=report.file_name,
        score=report.score,
        gates_short=report.gates_short,
        gates_text=report.gates_text,
        funnel=report.funnel,
        funnel_text=report.funnel_text,
        measures=tuple(m for m in report.checkout.measures if m.measure in HEADLINE),
        heat=tuple(_heat(report, section) for section in sections),
    )


def _rank(report: ScorecardReport, all_of_them: tuple[ScorecardReport, ...]) -> str:
    own = report.score.percent
    if own is None:
        return ""
    scores = [r.score.percent for r in all_of_them if r.score.percent is not None]
    rank = 1 + sum(score > own for score in scores)
    return f"{rank}=" if scores.count(own) > 1 else str(rank)


def _heat(report: ScorecardReport, section: str) -> HeatReport:
    score = next((s.score for s in report.sections if s.id == section and s.score), None)
    if score is None:
        return HeatReport(section=section, percent=None, step=0, text="–", words="does not apply")
    if score.percent is None:
        return HeatReport(section=section, percent=None, step=0, text="?", words=score.chart_text)
    return HeatReport(
        section=section,
        percent=score.percent,
        step=min(score.percent // 20, 4) + 1,
        text=str(score.percent),
        words=score.chart_text,
    )


def _dates(reports: tuple[ScorecardReport, ...]) -> str:
    starts = [r.head.started_at for r in reports if r.head.started_at]
    ends = [r.head.ended_at for r in reports if r.head.ended_at]
    if not starts or not ends:
        return "no visit took place"
    first, last = day(min(starts)), day(max(ends))
    return first if first == last else f"{first} to {last}"


def _rubrics(reports: tuple[ScorecardReport, ...]) -> str:
    used = sorted({(r.head.rubric_id, r.head.rubric_version, r.head.rubric_sha256) for r in reports})
    if not used:
        return ""
    named = ", ".join(f"{name} {version}" for name, version, _ in used)
    if len(used) == 1:
        return f"Rubric {named}"
    return f"Judged by different rubrics, so that the scores cannot be compared: {named}"
