"""What sample scorecards are made of: findings whose points add up, and a camera."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from gallery import Box, Gallery

from auditor.models import (
    SECTIONS,
    STAGES,
    CheckoutCounts,
    EvidenceRef,
    FilmFrame,
    Finding,
    FunnelStage,
    GateResult,
    Outcome,
    RubricRef,
    Score,
    Scorecard,
    Shop,
    State,
    Value,
)
from reports.build import Links

START = datetime(2026, 11, 18, 9, 12, 5, tzinfo=UTC)
WAVE = "2026-11-autumn"
RUBRIC = RubricRef(id="core", version="1.0", sha256="4f1c" + "a0" * 30)
MINIMUM_COVERAGE = 0.6
LINKS = Links(
    overview="index.html",
    evidence_root="../evidence/objects",
    identity="Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36",
    limits={"actions": "80", "pages": "60", "minutes": "6", "megabytes": "200"},
)
OUTCOME_SHARE = {Outcome.MET: 1.0, Outcome.PARTLY_MET: 0.5, Outcome.NOT_MET: 0.0}


def score_of(findings: tuple[Finding, ...]) -> Score:
    """The arithmetic of the scorer, so that samples add up."""
    counted = [f for f in findings if f.outcome in OUTCOME_SHARE or f.outcome is Outcome.NOT_OBSERVED]
    applicable = sum(f.possible for f in counted)
    observed = sum(f.possible for f in counted if f.outcome in OUTCOME_SHARE)
    earned = sum(f.points or 0.0 for f in counted)
    coverage = observed / applicable if applicable else 0.0
    rated = observed > 0 and coverage >= MINIMUM_COVERAGE
    return Score(
        share=earned / observed if rated else None,
        coverage=coverage,
        low=earned / applicable if applicable else 0.0,
        high=(earned + applicable - observed) / applicable if applicable else 1.0,
        rated=rated,
        earned=earned,
        observed=observed,
        applicable=applicable,
    )


def judged(
    criterion: str,
    section: str,
    title: str,
    outcome: Outcome,
    value: Value = None,
    *,
    unit: str = "",
    possible: float = 2.0,
    because: str = "",
    code: str = "",
    gate: bool = False,
    source: str = "",
    evidence: tuple[EvidenceRef, ...] = (),
    absent: bool = False,
) -> Finding:
    """A finding whose points follow from its outcome."""
    states = {Outcome.NOT_APPLICABLE: State.NOT_APPLICABLE, Outcome.NOT_OBSERVED: State.NOT_OBSERVED}
    states[Outcome.OUTSIDE_WAVE] = State.NOT_OBSERVED
    return Finding(
        criterion=criterion,
        title=title,
        section=section,
        check=criterion,
        outcome=outcome,
        state=State.ABSENT if absent else states.get(outcome, State.OBSERVED),
        value=value,
        unit=unit,
        points=OUTCOME_SHARE[outcome] * possible if outcome in OUTCOME_SHARE else None,
        possible=possible,
        gate=gate,
        because=because,
        code=code,
        source=source,
        evidence=evidence,
    )


def card_of(shop: Shop, findings: tuple[Finding, ...], **more: object) -> Scorecard:
    """A scorecard whose scores and must-haves follow from its findings."""
    grouped = {s: tuple(f for f in findings if f.section == s) for s in SECTIONS}
    met = {Outcome.MET: True, Outcome.PARTLY_MET: True, Outcome.NOT_MET: False}
    gates = tuple(
        GateResult(criterion=f.criterion, title=f.title, met=met.get(f.outcome), because=f.because)
        for f in findings
        if f.gate
    )
    base = Scorecard(
        shop=shop,
        wave=WAVE,
        rubric=RUBRIC,
        score=score_of(findings),
        sections={s: score_of(own) for s, own in grouped.items() if own},
        gates=gates,
        funnel=tuple(FunnelStage(stage=s, outcome="not_visited") for s in STAGES),
        checkout=CheckoutCounts(),
        findings=findings,
        started_at=START,
        ended_at=START + timedelta(minutes=14, seconds=32),
        versions={"program": "0.1.0", "lexicon": "3", "browser": "Chromium 140.0"},
        pages_loaded=47,
    )
    return replace(base, **more)  # type: ignore[arg-type]


class Camera:
    """Takes pictures of one invented shop and says where something was seen on them."""

    def __init__(self, gallery: Gallery, shop: Shop, tint: tuple[int, int, int]) -> None:
        self.gallery, self.shop, self.tint = gallery, shop, tint
        self.taken: dict[str, tuple[str, dict[str, Box], datetime, str]] = {}

    def take(self, role: str, path: str, heading: str, lines: tuple[str, ...], **more: object) -> None:
        name, places = self.gallery.page(self.shop.name, heading, lines, tint=self.tint, **more)  # type: ignore[arg-type]
        at = START + timedelta(seconds=41 * len(self.taken))
        self.taken[role] = (name, places, at, self.shop.url.rstrip("/") + path)

    def ref(self, role: str, quote: str = "") -> EvidenceRef:
        name, places, at, url = self.taken[role]
        text = self.gallery.put(f"{role}: {quote}".encode(), ".txt.gz")
        return EvidenceRef(
            url=url, quote=quote, seen_at=at, file=text, screenshot=name, box=places.get(quote), role=role
        )

    def frame(self, role: str, stage: str, caption: str, **more: object) -> FilmFrame:
        name, _, at, url = self.taken[role]
        return FilmFrame(
            stage=stage,
            role=role,
            caption=caption,
            url=url,
            seen_at=at,
            screenshot=name,
            **more,  # type: ignore[arg-type]
        )
