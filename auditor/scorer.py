"""How many points does a shop earn, how much of it was seen, and what is the worst and best case?

For the weight that applies A, the weight observed O and the weight earned E: score = E/O,
coverage = O/A, bounds = [E/A, (E + A - O)/A]. What does not apply leaves A; what was not observed
stays in A and costs nothing but coverage.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from math import fsum

from auditor.errors import sentence
from auditor.models import Finding, GateResult, Observation, Outcome, Score, Shop, State
from auditor.rubric import Condition, Criterion, Rubric
from auditor.rules import EARNS, Unjudged, Verdict, apply, shown

JUDGED = (Outcome.MET, Outcome.PARTLY_MET, Outcome.NOT_MET)
_TOLERANCE = 1e-9


@dataclass(frozen=True, kw_only=True, slots=True)
class Context:
    """What a criterion may look at besides its own observation."""

    shop: Shop
    sources: frozenset[str] = frozenset({"page"})
    """Who answers in this wave."""
    observations: Mapping[str, Observation] = field(default_factory=dict)
    """By check; for conditions."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Grading:
    """All findings of one shop, and what they add up to."""

    findings: tuple[Finding, ...]
    """In the rubric's order."""
    score: Score
    sections: dict[str, Score]
    gates: tuple[GateResult, ...]


def score(
    observations: Iterable[Observation], rubric: Rubric, shop: Shop, sources: Collection[str] = ("page",)
) -> Grading:
    """The findings and scores of one shop; the order of the observations does not matter."""
    by_check = {o.check: o for o in observations}
    context = Context(shop=shop, sources=frozenset(sources), observations=by_check)
    findings = tuple(judge(by_check.get(c.check), c, context) for c in rubric.criteria)
    sections = {
        section: add_up([f for f in findings if f.section == section], rubric.min_coverage)
        for section in rubric.sections
    }
    return Grading(
        findings=findings,
        score=add_up(findings, rubric.min_coverage),
        sections=sections,
        gates=_gates(findings, rubric),
    )


def judge(observation: Observation | None, criterion: Criterion, context: Context) -> Finding:
    """One criterion for one shop.

    Only an observed value and an absence can cost points. An observation that is missing, of
    whatever kind of trouble, is not observed.
    """
    if criterion.answered_by not in context.sources:
        because = f"answered by {criterion.answered_by}, which is not part of this wave"
        return _finding(criterion, observation, Outcome.OUTSIDE_WAVE, because)
    if criterion.applies_when is not None:
        unmet, unknown, code = _applies(criterion.applies_when, context)
        if unmet:
            return _finding(criterion, observation, Outcome.NOT_APPLICABLE, unmet)
        if unknown and observation is not None and observation.state in (State.OBSERVED, State.ABSENT):
            return _finding(criterion, observation, Outcome.NOT_OBSERVED, unknown, code=code)
    if observation is None or criterion.rule is None:
        code = "not_visited"
        return _finding(criterion, observation, Outcome.NOT_OBSERVED, sentence(code), code=code)
    match observation.state:
        case State.OBSERVED:
            return _by_rule(criterion, observation)
        case State.ABSENT:
            outcome = criterion.if_absent
            if outcome is None:
                raise ValueError(f"criterion {criterion.id} does not say what absence is worth")
            because = observation.because or "looked in every place where it belongs; it is not there"
            return _finding(criterion, observation, outcome, because)
        case State.NOT_APPLICABLE:
            return _finding(criterion, observation, Outcome.NOT_APPLICABLE, observation.because)
        case State.NOT_OBSERVED:
            because = _trouble(observation)
            return _finding(criterion, observation, Outcome.NOT_OBSERVED, because, code=observation.code)


