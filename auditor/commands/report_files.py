"""Which files does a report consist of? Made aside, then moved into place one by one."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import Collection, Sequence
from pathlib import Path

from auditor.commands.csv_file import FINDINGS_FILE, write_findings
from auditor.models import Scorecard
from auditor.workspace import Workspace


def write_reports(
    workspace: Workspace,
    wave: str,
    cards: Sequence[Scorecard],
    formats: Collection[str],
    shops: Collection[str],
) -> tuple[Path, ...]:
    """Write the formats asked for into the wave's report folder; gives the files, the overview first.

    shops: folder names of those whose scorecards and findings are written; the overview and report.json
    are always about all of `cards`.
    """
    out = workspace.reports(wave)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out, prefix=".partial-") as temporary:
        aside = Path(temporary)
        made = _make(workspace, wave, cards, formats, shops, aside)
        return tuple(_moved(file, out) for file in made)


def _make(
    workspace: Workspace,
    wave: str,
    cards: Sequence[Scorecard],
    formats: Collection[str],
    shops: Collection[str],
    aside: Path,
) -> list[Path]:
    made: list[Path] = []
    ours = [card for card in cards if card.shop.slug in shops]
    if {"html", "json", "pdf"} & set(formats):
        from auditor.grading import report_wave
        from reports.build import scorecard_file
        from reports.render import REPORT_FILE

        overview = report_wave(workspace, wave, cards, out=aside)
        pages = [overview, *(aside / scorecard_file(card.shop) for card in ours)]
        made += pages if "html" in formats else []
        made += [aside / REPORT_FILE] if "json" in formats else []
        made += _printed(pages) if "pdf" in formats else []
    if "csv" in formats:
        made.append(write_findings(ours, aside / FINDINGS_FILE))
    return made


def _printed(pages: Sequence[Path]) -> list[Path]:
    from scenarios.printing import print_pdfs

    files = [(page, page.with_name(page.stem.replace("index", "overview") + ".pdf")) for page in pages]
    asyncio.run(print_pdfs(files))
    return [pdf for _, pdf in files]


def _moved(file: Path, folder: Path) -> Path:
    return Path(shutil.move(file, folder / file.name))
