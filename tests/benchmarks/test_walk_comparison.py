"""What counts as right, wrong and not observed when a printed scorecard is laid beside the truth."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.demo.compare import Compared, Match
from benchmarks.walk.comparison import Rate, as_in_truth, compare_document, coverage, rate

STAGES = ("home", "search", "product", "cart", "checkout", "last_state")


def finding(check: str, state: str, value: Any = None, because: str = "") -> dict[str, Any]:
    return {"check": check, "state": state, "value": value, "unit": "", "because": because}


def compared(
    *findings: dict[str, Any],
    checks: dict[str, Any] | None = None,
    counted: dict[str, Any] | None = None,
    counts: dict[str, Any] | None = None,
) -> tuple[Compared, ...]:
    """What a document with these findings and counts says beside these truths."""
    document = {"funnel": [], "checkout": counted or {}, "findings": list(findings)}
    return compare_document(document, {"funnel": {}, "checkout": counts or {}, "checks": checks or {}})


def match_of(said: dict[str, Any], truth: dict[str, Any]) -> Match:
    (only,) = compared(said, checks={said["check"]: truth})
    return only.match


@pytest.mark.parametrize("no", [False, 0, []], ids=["no", "zero", "none of a list"])
def test_absent_and_a_plain_no_say_the_same(no: Any) -> None:
    assert match_of(finding("chat", "observed", no), {"state": "absent"}) is Match.RIGHT
    assert match_of(finding("chat", "absent"), {"state": "observed", "value": no}) is Match.RIGHT


def test_absent_is_wrong_where_the_shop_has_it() -> None:
    assert match_of(finding("faq", "absent"), {"state": "observed", "value": True}) is Match.WRONG


def test_a_yes_is_wrong_where_the_shop_has_it_not() -> None:
    assert match_of(finding("faq", "observed", True), {"state": "absent"}) is Match.WRONG


def test_free_returns_are_no_missing_returns() -> None:
    assert match_of(finding("return_cost", "observed", "EUR 0.00"), {"state": "absent"}) is Match.WRONG


def test_lists_are_right_in_any_order() -> None:
    truth = {"state": "observed", "value": ["saturday", "sunday"]}
    assert match_of(finding("hours_weekend", "observed", ["sunday", "saturday"]), truth) is Match.RIGHT


def test_not_observed_is_neither_right_nor_wrong() -> None:
    truth = {"faq": {"state": "observed", "value": True}}
    (only,) = compared(finding("faq", "not_observed", because="a bot wall"), checks=truth)
    assert (only.match, only.because) == (Match.NOT_OBSERVED, "a bot wall")


def test_a_check_that_no_criterion_asks_for_is_not_observed() -> None:
    (only,) = compared(checks={"faq": {"state": "absent"}})
    assert only.match is Match.NOT_OBSERVED


@pytest.mark.parametrize("state", ["observed", "not_observed"])
def test_a_truth_without_a_fixed_value_is_left_out(state: str) -> None:
    truth = {"checkout_time_seconds": {"state": "observed", "value": None}}
    assert compared(finding("checkout_time_seconds", state), checks=truth) == ()


def test_a_stage_that_trouble_kept_us_from_is_not_observed() -> None:
    funnel = [
        {"stage": "home", "outcome": "reached", "url": "", "seconds": 1.0},
        {"stage": "search", "outcome": "not_found", "url": "", "seconds": 2.0},
        {"stage": "product", "outcome": "timeout", "url": "", "seconds": 2.0},
    ]
    document = {"funnel": funnel, "checkout": {}, "findings": []}
    answers = {"funnel": dict.fromkeys(STAGES, "reached"), "checkout": {}, "checks": {}}
    matches = [one.match for one in compare_document(document, answers)]
    assert matches == [Match.RIGHT, Match.WRONG, *[Match.NOT_OBSERVED] * 4]


def test_counts_of_a_walk_that_stopped_early_are_not_observed() -> None:
    (screens,) = compared(counted={"screens": 3, "censored": True}, counts={"screens": 4})
    assert screens.match is Match.NOT_OBSERVED


def test_declaring_no_steps_is_known_only_after_a_walk_to_the_end() -> None:
    truth = {"steps_declared": None}
    assert compared(counted={"steps_declared": None, "censored": True}, counts=truth) == ()
    (steps,) = compared(counted={"steps_declared": None, "censored": False}, counts=truth)
    assert steps.match is Match.RIGHT


def test_a_count_is_right_only_when_it_is_exact() -> None:
    (clicks,) = compared(counted={"clicks": 6, "censored": False}, counts={"clicks": 5})
    assert (clicks.match, clicks.seen, clicks.truth) == (Match.WRONG, 6, 5)


def test_the_words_on_the_order_button_are_not_looked_for_in_the_printed_counts() -> None:
    assert compared(counted={"censored": False}, counts={"order_button": "Place order"}) == ()


def test_rates_differ_in_what_they_do_with_the_unobserved() -> None:
    checks = {name: {"state": "observed", "value": True} for name in "abcd"}
    said = [finding("a", "observed", True), finding("b", "observed", False), finding("c", "not_observed")]
    both = compared(*said, checks=checks)
    assert rate(both) == Rate(hits=1, of=2)
    assert coverage(both) == Rate(hits=2, of=4)
    assert as_in_truth(both) == Rate(hits=1, of=4)


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [
        pytest.param(10, 10, 0.7225, 1.0, id="all of ten"),
        pytest.param(0, 10, 0.0, 0.2775, id="none of ten"),
        pytest.param(81, 263, 0.2553, 0.3662, id="a textbook case"),
    ],
)
def test_intervals_are_those_of_wilson(hits: int, of: int, low: float, high: float) -> None:
    assert Rate(hits=hits, of=of).interval == pytest.approx((low, high), abs=0.0002)


def test_nothing_counted_has_no_rate() -> None:
    assert (Rate(hits=0, of=0).share, Rate(hits=0, of=0).interval) == (None, None)