def add_up(findings: Iterable[Finding], min_coverage: float) -> Score:
    """The score of these findings; sums do not depend on their order."""
    kept = [f for f in findings if f.outcome in JUDGED or f.outcome is Outcome.NOT_OBSERVED]
    applicable = fsum(f.possible for f in kept)
    observed = fsum(f.possible for f in kept if f.outcome in JUDGED)
    earned = fsum(f.points or 0.0 for f in kept)
    if applicable <= 0:
        return Score(
            share=None, coverage=0.0, low=0.0, high=1.0, rated=False, earned=0.0, observed=0.0, applicable=0.0
        )
    coverage = observed / applicable
    rated = observed > 0 and coverage >= min_coverage - _TOLERANCE
    return Score(
        share=min(1.0, earned / observed) if rated else None,
        coverage=coverage,
        low=earned / applicable,
        high=min(1.0, (earned + applicable - observed) / applicable),
        rated=rated,
        earned=earned,
        observed=observed,
        applicable=applicable,
    )


def _by_rule(criterion: Criterion, observation: Observation) -> Finding:
    assert criterion.rule is not None
    match apply(criterion.rule, observation.value, observation.unit):
        case Unjudged(because=because):
            words = f"{because}; {observation.because}" if observation.because else because
            return _finding(criterion, observation, Outcome.NOT_OBSERVED, words, code="ambiguous")
        case Verdict(outcome=outcome, share=share, because=because):
            words = f"{because}; {observation.because}" if observation.because else because
            return _finding(criterion, observation, outcome, words, share=share)


def _finding(
    criterion: Criterion,
    observation: Observation | None,
    outcome: Outcome,
    because: str,
    *,
    share: float | None = None,
    code: str = "",
) -> Finding:
    earned = share if share is not None else EARNS.get(outcome)
    counts = outcome in JUDGED or outcome is Outcome.NOT_OBSERVED
    return Finding(
        criterion=criterion.id,
        title=criterion.question,
        section=criterion.section,
        check=criterion.check,
        outcome=outcome,
        state=observation.state if observation else State.NOT_OBSERVED,
        value=observation.value if observation else None,
        unit=observation.unit if observation else "",
        points=None if earned is None else criterion.weight * earned,
        possible=criterion.weight if counts else 0.0,
        gate=criterion.gate,
        because=because,
        code=code,
        source=str(criterion.source) if criterion.source else "",
        evidence=observation.evidence if observation else (),
    )


def _trouble(observation: Observation) -> str:
    """Why it was not observed, as a sentence; what speaks for itself is not introduced again."""
    opening = sentence(observation.code)
    if observation.because and (observation.code == "crashed" or observation.because.startswith(opening)):
        return observation.because
    return sentence(observation.code, observation.because)


def _applies(condition: Condition, context: Context) -> tuple[str, str, str]:
    """Why a condition is not met; else why that cannot be told, and the trouble; all empty when it is met."""
    unknown, code = "", ""
    if condition.countries is not None:
        country = context.shop.country
        if country and country not in condition.countries:
            return f"does not apply in {country}", "", ""
        if not country:
            unknown = "applies in some countries; the wave does not say where this shop sells"
            code = "ambiguous"
    if condition.check:
        other = context.observations.get(condition.check)
        if other is None or other.state is State.NOT_OBSERVED:
            unknown = unknown or f"applies depending on {condition.check}, which was not observed"
            code = code or (other.code if other else "not_visited")
        elif not _holds(condition, other):
            return f"does not apply: {condition.check} is {_words(other)}", "", ""
    return "", unknown, code


def _holds(condition: Condition, other: Observation) -> bool:
    if condition.value is not None:
        is_same = other.value == condition.value
        is_same = is_same and isinstance(other.value, bool) == isinstance(condition.value, bool)
        return other.state is State.OBSERVED and is_same
    return other.state is condition.state


def _words(observation: Observation) -> str:
    if observation.state is State.OBSERVED:
        return shown(observation.value, observation.unit)
    return observation.state.replace("_", " ")


def _gates(findings: tuple[Finding, ...], rubric: Rubric) -> tuple[GateResult, ...]:
    """The must-haves in their order; a gate is passed only when it is wholly met."""
    by_id = {f.criterion: f for f in findings}
    return tuple(
        GateResult(
            criterion=gate,
            title=by_id[gate].title,
            met=(by_id[gate].outcome is Outcome.MET) if by_id[gate].outcome in JUDGED else None,
            because=by_id[gate].because,
        )
        for gate in rubric.gates
    )
