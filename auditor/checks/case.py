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
from ruamel.yaml import YAML

from auditor.checks.base import Page, Pages
from auditor.errors import ConfigError
from auditor.lexicon import Lexicon, load_lexicon, load_yaml
from auditor.models import (
    Absent,
    Action,
    Answer,
    CheckoutCounts,
    NotApplicable,
    NotObserved,
    Observed,
    Shop,
    State,
    Step,
    Value,
    Visit,
)
from auditor.pages.static import snapshot_from_html
from auditor.snapshot import Snapshot, dump_snapshot, load_snapshot

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


def save_case(folder: Path, pages: Pages, answer: Answer, *, language: str, why: str = "") -> Path:
    """Write what a check saw, and what it answered, as a new case; a person then corrects `expect`.

    Raises: FileExistsError when the folder is there already.
    """
    folder.mkdir(parents=True)
    names = {"language": language, "country": pages.shop.country, "url": pages.shop.url}
    body: dict[str, Any] = {"why": why} if why else {}
    body |= {key: value for key, value in names.items() if value}
    body["pages"] = [_save_page(folder, n, page) for n, page in enumerate(pages)]
    body |= {k: dict(v) for k, v in (("outcomes", pages.outcomes), ("details", pages.details)) if v}
    body["expect"] = _expectation(answer)
    yaml = YAML()
    yaml.width = 110
    yaml.dump(body, folder / FILE)
    return folder / FILE


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


def _save_page(folder: Path, n: int, page: Page) -> dict[str, Any]:
    name = f"{n:02}-{page.role}"
    if page.step.document and page.load_document:
        name += ".pdf"
        (folder / name).write_bytes(page.load_document())
    else:
        name += ".json.gz"
        (folder / name).write_bytes(gzip.compress(dump_snapshot(page.snapshot), 9, mtime=0))
    facts = {k: list(v) if isinstance(v, tuple) else v for k, v in page.facts.items()}
    entry = {"role": page.role, "file": name, "url": page.url, "language": page.language}
    return {k: v for k, v in entry.items() if v} | ({"facts": facts} if facts else {})


def _expectation(answer: Answer) -> dict[str, Any]:
    match answer:
        case Observed(value=value, evidence=evidence):
            plain = list(value) if isinstance(value, tuple) else value
            quotes = [ref.quote for ref in evidence if ref.quote]
            return {"state": str(State.OBSERVED), "value": plain} | ({"quote": quotes} if quotes else {})
        case Absent():
            return {"state": str(State.ABSENT)}
        case NotApplicable():
            return {"state": str(State.NOT_APPLICABLE)}
        case NotObserved(code=code):
            return {"state": str(State.NOT_OBSERVED), "code": code}
