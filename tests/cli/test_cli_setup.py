"""Setting up: a wave.yaml from a few questions, and a look at what the machine has."""

from __future__ import annotations

import json
import os
import sqlite3

import pytest

from auditor.commands import checkup
from auditor.config import load_wave
from auditor.errors import ConfigError
from auditor.store import open_store


def test_answers_become_a_wave_that_the_program_accepts(auditor, tmp_path):
    typed = "shop.example\nhttps://www.other-shop.example/\n\nDE\nfashion\n2026-autumn\n"
    ran = auditor("init", typed=typed)
    assert ran.exit_code == 0, ran.output
    wave = load_wave(tmp_path / "wave.yaml")
    assert [(s.name, s.url, s.country, s.peer_group) for s in wave.shops] == [
        ("Shop", "https://shop.example", "DE", "fashion"),
        ("Other Shop", "https://www.other-shop.example/", "DE", "fashion"),
    ]
    assert wave.name == "2026-autumn"


def test_an_address_that_cannot_be_is_asked_for_again(auditor, tmp_path):
    ran = auditor("init", typed="ftp://shop.example\nshop.example\n\n\n\n\n")
    assert "is not an http(s) address" in ran.stdout
    assert len(load_wave(tmp_path / "wave.yaml").shops) == 1


def test_nothing_is_asked_with_yes(auditor, tmp_path):
    assert auditor("init", "--yes").exit_code == 0
    assert load_wave(tmp_path / "wave.yaml").shops[0].url == "https://shop.example/"


def test_a_file_that_is_there_is_never_overwritten(auditor, tmp_path):
    (tmp_path / "wave.yaml").write_text("mine")
    ran = auditor("init", "--yes")
    assert ran.exit_code == 2
    assert "is there already" in ran.stderr
    assert (tmp_path / "wave.yaml").read_text() == "mine"


def test_what_the_program_would_refuse_is_not_written(auditor, tmp_path):
    ran = auditor("init", "--yes", "--shop", "https://shop.example/", "--country", "UK")
    assert ran.exit_code == 2
    assert "did you mean GB?" in ran.stderr
    assert not (tmp_path / "wave.yaml").exists()


@pytest.fixture
def no_browser(monkeypatch):
    def find(configured: str = "") -> None:
        raise ConfigError("no browser found")

    monkeypatch.setattr("scenarios.browser.find_browser", find)


def test_the_doctor_names_the_one_command_that_mends(auditor, no_browser, tmp_path):
    ran = auditor("doctor")
    assert ran.exit_code == 2
    assert "MISSING" in ran.stdout
    assert "mend: " in ran.stdout
    assert not list(tmp_path.iterdir()), "nothing is changed"


def test_the_doctor_speaks_json(auditor, no_browser):
    document = json.loads(auditor("doctor", "--json").stdout)
    assert document["ok"] is False
    parts = {part["name"]: part for part in document["parts"]}
    assert {"python", "browser", "workspace", "disk", "database", "open files"} <= set(parts)
    assert parts["python"]["ok"] is True
    assert parts["browser"]["mend"]


@pytest.mark.parametrize(("version", "ok"), [("0001", True), ("9999", False)])
def test_the_doctor_knows_a_database_of_a_newer_program(tmp_path, version, ok):
    open_store(tmp_path / "auditor.db").close()
    with sqlite3.connect(tmp_path / "auditor.db") as database:
        database.execute("UPDATE alembic_version SET version_num = ?", (version,))
    part = checkup._database(tmp_path)
    assert part.ok is ok
    assert bool(part.mend) is not ok


def test_the_doctor_leaves_a_foreign_file_alone(tmp_path):
    (tmp_path / "auditor.db").write_bytes(os.urandom(4096))
    assert checkup._database(tmp_path).ok is False
