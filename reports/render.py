"""Report models as files: self-contained HTML without scripts, and `report.json`."""

from __future__ import annotations

import base64
import hashlib
import os
import tempfile
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from reports.album import build_album
from reports.document import wave_json
from reports.humans import when
from reports.model import OverviewReport, ScorecardReport, WaveReport
from reports.screenshots import EvidenceReader

OVERVIEW_FILE = "index.html"
REPORT_FILE = "report.json"

_HERE = Path(__file__).parent


@cache
def environment() -> Environment:
    """The templates. Escaping is on for all of them, and a name that is not in the model is an error."""
    env = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.filters["when"] = when
    env.globals["css"] = Markup(_style())  # noqa: S704 our own file, with nothing of a shop in it
    env.globals["policy"] = _policy()
    return env


@cache
def _style() -> str:
    return "\n" + (_HERE / "static" / "report.css").read_text(encoding="utf-8")


def _policy() -> str:
    """Content security policy of every page: our own style sheet and embedded pictures, nothing else."""
    digest = base64.b64encode(hashlib.sha256(_style().encode()).digest()).decode("ascii")
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )


def scorecard_html(report: ScorecardReport, read: EvidenceReader) -> str:
    """A shop's scorecard as one page."""
    album = build_album(report, read)
    return environment().get_template("scorecard.html.j2").render(report=report, album=album)


def overview_html(report: OverviewReport) -> str:
    """A wave's overview as one page."""
    return environment().get_template("overview.html.j2").render(report=report)


def render_scorecard(report: ScorecardReport, out_dir: Path, evidence_reader: EvidenceReader) -> Path:
    """Write a shop's scorecard and say where it is.

    Raises: OSError when it cannot be written; nothing half-written stays behind.
    """
    return _write(out_dir / report.file_name, scorecard_html(report, evidence_reader))


def render_overview(report: OverviewReport, out_dir: Path) -> Path:
    """Write a wave's overview and say where it is.

    Raises: OSError when it cannot be written; nothing half-written stays behind.
    """
    return _write(out_dir / OVERVIEW_FILE, overview_html(report))


def write_report_json(report: WaveReport, out_dir: Path) -> Path:
    """Write a wave's `report.json` and say where it is.

    Raises: OSError when it cannot be written; nothing half-written stays behind.
    """
    return _write(out_dir / REPORT_FILE, wave_json(report))


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".partial-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return path
