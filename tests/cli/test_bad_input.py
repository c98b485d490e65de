"""Bad input gets a clear sentence and exit code 2, no traceback, and nothing half-written."""

from __future__ import annotations

import errno
import logging
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from small_shops import WAVE, is_root

from auditor.commands.faults import logging_to
from auditor.store import open_store


def refused(ran, *words: str) -> None:
    assert ran.exit_code == 2, ran.output
    assert "Traceback" not in ran.output
    assert len(ran.stderr.strip().splitlines()) == 1, ran.stderr
    for word in words:
        assert word in ran.stderr


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("pace: 0", "paec: 0"), ("wave.yaml:3", "unknown key 'paec'", "did you mean 'pace'?")),
        (("pace: 0", "pace: fast"), ("wave.yaml:3", "pace")),
        (("country: GB", "county: GB"), ("wave.yaml:6", "shops[0]", "county")),
        (('"http://127.0.0.1:9/"', "ftp://127.0.0.1/"), ("wave.yaml:6", "not an http(s) address")),
        (("pace: 0", "rubric: nowhere.yaml"), ("nowhere.yaml",)),
    ],
)
def test_a_wrong_wave_is_refused_with_its_line(auditor, wave_file, tmp_path, change, words):
    wave_file.write_text(WAVE.replace(*change), encoding="utf-8")
    refused(auditor("run", "wave.yaml"), *words)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["wave.yaml"]


def test_a_wrong_rubric_is_refused_with_its_line(auditor, wave_file, tmp_path):
    (tmp_path / "mine.yaml").write_text("rubric: {id: x}\ncriterea: []\n", encoding="utf-8")
    wave_file.write_text(WAVE.replace("pace: 0", "pace: 0\nrubric: mine.yaml"), encoding="utf-8")
    refused(auditor("run", "wave.yaml"), "mine.yaml:", "criterea")
    assert not (tmp_path / "data").exists()


def test_a_file_that_is_not_there_is_named(auditor):
    refused(auditor("run", "nowhere.yaml"), "nowhere.yaml")


def test_a_host_that_does_not_resolve_is_named_before_anything_is_written(auditor, wave_file, tmp_path):
    wave_file.write_text(
        WAVE.replace("127.0.0.1:9", "shop.invalid").replace("pace: 0", "pace: 1"), encoding="utf-8"
    )
    refused(auditor("run", "wave.yaml"), "Acme Outfitters", "shop.invalid does not resolve")
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("visit", "shop.example"), "not an http(s) address"),
        (("visit", "http://127.0.0.1:9/"), "add --private"),
        (("visit", "https://shop.example/", "--pace", "0"), "--private"),
        (("visit", "https://shop.example/", "--country", "UK"), "did you mean GB?"),
        (("visit", "http://127.0.0.1:9/", "--private", "--scenario", "serach"), "did you mean 'search'?"),
        (("read", "ours"), "did you mean 'hours'?"),
        (("read", "hours", "--lang", "xx"), "no lexicon reads 'xx'"),
        (("explain", "guest_chekout"), "did you mean 'guest_checkout'?"),
        (("explain",), "--all"),
        (("choose", "add_to_cart", "http://127.0.0.1:9/"), "add --private"),
        (("choose", "add_to_cart", "page.html"), "page.html"),
        (("choose", "add_to_crat", "page.html"), "did you mean 'add_to_cart'?"),
        (("show", "acme"), "auditor-data: there is no such folder"),
        (("report", "--format", "xlsx"), "does not write xlsx yet"),
        (("report", "--format", "docx"), "no format is called 'docx'"),
        (("observe", "--workspace", "nowhere"), "nowhere: there is no such folder"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_what_cannot_be_meant_is_refused_in_one_sentence(auditor, tmp_path, words, said):
    refused(auditor(*words), said)
    assert not list(tmp_path.iterdir())


def test_a_newer_database_is_not_touched(auditor, wave_file, walked, shops_that):
    shops_that(lambda shop, scenario: {"home": "reached"})
    open_store(walked.database).close()
    with sqlite3.connect(walked.database) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    refused(auditor("run", "wave.yaml"), "newer version of this program", "9999")


def test_two_runs_at_once_are_refused(auditor, wave_file, walked, shops_that):
    shops_that(lambda shop, scenario: {"home": "reached"})
    with walked.locked():
        code = "from auditor.cli import app; app(['observe', '--workspace', 'data'])"
        ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert ran.returncode == 2
    assert f"another run is at work here (process {os.getpid()})" in ran.stderr


def test_a_workspace_that_cannot_be_made_is_refused(auditor, wave_file, tmp_path, shops_that):
    shops_that(lambda shop, scenario: {"home": "reached"})
    (tmp_path / "data").write_text("a file stands where the folder should be")
    refused(auditor("run", "wave.yaml"), "data", "cannot be written")


@pytest.mark.skipif(is_root(), reason="root may write everywhere")
def test_a_folder_without_permission_is_refused(auditor, wave_file, tmp_path, shops_that):
    shops_that(lambda shop, scenario: {"home": "reached"})
    (tmp_path / "data").mkdir(mode=0o500)
    refused(auditor("run", "wave.yaml"), "data", "cannot be written")


@pytest.mark.parametrize("grouped", [False, True], ids=["alone", "out of a task group"])
def test_a_full_disk_is_said_in_a_sentence(auditor, wave_file, shops_that, grouped):
    def walk(shop, scenario):
        full = OSError(errno.ENOSPC, "No space left on device")
        raise ExceptionGroup("unhandled errors in a TaskGroup", [full]) if grouped else full

    shops_that(walk)
    refused(auditor("run", "wave.yaml"), "the disk is full", "it goes on")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_log_that_cannot_be_written_says_nothing_on_the_terminal(tmp_path, capfd):
    (tmp_path / "auditor.log").symlink_to("/dev/full")
    with logging_to(tmp_path):
        logging.getLogger("auditor.worker").warning("a visit ended")
    assert capfd.readouterr() == ("", "")


def test_a_fault_of_ours_is_called_so_and_kept_in_the_log(auditor, wave_file, tmp_path, shops_that):
    def walk(shop, scenario):
        raise ZeroDivisionError("half a shop")

    shops_that(walk)
    refused(auditor("run", "wave.yaml"), "this is a fault of ours", "auditor.log")
    log = (tmp_path / "data" / "auditor.log").read_text(encoding="utf-8")
    assert "Traceback" in log
    assert "half a shop" in log


def test_an_interrupted_run_says_how_to_go_on(auditor, wave_file, shops_that):
    def walk(shop, scenario):
        raise KeyboardInterrupt

    shops_that(walk)
    ran = auditor("run", "wave.yaml")
    assert ran.exit_code == 130
    assert "run the same command again to go on" in ran.stderr
    assert "Traceback" not in ran.output


def test_the_demo_never_empties_a_folder_that_is_not_its_own(auditor, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("years of work")
    refused(auditor("demo", "--workspace", "mine"), "was not made by the demo")
    assert Path("mine/thesis.txt").read_text() == "years of work"
