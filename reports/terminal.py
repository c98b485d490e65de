"""The scorecard and the explanation of a check in a terminal: one screen, and plain in a log."""

from __future__ import annotations

from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from auditor.models import Scorecard
from reports.build import build_scorecard_report
from reports.model import ScorecardReport, ScoreReport
from reports.plain import clean

BAR_WIDTH = 24
"""Characters of a bar."""
MENDS = 5
"""Findings listed under what to mend first."""
_STYLES = {"good": "blue", "partly": "yellow", "bad": "red", "neutral": "dim", "unknown": "dim"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Explanation:
    """What `auditor explain` says of a check or a criterion."""

    id: str
    """The check's or criterion's id."""
    question: str
    """What is asked."""
    how: str = ""
    """How it is seen."""
    fooled_by: str = ""
    """What can fool it."""
    unit: str = ""
    """The unit of its value."""
    reads: tuple[str, ...] = ()
    """The roles of the pages that it looks at."""
    sources: tuple[str, ...] = ()
    """Who says that it matters, with figure and year."""
    criteria: tuple[str, ...] = ()
    """The criteria that use it, each with how it earns points."""


def show_text(card: Scorecard) -> RenderableType:
    """The scorecard on one screen.

    Why never markup: a shop's words could hold some. All of them are `Text`, cleaned by the report model.
    """
    report = build_scorecard_report(card)
    parts: list[RenderableType] = [_head(report), _summary(report), Text(""), _sections(report)]
    if report.mend_first:
        parts += [Text("\nWhat to mend first", style="bold"), _mends(report)]
    if report.gaps:
        parts += [Text("\nNot observed (costs no points)", style="bold"), _gaps(report)]
    return Group(*parts)


def _head(report: ScorecardReport) -> Text:
    head = report.head
    text = Text(head.shop, style="bold")
    text.append(f"\n{head.url}", style="default not bold")
    text.append(f"\nwave {head.wave}, rubric {head.rubric_id} {head.rubric_version}\n", style="dim not bold")
    return text


def _summary(report: ScorecardReport) -> Table:
    table = _grid(2)
    table.add_row("Score", Text.assemble((report.score.headline, "bold"), "  ", _bar(report.score)))
    table.add_row("", Text(report.score.words))
    table.add_row("Must-haves", Text(report.gates_text))
    stages = Text("")
    for stage in report.funnel:
        stages.append(", " if stages else "")
        stages.append(f"{stage.title.lower()}: {stage.verdict.lower()}", style=_STYLES[stage.tone])
        stages.append(f" ({stage.outcome})" if stage.tone == "unknown" else "")
    table.add_row("Walk", stages)
    table.add_row("Checkout", Text(report.checkout.short_text or report.checkout.words))
    return table


def _sections(report: ScorecardReport) -> Table:
    table = _grid(5)
    for section in report.sections:
        score = section.score
        if score is None:
            continue
        table.add_row(
            Text(section.title),
            _bar(score),
            Text(score.headline, style="bold", justify="right"),
            Text(score.bounds_text, justify="right"),
            Text(f"{score.coverage_percent}% seen", style="dim"),
        )
    return table


def _mends(report: ScorecardReport) -> Padding:
    table = _grid(2)
    for mend in report.mend_first[:MENDS]:
        line = Text(mend.question)
        line.append(f"  {mend.verdict.lower()}", style=_STYLES[mend.tone])
        if mend.value_text:
            line.append(f", seen: {mend.value_text}")
        if mend.because:
            line.append(f"\n{mend.because}", style="dim")
        table.add_row(Text(mend.lost_text), line)
    return Padding(table, (0, 0, 0, 2))


def _gaps(report: ScorecardReport) -> Padding:
    table = _grid(2)
    for gap in report.gaps:
        table.add_row(Text(gap.count_text), Text(f"{gap.sentence} [{gap.code}]"))
    return Padding(table, (0, 0, 0, 2))


def _bar(score: ScoreReport) -> Text:
    """Earned for certain as #, what is open as ~, the rest as dots."""
    sure = round(score.low_percent * BAR_WIDTH / 100)
    upto = max(round(score.high_percent * BAR_WIDTH / 100), sure)
    return Text.assemble(
        ("#" * sure, "blue"), ("~" * (upto - sure), "cyan"), ("." * (BAR_WIDTH - upto), "dim"), no_wrap=True
    )


def explain_text(explanation: Explanation) -> RenderableType:
    """What is asked, how it is seen, what can fool it, who says so, and which criteria use it."""
    table = _grid(2)
    lines = (
        ("How it is seen", (explanation.how,)),
        ("What can fool it", (explanation.fooled_by,)),
        ("Value in", (explanation.unit,)),
        ("Looks at", (", ".join(explanation.reads),)),
        ("Who says so", explanation.sources),
        ("Used by", explanation.criteria),
    )
    for title, texts in lines:
        told = "\n".join(clean(text, 2000) for text in texts if text)
        if told:
            table.add_row(title, Text(told))
    question = Text.assemble((clean(explanation.question), "bold"), f"\n{clean(explanation.id)}\n")
    return Group(question, table)


def _grid(columns: int) -> Table:
    table = Table.grid(padding=(0, 2))
    for column in range(columns):
        table.add_column(overflow="fold", style="" if column else "default")
    return table
