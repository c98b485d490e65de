"""What the benchmark found out about one shop and about all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from auditor.demo.compare import Compared, Match
from benchmarks.walk.comparison import Rate, as_in_truth, compare_document, coverage, rate
from benchmarks.walk.truth import Known

_NO_SCORECARD: Mapping[str, Any] = {"funnel": [], "checkout": {}, "findings": []}


@dataclass(frozen=True, kw_only=True)
class ShopResult:
    """One shop's walk beside its truth."""

    name: str
    compared: tuple[Compared, ...]
    seconds: float | None = None
    """Machine time of the walk up to the last stage reached."""
    stopped_at: str = ""
    """Address of the last screen of the checkout."""
    orders: int | None = None
    """Orders that came in while we walked; None where nobody counts them."""
    trouble: str = ""
    """Why there is no scorecard at all; empty otherwise."""

    def of(self, part: str) -> tuple[Compared, ...]:
        """What was compared of one part: funnel, checkout or checks."""
        return tuple(one for one in self.compared if one.part == part)

    @property
    def is_whole(self) -> bool:
        """Every stage as it is in truth, screens counted as in truth, nothing ordered."""
        needed = [one for one in self.compared if one.part == "funnel" or one.name == "screens"]
        return bool(needed) and all(one.match is Match.RIGHT for one in needed) and not self.orders


def compare(shop: Known, document: Mapping[str, Any], orders: int | None) -> ShopResult:
    """The document that `auditor show --json` prints, beside the shop's answers."""
    seconds = [stage["seconds"] for stage in document["funnel"] if stage["outcome"] == "reached"]
    return ShopResult(
        name=shop.name,
        compared=compare_document(document, shop.answers),
        seconds=max(seconds, default=None),
        stopped_at=document["checkout"]["stopped_at"],
        orders=orders,
    )


def without_scorecard(shop: Known, trouble: str, orders: int | None) -> ShopResult:
    """A shop whose scorecard could not be had: all that has a truth counts as not observed."""
    compared = compare_document(_NO_SCORECARD, shop.answers)
    return ShopResult(name=shop.name, compared=compared, orders=orders, trouble=trouble)


def totals(results: Iterable[ShopResult]) -> dict[str, Rate]:
    """Rates over all shops, by name."""
    compared = [one for result in results for one in result.compared]
    stages, counts, checks = (
        [one for one in compared if one.part == part] for part in ("funnel", "checkout", "checks")
    )
    return {
        "last state as in truth": as_in_truth(one for one in stages if one.name == "last_state"),
        "stages as in truth": as_in_truth(stages),
        "counts right, of those made": rate(counts),
        "checks observed": coverage(checks),
        "checks right, of those observed": rate(checks),
    }
