"""What every store can do, whichever database is behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from auditor.models import Observation, RubricRef, Scorecard, Shop, Visit


class VisitState(StrEnum):
    """How far a planned visit is."""

    PLANNED = "planned"
    SEALED = "sealed"
    FAILED = "failed"
    """Given up after its retries; it has no evidence."""


class Planned(Protocol):
    """A planned visit, as `auditor.scheduling` makes it."""

    @property
    def id(self) -> str:
        """Its address among the evidence."""

    @property
    def wave(self) -> str:
        """Name of the wave."""

    @property
    def shop(self) -> Shop:
        """Which shop."""

    @property
    def scenario(self) -> str:
        """Which scenario or spider."""

    @property
    def kind(self) -> str:
        """walk or crawl."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanRow:
    """A planned visit and what became of it."""

    id: str
    wave: str
    slug: str
    """Folder name of the shop."""
    scenario: str
    kind: str
    state: VisitState
    attempts: int
    """How often it was begun."""
    code: str = ""
    """Trouble of the last attempt, when it failed."""
    detail: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Correction:
    """A reviewer's word against a machine's answer; it is added, and nothing is overwritten."""

    wave: str
    slug: str
    """Folder name of the shop."""
    check: str
    author: str
    reason: str
    at: datetime
    """Aware, UTC."""
    answer: Mapping[str, Any]
    """What the reviewer says instead: `state`, and `value` or `code`."""


class Store(Protocol):
    """Raw rows (waves, shops, plan, visits, evidence, corrections) only grow. Derived rows
    (observations, findings, scores) carry the versions that made them and may be dropped.
    """

    # raw

    def add_wave(self, wave: str, shops: Sequence[Shop], settings: Mapping[str, Any]) -> None:
        """Note a wave and its shops; what is there already stays, new shops are added.

        settings: of the wave, as JSON can hold them; kept from the first time that some are given.
        """

    def add_plan(self, visits: Iterable[Planned]) -> None:
        """Note planned visits; those that are there already keep their state."""

    def add_attempt(self, visit_id: str) -> int:
        """Count one more attempt at a planned visit and give the number."""

    def mark_failed(self, visit_id: str, code: str, detail: str = "") -> None:
        """Give a planned visit up; a sealed one stays sealed."""

    def add_visit(self, visit: Visit) -> None:
        """Note a sealed visit and its files; the same visit twice is once."""

    def add_correction(self, correction: Correction) -> None:
        """Keep a reviewer's correction."""

    def waves(self) -> tuple[str, ...]:
        """Names of all waves, the newest last."""

    def settings(self, wave: str) -> dict[str, Any]:
        """The wave's settings, empty when none are known."""

    def shops(self, wave: str) -> tuple[Shop, ...]:
        """The wave's shops in the order of the wave."""

    def plan(self, wave: str) -> tuple[PlanRow, ...]:
        """The wave's planned visits in order."""

    def sealed(self, wave: str) -> frozenset[str]:
        """Ids of the wave's sealed visits."""

    def evidence_files(self, visit_id: str) -> tuple[str, ...]:
        """Names of the files of a sealed visit."""

    def corrections(self, wave: str) -> tuple[Correction, ...]:
        """All corrections of a wave, in the order they were made."""

    # derived

    def put_observations(
        self, wave: str, slug: str, observed: Sequence[Observation], *, made_by: Mapping[str, str]
    ) -> None:
        """Replace a shop's observations. made_by: versions of program, lexicon, ..."""

    def observations(self, wave: str, slug: str) -> tuple[Observation, ...]:
        """A shop's observations by check, empty when there are none."""

    def put_scorecard(self, card: Scorecard) -> None:
        """Replace a shop's findings and scores under one rubric; those of other rubrics stay."""

    def scorecard(self, wave: str, slug: str, rubric: RubricRef | None = None) -> Scorecard | None:
        """A shop's scorecard under a rubric, or the one that was put last."""

    def scorecards(self, wave: str, rubric: RubricRef | None = None) -> tuple[Scorecard, ...]:
        """The scorecards of all shops of a wave that have one, in the order of the wave."""

    def drop_derived(self, wave: str | None = None) -> None:
        """Forget observations, findings and scores of one wave, or of all."""

    def close(self) -> None:
        """Let go of the database."""
