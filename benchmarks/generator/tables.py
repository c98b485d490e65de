"""Tells what the walks through generated shops came to: rates, failures, and the features that fail most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from benchmarks.generator.walking import Walked
from benchmarks.walk.comparison import Rate

_WORST = 25
_LONGEST = 220


def rates(walks: Iterable[Walked]) -> dict[str, Rate]:
    """The figures that matter. Ready and screens are of the shops that can be ordered from as a guest."""
    walks = tuple(walks)
    guests = [walk for walk in walks if walk.truth.last_state == "reached"]
    walls = [walk for walk in walks if walk.truth.last_state != "reached"]
    return {
        "cart": _rate(walks, lambda w: "cart" in w.trail),
        "checkout": _rate(walks, lambda w: w.outcomes.get("checkout") == "reached"),
        "ready": _rate(guests, lambda w: w.is_ready),
        "wall told": _rate(walls, lambda w: w.is_as_truth),
        "screens exact": _rate(guests, lambda w: w.are_screens_exact),
        "verdict true": _rate(walks, lambda w: w.is_verdict_true),
    }


def _rate(walks: Sequence[Walked], test: Callable[[Walked], bool]) -> Rate:
    return Rate(hits=sum(map(test, walks)), of=len(walks))


def by_feature(walks: Sequence[Walked]) -> list[tuple[str, str, Rate]]:
    """Feature, value, and the rate of walks that ended as in truth; the worst first."""
    groups: dict[tuple[str, str], list[Walked]] = defaultdict(list)
    for walk in walks:
        for feature, value in (*walk.plan.values.items(), ("language", walk.plan.language)):
            groups[feature, value].append(walk)
    found = [(*key, _rate(group, lambda w: w.is_as_truth)) for key, group in groups.items()]
    return sorted(found, key=lambda entry: (entry[2].share or 0.0, -entry[2].of))


def for_terminal(walks: Sequence[Walked]) -> str:
    """All of it as text."""
    lines: list[str] = []
    looked_at = [walk for walk in walks if not walk.is_held_out]
    held_out = [walk for walk in walks if walk.is_held_out]
    for name, group in (("seeds that are looked at", looked_at), ("held out", held_out)):
        if group:
            seconds = sorted(walk.seconds for walk in group)
            lines += ["", f"{name}: {len(group)} shops, {seconds[len(group) // 2]:.1f} s in the middle"]
            lines += [f"  {what:<14} {told(rate)}" for what, rate in rates(group).items()]
    if looked_at:
        lines += ["", "features, as in truth, worst first"]
        lines += [
            f"  {feature:<17} {value:<14} {told(rate)}"
            for feature, value, rate in by_feature(looked_at)[:_WORST]
            if rate.hits < rate.of
        ]
        lines += failures(looked_at)
    ordered = [walk for walk in walks if walk.orders]
    for walk in ordered:
        lines += [
            "",
            f"ORDER PLACED: SEED {walk.plan.seed} {walk.plan.language.upper()}: {walk.orders} IN THE LEDGER",
        ]
    lines += ["", f"orders placed: {sum(walk.orders for walk in walks)}"]
    return "\n".join(lines)


def failures(walks: Sequence[Walked]) -> list[str]:
    """One line for each walk that did not end as in truth, or that counted otherwise."""
    lines = []
    for walk in walks:
        if not walk.is_as_truth:
            lines.append(f"  seed {walk.plan.seed} {walk.plan.language}: {why(walk)}")
        elif walk.truth.screens is not None and not walk.are_screens_exact:
            counted = f"{walk.screens} screens, truth {walk.truth.screens}"
            lines.append(f"  seed {walk.plan.seed} {walk.plan.language}: {counted}")
    return ["", "failures", *lines] if lines else []


def why(walk: Walked) -> str:
    """What the auditor said, and what the server says."""
    detail = walk.details.get("last_state", "")[:_LONGEST]
    parts = [f"said {walk.said}", detail, f"came to {walk.trail[-1] if walk.trail else 'nothing'}"]
    if walk.seen is not None and walk.said == "reached":
        if not walk.seen.at_last:
            parts.append("the last screen was never shown")
        elif walk.seen.missing:
            parts.append(f"missing: {', '.join(walk.seen.missing)}")
        elif not walk.seen.order_on:
            parts.append("the order button was off")
    elif walk.seen is not None and walk.seen.ready:
        parts.append("the server says that it was ready")
    return "; ".join(part for part in parts if part)


def told(rate: Rate) -> str:
    """A rate for people."""
    if rate.interval is None or rate.share is None:
        return "none"
    low, high = rate.interval
    return f"{rate.hits}/{rate.of} = {rate.share:.1%} ({low:.1%} to {high:.1%})"


def for_programs(walks: Sequence[Walked]) -> dict[str, Any]:
    """The same as plain data."""
    groups = {
        "looked_at": [walk for walk in walks if not walk.is_held_out],
        "held_out": [walk for walk in walks if walk.is_held_out],
    }
    return {
        "rates": {
            name: {what: _data(rate) for what, rate in rates(group).items()} for name, group in groups.items()
        },
        "features": [
            {"feature": feature, "value": value, **_data(rate)}
            for feature, value, rate in by_feature(groups["looked_at"])
        ],
        "walks": [walk.to_dict() for walk in groups["looked_at"]],
        "orders": sum(walk.orders for walk in walks),
    }


def _data(rate: Rate) -> dict[str, Any]:
    return {"hits": rate.hits, "of": rate.of, "share": rate.share, "interval": rate.interval}
