"""What was observed beside what is true, as a table: one row per question, one column per shop."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from rich.table import Table
from rich.text import Text

from auditor.commands.output import plain
from auditor.demo.compare import Compared, Match
from auditor.models import Value

_STYLES = {Match.RIGHT: "green", Match.NOT_OBSERVED: "yellow", Match.WRONG: "bold red", Match.NO_TRUTH: "dim"}
_WIDEST = 60


def truth_table(compared: Mapping[str, Sequence[Compared]]) -> Table:
    """Right answers with their value, the others with what stood against them."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column("\nCompared with the truth", no_wrap=True)
    for shop in compared:
        table.add_column(Text("\n" + plain(shop)), overflow="fold")
    rows: dict[tuple[str, str], dict[str, Compared]] = {}
    for shop, all_of in compared.items():
        for one in all_of:
            rows.setdefault((one.part, one.name), {})[shop] = one
    for (part, name), cells in rows.items():
        label = name if part == "checks" else f"{part}: {name}"
        table.add_row(label, *(_cell(cells.get(shop)) for shop in compared))
    return table


def counts_line(compared: Sequence[Compared]) -> str:
    """`52 right, 1 not observed, 0 wrong`."""
    found = Counter(one.match for one in compared)
    return f"{found[Match.RIGHT]} right, {found[Match.NOT_OBSERVED]} not observed, {found[Match.WRONG]} wrong"


def _cell(one: Compared | None) -> Text:
    if one is None:
        return Text("")
    style = _STYLES[one.match]
    match one.match:
        case Match.RIGHT:
            return Text(_words(one.seen), style=style)
        case Match.NO_TRUTH:
            return Text(f"{_words(one.seen)} (no fixed truth)", style=style)
        case Match.NOT_OBSERVED:
            return Text(f"not observed: {plain(one.because)[:_WIDEST] or _words(one.seen)}", style=style)
    return Text(f"WRONG: {_words(one.seen)}, true is {_words(one.truth)}", style=style)


def _words(value: Value) -> str:
    match value:
        case None:
            return "none"
        case bool():
            return "yes" if value else "no"
        case tuple():
            return ", ".join(plain(part) for part in value) or "nothing"
    return plain(str(value))
