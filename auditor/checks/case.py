"""A case: pages of a shop in a folder, with the answer that a check must give about them.

Layout of `tests/cases/<check>/<case>/`: `case.yaml` and the files that it names. A page's file is HTML
as a shop sends it, a saved snapshot (`.json`, `.json.gz`) or a document (`.pdf`).
"""

from __future__ import annotations

import gzip
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from auditor.checks.base import Page, Pages
from auditor.errors import ConfigError
from auditor.lexicon import Lexicon, load_lexicon, load_yaml
from auditor.models import (
    Action,
    CheckoutCounts,
    Shop,
    Step,
    Value,
    Visit,
)
from auditor.pages.static import snapshot_from_html
from auditor.snapshot import Snapshot, load_snapshot

FILE = "case.yaml"
SEEN_AT = datetime(2026, 1, 5, 10, 0, tzinfo=UTC)
"""When the first page of every case was seen; each further one a minute later."""


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class PageEntry(_Entry):
    """One page of a case."""

    role: str
    file: str = ""
    """Name of a file in the case's folder; empty for a page without contents that matter."""
    url: str = ""
    """Empty: the shop's address."""
    title: str = ""
    language: str = ""
    """Empty: the case's language."""
    scenario: str = "case"
    status: int = 200
    facts: dict[str, Any] = Field(default_factory=dict)


class Expectation(_Entry):
    """What the check must answer; what is not given is not compared."""

    state: Literal["observed", "absent", "not_applicable", "not_observed"]
    value: Any = None
    quote: str | tuple[str, ...] = ()
    """Words, each of which must stand in a quote of the answer."""
    because: str = ""
    """Words that must stand in the reason."""
    code: str = ""

    @property
    def quotes(self) -> tuple[str, ...]:
        """`quote` as a tuple, however it was written."""
        return (self.quote,) if isinstance(self.quote, str) else self.quote

    @property
    def names_value(self) -> bool:
        """True when a value was written, be it null."""
        return "value" in self.model_fields_set


class CaseFile(_Entry):
    """The contents of a `case.yaml`."""

    why: str = ""
    """What the case shows, in a sentence."""
    language: str
    country: str = ""
    url: str = "https://shop.example/"
    pages: tuple[PageEntry, ...] = ()
    outcomes: dict[str, str] = Field(default_factory=dict)
    details: dict[str, str] = Field(default_factory=dict)
    counts: dict[str, Any] = Field(default_factory=dict)
    """Fields of CheckoutCounts."""
    actions: tuple[dict[str, Any], ...] = ()
    """Fields of Action, and `scenario`; number and time are filled in."""
    expect: Expectation
    gap: str = ""
    """Why the answer is not yet the expected one; to be taken out with the fault."""


class Case:
    """A case, loaded: what the check is given and what it must answer."""

    def __init__(self, folder: Path, file: CaseFile) -> None:
        self.folder = folder
        self.file = file
        self.expect = file.expect
        self.pages = _pages(folder, file)
        self.lexicon: Lexicon = load_lexicon(file.language)


def load_case(folder: Path) -> Case:
    """The case in a folder.

    Raises: ConfigError naming the file and the entry that is wrong.
    """
    path = folder / FILE
    try:
        file = CaseFile.model_validate(load_yaml(path))
    except ValidationError as error:
        first = error.errors()[0]
        entry = ".".join(str(part) for part in first["loc"])
        raise ConfigError(first["msg"], path=str(path), entry=entry) from error
    for page in file.pages:
        if page.file and not (folder / page.file).is_file():
            raise ConfigError(f"there is no file {page.file}", path=str(path), entry="pages")
    return Case(folder, file)


def _pages(folder: Path, file: CaseFile) -> Pages:
    shop = Shop(name="Case", url=file.url, country=file.country, language=file.language)
    steps = [(entry, _step(n, entry, file)) for n, entry in enumerate(file.pages)]
    scenarios = dict.fromkeys([e.scenario for e in file.pages] + [_scenario(a) for a in file.actions])
    visits = tuple(
        Visit(
            id=f"case/case/{scenario}",
            wave="case",
            shop=shop,
            scenario=scenario,
            kind="walk",
            started_at=SEEN_AT,
            ended_at=SEEN_AT + timedelta(minutes=len(steps)),
            seconds=0.0,
            steps=tuple(step for entry, step in steps if entry.scenario == scenario),
            actions=_actions(scenario, file),
            outcomes=file.outcomes,
            details=file.details,
        )
        for scenario in scenarios
    )
    return Pages(
        shop=shop,
        pages=tuple(_page(folder, entry, step, file) for entry, step in steps),
        outcomes=file.outcomes,
        details=file.details,
        visits=visits,
        counts=CheckoutCounts(**file.counts),
    )


def _step(n: int, entry: PageEntry, file: CaseFile) -> Step:
    is_document = entry.file.endswith(".pdf")
    facts: dict[str, Value] = {k: tuple(v) if isinstance(v, list) else v for k, v in entry.facts.items()}
    return Step(
        n=n,
        role=entry.role,
        url=entry.url or file.url,
        title=entry.title,
        seen_at=SEEN_AT + timedelta(minutes=n),
        snapshot="" if is_document else entry.file,
        document=entry.file if is_document else "",
        status=entry.status,
        facts=facts,
    )


def _page(folder: Path, entry: PageEntry, step: Step, file: CaseFile) -> Page:
    path = folder / entry.file
    return Page(
        step=step,
        visit=f"case/case/{entry.scenario}",
        scenario=entry.scenario,
        language=entry.language or file.language,
        load=lambda: _snapshot(path, step.url) if step.snapshot else Snapshot(url=step.url),
        load_document=path.read_bytes if step.document else None,
    )


def _snapshot(path: Path, url: str) -> Snapshot:
    if path.name.endswith(".json.gz"):
        return load_snapshot(gzip.decompress(path.read_bytes()))
    if path.suffix == ".json":
        return load_snapshot(path.read_bytes())
    return snapshot_from_html(path.read_text(encoding="utf-8"), url)


def _scenario(action: dict[str, Any]) -> str:
    return str(action.get("scenario", "case"))


def _actions(scenario: str, file: CaseFile) -> tuple[Action, ...]:
    return tuple(
        Action(**{"n": n, "at": SEEN_AT, **{k: v for k, v in action.items() if k != "scenario"}})
        for n, action in enumerate(file.actions)
        if _scenario(action) == scenario
    )
