"""What the benchmark found out about one shop and about all of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from benchmarks.walk.comparison import (
    Compared,
    Rate,
    Verdict,
    compare_checks,
    compare_counts,
    compare_funnel,
    coverage,
    rate,
)
from benchmarks.walk.truth import Known


@dataclass(frozen=True, kw_only=True)
class ShopResult:
    """One shop's walk beside its truth."""

    name: str
    funnel: tuple[Compared, ...] = ()
    counts: tuple[Compared, ...] = ()
    checks: tuple[Compared, ...] = ()
    seconds: float | None = None
    """Machine time of the walk up to the last stage reached."""
    stopped_at: str = ""
    orders: int | None = None
    """Orders that came in while we walked; None where nobody counts them."""
    trouble: str = ""
    """Why there is no scorecard at all; empty otherwise."""

    @property
    def is_whole(self) -> bool:
        """Every stage as it is in truth, screens counted as in truth, nothing ordered."""
        screens = [one for one in self.counts if one.what == "screens"]
        reached = bool(self.funnel) and all(one.verdict is Verdict.RIGHT for one in (*self.funnel, *screens))
        return reached and not self.orders and not self.trouble


def compare(shop: Known, document: dict[str, Any], orders: int | None) -> ShopResult:
    """The document that `auditor show --json` prints, beside the shop's answers."""
    seconds = [stage["seconds"] for stage in document["funnel"] if stage["outcome"] == "reached"]
    return ShopResult(
        name=shop.name,
        funnel=compare_funnel(document["funnel"], shop.answers["funnel"]),
        counts=compare_counts(document["checkout"], shop.answers["checkout"]),
        checks=compare_checks(document["findings"], shop.answers["checks"]),
        seconds=max(seconds, default=None),
        stopped_at=document["checkout"]["stopped_at"],
        orders=orders,
    )


def without_scorecard(shop: Known, trouble: str, orders: int | None) -> ShopResult:
    """A shop whose scorecard could not be had: all that has a truth counts as not observed."""
    nothing = {"censored": True, "stopped_at": ""}
    return ShopResult(
        name=shop.name,
        funnel=compare_funnel([], shop.answers["funnel"]),
        counts=compare_counts(nothing, shop.answers["checkout"]),
        checks=compare_checks([], shop.answers["checks"]),
        orders=orders,
        trouble=trouble,
    )


def totals(results: Iterable[ShopResult]) -> dict[str, Rate]:
    """Rates over all shops, by name."""
    results = tuple(results)
    checks = [one for result in results for one in result.checks]
    counts = [one for result in results for one in result.counts]
    ends = [one for result in results for one in result.funnel if one.what == "last_state"]
    stages = [one for result in results for one in result.funnel]
    return {
        "last state as in truth": _hits(ends),
        "stages as in truth": _hits(stages),
        "counts right, of those made": rate(counts),
        "checks observed": coverage(checks),
        "checks right, of those observed": rate(checks),
    }


def _hits(compared: list[Compared]) -> Rate:
    return Rate(hits=sum(one.verdict is Verdict.RIGHT for one in compared), of=len(compared))
