"""Is it true what the documents say: links, examples, tables, figures?"""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path

import pytest
from house_files import DOCUMENTS, ROOT, name
from typer.main import get_command

from auditor.checks import all_checks
from auditor.cli import app
from auditor.config import load_wave
from auditor.errors import TROUBLES, sentence
from auditor.lexicon import known_languages
from auditor.rubric import load_rubric

_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
_CODE = re.compile(r"`([^`\n]+)`")

documents = pytest.mark.parametrize("document", DOCUMENTS, ids=name)


def text_of(file: str) -> str:
    return (ROOT / file).read_text(encoding="utf-8")


def fences(file: str, language: str) -> list[str]:
    return [body for kind, body in _FENCE.findall(text_of(file)) if kind == language]


def code_of(document: Path) -> str:
    """What stands in fences and between backticks, one piece a line."""
    text = document.read_text(encoding="utf-8")
    return "\n".join([*(body for _, body in _FENCE.findall(text)), *_CODE.findall(_FENCE.sub("", text))])


def headings(text: str) -> set[str]:
    lines = re.findall(r"^#+ (.+)$", _FENCE.sub("", text), re.M)
    plain = (re.sub(r"[^\w\- ]", "", line.strip().lower()) for line in lines)
    return {line.replace(" ", "-") for line in plain}


@documents
def test_links_lead_somewhere(document: Path) -> None:
    text = _FENCE.sub("", document.read_text(encoding="utf-8"))
    lost = []
    for link in _LINK.findall(text):
        if re.match(r"https?://|mailto:", link):
            continue
        file, _, anchor = link.partition("#")
        target = (document.parent / file).resolve() if file else document
        if not target.exists() or (anchor and anchor not in headings(target.read_text(encoding="utf-8"))):
            lost.append(link)
    assert lost == []


@documents
def test_make_is_asked_for_what_it_can_do(document: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", text_of("Makefile"), re.M))
    said = re.findall(r"^make ([a-z-]+)", code_of(document), re.M)
    assert set(said) - targets == set()


@documents
def test_commands_that_are_shown_exist(document: Path) -> None:
    commands = set(get_command(app).commands)  # type: ignore[attr-defined]
    said = re.findall(r"^(?:\.venv/bin/)?auditor ([a-z-]+)", code_of(document), re.M)
    assert set(said) - commands == set()


def test_the_example_of_a_wave_is_a_wave(tmp_path: Path) -> None:
    (example,) = (body for body in fences("README.md", "yaml") if body.startswith("wave:"))
    (tmp_path / "wave.yaml").write_text(example, encoding="utf-8")
    assert len(load_wave(tmp_path / "wave.yaml").shops) == 2


def test_the_example_of_a_rubric_is_a_rubric(tmp_path: Path) -> None:
    (example,) = (body for body in fences("README.md", "yaml") if body.startswith("rubric:"))
    (tmp_path / "rubric.yaml").write_text(example, encoding="utf-8")
    units = {check.id: check.unit for check in all_checks().values()}
    assert len(load_rubric(tmp_path / "rubric.yaml", units).criteria) == 1


def test_the_example_for_library_users_prints_what_it_says() -> None:
    (example,) = fences("README.md", "python")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(example, "README.md", "exec"), {})
    assert printed.getvalue().splitlines()[0] in example


def test_figures_about_ourselves_are_those_of_today() -> None:
    languages, checks = len(known_languages()), len(all_checks())
    units = {check.id: check.unit for check in all_checks().values()}
    criteria = len(load_rubric("standard", units).criteria)
    for file in ("README.md", "CHANGELOG.md"):
        text = " ".join(text_of(file).split())
        assert f"{criteria} criteria" in text, file
        assert f"{checks} checks" in text, file
        assert f"{languages} languages" in text, file
    assert f"{languages} languages" in text_of("docs/limits.md")


def test_every_trouble_is_a_sentence_that_stands_among_the_words() -> None:
    table = text_of("docs/words.md")
    for code, trouble in TROUBLES.items():
        plain = sentence(code)
        assert plain.endswith("."), code
        assert f"| `{code}` | {plain} | {trouble.fault.value} | {trouble.retries or ''}".rstrip() in table, (
            code
        )
    assert len(re.findall(r"^\| `\w+` \|", table, re.M)) == len(TROUBLES)


def test_no_word_is_explained_twice() -> None:
    words = [
        line.split("|")[1].strip() for line in text_of("docs/words.md").splitlines() if line.startswith("|")
    ]
    explained = [word for word in words if word and not set(word) <= set("-")]
    assert len(explained) == len(set(explained))


def test_files_that_contributing_names_are_there() -> None:
    table = text_of("CONTRIBUTING.md").split("## To add one more")[1].split("## Habits")[0]
    named = [
        code for code in _CODE.findall(table) if "/" in code and not code.startswith((".venv", "auditor "))
    ]
    paths = [path for code in named for path in re.findall(r"(?:[\w.-]+/)+[\w.-]*", code.split("<")[0])]
    assert paths
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_every_part_of_the_program_is_in_the_architecture() -> None:
    text = text_of("docs/architecture.md")
    top = [path.name for path in (ROOT / "auditor").iterdir() if path.is_dir() and path.name != "__pycache__"]
    for folder in (
        *(f for f in top if any((ROOT / "auditor" / f).iterdir())),
        "scenarios",
        "spiders",
        "reports",
    ):
        assert f"{folder}/" in text, folder


def test_pictures_are_small() -> None:
    for picture in (ROOT / "docs" / "images").iterdir():
        assert picture.stat().st_size < 300_000, picture.name
