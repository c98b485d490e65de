"""Templates and model know each other's names; documentation and schema follow the model."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

import jsonschema
import pytest
from gallery import Gallery
from jinja2 import nodes
from samples import LINKS, WAVE, empty, hostile, panel

from reports.album import Album, Picture
from reports.build import build_scorecard_report, build_wave
from reports.describe import classes, field_docs, written
from reports.document import wave_json
from reports.render import environment

DOCS = Path(__file__).parents[2] / "docs"

FOR_PROGRAMS = {
    "applicable",
    "box",
    "check",
    "clicks",
    "criterion",
    "earned",
    "fields",
    "file_name",
    "high_percent",
    "id",
    "is_censored",
    "is_met",
    "lost",
    "measure",
    "observed",
    "outcome",
    "overview",
    "points",
    "possible",
    "questions",
    "rubric_sha256",
    "schema",
    "scorecards",
    "screen",
    "screenshot",
    "seconds",
    "section",
    "stage",
    "state",
    "unit",
    "value",
}
"""Fields that stand in `report.json` for programs, or reach a page through the pictures."""

TEMPLATES = environment().list_templates(extensions=["j2"])


def names_used() -> set[str]:
    """Every attribute that a template asks for."""
    used: set[str] = set()
    for name in TEMPLATES:
        source = environment().loader.get_source(environment(), name)[0]  # type: ignore[union-attr]
        used |= {node.attr for node in environment().parse(source).find_all(nodes.Getattr)}
    return used


def names_known() -> set[str]:
    return {f.name for cls in classes() for f in fields(cls)}


def test_templates_ask_only_for_what_the_model_has():
    pictures = {f.name for cls in (Album, Picture) for f in fields(cls)}
    assert names_used() <= names_known() | pictures | {"index"}


def test_every_field_is_shown_or_meant_for_programs():
    assert names_known() - names_used() == FOR_PROGRAMS


@pytest.mark.parametrize("cls", list(classes()), ids=lambda cls: cls.__name__)
def test_every_field_says_what_it_is(cls):
    assert {f.name for f in fields(cls)} == set(field_docs(cls))


def test_every_report_model_is_documented_under_its_name():
    page = (DOCS / "report.md").read_text(encoding="utf-8")
    assert [cls.__name__ for cls in classes() if f"### {cls.__name__}\n" not in page] == []


def test_documentation_and_schema_follow_the_model():
    stale = [path.name for path, text in written(DOCS).items() if path.read_text(encoding="utf-8") != text]
    assert stale == [], "run: python -m reports.describe docs"


def test_report_json_obeys_its_schema():
    gallery = Gallery()
    cards = (*panel(gallery), empty(), hostile(gallery))
    document = wave_json(build_wave(WAVE, tuple(build_scorecard_report(card, LINKS) for card in cards)))
    schema = json.loads((DOCS / "schemas" / "report.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(document), schema)


def test_no_template_turns_escaping_off():
    for name in TEMPLATES:
        source = environment().loader.get_source(environment(), name)[0]  # type: ignore[union-attr]
        assert "autoescape" not in source
        assert "|safe" not in source.replace(" ", "")
