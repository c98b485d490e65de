"""Observations beside the truth: right, not observed, or wrong; unknown is never wrong."""

from __future__ import annotations

import pytest

from auditor.demo.compare import Match, compare_checkout, compare_checks, compare_funnel
from auditor.models import CheckoutCounts, FunnelStage, Observation, State

ABSENT, OBSERVED = {"state": "absent"}, State.OBSERVED


def observed(value, state=OBSERVED, code=""):
    return Observation(check="c", version=1, state=state, value=value, code=code, because="why")


@pytest.mark.parametrize(
    ("truth", "seen", "match"),
    [
        ({"state": "observed", "value": 4}, observed(4), Match.RIGHT),
        ({"state": "observed", "value": 4}, observed(5), Match.WRONG),
        ({"state": "observed", "value": 51.0}, observed(51), Match.RIGHT),
        ({"state": "observed", "value": True}, observed(1), Match.WRONG),
        ({"state": "observed", "value": 1}, observed(True), Match.WRONG),
        ({"state": "observed", "value": "EUR 4.99"}, observed("EUR 4.90"), Match.WRONG),
        ({"state": "observed", "value": ["a", "b"]}, observed(("b", "a")), Match.RIGHT),
        ({"state": "observed", "value": ["a", "b"]}, observed(("a",)), Match.WRONG),
        ({"state": "observed", "value": []}, observed(()), Match.RIGHT),
        ({"state": "observed", "value": []}, observed(None, State.ABSENT), Match.RIGHT),
        ({"state": "observed", "value": False}, observed(None, State.ABSENT), Match.RIGHT),
        ({"state": "observed", "value": 0}, observed(False), Match.RIGHT),
        (ABSENT, observed(False), Match.RIGHT),
        (ABSENT, observed(0), Match.RIGHT),
        (ABSENT, observed(True), Match.WRONG),
        (ABSENT, observed(None), Match.WRONG),
        ({"state": "observed", "value": True}, observed(None, State.ABSENT), Match.WRONG),
        ({"state": "observed", "value": True}, observed(None), Match.NOT_OBSERVED),
        ({"state": "observed", "value": None}, observed(20.9), Match.NO_TRUTH),
        ({"state": "observed", "value": 4}, observed(None, State.NOT_OBSERVED, "budget"), Match.NOT_OBSERVED),
        (ABSENT, observed(None, State.NOT_OBSERVED, "budget"), Match.NOT_OBSERVED),
        ({"state": "not_applicable"}, observed(None, State.NOT_APPLICABLE), Match.RIGHT),
        ({"state": "not_applicable"}, observed(None, State.ABSENT), Match.WRONG),
        (ABSENT, observed(None, State.NOT_APPLICABLE), Match.WRONG),
    ],
)
def test_an_observation_beside_its_truth(truth, seen, match):
    (compared,) = compare_checks({"c": truth}, [seen])
    assert compared.match is match
    assert bool(compared.because) == (match in (Match.WRONG, Match.NOT_OBSERVED))


def test_a_check_that_nobody_asked_is_not_observed():
    (compared,) = compare_checks({"other": ABSENT}, [observed(True)])
    assert compared.match is Match.NOT_OBSERVED
    assert compared.because


def test_a_count_that_stopped_early_is_only_wrong_above_the_truth():
    truth = {"screens": 4, "clicks": 3, "fields_shown": 15, "order_button": "Buy"}
    counts = CheckoutCounts(screens=2, clicks=5, fields_shown=15, censored=True)
    found = {c.name: c.match for c in compare_checkout(truth, counts)}
    assert found == {
        "screens": Match.NOT_OBSERVED,
        "clicks": Match.WRONG,
        "fields_shown": Match.RIGHT,
        "order_button": Match.NOT_OBSERVED,
    }


def test_a_whole_count_must_be_the_same():
    (compared,) = compare_checkout({"screens": 4}, CheckoutCounts(screens=3, censored=False))
    assert compared.match is Match.WRONG


def test_a_shop_without_a_progress_list_declares_no_steps():
    truth = {"steps_declared": None}
    (right,) = compare_checkout(truth, CheckoutCounts(censored=False))
    (wrong,) = compare_checkout(truth, CheckoutCounts(steps_declared=3, censored=False))
    assert (right.match, wrong.match) == (Match.RIGHT, Match.WRONG)


@pytest.mark.parametrize(
    ("outcome", "match"),
    [("reached", Match.RIGHT), ("not_found", Match.WRONG), ("bot_wall", Match.NOT_OBSERVED)],
)
def test_a_stage_beside_its_truth(outcome, match):
    (compared,) = compare_funnel({"cart": "reached"}, [FunnelStage(stage="cart", outcome=outcome)])
    assert compared.match is match
