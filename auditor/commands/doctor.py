"""`auditor doctor`: what works here, and what to do about the rest."""

from __future__ import annotations

from dataclasses import asdict

import typer

from auditor.commands.faults import OPERATOR
from auditor.commands.options import DEFAULT_WORKSPACE, JsonOption, WorkspaceOption
from auditor.commands.output import console, plain, print_json

EXAMPLE = "Example: auditor doctor --workspace ./auditor-data"


def doctor(workspace: WorkspaceOption = DEFAULT_WORKSPACE, as_json: JsonOption = False) -> None:
    """Look at Python, browser, fonts, disk, workspace and database; say how to mend what is missing.

    Ends with 2 when something that is needed is missing. Nothing is changed.
    """
    from rich.text import Text

    from auditor.commands.checkup import Part, look_around

    parts: list[Part] = []
    screen = console()
    for part in look_around(workspace):
        parts.append(part)
        if as_json:
            continue
        sign, style = (
            ("ok", "green") if part.ok else ("MISSING", "bold red") if part.needed else ("!", "yellow")
        )
        line = Text.assemble((f"{sign:<8}", style), (f"{part.name:<16}", "bold"), plain(part.words))
        screen.print(line, soft_wrap=True)
        if part.mend:
            screen.print(Text(f"{'':<24}mend: {plain(part.mend)}"), soft_wrap=True)
    is_whole = all(part.ok or not part.needed for part in parts)
    if as_json:
        print_json({"schema": 1, "ok": is_whole, "parts": [asdict(part) for part in parts]})
    if not is_whole:
        raise typer.Exit(OPERATOR)
