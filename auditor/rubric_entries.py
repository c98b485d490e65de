"""The shape of rubric.yaml: what may be written, before it is checked for sense."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, WithJsonSchema, model_validator

from auditor.entries import Entry

Number = Annotated[float, Field(ge=0)]
Ending = Literal["met", "partly_met", "not_met"]
Amount = Annotated[
    Any,
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number", "minimum": 0},
                {"type": "string", "pattern": r"^[A-Z]{3} \d+(\.\d+)?$"},
                {"type": "array", "items": {"type": "string"}, "minItems": 1},
                {"type": "null"},
            ]
        }
    ),
]
"""A number, money such as "EUR 4.99", or a list of money in several currencies; `rubric_rules` reads it."""


class BandEntry(Entry):
    """One line of a ladder; the first line that a value falls into decides."""

    at_least: Amount = None
    at_most: Amount = None
    more_than: Amount = None
    less_than: Amount = None
    is_: Annotated[Any, Field(alias="is", description="An exact value, or a list of them")] = None
    otherwise: Annotated[Literal[True] | None, Field(description="Everything else; the last line")] = None
    outcome: Ending


class YesNoEntry(Entry):
    """What it means that a thing is there, and that it is not."""

    yes: Ending
    no: Ending


class CurveEntry(Entry):
    """Log-normal: the p10 value earns 90% of the weight, the median half of it."""

    p10: Annotated[float, Field(gt=0)]
    median: Annotated[float, Field(gt=0)]
    better: Literal["lower", "higher"]


class ConditionEntry(Entry):
    """When a criterion applies; everything that is written must hold."""

    country_in: Annotated[
        tuple[str, ...] | None, Field(strict=False, min_length=1, description="ISO 3166, or EU, EEA")
    ] = None
    check: Annotated[str | None, Field(description="Look at this check's answer")] = None
    state: Literal["observed", "absent"] | None = None
    value: Annotated[Any, Field(description="The exact value that the check must have read")] = None

    @model_validator(mode="after")
    def _whole(self) -> ConditionEntry:
        if self.country_in is None and self.check is None:
            raise ValueError("must name country_in or check")
        if self.check is None and (self.state is not None or self.value is not None):
            raise ValueError("state and value need a check")
        if self.check is not None and self.state is None and self.value is None:
            raise ValueError("check needs a state or a value to compare with")
        if self.state == "absent" and self.value is not None:
            raise ValueError("what is absent has no value")
        return self


class SourceEntry(Entry):
    """Who says that this matters, or where the limits come from."""

    text: Annotated[str, Field(min_length=1)]
    figure: str = ""
    year: Annotated[int | None, Field(ge=1990, le=2100)] = None
    url: Annotated[str, Field(pattern=r"^(https?://\S+)?$")] = ""


class CriterionEntry(Entry):
    """A line of the rubric."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,59}$")]
    question: Annotated[str, Field(min_length=1)]
    section: str
    check: Annotated[str | None, Field(description="The check that answers it")] = None
    weight: Annotated[float, Field(gt=0, le=100)]
    why: Annotated[str, Field(description="Why it weighs this much")] = ""
    bands: Annotated[tuple[BandEntry, ...] | None, Field(strict=False, min_length=1)] = None
    yes_no: YesNoEntry | None = None
    curve: CurveEntry | None = None
    if_absent: Annotated[
        Literal["met", "partly_met", "not_met", "not_applicable"] | None,
        Field(description="What it means when the check looked everywhere and found nothing"),
    ] = None
    gate: Annotated[bool, Field(description="A must-have, listed beside the points")] = False
    applies_when: ConditionEntry | None = None
    answered_by: Literal["page", "mailbox", "order", "person"] = "page"
    source: SourceEntry | None = None


class HeadEntry(Entry):
    """What the rubric is."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{1,59}$")]
    version: Annotated[str, Field(min_length=1, max_length=40)]
    title: Annotated[str, Field(min_length=1)]
    min_coverage: Annotated[float, Field(ge=0, le=1, description="Below it a shop is not rated")]
    sections: Annotated[tuple[str, ...], Field(strict=False, min_length=1)]
    gates: Annotated[
        tuple[str, ...],
        Field(strict=False, description="The gates in order; without it, as they are written"),
    ] = ()


class RubricEntry(Entry):
    """A rubric: which answers earn how many points."""

    rubric: HeadEntry
    criteria: Annotated[tuple[CriterionEntry, ...], Field(strict=False, min_length=1)]
