"""How the walk is told: must-haves, stages, checkout counts and pictures."""

from __future__ import annotations

from auditor.errors import sentence
from auditor.models import STAGES, CheckoutCounts, FilmFrame, FunnelStage, GateResult
from reports.findings import anchor
from reports.humans import in_utc, measured, number, plural, seconds_text
from reports.model import CheckoutReport, FindingReport, FrameReport, FunnelReport, GateReport, MeasureReport
from reports.plain import ADDRESS_LIMIT, NAME_LIMIT, clean, safe_href
from reports.published import PUBLISHED, compared

STAGE_TITLES = {
    "home": "Home page",
    "search": "Search",
    "product": "Product",
    "cart": "Cart",
    "checkout": "Checkout",
    "last_state": "Ready to order",
}
"""Stage -> its name for people."""

MEASURES = {
    "screens": ("Screens", "screen"),
    "steps_declared": ("Steps the shop announces", "step"),
    "clicks": ("Clicks", "click"),
    "fields_shown": ("Form fields shown", "field"),
    "fields_required": ("Form fields required", "field"),
    "machine_seconds": ("Machine time, without reading and typing", ""),
}
"""Measure -> its name and its noun."""

HEADLINE = ("screens", "clicks", "fields_shown")
"""The measures that stand in the overview and at the head of a scorecard."""

_GATE_TONES = {True: ("good", "Passed"), False: ("bad", "Failed"), None: ("unknown", "Not known")}
_NOT_APPLICABLE = ("neutral", "Does not apply")


def stage_title(stage: str) -> str:
    """A stage's name; a stage that is new to us is shown by its id."""
    return STAGE_TITLES.get(stage) or clean(stage.replace("_", " ").capitalize(), NAME_LIMIT)


def build_gates(gates: tuple[GateResult, ...], findings: dict[str, FindingReport]) -> tuple[GateReport, ...]:
    """The elimination path; `findings` by criterion, for the reason and as the place to point to."""
    tones = {
        gate.criterion: _NOT_APPLICABLE
        if gate.met is None and _is_inapplicable(findings.get(gate.criterion))
        else _GATE_TONES[gate.met]
        for gate in gates
    }
    first = next((n for n, g in enumerate(gates) if g.met is False), None)
    return tuple(
        GateReport(
            number=n + 1,
            criterion=gate.criterion,
            question=clean(gate.title) or gate.criterion,
            is_met=gate.met,
            tone=tones[gate.criterion][0],
            verdict=tones[gate.criterion][1],
            because=findings[gate.criterion].because if gate.criterion in findings else clean(gate.because),
            is_out=n == first,
            anchor=anchor(gate.criterion) if gate.criterion in findings else "",
        )
        for n, gate in enumerate(gates)
    )


def _is_inapplicable(finding: FindingReport | None) -> bool:
    return finding is not None and finding.outcome == "not_applicable"


def gates_text(gates: tuple[GateReport, ...]) -> str:
    """How many must-haves were passed, and where a strict panel would have stopped."""
    if not gates:
        return "The rubric names no must-haves."
    tones = [g.tone for g in gates]
    parts = [f"{tones.count('good')} of {plural(len(gates), 'must-have')} passed"]
    words = {"bad": "failed", "unknown": "not known", "neutral": "not applicable"}
    parts += [f"{tones.count(tone)} {word}" for tone, word in words.items() if tone in tones]
    out = next((g for g in gates if g.is_out), None)
    end = f" A strict panel would drop the shop at number {out.number}." if out else ""
    return ", ".join(parts) + "." + end


def gates_short(gates: tuple[GateReport, ...]) -> str:
    """Must-haves passed, for a table cell."""
    return f"{sum(g.is_met is True for g in gates)} of {len(gates)}" if gates else "none set"


def build_funnel(funnel: tuple[FunnelStage, ...]) -> tuple[FunnelReport, ...]:
    """All stages in order; one that the walk says nothing about was not visited."""
    told = {stage.stage: stage for stage in funnel}
    extra = [stage for stage in funnel if stage.stage not in STAGES]
    listed = [told.get(s) or FunnelStage(stage=s, outcome="not_visited") for s in STAGES]
    return tuple(_stage(stage) for stage in [*listed, *extra])


