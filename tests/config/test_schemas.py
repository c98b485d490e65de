"""The schemas in docs are those of the code, and accept what the program accepts."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML

from auditor.config import wave_template
from auditor.models import Shop
from auditor.rubric import bundled_rubrics
from auditor.schemas import schemas, write_schemas

DOCS = Path(__file__).parents[2] / "docs" / "schemas"


@pytest.mark.parametrize("name", schemas())
def test_docs_hold_the_schema_of_today(name: str, tmp_path: Path) -> None:
    write_schemas(tmp_path)
    assert (DOCS / name).read_text() == (tmp_path / name).read_text()


@pytest.mark.parametrize("name", schemas())
def test_each_schema_is_one(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schemas()[name])


def test_bundled_rubrics_follow_their_schema() -> None:
    for path in bundled_rubrics().values():
        jsonschema.validate(YAML(typ="safe").load(path), schemas()["rubric.schema.json"])


def test_a_new_wave_follows_its_schema() -> None:
    text = wave_template("2026-11", [Shop(name="Acme", url="https://shop.example/")])
    jsonschema.validate(YAML(typ="safe").load(text), schemas()["wave.schema.json"])


def test_a_mistyped_key_is_marked_by_an_editor() -> None:
    with pytest.raises(jsonschema.ValidationError, match="paec"):
        jsonschema.validate({"wave": "a", "paec": 1, "shops": []}, schemas()["wave.schema.json"])


def test_states_are_listed() -> None:
    finding = schemas()["show.schema.json"]["$defs"]["FindingDocument"]["properties"]["state"]
    assert "not_observed" in finding["enum"]
