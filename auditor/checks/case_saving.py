"""Writing what a check saw in a real visit as a case, so that it stays right about it."""

from __future__ import annotations

import gzip
from dataclasses import fields
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from auditor.checks.base import Page, Pages
from auditor.checks.case import FILE
from auditor.models import Absent, Action, Answer, CheckoutCounts, NotApplicable, NotObserved, Observed, State
from auditor.snapshot import dump_snapshot


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
    body |= {
        key: value
        for key, value in (("counts", _changed(pages.counts)), ("actions", _actions(pages)))
        if value
    }
    body["expect"] = _expectation(answer)
    yaml = YAML()
    yaml.width = 110
    yaml.dump(body, folder / FILE)
    return folder / FILE


def _save_page(folder: Path, n: int, page: Page) -> dict[str, Any]:
    name = f"{n:02}-{page.role}"
    if page.step.document and page.load_document:
        name += ".pdf"
        (folder / name).write_bytes(page.load_document())
    else:
        name += ".json.gz"
        (folder / name).write_bytes(gzip.compress(dump_snapshot(page.snapshot), 9, mtime=0))
    facts = {k: list(v) if isinstance(v, tuple) else v for k, v in page.facts.items()}
    entry = {"role": page.role, "file": name, "url": page.url, "title": page.step.title}
    entry |= {"language": page.language, "scenario": page.scenario}
    numbers = {"status": page.step.status} | ({"facts": facts} if facts else {})
    return {k: v for k, v in entry.items() if v} | numbers


def _actions(pages: Pages) -> list[dict[str, Any]]:
    """What the shopper did, without times and choices, which no check of a case needs."""
    kept = ("kind", "intent", "target", "value", "url", "seconds", "seen", "counts")
    return [
        {k: v for k, v in _changed(action).items() if k in kept} | {"scenario": visit.scenario}
        for visit in pages.visits
        for action in visit.actions
    ]


def _changed(record: CheckoutCounts | Action) -> dict[str, Any]:
    """The fields that do not hold their default."""
    return {f.name: value for f in fields(record) if (value := getattr(record, f.name)) != f.default}


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
