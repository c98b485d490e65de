"""`auditor observe`, `score` and `report`: everything that can be made again from evidence alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from auditor.commands.funnel_lines import score_words
from auditor.commands.options import (
    DEFAULT_WORKSPACE,
    JsonOption,
    RubricOption,
    ShopOption,
    WaveOption,
    WorkspaceOption,
)
from auditor.commands.output import print_json, say
from auditor.errors import ConfigError

if TYPE_CHECKING:
    from auditor.models import Shop
    from auditor.workspace import Workspace

OBSERVE_EXAMPLE = "Example: auditor observe --wave 2026-11-autumn"
SCORE_EXAMPLE = "Example: auditor score --rubric my-rubric.yaml"
REPORT_EXAMPLE = "Example: auditor report --format all"

FORMATS = ("html", "json", "csv", "pdf", "all")
LATER_FORMATS = ("xlsx", "pptx")


def observe(
    wave: WaveOption = "",
    shop: ShopOption = None,
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    as_json: JsonOption = False,
) -> None:
    """Run every check over the evidence of a wave again. No shop is touched."""
    from auditor.commands.places import opened

    place, name, shops = _chosen(workspace, wave, shop)
    from auditor.grading import observe_wave

    with opened(place) as store:
        count = observe_wave(place, store, name, [s.slug for s in shops])
    if as_json:
        print_json({"schema": 1, "wave": name, "shops": [s.name for s in shops], "observations": count})
    else:
        say(f"{count} observations about {_shops(shops)} in wave {name}")


def score(
    wave: WaveOption = "",
    rubric: RubricOption = "",
    shop: ShopOption = None,
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    as_json: JsonOption = False,
) -> None:
    """Judge the observations of a wave again, by its own rubric or another."""
    from auditor.commands.places import opened

    place, name, shops = _chosen(workspace, wave, shop)
    from auditor.grading import rubric_of, score_wave

    judged_by = rubric_of(place, name, rubric)
    with opened(place) as store:
        cards = score_wave(place, store, name, judged_by, [s.slug for s in shops])
    if as_json:
        from reports.document import show_document

        print_json({"schema": 1, "wave": name, "shops": [show_document(card) for card in cards]})
        return
    say(f"wave {name}, rubric {judged_by.id} {judged_by.version}")
    for card in cards:
        say(f"{card.shop.name}: {score_words(card)}")


def report(
    wave: WaveOption = "",
    file_format: Annotated[
        list[str] | None,
        typer.Option("--format", metavar="F", help="html, json, csv, pdf or all; html and json without it."),
    ] = None,
    rubric: RubricOption = "",
    shop: ShopOption = None,
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    as_json: JsonOption = False,
) -> None:
    """Write the reports of a wave again; works even when the database was deleted.

    With --shop, only that shop's scorecard and findings are written; the overview and report.json always
    cover the whole wave.
    """
    from auditor.commands.places import opened

    wanted = wanted_formats(file_format or [])
    place, name, shops = _chosen(workspace, wave, shop)
    from auditor.commands.report_files import write_reports
    from auditor.grading import rubric_of, score_wave

    judged_by = rubric_of(place, name, rubric)
    with opened(place) as store:
        cards = score_wave(place, store, name, judged_by)
        files = write_reports(place, name, cards, wanted, {s.slug for s in shops})
    if as_json:
        print_json({"schema": 1, "wave": name, "files": [str(file) for file in files]})
        return
    for file in files:
        say(str(file))


def wanted_formats(given: list[str]) -> frozenset[str]:
    """The formats to write.

    Raises: ConfigError for one that is not known or not there yet.
    """
    from auditor.commands.places import one_of

    for word in given:
        if word in LATER_FORMATS:
            raise ConfigError(f"this version does not write {word} yet; it writes {', '.join(FORMATS[:-1])}")
        one_of(word, FORMATS, "format")
    if "all" in given:
        return frozenset(FORMATS[:-1])
    return frozenset(given or ("html", "json"))


def _chosen(root: Path, wave: str, shops: list[str] | None) -> tuple[Workspace, str, tuple[Shop, ...]]:
    from auditor.commands.places import existing_workspace, pick_shops

    place = existing_workspace(root)
    from auditor.grading import latest_wave, wave_shops

    name = latest_wave(place, wave)
    return place, name, pick_shops(wave_shops(place, name), shops or ())


def _shops(shops: Any) -> str:
    return f"{len(shops)} shops" if len(shops) != 1 else str(shops[0].name)
