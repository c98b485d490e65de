"""The findings of a wave as one table for spreadsheets."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from auditor.models import Finding, Scorecard, Value
from reports.humans import iso
from reports.plain import VALUE_LIMIT, clean

FINDINGS_FILE = "findings.csv"
COLUMNS = (
    "wave shop url country peer_group rubric section criterion question check outcome state value unit "
    "points possible gate code because source quote evidence_url seen_at"
).split()
_ACTIVE = ("=", "+", "-", "@", "\t", "\r")


def write_findings(cards: Iterable[Scorecard], file: Path) -> Path:
    """One row per shop and criterion. Columns: `COLUMNS`; text is UTF-8, with the mark spreadsheets want."""
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        table = csv.writer(out)
        table.writerow(COLUMNS)
        for card in cards:
            table.writerows(_rows(card))
    return file


def safe_cell(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula.

    Example: `=HYPERLINK(...)` becomes `'=HYPERLINK(...)`; a phone number `+49 30 1` becomes `'+49 30 1`.
    """
    return "'" + text if text.startswith(_ACTIVE) else text


def _rows(card: Scorecard) -> Iterator[list[object]]:
    shop = card.shop
    head = (card.wave, shop.name, shop.url, shop.country, shop.peer_group)
    rubric = f"{card.rubric.id} {card.rubric.version}"
    for finding in card.findings:
        yield [_cell(part) for part in (*head, rubric, *_finding(finding))]


def _finding(finding: Finding) -> Iterator[object]:
    yield from (finding.section, finding.criterion, finding.title, finding.check)
    yield from (finding.outcome.value, finding.state.value, _value(finding.value), finding.unit)
    yield from (finding.points, finding.possible, finding.gate, finding.code, finding.because, finding.source)
    first = finding.evidence[0] if finding.evidence else None
    yield from (first.quote, first.url, iso(first.seen_at) or "") if first else ("", "", "")


def _value(value: Value) -> object:
    return "; ".join(value) if isinstance(value, tuple) else value


def _cell(part: object) -> object:
    match part:
        case None:
            return ""
        case bool():
            return "yes" if part else "no"
        case str():
            # Cleaned first: an invisible character before the sign must not hide it from the test.
            return safe_cell(clean(part, VALUE_LIMIT))
    return part