def _stage(stage: FunnelStage) -> FunnelReport:
    detail = clean(stage.because)
    match stage.outcome:
        case "reached":
            tone, verdict, because = "good", "Reached", ""
        case "not_found":
            tone, verdict = "bad", "Not found"
            because = detail or "Looked for in every place where it belongs."
        case code:
            tone, verdict, because = "unknown", "Not seen", clean(sentence(code, detail))
    return FunnelReport(
        stage=stage.stage,
        title=stage_title(stage.stage),
        outcome=clean(stage.outcome, NAME_LIMIT),
        tone=tone,
        verdict=verdict,
        because=because,
        url=clean(stage.url, ADDRESS_LIMIT),
        href=safe_href(stage.url),
        seconds=measured(stage.seconds),
        time_text=seconds_text(stage.seconds) if tone == "good" else "",
    )


def funnel_text(funnel: tuple[FunnelReport, ...]) -> str:
    """How far the walk came, in a sentence."""
    stuck = next((s for s in funnel if s.outcome != "reached"), None)
    if stuck is None:
        return "The walk came to the last state before the order; nothing was ordered."
    before = funnel[: funnel.index(stuck)]
    came = f"The walk came as far as: {before[-1].title.lower()}." if before else "The walk did not begin."
    return f"{came} {stuck.title}: {stuck.verdict.lower()}."


def funnel_short(funnel: tuple[FunnelReport, ...]) -> str:
    """How far the walk came, in a few words."""
    stuck = next((n for n, s in enumerate(funnel) if s.outcome != "reached"), None)
    if stuck is None:
        return "to the last state before the order"
    return f"as far as: {funnel[stuck - 1].title.lower()}" if stuck else "did not begin"


def build_checkout(counts: CheckoutCounts) -> CheckoutReport:
    """The counts, each beside the published figure that counts the same thing."""
    measures = tuple(_measure(m, getattr(counts, m), counts.censored) for m in MEASURES)
    if all(m.value is None for m in measures):
        words = "The checkout was not reached, so nothing was counted."
    elif counts.censored:
        stopped = clean(counts.stopped_at.replace("_", " "), NAME_LIMIT)
        words = "The walk stopped before the end" + (f", at: {stopped}" if stopped else "")
        words += ". Every count is therefore “at least”."
    else:
        words = "Counted from the cart to the last state before the order, both included."
    return CheckoutReport(
        measures=measures,
        is_censored=counts.censored,
        words=words,
        short_text=", ".join(m.value_text for m in measures if m.measure in HEADLINE and m.value is not None),
        order_button=clean(counts.order_button, NAME_LIMIT),
    )


def _measure(measure: str, count: float | None, censored: bool) -> MeasureReport:
    title, noun = MEASURES[measure]
    published = PUBLISHED.get(measure)
    # The shop's own progress list is read, not counted along the way: stopping early does not shorten it.
    at_least = censored and measure != "steps_declared"
    shown = short = ""
    if count is not None:
        shown = (plural(int(count), noun) if noun else seconds_text(count)) or number(count)
        short = number(count) + (" or more" if at_least else "")
    return MeasureReport(
        measure=measure,
        title=title,
        value=count,
        value_text=("at least " if at_least and shown else "") + shown or "not observed",
        short_text=short or "–",
        published_text=published.text if published else "",
        comparison=compared(measure, count, at_least=at_least) if count is not None else "",
        source=published.source if published else "",
        source_href=published.href if published else "",
    )


def build_film(film: tuple[FilmFrame, ...]) -> tuple[FrameReport, ...]:
    """The walk in pictures."""
    return tuple(
        FrameReport(
            number=n,
            stage=stage_title(frame.stage),
            caption=clean(frame.caption, NAME_LIMIT) or stage_title(frame.role),
            url=clean(frame.url, ADDRESS_LIMIT),
            seen_at=in_utc(frame.seen_at),
            screenshot=frame.screenshot,
            screen=frame.screen,
            clicks=frame.clicks,
            fields=frame.fields,
            seconds=measured(frame.seconds),
            effort_text=_effort(frame),
        )
        for n, frame in enumerate(film, start=1)
    )


def _effort(frame: FilmFrame) -> str:
    parts = [f"screen {frame.screen}"] if frame.screen is not None else []
    parts += [plural(frame.clicks, "click")] if frame.clicks else []
    parts += [plural(frame.fields, "field")] if frame.fields else []
    parts += [spent] if (spent := seconds_text(frame.seconds)) else []
    return " · ".join(parts)
