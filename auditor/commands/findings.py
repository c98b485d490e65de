"""Every finding of a scorecard as a table in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.commands.output import plain
from auditor.models import Scorecard

if TYPE_CHECKING:
    from rich.table import Table

_STYLES = {"good": "green", "partly": "yellow", "bad": "red", "neutral": "dim", "unknown": "dim"}


def findings_table(card: Scorecard) -> Table:
    """One row per criterion that was judged, in the order of the scorecard."""
    from rich.table import Table
    from rich.text import Text

    from reports.build import build_scorecard_report

    table = Table(box=None, padding=(0, 2), pad_edge=False)
    table.add_column("\nFinding", no_wrap=True, header_style="bold")
    table.add_column("\nQuestion", ratio=3, header_style="bold")
    table.add_column("\nSeen", ratio=2, header_style="bold")
    for section in build_scorecard_report(card).sections:
        for finding in section.findings:
            if finding.outcome == "outside_wave":
                continue
            seen = finding.value_text or (finding.because if finding.outcome == "not_observed" else "")
            table.add_row(
                Text(finding.verdict.lower(), style=_STYLES.get(finding.tone, "")),
                Text(plain(finding.question)),
                Text(plain(seen)[:160]),
            )
    return table
