"""The documents that programs read: `auditor show --json` and a wave's `report.json`."""

from __future__ import annotations

import json
import math
from dataclasses import fields, is_dataclass
from datetime import datetime
from typing import Any

from typing_extensions import TypedDict  # typing's own cannot be read by pydantic before Python 3.12

from auditor.models import EvidenceRef, Finding, Scorecard, Value
from reports.humans import exact_percent, iso, measured
from reports.model import WaveReport


class RubricDocument(TypedDict):
    """Which rubric judged, exactly."""

    id: str
    version: str
    sha256: str


class ScoreDocument(TypedDict):
    """The score in percent, with one decimal; `points_percent` is null when the shop is not rated."""

    points_percent: float | None
    coverage_percent: float
    low_percent: float
    high_percent: float
    rated: bool


class GateDocument(TypedDict):
    """A must-have; `met` is null when it was not observed or does not apply."""

    criterion: str
    met: bool | None


class StageDocument(TypedDict):
    """How far the walk came; `outcome` is reached, not_found, or a reason code."""

    stage: str
    outcome: str
    url: str
    seconds: float


class CheckoutDocument(TypedDict):
    """Counts from the cart to the last state before the order; `censored` makes every count "at least"."""

    screens: int | None
    steps_declared: int | None
    clicks: int | None
    fields_shown: int | None
    fields_required: int | None
    machine_seconds: float | None
    stopped_at: str
    censored: bool


class EvidenceDocument(TypedDict):
    """Where it was seen; `seen_at` is aware UTC in ISO 8601, null when not recorded."""

    file: str
    url: str
    quote: str
    seen_at: str | None


class FindingDocument(TypedDict):
    """One criterion; `value` is null when nothing was read, `points` when nothing could be earned or lost."""

    criterion: str
    check: str
    state: str
    value: bool | int | float | str | list[str] | None
    unit: str
    because: str
    points: float | None
    possible: float
    evidence: list[EvidenceDocument]


class ShowDocument(TypedDict):
    """What `auditor show SHOP --json` prints."""

    schema: int
    shop: str
    url: str
    wave: str
    rubric: RubricDocument
    score: ScoreDocument
    gates: list[GateDocument]
    funnel: list[StageDocument]
    checkout: CheckoutDocument
    findings: list[FindingDocument]


def show_document(card: Scorecard) -> ShowDocument:
    """The scorecard as `auditor show --json` prints it.

    Texts are the shop's own, unchanged: whoever prints them escapes them for the place where they go.
    """
    score, counts = card.score, card.checkout
    return {
        "schema": 1,
        "shop": card.shop.name,
        "url": card.shop.url,
        "wave": card.wave,
        "rubric": {"id": card.rubric.id, "version": card.rubric.version, "sha256": card.rubric.sha256},
        "score": {
            "points_percent": exact_percent(score.share) if score.rated and score.share is not None else None,
            "coverage_percent": exact_percent(score.coverage),
            "low_percent": exact_percent(score.low),
            "high_percent": exact_percent(score.high),
            "rated": score.rated,
        },
        "gates": [{"criterion": g.criterion, "met": g.met} for g in card.gates],
        "funnel": [
            {"stage": s.stage, "outcome": s.outcome, "url": s.url, "seconds": measured(s.seconds)}
            for s in card.funnel
        ],
        "checkout": {
            "screens": counts.screens,
            "steps_declared": counts.steps_declared,
            "clicks": counts.clicks,
            "fields_shown": counts.fields_shown,
            "fields_required": counts.fields_required,
            "machine_seconds": None if counts.machine_seconds is None else measured(counts.machine_seconds),
            "stopped_at": counts.stopped_at,
            "censored": counts.censored,
        },
        "findings": [_finding(f) for f in card.findings],
    }


def _finding(finding: Finding) -> FindingDocument:
    return {
        "criterion": finding.criterion,
        "check": finding.check,
        "state": finding.state.value,
        "value": _value(finding.value),
        "unit": finding.unit,
        "because": finding.because,
        "points": finding.points,
        "possible": finding.possible,
        "evidence": [_evidence(ref) for ref in finding.evidence],
    }


def _evidence(ref: EvidenceRef) -> EvidenceDocument:
    # A page that was only photographed is proved by the photograph.
    return {
        "file": ref.file or ref.screenshot,
        "url": ref.url,
        "quote": ref.quote,
        "seen_at": iso(ref.seen_at),
    }


def _value(value: Value) -> bool | int | float | str | list[str] | None:
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return list(value) if isinstance(value, tuple) else value


def wave_json(report: WaveReport) -> str:
    """`report.json`: sorted keys and no time of its own, so that the same evidence gives the same bytes."""
    return json.dumps(_plain(report), ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False) + "\n"


def _plain(thing: Any) -> Any:
    """Dataclasses as dicts, tuples as lists, times as ISO 8601."""
    match thing:
        case datetime():
            return iso(thing)
        case tuple():
            return [_plain(part) for part in thing]
        case _ if is_dataclass(thing):
            return {f.name: _plain(getattr(thing, f.name)) for f in fields(thing)}
        case _:
            return thing
