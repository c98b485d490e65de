"""`auditor show SHOP`: a scorecard in the terminal, or as JSON."""

from __future__ import annotations

from typing import Annotated

import typer

from auditor.commands.options import DEFAULT_WORKSPACE, JsonOption, RubricOption, WaveOption, WorkspaceOption
from auditor.commands.output import print_json
from auditor.commands.output import show as show_on_screen

EXAMPLE = "Example: auditor show acme --wave 2026-11-autumn --json"


def show(
    shop: Annotated[str, typer.Argument(metavar="SHOP", help="Name of the shop, in any case.")],
    wave: WaveOption = "",
    rubric: RubricOption = "",
    findings: Annotated[
        bool, typer.Option("--findings", help="List every finding below the scorecard.")
    ] = False,
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    as_json: JsonOption = False,
) -> None:
    """Show a shop's scorecard: score, must-haves, how far the walk came, what to mend first."""
    from auditor.commands.places import existing_workspace, opened, pick_shops

    place = existing_workspace(workspace)
    from auditor.grading import latest_wave, rubric_of, score_wave, wave_shops

    name = latest_wave(place, wave)
    (chosen,) = pick_shops(wave_shops(place, name), [shop])
    judged_by = rubric_of(place, name, rubric)
    with opened(place) as store:
        card = store.scorecard(name, chosen.slug, judged_by.ref)
        if card is None:
            (card,) = score_wave(place, store, name, judged_by, [chosen.slug])
    if as_json:
        from reports.document import show_document

        print_json(show_document(card))
        return
    from reports.terminal import show_text

    show_on_screen(show_text(card))
    if findings:
        from auditor.commands.findings import findings_table

        show_on_screen(findings_table(card))
