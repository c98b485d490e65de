"""The command as an operator types it, and a small workspace in which something was walked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from small_shops import WAVE, a_visit
from typer.testing import CliRunner

from auditor.cli import app
from auditor.config import Wave
from auditor.errors import VisitError
from auditor.models import Shop
from auditor.scheduling import plan_wave
from auditor.worker import Ran
from auditor.workspace import Workspace

Run = Callable[..., Any]


@pytest.fixture
def auditor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Types a command in an empty folder; gives exit_code, stdout and stderr."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")

    def run(*words: str, typed: str | bytes | None = None) -> Any:
        return CliRunner().invoke(app, list(words), input=typed)

    return run


@pytest.fixture
def wave_file(tmp_path: Path) -> Path:
    """A wave over two shops."""
    file = tmp_path / "wave.yaml"
    file.write_text(WAVE, encoding="utf-8")
    return file


@pytest.fixture
def walked(tmp_path: Path) -> Workspace:
    """A workspace with one sealed visit of each of two shops."""
    workspace = Workspace(tmp_path / "data")
    for name in ("Acme Outfitters", "Börse & Söhne"):
        shop = Shop(name=name, url="https://shop.example/", country="GB", language="en")
        workspace.evidence.seal(a_visit(workspace.evidence, shop, "home", {"home": "reached"}))
    return workspace


Walk = Callable[[Shop, str], dict[str, str]]


@pytest.fixture
def shops_that(monkeypatch: pytest.MonkeyPatch) -> Callable[[Walk], list[str]]:
    """Replaces the walking: what a shop answers is decided by the test. Gives the ids walked."""
    monkeypatch.setattr("scenarios.browser.find_browser", lambda configured="": None)
    walked_ids: list[str] = []

    def install(walk: Walk) -> list[str]:
        def run_wave(
            wave: Wave, workspace: Workspace, store: Any, *, scenarios: Sequence[str] = (), **more: Any
        ) -> Ran:
            ran = Ran()
            for planned in plan_wave(wave):
                if scenarios and planned.scenario not in scenarios:
                    continue
                if workspace.evidence.sealed(planned.id):
                    ran.known.append(planned.id)
                    more["watch"](planned, "known", workspace.evidence.sealed(planned.id))
                    continue
                more["watch"](planned, "begun", None)
                try:
                    outcomes = walk(planned.shop, planned.scenario)
                except VisitError as error:
                    outcomes = {"home": error.code}
                visit = a_visit(workspace.evidence, planned.shop, planned.scenario, outcomes, wave=wave.name)
                workspace.evidence.seal(visit)
                walked_ids.append(visit.id)
                ran.walked.append(visit.id)
                more["watch"](planned, "sealed", visit)
            return ran

        monkeypatch.setattr("auditor.worker.run_wave", run_wave)
        return walked_ids

    return install
