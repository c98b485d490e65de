"""Which shape do the files and documents have that others write or read? JSON schemas for editors."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from auditor.config import WaveEntry
from auditor.models import STAGES, State
from auditor.rubric_entries import RubricEntry
from reports.document import FindingDocument, ShowDocument, StageDocument

_CHOICES: dict[tuple[str, str], list[str]] = {
    (FindingDocument.__name__, "state"): [str(state) for state in State],
    (StageDocument.__name__, "stage"): list(STAGES),
}
"""Texts of which only these occur."""


def schemas() -> dict[str, dict[str, Any]]:
    """File name -> JSON schema: wave.yaml, rubric.yaml and what `auditor show --json` prints."""
    return {
        "wave.schema.json": _headed("A wave: one round over all shops with one plan", _of_model(WaveEntry)),
        "rubric.schema.json": _headed("A rubric: which answers earn how many points", _of_model(RubricEntry)),
        "show.schema.json": _headed("A shop's scorecard, as auditor show --json prints it", _of_document()),
    }


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Write every schema into a folder and give the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, schema in schemas().items():
        path = folder / name
        path.write_text(json.dumps(schema, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        written.append(path)
    return tuple(written)


def _headed(title: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title}
    return head | {key: value for key, value in schema.items() if key != "title"}


def _of_model(model: type[WaveEntry] | type[RubricEntry]) -> dict[str, Any]:
    schema = _without_titles(model.model_json_schema(by_alias=True))
    assert isinstance(schema, dict)
    return schema


def _without_titles(schema: Any) -> Any:
    """The schema without the titles that repeat each key's name."""
    if isinstance(schema, list):
        return [_without_titles(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: value for key, value in schema.items() if not (key == "title" and isinstance(value, str))}
    return {key: _without_titles(value) for key, value in kept.items()}


def _of_document() -> dict[str, Any]:
    schema = _without_titles(TypeAdapter(ShowDocument).json_schema(mode="serialization"))
    assert isinstance(schema, dict)
    for (kind, key), choices in _CHOICES.items():
        schema["$defs"][kind]["properties"][key]["enum"] = choices
    return schema
