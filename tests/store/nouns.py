"""Nouns to keep in a store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from auditor.models import (
    CheckoutCounts,
    EvidenceRef,
    Finding,
    FunnelStage,
    GateResult,
    Observation,
    Outcome,
    RubricRef,
    Score,
    Scorecard,
    Shop,
    State,
    Step,
    Visit,
)

NOW = datetime(2026, 11, 22, 9, 0, 0, 123456, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Planned:
    id: str
    wave: str
    shop: Shop
    scenario: str
    kind: str = "walk"


def a_shop(name: str = "Acme") -> Shop:
    return Shop(
        name=name, url="https://shop.example/", country="DE", peer_group="ß", look_for=("t-shirt", "帽子")
    )


def a_plan(*scenarios: str, shop: Shop | None = None) -> list[Planned]:
    chosen = shop or a_shop()
    return [Planned(id=f"w/{chosen.slug}/{s}", wave="w", shop=chosen, scenario=s) for s in scenarios]


def a_visit(scenario: str = "home", *, shop: Shop | None = None) -> Visit:
    chosen = shop or a_shop()
    step = Step(n=0, role="home", url=chosen.url, seen_at=NOW, snapshot="a.json.gz", screenshot="b.png")
    return Visit(
        id=f"w/{chosen.slug}/{scenario}",
        wave="w",
        shop=chosen,
        scenario=scenario,
        kind="walk",
        started_at=NOW,
        ended_at=NOW,
        seconds=1.5,
        steps=(step,),
        network="n.json.gz",
        outcomes={"home": "reached"},
        versions={"program": "0.1.0"},
    )


def an_observation(check: str = "faq_present", **more: object) -> Observation:
    ref = EvidenceRef(
        url="https://shop.example/faq", quote="Häufige Fragen", seen_at=NOW, box=(1.0, 2.5, 3.0, 4.0)
    )
    return Observation(check=check, version=2, state=State.OBSERVED, evidence=(ref,), **more)  # type: ignore[arg-type]


def a_card(sha256: str = "a" * 64, *, shop: Shop | None = None, share: float | None = 0.5) -> Scorecard:
    score = Score(
        share=share,
        coverage=0.7,
        low=0.35,
        high=0.65,
        rated=share is not None,
        earned=3.5,
        observed=7.0,
        applicable=10.0,
    )
    finding = Finding(
        criterion="has_faq",
        title="FAQ?",
        section="self_service",
        check="faq_present",
        outcome=Outcome.MET,
        state=State.OBSERVED,
        value=("a", "b"),
        points=3.0,
        possible=3.0,
        evidence=an_observation().evidence,
    )
    return Scorecard(
        shop=shop or a_shop(),
        wave="w",
        rubric=RubricRef(id="standard", version="1", sha256=sha256),
        score=score,
        sections={"self_service": score},
        gates=(GateResult(criterion="has_faq", title="FAQ?", met=None),),
        funnel=(FunnelStage(stage="home", outcome="reached"),),
        checkout=CheckoutCounts(screens=4),
        findings=(finding,),
        started_at=NOW,
        ended_at=NOW,
    )
