"""Tells the result: for a terminal, for docs/accuracy.md, for a program."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.walk.comparison import STAGES, Compared, Rate, Verdict, rate
from benchmarks.walk.result import ShopResult, totals

BEGIN, END = "<!-- walk:begin -->", "<!-- walk:end -->"


def for_terminal(results: Sequence[ShopResult]) -> str:
    """All of it, shop by shop, with every wrong answer beside the truth."""
    lines: list[str] = []
    for result in results:
        lines += _shop(result)
    lines += ["", "all shops"]
    lines += [f"  {name}: {told(rate)}" for name, rate in totals(results).items()]
    return "\n".join(lines)


def _shop(result: ShopResult) -> Iterable[str]:
    yield ""
    yield result.name
    if result.trouble:
        yield f"  no scorecard: {result.trouble}"
    yield "  funnel: " + "  ".join(f"{one.what} {_outcome(one)}" for one in result.funnel)
    if result.stopped_at:
        yield f"  stopped at: {result.stopped_at}"
    yield f"  machine seconds: {_seconds(result)}, orders placed: {_orders(result)}"
    yield "  counts: " + "  ".join(f"{one.what} {_beside(one)}" for one in result.counts)
    for verdict in (Verdict.WRONG, Verdict.NOT_OBSERVED):
        for one in result.checks:
            if one.verdict is verdict:
                yield f"  {verdict.value}: {one.what}: {one.said} (truth: {one.truth})"
    yield f"  checks: {_tally(result.checks)}"


def for_markdown(results: Sequence[ShopResult]) -> str:
    """Two tables and a list of what was wrong."""
    head = [
        "shop",
        *(stage.replace("_", " ") for stage in STAGES),
        "screens",
        "clicks",
        "fields",
        "seconds",
        "orders",
    ]
    lines = [_row(head), _row(["---"] * len(head))]
    for result in results:
        counts = {one.what: _beside(one) for one in result.counts}
        lines.append(
            _row(
                [
                    result.name,
                    *(_outcome(one) for one in result.funnel),
                    *(counts.get(name, "") for name in ("screens", "clicks", "fields_shown")),
                    _seconds(result),
                    _orders(result),
                ]
            )
        )
    lines += ["", _row(["shop", "checks right", "wrong", "not observed", "right of those observed"])]
    lines.append(_row(["---"] * 5))
    for result in results:
        verdicts = [one.verdict for one in result.checks]
        numbers = [str(verdicts.count(verdict)) for verdict in Verdict]
        lines.append(_row([result.name, *numbers, told(rate(result.checks))]))
    lines += ["", *(f"- {name}: {told(figure)}" for name, figure in totals(results).items())]
    wrong = [(r.name, one) for r in results for one in r.checks if one.verdict is Verdict.WRONG]
    if wrong:
        lines += ["", "Wrong answers:", ""]
        lines += [f"- {name}, `{one.what}`: said {one.said}, truth {one.truth}" for name, one in wrong]
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


def _tally(compared: Sequence[Compared]) -> str:
    verdicts = [one.verdict for one in compared]
    return ", ".join(f"{verdicts.count(verdict)} {verdict.value}" for verdict in Verdict)


def _outcome(one: Compared) -> str:
    return one.said if one.verdict is Verdict.RIGHT else f"{one.said} (truth: {one.truth})"


def _beside(one: Compared) -> str:
    """What was counted, and the truth where that is another."""
    if one.verdict is Verdict.RIGHT:
        return one.said
    said = "?" if one.verdict is Verdict.NOT_OBSERVED else one.said
    return f"{said} (truth: {one.truth})"


def _seconds(result: ShopResult) -> str:
    return "?" if result.seconds is None else f"{result.seconds:.0f}"


def _orders(result: ShopResult) -> str:
    return "not counted" if result.orders is None else str(result.orders)


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"
