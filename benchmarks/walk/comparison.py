"""Is what the auditor says about a shop what is true about it?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from math import sqrt
from typing import Any

STAGES = ("home", "search", "product", "cart", "checkout", "last_state")
COUNTS = ("screens", "steps_declared", "clicks", "fields_shown", "fields_required")

_MONEY = re.compile(r"([A-Z]{3}) (\d+(?:\.\d+)?)")
_CLOSE = 0.05
_ON_97_5 = 1.959964
"""Point of the normal distribution for an interval of 95%."""


class Verdict(StrEnum):
    """How one statement compares with the truth."""

    RIGHT = "right"
    WRONG = "wrong"
    NOT_OBSERVED = "not observed"


@dataclass(frozen=True, kw_only=True)
class Compared:
    """One statement beside the truth."""

    what: str
    verdict: Verdict
    said: str
    truth: str


@dataclass(frozen=True, kw_only=True)
class Rate:
    """A share with its 95% interval by Wilson; None where nothing was counted."""

    hits: int
    of: int

    @property
    def share(self) -> float | None:
        """Hits of all, 0 to 1."""
        return self.hits / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Where the true share lies, as far as so few cases tell."""
        if not self.of:
            return None
        share, z2 = self.hits / self.of, _ON_97_5**2
        middle = share + z2 / (2 * self.of)
        reach = _ON_97_5 * sqrt(share * (1 - share) / self.of + z2 / (4 * self.of**2))
        whole = 1 + z2 / self.of
        return max(0.0, (middle - reach) / whole), min(1.0, (middle + reach) / whole)


def compare_checks(findings: Iterable[dict[str, Any]], truth: dict[str, Any]) -> tuple[Compared, ...]:
    """Every check with a known truth, in the truth's order.

    A truth whose value is null has no fixed one and is left out. Two criteria on one check say the same.
    """
    by_check = {finding["check"]: finding for finding in reversed(list(findings))}
    return tuple(
        _check(name, by_check.get(name), answer)
        for name, answer in truth.items()
        if not (answer["state"] == "observed" and answer.get("value") is None)
    )


def compare_funnel(stages: Iterable[dict[str, Any]], truth: dict[str, str]) -> tuple[Compared, ...]:
    """Every stage of the walk, in its order; what stopped us is not observed, what we missed is wrong."""
    outcomes = {stage["stage"]: stage["outcome"] for stage in stages}
    compared = []
    for stage in STAGES:
        said = outcomes.get(stage, "not_visited")
        if said == truth[stage]:
            verdict = Verdict.RIGHT
        else:
            verdict = Verdict.WRONG if said in ("reached", "not_found") else Verdict.NOT_OBSERVED
        compared.append(Compared(what=stage, verdict=verdict, said=said, truth=truth[stage]))
    return tuple(compared)


def compare_counts(checkout: dict[str, Any], truth: dict[str, Any]) -> tuple[Compared, ...]:
    """Screens, clicks and fields; a count of a walk that stopped before the end is not observed.

    A shop that declares no steps has null for truth, and null is then the right answer.
    """
    compared = []
    for name in COUNTS:
        if name not in truth:
            continue
        said, true = checkout.get(name), truth[name]
        verdict = Verdict.RIGHT if said == true else Verdict.WRONG
        if checkout.get("censored", True) or (said is None and true is not None):
            verdict = Verdict.NOT_OBSERVED
        compared.append(Compared(what=name, verdict=verdict, said=_shown(said), truth=_shown(true)))
    return tuple(compared)


def rate(compared: Iterable[Compared]) -> Rate:
    """Right among what was said at all; what was not observed is no statement."""
    said = [one.verdict for one in compared if one.verdict is not Verdict.NOT_OBSERVED]
    return Rate(hits=said.count(Verdict.RIGHT), of=len(said))


def coverage(compared: Iterable[Compared]) -> Rate:
    """What was said at all among what has a truth."""
    verdicts = [one.verdict for one in compared]
    return Rate(hits=len(verdicts) - verdicts.count(Verdict.NOT_OBSERVED), of=len(verdicts))


def _check(name: str, finding: dict[str, Any] | None, answer: dict[str, Any]) -> Compared:
    true = _shown(answer["value"]) if answer["state"] == "observed" else answer["state"]
    if finding is None:
        return Compared(what=name, verdict=Verdict.NOT_OBSERVED, said="no criterion asks", truth=true)
    state, value = finding["state"], finding["value"]
    if state == "not_observed" or (state == "observed" and value is None):
        return Compared(what=name, verdict=Verdict.NOT_OBSERVED, said=finding["because"][:90], truth=true)
    said = _shown(value) if state == "observed" else state
    verdict = Verdict.RIGHT if _agree(state, value, answer) else Verdict.WRONG
    return Compared(what=name, verdict=verdict, said=said, truth=true)


def _agree(state: str, value: Any, answer: dict[str, Any]) -> bool:
    """The same state and value; absent and a plain no are two ways to say that the shop has it not."""
    if _says_no(state, value) and _says_no(answer["state"], answer.get("value")):
        return True
    return bool(state == answer["state"]) and (state != "observed" or same_value(value, answer["value"]))


def _says_no(state: str, value: Any) -> bool:
    return state == "absent" or (state == "observed" and value in (False, 0, []))


def same_value(said: Any, true: Any) -> bool:
    """Equal as people would say: lists in any order, money by amount, hours whatever the spaces."""
    if isinstance(true, bool) or isinstance(said, bool):
        return bool(said is true)
    if isinstance(true, int | float) and isinstance(said, int | float):
        return abs(said - true) < _CLOSE
    if isinstance(true, list) and isinstance(said, list):
        return sorted(map(str, said)) == sorted(map(str, true))
    said, true = str(said), str(true)
    if (amounts := (_money(said), _money(true))) != (None, None):
        return amounts[0] == amounts[1]
    return _plain(said) == _plain(true)


def _money(text: str) -> tuple[str, Decimal] | None:
    found = _MONEY.fullmatch(text.strip())
    try:
        return (found[1], Decimal(found[2])) if found else None
    except InvalidOperation:
        return None


def _plain(text: str) -> str:
    return re.sub(r"\s*([;,])\s*", r"\1", " ".join(text.casefold().split()))


def _shown(value: Any) -> str:
    match value:
        case None:
            return "none"
        case bool():
            return "yes" if value else "no"
        case list():
            return ", ".join(map(str, value)) or "none"
    return str(value)
