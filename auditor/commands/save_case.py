"""`auditor save-case VISIT CHECK`: a real visit becomes a test case."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from auditor.commands.options import DEFAULT_WORKSPACE, JsonOption, WorkspaceOption
from auditor.commands.output import print_json, say
from auditor.errors import ConfigError

EXAMPLE = "Example: auditor save-case 2026-11-autumn/acme return_window_days --why 'two periods on a page'"


def save_case(
    visit: Annotated[
        str, typer.Argument(metavar="VISIT", help="WAVE/SHOP, or WAVE/SHOP/SCENARIO for one visit alone.")
    ],
    check: Annotated[str, typer.Argument(metavar="CHECK", help="Id of the check.")],
    folder: Annotated[
        Path, typer.Option("--folder", metavar="DIR", help="Where the cases of all checks lie.")
    ] = Path("tests/cases"),
    name: Annotated[
        str, typer.Option("--name", help="Name of the case; the shop's folder name without it.")
    ] = "",
    why: Annotated[str, typer.Option("--why", help="What is special about it, in a sentence.")] = "",
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    as_json: JsonOption = False,
) -> None:
    """Write what a check saw of a shop, and what it answered, as a case for a person to correct."""
    from auditor.commands.places import existing_workspace, one_of

    place = existing_workspace(workspace)
    from auditor.case_export import export_case
    from auditor.checks import all_checks

    checks = all_checks()
    one_of(check, tuple(checks), "check")
    wave, _, rest = visit.strip("/").partition("/")
    slug, _, scenario = rest.partition("/")
    visits = [
        v
        for v in place.evidence.visits()
        if (v.wave, v.shop.slug) == (wave, slug) and scenario in ("", v.scenario)
    ]
    if not visits:
        known = sorted({f"{v.wave}/{v.shop.slug}" for v in place.evidence.visits()})
        raise ConfigError(f"no sealed visit {visit!r} here; there are {', '.join(known[:20]) or 'none'}")
    file = export_case(visits, place.evidence, checks[check], folder, name=_folder_name(name), why=why)
    if as_json:
        print_json({"schema": 1, "case": str(file)})
        return
    say(f"{file}")
    say("see what it expects, correct it where the check was wrong, and run the tests")


def _folder_name(name: str) -> str:
    if (name and not all(c.isalnum() or c in "-_." for c in name)) or name.startswith("."):
        raise ConfigError(f"{name[:60]!r} cannot name a folder; use letters, digits, '-' and '_'")
    return name
