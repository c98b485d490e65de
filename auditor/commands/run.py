"""`auditor run wave.yaml`: plan, visit, observe, score, report; resumes by itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from auditor.commands.faults import SOME_NOT_AUDITED, remember
from auditor.commands.funnel_lines import funnel_line
from auditor.commands.options import JsonOption, OtherWorkspaceOption, ScenarioOption
from auditor.commands.output import print_json, say, tell

if TYPE_CHECKING:
    from auditor.commands.walking import Walked
    from auditor.config import Wave

EXAMPLE = "Example: auditor run wave.yaml --at-once 2"


def run(
    wave_file: Annotated[Path, typer.Argument(metavar="WAVE.YAML", help="Which shops, and how politely.")],
    at_once: Annotated[
        int, typer.Option("--at-once", min=1, max=32, help="Shops walked at the same time.")
    ] = 4,
    scenario: ScenarioOption = None,
    only: Annotated[
        list[str] | None,
        typer.Option("--only", metavar="SHOP", help="Only this shop, by name; may be given several times."),
    ] = None,
    no_report: Annotated[bool, typer.Option("--no-report", help="Grade, but write no reports.")] = False,
    workspace: OtherWorkspaceOption = None,
    as_json: JsonOption = False,
) -> None:
    """Walk the shops of a wave, grade them and write the reports.

    Interrupt it anywhere and run it again: it goes on, and what is sealed is not walked twice.
    Ends with 1 when some shops could not be audited; they are named.
    """
    from auditor.config import load_wave

    wave = load_wave(wave_file)
    if workspace is not None:
        wave = replace(wave, workspace=workspace)
    remember(how_to_go_on="interrupted; nothing that was sealed is lost, run the same command again to go on")
    from auditor.commands.walking import only_shops, walk_and_grade

    if only:
        wave = only_shops(wave, only)
    walked = walk_and_grade(wave, at_once=at_once, scenarios=scenario or (), report=not no_report)
    if as_json:
        print_json(run_document(wave, walked))
    else:
        for card in walked.cards:
            say(funnel_line(card))
        if walked.overview:
            say(f"reports: {walked.overview}")
    for shop, why in walked.not_audited.items():
        tell(f"could not be audited: {shop}. {why}")
    if walked.not_audited:
        raise typer.Exit(SOME_NOT_AUDITED)


def run_document(wave: Wave, walked: Walked) -> dict[str, Any]:
    """What `auditor run --json` prints."""
    from reports.document import show_document

    shops = []
    for card in walked.cards:
        shown = show_document(card)
        shops.append(
            {
                "shop": card.shop.name,
                "slug": card.shop.slug,
                "url": card.shop.url,
                "audited": card.shop.name not in walked.not_audited,
                "because": walked.not_audited.get(card.shop.name, ""),
                "funnel": shown["funnel"],
                "checkout": shown["checkout"],
                "score": shown["score"],
            }
        )
    folder = walked.overview.parent if walked.overview else None
    return {
        "schema": 1,
        "wave": wave.name,
        "workspace": str(walked.workspace.root),
        "visits": {"walked": len(walked.ran.walked), "sealed_before": len(walked.ran.known)},
        "shops": shops,
        "reports": str(folder) if folder else None,
    }
