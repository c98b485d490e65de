"""Tells the result: for a terminal, for docs/accuracy.md, for a program."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from auditor.demo.compare import Compared, Match
from auditor.models import STAGES, Value
from benchmarks.walk.comparison import Rate, rate
from benchmarks.walk.result import ShopResult, totals

BEGIN, END = "<!-- walk:begin -->", "<!-- walk:end -->"
_MATCHES = (Match.RIGHT, Match.WRONG, Match.NOT_OBSERVED)
_LONGEST = 100


def for_terminal(results: Sequence[ShopResult]) -> str:
    """All of it, shop by shop, with every wrong answer beside the truth."""
    lines: list[str] = []
    for result in results:
        lines += _shop(result)
    lines += ["", "all shops"]
    lines += [f"  {name}: {told(figure)}" for name, figure in totals(results).items()]
    return "\n".join(lines)


def _shop(result: ShopResult) -> Iterable[str]:
    yield ""
    yield result.name
    if result.trouble:
        yield f"  no scorecard: {result.trouble}"
    yield "  funnel: " + "  ".join(f"{one.name} {_beside(one)}" for one in result.of("funnel"))
    if result.stopped_at:
        yield f"  ended at: {result.stopped_at}"
    yield f"  machine seconds: {_seconds(result)}, orders placed: {_orders(result)}"
    yield "  counts: " + "  ".join(f"{one.name} {_beside(one)}" for one in result.of("checkout"))
    checks = result.of("checks")
    for match in (Match.WRONG, Match.NOT_OBSERVED):
        for one in checks:
            if one.match is match:
                why = f"; {one.because[:_LONGEST]}" if one.because else ""
                yield f"  {_called(match)}: {one.name}: {_beside(one)}{why}"
    tally = ", ".join(f"{_count(checks, match)} {_called(match)}" for match in _MATCHES)
    yield f"  checks: {tally}"


def for_markdown(results: Sequence[ShopResult]) -> str:
    """Two tables and a list of what was wrong."""
    counts = ("screens", "clicks", "fields_shown")
    head = ["shop", *(stage.replace("_", " ") for stage in STAGES), "screens", "clicks", "fields"]
    lines = _head([*head, "seconds", "orders"])
    for result in results:
        by_name = {one.name: _beside(one) for one in (*result.of("funnel"), *result.of("checkout"))}
        cells = (by_name.get(name, "") for name in (*STAGES, *counts))
        lines.append(_row([result.name, *cells, _seconds(result), _orders(result)]))
    lines += ["", *_head(["shop", *(f"checks {_called(match)}" for match in _MATCHES), "right of observed"])]
    for result in results:
        checks = result.of("checks")
        tally = (str(_count(checks, match)) for match in _MATCHES)
        lines.append(_row([result.name, *tally, told(rate(checks))]))
    lines += ["", *(f"- {name}: {told(figure)}" for name, figure in totals(results).items())]
    wrong = [(r.name, one) for r in results for one in r.of("checks") if one.match is Match.WRONG]
    if wrong:
        lines += ["", "Wrong answers:", ""]
        lines += [f"- {name}, `{one.name}`: {_beside(one)}" for name, one in wrong]
    return "\n".join(lines)


def for_programs(results: Sequence[ShopResult]) -> dict[str, Any]:
    """The same as plain data."""
    return {
        "shops": [asdict(result) | {"is_whole": result.is_whole} for result in results],
        "totals": {
            name: {"hits": figure.hits, "of": figure.of, "share": figure.share, "interval": figure.interval}
            for name, figure in totals(results).items()
        },
    }


def write_between_marks(path: Path, text: str) -> None:
    """Replace what stands between our two marks; a file without them gets them at its end."""
    old = path.read_text(encoding="utf-8") if path.exists() else "# How accurate it is\n"
    if BEGIN not in old or END not in old:
        old = f"{old.rstrip()}\n\n{BEGIN}\n{END}\n"
    before, rest = old.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    path.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")


def told(figure: Rate) -> str:
    """A rate for people: `39 of 42, 93% (81 to 98%)`."""
    share, interval = figure.share, figure.interval
    if share is None or interval is None:
        return "none"
    low, high = interval
    return f"{figure.hits} of {figure.of}, {share:.0%} ({100 * low:.0f} to {high:.0%})"


def _beside(one: Compared) -> str:
    """What was said, and the truth where that is another."""
    if one.match is Match.RIGHT:
        return _shown(one.seen)
    said = _shown(one.seen) if one.match is Match.WRONG or one.part == "funnel" else "?"
    return f"{said} (truth: {_shown(one.truth)})"


def _shown(value: Value) -> str:
    match value:
        case None:
            return "none"
        case bool():
            return "yes" if value else "no"
        case tuple():
            return ", ".join(value) or "none"
    return str(value)


def _count(compared: Iterable[Compared], match: Match) -> int:
    return sum(one.match is match for one in compared)


def _called(match: Match) -> str:
    return match.value.replace("_", " ")


def _seconds(result: ShopResult) -> str:
    return "?" if result.seconds is None else f"{result.seconds:.0f}"


def _orders(result: ShopResult) -> str:
    return "not counted" if result.orders is None else str(result.orders)


def _head(cells: Sequence[str]) -> list[str]:
    return [_row(cells), _row(["---"] * len(cells))]


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"
