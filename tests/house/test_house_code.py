"""Does the code keep the promises of CONTRIBUTING.md: layers, sizes, docstrings?"""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from house_files import PACKAGES, ROOT, name, source_files

LONGEST = 400
"""Lines of a file, beyond which it needs a reason."""

REASONS = {
    "auditor/models.py": "the nouns of an audit stand together, so that they can be read as one list",
    "auditor/pages/static.py": "reads markup as scenarios/look.js reads a page, rule by rule",
    "scenarios/shopper.py": "the shopper's eyes and hands share one state under one name",
}
"""File -> why it may be longer than others."""


def test_imports_go_downwards_only() -> None:
    program = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=300, check=False
    )
    assert ran.returncode == 0, ran.stdout[-4000:] + ran.stderr[-2000:]


def test_every_module_has_its_place_among_the_layers() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    placed = {part.strip(" ()") for layer in layers for part in layer.replace("|", ":").split(":")}
    modules = {f"auditor.{path.stem}" for path in (ROOT / "auditor").iterdir() if is_module(path)} | {
        "reports",
        "scenarios",
        "spiders",
    }
    assert modules - placed == set(), "add them to the layers in pyproject.toml"
    assert placed - modules == set(), "they are gone; take them out of pyproject.toml"


def is_module(path: Path) -> bool:
    if path.is_dir():
        return (path / "__init__.py").exists()
    return path.suffix == ".py" and not path.stem.startswith("__")


def test_long_files_have_a_reason_and_no_reason_outlives_its_file() -> None:
    lengths = {
        name(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in source_files(*PACKAGES, "tests")
    }
    long = {file for file, lines in lengths.items() if lines > LONGEST}
    assert long - REASONS.keys() == set(), f"above {LONGEST} lines: split them by duty, or give a reason"
    assert REASONS.keys() - long == set(), "short again; take the reason out"


@pytest.mark.parametrize("package", PACKAGES)
def test_everything_public_says_what_it_is(package: str) -> None:
    silent = []
    for path in source_files(package):
        if path.suffix != ".py":
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if tree.body and ast.get_docstring(tree) is None:
            silent.append(name(path))
        silent += [f"{name(path)}: {what}" for what in undocumented(tree.body, "")]
    assert silent == []


def undocumented(body: list[ast.stmt], inside: str) -> list[str]:
    found = []
    for node in body:
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            continue
        if node.name.startswith("_") or "overload" in {getattr(d, "id", "") for d in node.decorator_list}:
            continue
        if ast.get_docstring(node) is None:
            found.append(inside + node.name)
        if isinstance(node, ast.ClassDef):
            found += undocumented(node.body, f"{inside}{node.name}.")
    return found


def test_nothing_is_pinned_but_by_name_and_version() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert pins, "run `make constraints`"
    for pin in pins:
        package, _, version = pin.partition("==")
        assert package, pin
        assert version, pin
        assert not set(pin) & set("/@;: "), f"{pin}: an address or a marker, not a version"


def test_what_the_package_needs_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *extras["test"], *extras["bench"]]
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = {folded(line.split("==")[0]) for line in lines}
    missing = {need for need in wanted if folded(need.split(">")[0].split("=")[0]) not in pinned}
    assert missing == set(), "run `make constraints`"


def folded(package: str) -> str:
    return package.strip().lower().replace("_", "-").replace(".", "-")
