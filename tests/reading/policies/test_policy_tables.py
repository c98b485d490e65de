"""Each page of the tables says what it should: returns and delivery, tuned and held out."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.reading.policies import read_returns
from benchmarks.reading_policies import answers, judged, load_cases

RETURNS = load_cases("policies/tuned.yaml")
DELIVERY = load_cases("policies/delivery_tuned.yaml")


@pytest.mark.parametrize("case", RETURNS, ids=lambda case: case["id"])
def test_a_returns_page_is_read(case: dict[str, Any]) -> None:
    assert answers("returns", case) == case["expect"]


@pytest.mark.parametrize("case", DELIVERY, ids=lambda case: case["id"])
def test_a_delivery_page_is_read(case: dict[str, Any]) -> None:
    assert answers("delivery", case) == case["expect"]


def test_held_out_pages_are_never_read_wrong() -> None:
    results = [
        result
        for kind, table in (
            ("returns", "policies/held_out.yaml"),
            ("delivery", "policies/delivery_held_out.yaml"),
        )
        for *_, result, _, _ in judged(kind, table)
    ]
    assert results.count("wrong") == 0
    assert results.count("right") >= 0.95 * len(results)


def test_every_value_has_its_quote_and_every_refusal_its_reason() -> None:
    for case in RETURNS:
        found = read_returns(case["lines"], (case["lang"],), case["country"])
        for name in ("window_days", "cost", "payer", "refund_days", "prepaid_label", "in_store"):
            reading = getattr(found, name)
            said = "\n".join(case["lines"])
            whole = reading.quote in said or all(part in said for part in reading.quote.split(" … "))
            assert whole if reading.value is not None else reading.because
