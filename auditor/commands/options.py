"""Options that several commands share, so that they are called the same everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

DEFAULT_WORKSPACE = Path("auditor-data")
"""Where commands look when no workspace is named; also what a new wave.yaml says."""

WorkspaceOption = Annotated[
    Path, typer.Option("--workspace", metavar="DIR", help="Folder with database, evidence and reports.")
]
OtherWorkspaceOption = Annotated[
    Path | None,
    typer.Option("--workspace", metavar="DIR", help="Another folder than the one that the wave names."),
]
WaveOption = Annotated[
    str, typer.Option("--wave", metavar="WAVE", help="Which wave; the one walked last without it.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for programs on standard output.")]
ScenarioOption = Annotated[
    list[str] | None,
    typer.Option("--scenario", metavar="S", help="Only this scenario or spider; may be given several times."),
]
ShopOption = Annotated[
    list[str] | None,
    typer.Option("--shop", metavar="SHOP", help="Only this shop, by name; may be given several times."),
]
RubricOption = Annotated[
    str,
    typer.Option(
        "--rubric", metavar="FILE", help="Judge by this rubric instead of the one kept with the wave."
    ),
]
