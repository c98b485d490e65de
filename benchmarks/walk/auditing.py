"""Has the auditor walk a wave, through its command line as everybody would."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from benchmarks.walk.truth import BenchError

_LINES_SHOWN = 5


def prepared(wave: dict[str, Any], names: list[str], wave_path: Path, workspace: Path) -> Path:
    """The wave with these shops alone, without pauses and with a workspace of its own; a file in it.

    JSON is YAML too, and needs no care with quotes.
    """
    copy = wave | {
        "workspace": str(workspace),
        "pace": 0,
        "allow_private_addresses": True,
        "shops": [shop for shop in wave["shops"] if shop["name"] in names],
    }
    rubric = str(copy.get("rubric", ""))
    if rubric.endswith((".yaml", ".yml")):
        copy["rubric"] = str((wave_path.parent / rubric).resolve())
    workspace.mkdir(parents=True, exist_ok=True)
    path = workspace / "wave.yaml"
    path.write_text(json.dumps(copy, indent=1), encoding="utf-8")
    return path


def run(wave: Path) -> int:
    """Walk and grade the wave, with the auditor's own progress on the terminal.

    Its exit code: 0 done, 1 some shops could not be audited. Raises: BenchError when it refuses.
    """
    code = subprocess.run(_auditor("run", str(wave)), env=_env(), check=False).returncode  # noqa: S603
    if code not in (0, 1):
        raise BenchError(f"auditor run ended with {code}; its message stands above")
    return code


def show(name: str, workspace: Path, wave: str) -> dict[str, Any]:
    """The scorecard of one shop as the auditor prints it. Raises: BenchError with its last words."""
    argv = _auditor("show", name, "--workspace", str(workspace), "--wave", wave, "--json")
    done = subprocess.run(argv, env=_env(), check=False, capture_output=True, text=True)  # noqa: S603
    try:
        document = json.loads(done.stdout) if done.returncode == 0 else None
    except ValueError:
        document = None
    if not isinstance(document, dict):
        said = (done.stderr or done.stdout).strip().splitlines()[-_LINES_SHOWN:]
        raise BenchError(f"auditor show {name!r} gave no scorecard: {' '.join(said) or 'it said nothing'}")
    return document


def _auditor(*arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "auditor", *arguments)


def _env() -> dict[str, str]:
    return {**os.environ, "PYTHONUNBUFFERED": "1"}
