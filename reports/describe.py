"""The report model's own words: field docstrings, for the documentation and the schema of `report.json`.

`python -m reports.describe docs` writes them anew after the model has changed.
"""

from __future__ import annotations

import ast
import inspect
import json
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, get_type_hints

from pydantic import TypeAdapter

from auditor.models import Value
from reports import model


def classes() -> Iterator[type]:
    """The dataclasses of the model, by name."""
    for name in model.__all__:
        thing = getattr(model, name)
        if is_dataclass(thing) and isinstance(thing, type):
            yield thing


@cache
def field_docs(cls: type) -> dict[str, str]:
    """Field name -> its docstring."""
    body = ast.parse(inspect.getsource(cls)).body[0]
    assert isinstance(body, ast.ClassDef)
    docs = {}
    for line, following in zip(body.body, body.body[1:], strict=False):
        if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name):
            match following:
                case ast.Expr(value=ast.Constant(value=str(text))):
                    docs[line.target.id] = inspect.cleandoc(text)
    return docs


def report_schema() -> dict[str, Any]:
    """JSON schema of `report.json`."""
    schema = TypeAdapter(model.WaveReport).json_schema(mode="serialization")
    described = {cls.__name__: cls for cls in classes()}
    for name, part in [("WaveReport", schema), *schema["$defs"].items()]:
        _describe(part, described[name])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "report.json"}


def _describe(part: dict[str, Any], cls: type) -> None:
    part["description"] = inspect.getdoc(cls) or ""
    part["additionalProperties"] = False
    # Every field is always written, also those that pydantic would allow to leave out.
    part["required"] = [f.name for f in fields(cls)]
    for name, doc in field_docs(cls).items():
        part["properties"][name]["description"] = " ".join(doc.split())
        part["properties"][name].pop("title", None)


def model_tables() -> str:
    """The model as Markdown, one table per class."""
    parts = []
    for cls in classes():
        hints = get_type_hints(cls)
        rows = "\n".join(
            f"| `{name}` | {_type_name(hints[name])} | {' '.join(doc.split())} |"
            for name, doc in field_docs(cls).items()
        )
        head = f"### {cls.__name__}\n\n{inspect.getdoc(cls)}\n\n| field | type | meaning |\n|---|---|---|"
        parts.append(f"{head}\n{rows}\n")
    return "\n".join(parts)


def _type_name(hint: Any) -> str:
    if hint == Value:
        return "value"
    text = hint.__name__ if isinstance(hint, type) and not hasattr(hint, "__args__") else str(hint)
    for module in ("reports.model.scorecard.", "reports.model.findings.", "reports.model.walk.",
                   "reports.model.overview.", "datetime."):  # fmt: skip
        text = text.replace(module, "")
    return "`" + text.replace(" | ", "` or `").replace("NoneType", "null").replace("None", "null") + "`"


MARK = "<!-- from here on written by python -m reports.describe -->"
"""Where the tables begin in docs/report.md."""


def written(docs: Path) -> dict[Path, str]:
    """What the files in the documentation should hold."""
    page = docs / "report.md"
    told = page.read_text(encoding="utf-8").partition(MARK)[0]
    schema = json.dumps(report_schema(), indent=1, ensure_ascii=False) + "\n"
    return {page: f"{told}{MARK}\n\n{model_tables()}", docs / "schemas" / "report.schema.json": schema}


if __name__ == "__main__":
    for path, text in written(Path(sys.argv[1])).items():
        path.write_text(text, encoding="utf-8")
