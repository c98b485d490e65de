"""The command `auditor`: every command of the program, and one way to speak of trouble.

Why nothing heavy is imported here: `auditor --help` answers at once. Each command imports what it
needs when it is asked for.
"""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer

from auditor import __version__
from auditor.commands import (
    choose,
    demo,
    doctor,
    explain,
    init,
    read,
    rebuild,
    run,
    save_case,
    show,
    visit,
)
from auditor.commands.faults import Commands

app = typer.Typer(
    cls=Commands,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Begin with: auditor demo",
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"auditor {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Mystery-shopping audits and benchmarks for online shops, with evidence for every verdict.

    Walks a shop as a new customer would, up to but never past the order, and grades what it saw.
    """
    del version
    for stream in (sys.stdout, sys.stderr):
        _never_choke(stream)


def _never_choke(stream: Any) -> None:
    """A terminal that cannot show a shop's letters gets them escaped, and no crash."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")


_WALK, _BUILD, _ASK = "Walk shops", "Rebuild from evidence", "Look closer"

app.command("demo", epilog=demo.EXAMPLE, rich_help_panel=_WALK)(demo.demo)
app.command("init", epilog=init.EXAMPLE, rich_help_panel=_WALK)(init.init)
app.command("doctor", epilog=doctor.EXAMPLE, rich_help_panel=_WALK)(doctor.doctor)
app.command("run", epilog=run.EXAMPLE, rich_help_panel=_WALK)(run.run)
app.command("visit", epilog=visit.EXAMPLE, rich_help_panel=_WALK)(visit.visit)
app.command("observe", epilog=rebuild.OBSERVE_EXAMPLE, rich_help_panel=_BUILD)(rebuild.observe)
app.command("score", epilog=rebuild.SCORE_EXAMPLE, rich_help_panel=_BUILD)(rebuild.score)
app.command("report", epilog=rebuild.REPORT_EXAMPLE, rich_help_panel=_BUILD)(rebuild.report)
app.command("show", epilog=show.EXAMPLE, rich_help_panel=_ASK)(show.show)
app.command("explain", epilog=explain.EXAMPLE, rich_help_panel=_ASK)(explain.explain)
app.command("read", epilog=read.EXAMPLE, rich_help_panel=_ASK)(read.read)
app.command("choose", epilog=choose.EXAMPLE, rich_help_panel=_ASK)(choose.choose)
app.command("save-case", epilog=save_case.EXAMPLE, rich_help_panel=_ASK)(save_case.save_case)
