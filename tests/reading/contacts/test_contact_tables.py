"""Phones and e-mail addresses of the tables."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.reading_policies import answers, judged, load_cases

TABLES = [(kind, case) for kind in ("phones", "emails") for case in load_cases(f"contacts/{kind}_tuned.yaml")]


@pytest.mark.parametrize(
    ("kind", "case"), TABLES, ids=lambda part: part["id"] if isinstance(part, dict) else part
)
def test_a_line_is_read(kind: str, case: dict[str, Any]) -> None:
    found = answers(kind, case)
    assert {name: found[name] for name in case["expect"]} == case["expect"]


@pytest.mark.parametrize("kind", ["phones", "emails"])
def test_held_out_lines_are_mostly_right(kind: str) -> None:
    results = [result for *_, result, _, _ in judged(kind, f"contacts/{kind}_held_out.yaml")]
    assert results.count("right") >= 0.85 * len(results)
