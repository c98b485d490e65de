"""The program answers at once, lists what it has, and says plainly what it has not."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer

from auditor.cli import app

DOCS = Path(__file__).parents[2] / "docs" / "commands.md"
COMMANDS = sorted(c.name for c in app.registered_commands)
TOUCHES_A_WORKSPACE = {"run", "visit", "demo", "observe", "score", "report", "show", "save-case", "doctor"}


def test_asking_for_help_loads_nothing_heavy():
    heavy = "pandas scrapy playwright sqlalchemy pydantic jinja2 lxml"
    code = f"import sys, auditor.cli; print([m for m in '{heavy}'.split() if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_the_module_is_the_same_command():
    ran = subprocess.run([sys.executable, "-m", "auditor", "--version"], capture_output=True, text=True)
    assert ran.returncode == 0
    assert re.fullmatch(r"auditor \d+\.\d+\.\d+\n", ran.stdout)


def test_every_command_of_this_version_is_there():
    wanted = "choose demo doctor explain init observe read report run save-case score show visit"
    assert wanted.split() == COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_an_example(auditor, command):
    ran = auditor(command, "--help")
    assert ran.exit_code == 0
    assert "Example: " in ran.stdout
    assert f"auditor {command}" in ran.stdout
    assert ("--workspace" in ran.stdout) == (command in TOUCHES_A_WORKSPACE)


@pytest.mark.parametrize("command", ["replay", "worker", "schedule", "serve"])
def test_a_planned_command_says_that_it_is_not_there_yet(auditor, command):
    ran = auditor(command)
    assert ran.exit_code == 2
    assert f"this version has no `{command}` yet" in ran.stderr
    assert not re.search(rf"^\W*{command}\b", auditor("--help").stdout, re.M)


def test_an_unknown_command_gets_the_nearest_one(auditor):
    ran = auditor("shwo")
    assert ran.exit_code == 2
    assert "show" in ran.stderr


def test_the_document_lists_every_command_and_every_option():
    text = DOCS.read_text(encoding="utf-8")
    described = re.findall(r"^## `auditor ([a-z-]+)", text, re.M)
    assert sorted(described) == COMMANDS
    group = typer.main.get_command(app)
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        part = text.split(f"## `auditor {name}")[1].split("\n## ")[0]
        for option in (o for p in command.params for o in p.opts if o.startswith("--") and o != "--help"):
            assert f"`{option}" in part, f"{name} {option}"
