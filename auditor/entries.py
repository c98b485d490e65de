"""Is what stands in a configuration file what belongs there? Says so with line and entry."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator
from pydantic_core import ErrorDetails, PydanticCustomError

from auditor.yaml_lines import Document, EntryError, Place


def suggestion(word: str, known: Iterable[str]) -> str:
    """`; did you mean 'url'?`, or an empty string when nothing is close."""
    close = difflib.get_close_matches(word.lower(), list(known), n=1, cutoff=0.6)
    return f"; did you mean {close[0]!r}?" if close else ""


class Entry(BaseModel):
    """A block of a configuration file: unknown keys and wrong types are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, allow_inf_nan=False)

    @model_validator(mode="before")
    @classmethod
    def _known_keys(cls, data: Any) -> Any:
        if isinstance(data, dict):
            known = [info.alias or name for name, info in cls.model_fields.items()]
            for key in data:
                if key not in known:
                    hint = suggestion(str(key), known) or "; known: " + ", ".join(known)
                    raise PydanticCustomError(
                        "unknown_key",
                        "unknown key {key}{hint}",
                        {"key": repr(key), "name": key, "hint": hint},
                    )
        return data


Model = TypeVar("Model", bound=Entry)


def validated(model: type[Model], document: Document) -> Model:
    """The document as this model.

    Raises: EntryError for the first entry that is wrong, saying how many more there are.
    """
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        found = sorted(_problems(document, error), key=lambda e: (e.line or 0, e.column))
        first = found[0]
        if len(found) == 1:
            raise first from None
        problem = f"{first.problem} (the first of {len(found)} problems)"
        raise EntryError(
            problem, path=first.path, line=first.line or 1, column=first.column, entry=first.entry
        ) from None


def _problems(document: Document, error: ValidationError) -> Iterator[EntryError]:
    details = error.errors(include_url=False)
    for detail in details:
        place: Place = detail["loc"]
        if detail["type"] == "too_short" and any(
            d["loc"][: len(place)] == place for d in details if d != detail
        ):
            continue  # its entries are wrong, not missing
        if detail["type"] == "unknown_key":
            name = detail["ctx"]["name"]
            yield document.error((*place, name), detail["msg"], at_key=True)
        else:
            yield document.error(place, _words(detail))


def _words(detail: ErrorDetails) -> str:
    """A validation error as a sentence for the person who wrote the file."""
    given, limits = detail["input"], detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            return "is missing"
        case "string_type":
            numeric = isinstance(given, int | float) and not isinstance(given, bool)
            return "must be text" + (f'; write it in quotes: "{given}"' if numeric else _given(given))
        case "int_type" | "float_type" | "int_from_float":
            return "must be a number" + _given(given)
        case "bool_type":
            return "must be true or false" + _given(given)
        case "tuple_type" | "list_type":
            return "must be a list" + _given(given)
        case "model_type" | "model_attributes_type" | "dict_type":
            return "must hold entries of its own (key: value)" + _given(given)
        case "literal_error":
            expected = str(limits["expected"])
            return f"must be {expected}{_given(given)}" + suggestion(
                str(given), re.findall(r"'([^']*)'", expected)
            )
        case "greater_than":
            return f"must be above {limits['gt']:g}" + _given(given)
        case "greater_than_equal":
            return f"must be at least {limits['ge']:g}" + _given(given)
        case "less_than_equal":
            return f"must be at most {limits['le']:g}" + _given(given)
        case "too_short":
            return "must not be empty"
        case "value_error":
            return detail["msg"].removeprefix("Value error, ")
    return detail["msg"][:1].lower() + detail["msg"][1:]


def _given(value: object) -> str:
    """`, not 'x'`; large values are not repeated."""
    if value is None:
        return "; nothing is given"
    if isinstance(value, dict | list | tuple):
        return ", not " + ("a list" if not isinstance(value, dict) else "a block of entries")
    return f", not {str(value)[:60]!r}" if isinstance(value, str) else f", not {str(value).lower()[:60]}"
