"""How does a noun become a row, and a row the same noun again?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import RowMapping

from auditor.models import EvidenceRef, Observation, Score, Scorecard, Shop, State, Value, Visit
from auditor.store.base import Correction, Planned, PlanRow, VisitState


@cache
def _cards() -> TypeAdapter[Scorecard]:
    return TypeAdapter(Scorecard)


@cache
def _refs() -> TypeAdapter[tuple[EvidenceRef, ...]]:
    return TypeAdapter(tuple[EvidenceRef, ...])


def shop_row(wave: str, n: int, shop: Shop) -> dict[str, Any]:
    """A shop of a wave."""
    return {
        "wave": wave,
        "slug": shop.slug,
        "n": n,
        "name": shop.name,
        "url": shop.url,
        "country": shop.country,
        "language": shop.language,
        "peer_group": shop.peer_group,
        "look_for": list(shop.look_for),
    }


def shop_of(row: RowMapping) -> Shop:
    """The shop of a row."""
    return Shop(
        name=row["name"],
        url=row["url"],
        country=row["country"],
        language=row["language"],
        peer_group=row["peer_group"],
        look_for=tuple(row["look_for"]),
    )


def plan_row(visit: Planned) -> dict[str, Any]:
    """A planned visit that was not begun."""
    return {
        "id": visit.id,
        "wave": visit.wave,
        "slug": visit.shop.slug,
        "scenario": visit.scenario,
        "kind": visit.kind,
        "state": VisitState.PLANNED,
        "attempts": 0,
        "code": "",
        "detail": "",
    }


def plan_of(row: RowMapping) -> PlanRow:
    """The planned visit of a row."""
    kept = {key: row[key] for key in ("id", "wave", "slug", "scenario", "kind", "attempts", "code", "detail")}
    return PlanRow(**kept, state=VisitState(row["state"]))


def visit_row(visit: Visit) -> dict[str, Any]:
    """A sealed visit, without its steps: those stay in the manifest."""
    return {
        "id": visit.id,
        "wave": visit.wave,
        "slug": visit.shop.slug,
        "scenario": visit.scenario,
        "kind": visit.kind,
        "started_at": visit.started_at,
        "ended_at": visit.ended_at,
        "seconds": visit.seconds,
        "identity": visit.identity,
        "versions": dict(visit.versions),
        "outcomes": dict(visit.outcomes),
    }


def evidence_rows(visit: Visit) -> list[dict[str, Any]]:
    """The files of a visit, in the order of its steps."""
    return [
        {"visit": visit.id, "n": n, "name": name, "role": role, "url": url}
        for n, (name, role, url) in enumerate(_files(visit))
    ]


def _files(visit: Visit) -> Iterator[tuple[str, str, str]]:
    for step in visit.steps:
        for name in (step.snapshot, step.html, step.text, step.screenshot, step.document):
            if name:
                yield name, step.role, step.url
    if visit.network:
        yield visit.network, "network", ""


def correction_row(correction: Correction) -> dict[str, Any]:
    """A reviewer's correction."""
    return {
        "wave": correction.wave,
        "slug": correction.slug,
        "check": correction.check,
        "author": correction.author,
        "reason": correction.reason,
        "at": correction.at,
        "answer": dict(correction.answer),
    }


def correction_of(row: RowMapping) -> Correction:
    """The correction of a row."""
    kept = {key: row[key] for key in ("wave", "slug", "check", "author", "reason", "at")}
    return Correction(**kept, answer=dict(row["answer"]))


def observation_row(
    wave: str, slug: str, n: int, observation: Observation, made_by: Mapping[str, str]
) -> dict[str, Any]:
    """A check's answer, with the versions that gave it."""
    return {
        "wave": wave,
        "slug": slug,
        "check": observation.check,
        "n": n,
        "version": observation.version,
        "state": observation.state,
        "value": _plain(observation.value),
        "unit": observation.unit,
        "code": observation.code,
        "because": observation.because,
        "evidence": _refs().dump_python(observation.evidence, mode="json"),
        "made_by": dict(made_by),
    }


def observation_of(row: RowMapping) -> Observation:
    """The answer of a row."""
    value: Value = tuple(row["value"]) if isinstance(row["value"], list) else row["value"]
    return Observation(
        check=row["check"],
        version=row["version"],
        state=State(row["state"]),
        value=value,
        unit=row["unit"],
        code=row["code"],
        because=row["because"],
        evidence=_refs().validate_python(row["evidence"]),
    )


def scorecard_row(card: Scorecard) -> dict[str, Any]:
    """The whole scorecard, as it was made."""
    return {
        **_grading(card),
        "rubric_id": card.rubric.id,
        "rubric_version": card.rubric.version,
        "body": _cards().dump_python(card, mode="json"),
    }


def scorecard_of(body: Any) -> Scorecard | None:
    """The scorecard of a row's body; None for one of another version, which has to be made again."""
    try:
        return _cards().validate_python(body)
    except ValidationError:
        return None


def score_rows(card: Scorecard) -> list[dict[str, Any]]:
    """The shop's score, and that of each section."""
    return [_score(card, "", card.score), *(_score(card, name, s) for name, s in card.sections.items())]


def _score(card: Scorecard, section: str, score: Score) -> dict[str, Any]:
    return {
        **_grading(card),
        "section": section,
        "share": score.share,
        "coverage": score.coverage,
        "low": score.low,
        "high": score.high,
        "rated": score.rated,
        "earned": score.earned,
        "observed": score.observed,
        "applicable": score.applicable,
    }


def finding_rows(card: Scorecard) -> list[dict[str, Any]]:
    """Every finding without its evidence: that stands in the scorecard."""
    return [
        {
            **_grading(card),
            "criterion": finding.criterion,
            "n": n,
            "section": finding.section,
            "check": finding.check,
            "outcome": finding.outcome,
            "state": finding.state,
            "value": _plain(finding.value),
            "points": finding.points,
            "possible": finding.possible,
            "gate": finding.gate,
            "code": finding.code,
            "because": finding.because,
        }
        for n, finding in enumerate(card.findings)
    ]


def _grading(card: Scorecard) -> dict[str, Any]:
    return {"wave": card.wave, "slug": card.shop.slug, "rubric_sha256": card.rubric.sha256}


def _plain(value: Value) -> Any:
    return list(value) if isinstance(value, tuple) else value
