"""Does what was observed agree with what is true of a shop? Compares with its answers.yaml."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from auditor.lexicon import load_yaml
from auditor.models import STAGES, CheckoutCounts, FunnelStage, Observation, State, Value

COUNTS = ("screens", "steps_declared", "clicks", "fields_shown", "fields_required", "order_button")
"""What is compared of a checkout, in this order."""


class Match(StrEnum):
    """How a comparison ended."""

    RIGHT = "right"
    NOT_OBSERVED = "not_observed"
    """Nothing was claimed, and the reason is given."""
    WRONG = "wrong"
    NO_TRUTH = "no_truth"
    """There is nothing fixed to compare with."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Compared:
    """One truth beside what was observed."""

    part: str
    """funnel, checkout or checks."""
    name: str
    """Stage, count or check."""
    truth: Value
    seen: Value
    match: Match
    because: str = ""
    """Why nothing was observed, or what stood against the truth."""


def load_answers(file: Path) -> dict[str, Any]:
    """The truth about a shop: `funnel`, `checkout` and `checks`."""
    return dict(load_yaml(file))


def compare_all(
    answers: Mapping[str, Any],
    funnel: Iterable[FunnelStage],
    counts: CheckoutCounts,
    observations: Iterable[Observation],
) -> tuple[Compared, ...]:
    """Every truth of a shop beside what was observed: stages, counts of the checkout, checks."""
    return (
        *compare_funnel(answers.get("funnel") or {}, funnel),
        *compare_checkout(answers.get("checkout") or {}, counts),
        *compare_checks(answers.get("checks") or {}, observations),
    )


def compare_funnel(truth: Mapping[str, str], funnel: Iterable[FunnelStage]) -> Iterator[Compared]:
    """How far the walk came, stage by stage; a trouble of the walk claims nothing."""
    seen = {stage.stage: stage for stage in funnel}
    for name in (stage for stage in STAGES if stage in truth):
        stage = seen.get(name)
        outcome = stage.outcome if stage else "not_visited"
        if outcome == truth[name]:
            match = Match.RIGHT
        else:
            match = Match.WRONG if outcome in ("reached", "not_found") else Match.NOT_OBSERVED
        because = stage.because if stage and match is not Match.RIGHT else ""
        yield Compared(
            part="funnel", name=name, truth=truth[name], seen=outcome, match=match, because=because
        )


def compare_checkout(truth: Mapping[str, Any], counts: CheckoutCounts) -> Iterator[Compared]:
    """The counts of the checkout. A censored count is "at least": it is only wrong above the truth."""
    for name in (count for count in COUNTS if count in truth):
        expected, seen = truth[name], getattr(counts, name)
        because = ""
        if expected is None and seen is not None and name != "steps_declared":
            match = Match.NO_TRUTH
        elif seen == expected:
            match = Match.RIGHT
        elif counts.censored and _is_short_of(seen, expected):
            match, because = Match.NOT_OBSERVED, f"the walk stopped at {counts.stopped_at or 'nothing'}"
        else:
            match = Match.WRONG
        yield Compared(part="checkout", name=name, truth=expected, seen=seen, match=match, because=because)


def compare_checks(
    truth: Mapping[str, Mapping[str, Any]], observations: Iterable[Observation]
) -> Iterator[Compared]:
    """Every check that has a truth. Absent, and observed as false, 0 or nothing, are the same answer."""
    seen = {observation.check: observation for observation in observations}
    for name, entry in truth.items():
        expected = _value(entry.get("value"))
        observation = seen.get(name)
        if observation is None:
            yield Compared(
                part="checks",
                name=name,
                truth=expected,
                seen=None,
                match=Match.NOT_OBSERVED,
                because="no such check was asked",
            )
            continue
        match = _match(State(entry["state"]), expected, observation, has_value="value" in entry)
        yield Compared(
            part="checks",
            name=name,
            truth=_said(State(entry["state"]), expected),
            seen=_said(observation.state, observation.value),
            match=match,
            because=_because(observation) if match not in (Match.RIGHT, Match.NO_TRUTH) else "",
        )


def _match(state: State, expected: Value, seen: Observation, *, has_value: bool) -> Match:
    if seen.state is State.NOT_OBSERVED:
        return Match.NOT_OBSERVED
    if state is State.OBSERVED and expected is None and has_value:
        return Match.NO_TRUTH
    if state is State.NOT_APPLICABLE or seen.state is State.NOT_APPLICABLE:
        return Match.RIGHT if seen.state is state else Match.WRONG
    is_missing = seen.state is State.ABSENT or _is_nothing(seen.value)
    if state is State.ABSENT or _is_nothing(expected):
        return Match.RIGHT if is_missing else Match.WRONG
    if seen.state is State.OBSERVED and seen.value is None:
        return Match.NOT_OBSERVED
    return Match.RIGHT if not is_missing and _is_same(expected, seen.value) else Match.WRONG


def _is_nothing(value: Value) -> bool:
    """False, 0 and nothing listed; None is something that could not be read."""
    return value is not None and not value


def _is_same(expected: Value, seen: Value) -> bool:
    if isinstance(expected, bool) or isinstance(seen, bool):
        return expected is seen
    if isinstance(expected, int | float) and isinstance(seen, int | float):
        return math.isclose(expected, seen, abs_tol=0.005)
    if isinstance(expected, tuple) and isinstance(seen, tuple):
        return sorted(expected) == sorted(seen)
    return expected == seen


def _is_short_of(seen: Value, expected: Value) -> bool:
    if seen is None or seen == "":
        return True
    return isinstance(seen, int) and isinstance(expected, int) and seen < expected


def _value(value: Any) -> Value:
    return tuple(str(part) for part in value) if isinstance(value, list) else value


def _said(state: State, value: Value) -> Value:
    return value if state is State.OBSERVED else state.value


def _because(seen: Observation) -> str:
    if seen.state is State.OBSERVED and seen.value is None:
        return seen.because or "it is there, but could not be read"
    return ": ".join(part for part in (seen.code, seen.because) if part)
