"""The whole road on the bundled shops: right answers, no orders, the same from evidence, after any cut."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from auditor.demo import DemoShops, serve
from auditor.models import STAGES, Shop
from auditor.wave_template import wave_template

pytestmark = pytest.mark.browser

AUDITOR = (sys.executable, "-m", "auditor")
PART = ("--scenario", "home", "--scenario", "search", "--scenario", "product", "--json")


def auditor(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*AUDITOR, *words], cwd=cwd, capture_output=True, text=True, timeout=900)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def demo(folder: Path) -> subprocess.CompletedProcess[str]:
    """One run of `auditor demo`, whose outcome several tests look at."""
    return auditor("demo", "--no-open", "--json", cwd=folder)


@pytest.fixture(scope="module")
def outcome(demo: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    return dict(json.loads(demo.stdout))


def test_no_answer_is_wrong(outcome):
    wrong = [
        f"{shop['shop']}: {one['name']} is {one['seen']}, true is {one['truth']}. {one['because']}"
        for shop in outcome["shops"]
        for one in shop["compared"]
        if one["match"] == "wrong"
    ]
    assert not wrong


def test_what_was_not_observed_has_a_reason(outcome):
    for shop in outcome["shops"]:
        for one in shop["compared"]:
            assert one["match"] != "not_observed" or one["because"], (shop["shop"], one["name"])


def test_every_shop_is_walked_to_the_last_state_before_the_order(outcome):
    for shop in outcome["shops"]:
        stages = {one["name"]: one["seen"] for one in shop["compared"] if one["part"] == "funnel"}
        assert stages == dict.fromkeys(STAGES, "reached"), shop["shop"]


def test_nothing_was_ordered(outcome, folder):
    assert [shop["orders"] for shop in outcome["shops"]] == [0, 0, 0]
    for ledger in (folder / "demo-data" / "ledgers").glob("*/orders.jsonl"):
        assert ledger.read_text() == ""


def test_the_demo_ends_well(demo):
    assert demo.returncode == 0, demo.stderr


def test_every_shop_has_a_scorecard(outcome, folder):
    reports = folder / "demo-data" / "reports" / "demo"
    assert len(list(reports.glob("scorecard-*.html"))) == 3
    assert (reports / "index.html").exists()


def test_the_report_is_rebuilt_from_evidence_byte_for_byte(outcome, folder):
    copy = folder / "copy"
    shutil.copytree(folder / "demo-data", copy)
    (copy / "auditor.db").unlink()
    shutil.rmtree(copy / "reports")
    ran = auditor("report", "--workspace", "copy", cwd=folder)
    assert ran.returncode == 0, ran.stderr
    first, second = (f / "reports" / "demo" / "report.json" for f in (folder / "demo-data", copy))
    assert second.read_bytes() == first.read_bytes()


def test_the_reports_can_be_printed(outcome, folder):
    ran = auditor("report", "--workspace", "demo-data", "--format", "pdf", "--shop", "linuva", cwd=folder)
    assert ran.returncode == 0, ran.stderr
    for line in ran.stdout.splitlines():
        data = (folder / line).read_bytes()
        assert data.startswith(b"%PDF-")
        assert b"/StructTreeRoot" in data, "tagged for screen readers"


@pytest.fixture
def open_shops() -> Iterator[DemoShops]:
    with serve() as shops:
        yield shops


@pytest.fixture
def wave_file(tmp_path: Path, open_shops: DemoShops) -> Path:
    shops = [Shop(name=s.name, url=s.url, country=s.country, language=s.language) for s in open_shops.shops]
    file = tmp_path / "wave.yaml"
    text = wave_template("wave", shops, pace=0, allow_private_addresses=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_a_killed_run_goes_on_and_walks_nothing_twice(tmp_path, wave_file, open_shops):
    sealed = _killed_in_the_middle(tmp_path)
    assert sealed
    ran = auditor("run", "wave.yaml", *PART, cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    after = _manifests(tmp_path)
    assert {path: after[path] for path in sealed} == sealed
    assert len(after) == 9
    visits = json.loads(ran.stdout)["visits"]
    assert visits == {"walked": 9 - len(sealed), "sealed_before": len(sealed)}
    assert open_shops.orders() == 0


def test_an_interrupted_run_seals_nothing_half_done(tmp_path, wave_file, open_shops):
    sealed = _killed_in_the_middle(tmp_path, by=signal.SIGINT, expect=130)
    outcomes = [json.loads(data)["visit"]["outcomes"] for data, _ in sealed.values()]
    assert all(o == "reached" for found in outcomes for o in found.values())


def _killed_in_the_middle(
    folder: Path, by: signal.Signals = signal.SIGKILL, expect: int = -signal.SIGKILL
) -> dict[Path, tuple[bytes, int]]:
    """Begin a run, cut it off once two visits are sealed and others are under way; gives what is sealed."""
    with (folder / "first.log").open("w") as log:
        run = subprocess.Popen([*AUDITOR, "run", "wave.yaml", *PART], cwd=folder, stdout=log, stderr=log)
        end = time.monotonic() + 300
        while len(_manifests(folder)) < 2 and run.poll() is None and time.monotonic() < end:
            time.sleep(0.1)
        run.send_signal(by)
        assert run.wait(timeout=60) == expect, (folder / "first.log").read_text()
    sealed = _manifests(folder)
    assert 2 <= len(sealed) < 9
    return sealed


def _manifests(folder: Path) -> dict[Path, tuple[bytes, int]]:
    found = (folder / "auditor-data" / "evidence" / "visits").glob("*/*/*.json")
    return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in found}
