"""`auditor visit URL`: one shop, now."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

import typer

from auditor.commands.faults import SOME_NOT_AUDITED, remember
from auditor.commands.options import DEFAULT_WORKSPACE, JsonOption, ScenarioOption, WorkspaceOption
from auditor.commands.output import print_json, say, show, tell
from auditor.errors import ConfigError
from auditor.models import Shop

if TYPE_CHECKING:
    from auditor.config import Wave

EXAMPLE = "Example: auditor visit https://shop.example/ --country DE --scenario search"


def visit(
    url: Annotated[str, typer.Argument(metavar="URL", help="Where a customer begins: http or https.")],
    scenario: ScenarioOption = None,
    country: Annotated[
        str, typer.Option("--country", metavar="CC", help="ISO 3166: address, law, number formats.")
    ] = "",
    language: Annotated[
        str, typer.Option("--language", metavar="TAG", help="BCP 47; read from the pages without it.")
    ] = "",
    pace: Annotated[
        float, typer.Option("--pace", metavar="SECONDS", help="Wait between two actions; 0 needs --private.")
    ] = 0.8,
    private: Annotated[
        bool, typer.Option("--private", help="Allow a shop on your own machine or network.")
    ] = False,
    workspace: WorkspaceOption = DEFAULT_WORKSPACE,
    as_json: JsonOption = False,
) -> None:
    """Walk one shop now; print how far the walk came and every finding."""
    from auditor.commands.walking import walk_and_grade

    remember(how_to_go_on=f"interrupted; what was sealed so far lies in {workspace}")
    with in_words_of_options():
        wave = wave_of_one(
            url, country=country, language=language, pace=pace, private=private, workspace=workspace
        )
        walked = walk_and_grade(wave, scenarios=scenario or ())
    card = walked.cards[0]
    if as_json:
        from reports.document import show_document

        print_json(show_document(card))
    else:
        from auditor.commands.findings import findings_table
        from reports.terminal import show_text

        show(show_text(card))
        show(findings_table(card))
        say(f"wave {wave.name}, reports: {walked.overview}")
    for shop, why in walked.not_audited.items():
        tell(f"could not be audited: {shop}. {why}")
        raise typer.Exit(SOME_NOT_AUDITED)


def wave_of_one(
    url: str, *, country: str, language: str, pace: float, private: bool, workspace: Path
) -> Wave:
    """A wave over one shop, under the same rules as one from a file.

    Raises: ConfigError.
    """
    from auditor.config import load_wave
    from auditor.wave_template import wave_template

    try:
        host = urlsplit(url.strip()).hostname or ""
    except ValueError:
        host = ""
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    safe = "".join(c if c.isascii() and (c.isalnum() or c in ".-") else "-" for c in host)[:60]
    shop = Shop(name=host[:80] or "shop", url=url, country=country, language=language)
    text = wave_template(
        f"visit-{safe.strip('.-') or 'shop'}-{moment}", [shop], pace=pace, allow_private_addresses=private
    )
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "wave.yaml"
        file.write_text(text, encoding="utf-8")
        try:
            return replace(load_wave(file), workspace=workspace)
        except ConfigError as error:
            raise ConfigError(error.problem, entry=error.entry.rpartition(".")[2]) from None


@contextmanager
def in_words_of_options() -> Iterator[None]:
    """Say of a setting of wave.yaml how it is called on the command line."""
    try:
        yield
    except ConfigError as error:
        problem = error.problem.replace("set allow_private_addresses: true", "add --private")
        problem = problem.replace("allow_private_addresses: true", "--private")
        raise ConfigError(problem, path=error.path, line=error.line, entry=error.entry) from None
