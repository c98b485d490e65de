"""Is what the auditor says about a shop what is true about it?

The rules are those of `auditor demo` (`auditor.demo.compare`); here they are asked of the printed scorecard,
since the benchmark knows the auditor from outside only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Any

from auditor.demo.compare import Compared, Match, compare_all
from auditor.models import CheckoutCounts, FunnelStage, Observation, State, Value

_ON_97_5 = 1.959964
"""Point of the normal distribution for an interval of 95%."""


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


def compare_document(document: Mapping[str, Any], answers: Mapping[str, Any]) -> tuple[Compared, ...]:
    """Every stage, count and check that has a truth, beside what `auditor show --json` printed.

    The words on the order button are not part of the printed counts; order_button_wording judges them.
    """
    compared = compare_all(
        {
            "funnel": answers["funnel"],
            "checkout": _counts_with_truth(answers["checkout"], document["checkout"]),
            "checks": {name: truth for name, truth in answers["checks"].items() if _is_fixed(truth)},
        },
        [
            FunnelStage(
                stage=stage["stage"], outcome=stage["outcome"], url=stage["url"], seconds=stage["seconds"]
            )
            for stage in document["funnel"]
        ],
        CheckoutCounts(**document["checkout"]),
        [_observation(finding) for finding in document["findings"]],
    )
    return tuple(one for one in compared if one.match is not Match.NO_TRUTH)


def rate(compared: Iterable[Compared]) -> Rate:
    """Right among what was said at all; what was not observed is no statement."""
    said = [one.match for one in compared if one.match is not Match.NOT_OBSERVED]
    return Rate(hits=said.count(Match.RIGHT), of=len(said))


def coverage(compared: Iterable[Compared]) -> Rate:
    """What was said at all among what has a truth."""
    matches = [one.match for one in compared]
    return Rate(hits=len(matches) - matches.count(Match.NOT_OBSERVED), of=len(matches))


def as_in_truth(compared: Iterable[Compared]) -> Rate:
    """Right among all that has a truth, said or not."""
    matches = [one.match for one in compared]
    return Rate(hits=matches.count(Match.RIGHT), of=len(matches))


def _counts_with_truth(truth: Mapping[str, Any], counted: Mapping[str, Any]) -> dict[str, Any]:
    """The counts to compare; that a shop declares no steps is only known after a walk to the end."""
    is_whole = not counted.get("censored", True)
    return {name: n for name, n in truth.items() if name != "order_button" and (is_whole or n is not None)}


def _is_fixed(truth: Mapping[str, Any]) -> bool:
    """Whether there is one right answer; a value of null says that it differs from time to time."""
    return truth["state"] != State.OBSERVED or truth.get("value") is not None


def _observation(finding: Mapping[str, Any]) -> Observation:
    """The check's answer within a finding; a document does not tell the version of the check."""
    return Observation(
        check=finding["check"],
        version=0,
        state=State(finding["state"]),
        value=_value(finding["value"]),
        unit=finding["unit"],
        because=finding["because"],
    )


def _value(value: Any) -> Value:
    return tuple(value) if isinstance(value, list) else value
