"""What a run shows while it walks: a live table in a terminal, one plain line per visit in a log."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from auditor.commands.output import console, plain, tell
from auditor.models import STAGES, Visit
from auditor.scheduling import PlannedVisit

if TYPE_CHECKING:
    from rich.table import Table

    from auditor.worker import Watch

_SIGNS = {"reached": ("yes", "green"), "not_found": ("no", "yellow"), "": ("", "dim")}
"""What stands in a cell; anything else is a trouble code and stands there itself."""

_SHORT = {"product": "prod.", "checkout": "check.", "last_state": "last"}
WIDE = 125
"""Characters from which stages have room for their names and for trouble codes."""


@dataclass
class ShopRow:
    """How far one shop is."""

    name: str
    planned: int = 0
    visits: list[Visit] = field(default_factory=list)
    doing: str = ""
    """The scenario that is being walked."""
    begun: float = 0.0
    """Monotonic second at which its walk began."""
    spent: float = 0.0
    """Seconds of this run on visits that are sealed."""
    stages: dict[str, str] = field(default_factory=dict)

    @property
    def seconds(self) -> float:
        """Seconds of this run on this shop so far."""
        return self.spent + (time.monotonic() - self.begun if self.doing else 0.0)

    def begin(self, scenario: str) -> None:
        """A visit begins."""
        self.doing, self.begun = scenario, time.monotonic()

    def add(self, visit: Visit) -> None:
        """A visit is sealed."""
        from auditor.counting import funnel

        self.spent, self.doing = self.seconds, ""
        self.visits.append(visit)
        self.stages = {s.stage: s.outcome for s in funnel(self.visits) if s.outcome != "not_visited"}


class Progress:
    """Follows a run shop by shop."""

    def __init__(self, plan: Sequence[PlannedVisit]) -> None:
        self.rows: dict[str, ShopRow] = {}
        for planned in plan:
            row = self.rows.setdefault(planned.shop.slug, ShopRow(name=planned.shop.name))
            row.planned += 1

    def watch(self, planned: PlannedVisit, what: str, visit: Visit | None) -> None:
        """What the worker tells."""
        row = self.rows[planned.shop.slug]
        if what == "begun":
            row.begin(planned.scenario)
        elif visit is not None:
            row.add(visit)

    def sealed(self) -> tuple[int, int]:
        """Visits that are sealed, and planned."""
        return sum(len(r.visits) for r in self.rows.values()), sum(r.planned for r in self.rows.values())


@contextmanager
def shown(progress: Progress) -> Iterator[Watch]:
    """Show the progress until the block ends: live in a terminal, in plain lines otherwise."""
    terminal = console(error=True)
    if not terminal.is_terminal or terminal.is_dumb_terminal:
        yield _lines(progress)
        return
    from rich.live import Live

    with Live(
        console=terminal, get_renderable=lambda: live_table(progress, terminal.width), refresh_per_second=4
    ):
        yield progress.watch


def _lines(progress: Progress) -> Watch:
    def watch(planned: PlannedVisit, what: str, visit: Visit | None) -> None:
        progress.watch(planned, what, visit)
        if what == "sealed" and visit is not None:
            done, planned_count = progress.sealed()
            tell(f"[{done}/{planned_count}] {visit_line(visit)}")

    return watch


def visit_line(visit: Visit) -> str:
    """`Acme: cart 4.2 s, cart reached, cart_edit reached`."""
    ends = ", ".join(f"{key} {outcome}" for key, outcome in visit.outcomes.items())
    return f"{visit.shop.name}: {visit.scenario} {visit.seconds:.1f} s, {ends or 'nothing noted'}"


def live_table(progress: Progress, width: int = 120) -> Table:
    """Per shop: the funnel as it fills, what is being walked, visits done, seconds."""
    from rich.table import Table
    from rich.text import Text

    wide = width >= WIDE
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column("shop", no_wrap=True, width=22 if wide else 14, overflow="ellipsis")
    for stage in STAGES:
        head, size = (stage, 10) if wide else (_SHORT.get(stage, stage), 6)
        table.add_column(head, no_wrap=True, width=size, overflow="ellipsis")
    table.add_column("now", no_wrap=True, width=14 if wide else 8, overflow="ellipsis")
    table.add_column("done", justify="right", no_wrap=True, width=5)
    table.add_column("s", justify="right", no_wrap=True, width=3)
    for row in progress.rows.values():
        cells = [Text(*_SIGNS.get(code, (code, "red"))) for code in map(row.stages.get, STAGES, [""] * 6)]
        done = len(row.visits)
        now = row.doing or ("done" if done == row.planned else "waiting")
        table.add_row(
            Text(plain(row.name)),
            *cells,
            Text(now, style="" if row.doing else "dim"),
            f"{done}/{row.planned}",
            f"{row.seconds:.0f}",
        )
    return table
