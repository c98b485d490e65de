"""What counts as right, wrong and not observed when a scorecard is laid beside the truth."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.walk.comparison import (
    Rate,
    Verdict,
    compare_checks,
    compare_counts,
    compare_funnel,
    coverage,
    rate,
    same_value,
)


def finding(check: str, state: str, value: Any = None, because: str = "") -> dict[str, Any]:
    return {"check": check, "state": state, "value": value, "because": because}


def verdict(said: dict[str, Any], truth: dict[str, Any]) -> Verdict:
    (only,) = compare_checks([said], {said["check"]: truth})
    return only.verdict


@pytest.mark.parametrize(
    ("said", "true"),
    [
        pytest.param("EUR 4.9", "EUR 4.90", id="money by amount"),
        pytest.param("Mo-Fr 09:00-18:00;Sa 10:00-16:00", "Mo-Fr 09:00-18:00; Sa 10:00-16:00", id="hours"),
        pytest.param(["sunday", "saturday"], ["saturday", "sunday"], id="lists in any order"),
        pytest.param(51, 51.0, id="whole and broken numbers"),
        pytest.param("place order", "Place Order", id="letters of either size"),
    ],
)
def test_values_that_people_would_call_equal_are(said: Any, true: Any) -> None:
    assert same_value(said, true)


@pytest.mark.parametrize(
    ("said", "true"),
    [
        pytest.param("GBP 4.90", "EUR 4.90", id="another currency"),
        pytest.param("EUR 4.90", "4.90", id="no currency"),
        pytest.param(1, True, id="a count is no yes"),
        pytest.param(True, 1, id="a yes is no count"),
        pytest.param(["saturday"], ["saturday", "sunday"], id="a day too few"),
        pytest.param("Mo-Fr 09:00-18:00", "Mo-Fr 09:00-17:00", id="another hour"),
    ],
)
def test_values_that_differ_are_told_apart(said: Any, true: Any) -> None:
    assert not same_value(said, true)


@pytest.mark.parametrize("no", [False, 0, []], ids=["no", "zero", "none of a list"])
def test_absent_and_a_plain_no_say_the_same(no: Any) -> None:
    assert verdict(finding("chat", "observed", no), {"state": "absent"}) is Verdict.RIGHT
    assert verdict(finding("chat", "absent"), {"state": "observed", "value": no}) is Verdict.RIGHT


def test_absent_is_wrong_where_the_shop_has_it() -> None:
    assert verdict(finding("faq", "absent"), {"state": "observed", "value": True}) is Verdict.WRONG


def test_a_yes_is_wrong_where_the_shop_has_it_not() -> None:
    assert verdict(finding("faq", "observed", True), {"state": "absent"}) is Verdict.WRONG


def test_free_returns_are_no_missing_returns() -> None:
    assert verdict(finding("return_cost", "observed", "EUR 0.00"), {"state": "absent"}) is Verdict.WRONG


def test_not_observed_is_neither_right_nor_wrong() -> None:
    said = finding("faq", "not_observed", because="a bot wall")
    (only,) = compare_checks([said], {"faq": {"state": "observed", "value": True}})
    assert (only.verdict, only.said) == (Verdict.NOT_OBSERVED, "a bot wall")


def test_a_fact_that_could_not_be_read_is_no_statement() -> None:
    assert verdict(finding("return_cost", "observed"), {"state": "observed", "value": "EUR 1.00"}) is (
        Verdict.NOT_OBSERVED
    )


def test_a_check_that_no_criterion_asks_for_is_not_observed() -> None:
    (only,) = compare_checks([], {"faq": {"state": "absent"}})
    assert only.verdict is Verdict.NOT_OBSERVED


def test_a_truth_without_a_fixed_value_is_left_out() -> None:
    assert compare_checks([], {"seconds": {"state": "observed", "value": None}}) == ()


def test_not_applicable_has_to_be_so_in_truth() -> None:
    assert verdict(finding("faq", "not_applicable"), {"state": "not_applicable"}) is Verdict.RIGHT
    assert verdict(finding("faq", "not_applicable"), {"state": "observed", "value": True}) is Verdict.WRONG


TRUE_FUNNEL = dict.fromkeys(("home", "search", "product", "cart", "checkout", "last_state"), "reached")


def test_a_stage_that_trouble_kept_us_from_is_not_observed() -> None:
    stages = [{"stage": "home", "outcome": "reached"}, {"stage": "search", "outcome": "timeout"}]
    verdicts = [one.verdict for one in compare_funnel(stages, TRUE_FUNNEL)]
    assert verdicts == [Verdict.RIGHT, *[Verdict.NOT_OBSERVED] * 5]


def test_a_stage_that_was_looked_for_in_vain_is_wrong() -> None:
    home, *_ = compare_funnel([{"stage": "home", "outcome": "not_found"}], TRUE_FUNNEL)
    assert (home.verdict, home.said, home.truth) == (Verdict.WRONG, "not_found", "reached")


def test_counts_of_a_walk_that_stopped_early_are_not_observed() -> None:
    (screens,) = compare_counts({"screens": 4, "censored": True}, {"screens": 4})
    assert screens.verdict is Verdict.NOT_OBSERVED


def test_no_declared_steps_is_right_where_the_shop_declares_none() -> None:
    (steps,) = compare_counts({"steps_declared": None, "censored": False}, {"steps_declared": None})
    assert steps.verdict is Verdict.RIGHT


def test_a_count_is_right_only_when_it_is_exact() -> None:
    (clicks,) = compare_counts({"clicks": 6, "censored": False}, {"clicks": 5})
    assert (clicks.verdict, clicks.said, clicks.truth) == (Verdict.WRONG, "6", "5")


def test_the_rate_leaves_out_what_was_not_observed_and_coverage_counts_it() -> None:
    truth = {name: {"state": "observed", "value": True} for name in "abcd"}
    said = [finding("a", "observed", True), finding("b", "observed", False), finding("c", "not_observed")]
    compared = compare_checks(said, truth)
    assert rate(compared) == Rate(hits=1, of=2)
    assert coverage(compared) == Rate(hits=2, of=4)


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
