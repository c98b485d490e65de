"""Points, coverage and bounds: what costs, what does not, and what nobody knows."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.models import EvidenceRef, Observation, Outcome, Shop, State, Value
from auditor.rubric import Condition, Criterion, Rubric, Source
from auditor.rules import Band, Bands, Limit, Rule, YesNo
from auditor.scorer import Context, judge, score

SHOP = Shop(name="Acme", url="https://shop.example/", country="DE")
YES_NO = YesNo(yes=Outcome.MET, no=Outcome.NOT_MET)
THREE = Bands(
    bands=(
        Band(outcome=Outcome.MET, limits=(Limit(word="at_least", amounts=(("", Decimal(2)),)),)),
        Band(outcome=Outcome.PARTLY_MET, limits=(Limit(word="at_least", amounts=(("", Decimal(1)),)),)),
        Band(outcome=Outcome.NOT_MET, otherwise=True),
    )
)
STATES = {
    "met": (State.OBSERVED, 2),
    "partly": (State.OBSERVED, 1),
    "not": (State.OBSERVED, 0),
    "absent": (State.ABSENT, None),
    "n/a": (State.NOT_APPLICABLE, None),
    "unseen": (State.NOT_OBSERVED, None),
    "unread": (State.OBSERVED, None),
}


def criterion(
    name: str = "c", *, weight: float = 1.0, rule: Rule | None = YES_NO, **more: object
) -> Criterion:
    plain = Criterion(
        id=name,
        question=f"{name}?",
        section="contact",
        check=name,
        weight=weight,
        why="",
        rule=rule,
        if_absent=Outcome.NOT_MET,
        gate=False,
        applies_when=None,
        answered_by="page",
        source=Source(text="a study", figure="77%", year=2014),
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def rubric(*criteria: Criterion, min_coverage: float = 0.0) -> Rubric:
    return Rubric(
        id="r",
        version="1",
        title="",
        min_coverage=min_coverage,
        sections=("contact",),
        criteria=criteria,
        gates=tuple(c.id for c in criteria if c.gate),
        sha256="0" * 64,
    )


def saw(check: str = "c", state: State = State.OBSERVED, value: Value = None, **more: object) -> Observation:
    evidence = (EvidenceRef(url="https://shop.example/"),)
    return replace(Observation(check=check, version=1, state=state, value=value, evidence=evidence), **more)  # type: ignore[arg-type]


def answers(words: list[str]) -> list[Observation]:
    return [
        saw(f"c{n}", STATES[word][0], STATES[word][1], code="timeout" if word == "unseen" else "")
        for n, word in enumerate(words)
    ]


def graded(words: list[str], weights: list[float], min_coverage: float = 0.0):  # type: ignore[no-untyped-def]
    criteria = [criterion(f"c{n}", weight=w, rule=THREE) for n, w in enumerate(weights)]
    return score(answers(words), rubric(*criteria, min_coverage=min_coverage), SHOP)


def test_the_formulas_of_score_coverage_and_bounds() -> None:
    total = graded(["met", "partly", "not", "unseen", "n/a"], [4, 2, 1, 3, 5]).score
    assert (total.earned, total.observed, total.applicable) == (5, 7, 10)
    assert (total.share, total.coverage) == (5 / 7, 0.7)
    assert (total.low, total.high) == (0.5, 0.8)


def test_below_the_minimum_a_shop_is_not_rated_and_never_zero() -> None:
    total = graded(["met", "unseen"], [1, 2], min_coverage=0.5).score
    assert (total.share, total.rated) == (None, False)
    assert (total.low, total.high) == (1 / 3, 1.0)


def test_exactly_the_minimum_is_enough() -> None:
    assert graded(["met", "met", "met", "unseen", "unseen"], [0.1] * 5, min_coverage=0.6).score.rated


def test_a_shop_of_which_nothing_was_seen_has_no_score() -> None:
    total = score([], rubric(criterion()), SHOP).score
    assert (total.share, total.rated, total.low, total.high) == (None, False, 0.0, 1.0)


def test_nothing_that_applies_is_nothing_to_rate() -> None:
    total = graded(["n/a"], [3]).score
    assert (total.share, total.coverage, total.applicable) == (None, 0.0, 0.0)


@pytest.mark.parametrize(
    ("if_absent", "points", "possible"),
    [
        (Outcome.MET, 2.0, 2.0),
        (Outcome.PARTLY_MET, 1.0, 2.0),
        (Outcome.NOT_MET, 0.0, 2.0),
        (Outcome.NOT_APPLICABLE, None, 0.0),
    ],
)
def test_absence_is_worth_what_the_rubric_says(
    if_absent: Outcome, points: float | None, possible: float
) -> None:
    one = criterion(weight=2, if_absent=if_absent)
    finding = judge(saw(state=State.ABSENT), one, Context(shop=SHOP))
    assert (finding.outcome, finding.points, finding.possible) == (if_absent, points, possible)
    assert finding.because == "looked in every place where it belongs; it is not there"


def test_stated_but_unread_is_present_for_yes_no_and_unknown_for_bands() -> None:
    context = Context(shop=SHOP)
    assert judge(saw(value=None), criterion(), context).outcome is Outcome.MET
    banded = judge(saw(value=None), criterion(rule=THREE), context)
    assert (banded.outcome, banded.points, banded.possible) == (Outcome.NOT_OBSERVED, None, 1.0)


def test_trouble_of_ours_says_what_it_was() -> None:
    finding = judge(
        saw(state=State.NOT_OBSERVED, code="bot_wall", because="403"), criterion(), Context(shop=SHOP)
    )
    assert (finding.code, finding.points) == ("bot_wall", None)
    assert finding.because == "The shop shows a wall against robots; we do not press on. 403"


def test_a_crash_is_told_in_its_own_words() -> None:
    seen = saw(state=State.NOT_OBSERVED, code="crashed", because="The check failed: ValueError: 3")
    assert judge(seen, criterion(), Context(shop=SHOP)).because == "The check failed: ValueError: 3"


def test_other_sources_stay_outside_the_wave() -> None:
    mail = criterion("mail", check="", rule=None, if_absent=None, answered_by="mailbox")
    outside = judge(None, mail, Context(shop=SHOP))
    assert (outside.outcome, outside.possible) == (Outcome.OUTSIDE_WAVE, 0.0)
    inside = judge(None, mail, Context(shop=SHOP, sources=frozenset({"page", "mailbox"})))
    assert (inside.outcome, inside.possible) == (Outcome.NOT_OBSERVED, 1.0)


@pytest.mark.parametrize(
    ("country", "outcome"),
    [("DE", Outcome.MET), ("US", Outcome.NOT_APPLICABLE), ("", Outcome.NOT_OBSERVED)],
)
def test_law_applies_by_country_and_is_unknown_without_one(country: str, outcome: Outcome) -> None:
    law = criterion(applies_when=Condition(countries=frozenset({"DE"})))
    context = Context(shop=replace(SHOP, country=country))
    assert judge(saw(value=True), law, context).outcome is outcome


@pytest.mark.parametrize(
    ("other", "outcome"),
    [
        (saw("faq", value=True), Outcome.NOT_MET),
        (saw("faq", value=False), Outcome.NOT_APPLICABLE),
        (saw("faq", state=State.ABSENT), Outcome.NOT_APPLICABLE),
        (saw("faq", state=State.NOT_OBSERVED, code="timeout"), Outcome.NOT_OBSERVED),
        (None, Outcome.NOT_OBSERVED),
    ],
)
def test_what_hangs_on_another_answer_waits_for_it(other: Observation | None, outcome: Outcome) -> None:
    search = criterion(applies_when=Condition(check="faq", value=True))
    context = Context(shop=SHOP, observations={"faq": other} if other else {})
    assert judge(saw(value=False), search, context).outcome is outcome


def test_gates_stand_in_their_order_and_pass_only_when_wholly_met() -> None:
    words = ["partly", "met", "unseen", "n/a", "not"]
    criteria = [criterion(f"c{n}", rule=THREE, gate=True) for n in range(5)]
    gates = score(answers(words), rubric(*criteria), SHOP).gates
    assert [(g.criterion, g.met) for g in gates] == [
        ("c0", False), ("c1", True), ("c2", None), ("c3", None), ("c4", False)
    ]  # fmt: skip


def test_a_finding_carries_evidence_reason_and_source() -> None:
    finding = judge(saw(value=2, unit="days"), criterion(rule=THREE), Context(shop=SHOP))
    assert finding.because == "2 days: at least 2 days is met"
    assert finding.source == "77%: a study, 2014"
    assert finding.evidence[0].url == "https://shop.example/"


# --- properties -------------------------------------------------------------------------------------

WORDS = st.sampled_from(sorted(STATES))
PANELS = st.lists(st.tuples(WORDS, st.sampled_from([0.1, 0.5, 1.0, 3.0, 7.3])), min_size=1, max_size=6)


@settings(deadline=None)
@given(PANELS)
def test_the_bounds_hold_every_way_in_which_the_unseen_could_have_ended(
    panel: list[tuple[str, float]],
) -> None:
    words, weights = [w for w, _ in panel], [w for _, w in panel]
    bounds = graded(words, weights).score
    choices = [("met", "partly", "not") if w in ("unseen", "unread") else (w,) for w in words]
    for full in product(*choices):
        share = graded(list(full), weights).score.share
        if share is not None:
            assert bounds.low - 1e-9 <= share <= bounds.high + 1e-9


@settings(deadline=None)
@given(PANELS)
def test_the_score_lies_within_its_bounds(panel: list[tuple[str, float]]) -> None:
    total = graded([w for w, _ in panel], [w for _, w in panel]).score
    assert 0 <= total.low <= total.high + 1e-9 <= 1 + 2e-9
    if total.share is not None:
        assert total.low - 1e-9 <= total.share <= total.high + 1e-9


@settings(deadline=None)
@given(PANELS, st.sampled_from([0.5, 2.0]))
def test_unseen_lowers_coverage_and_not_the_score(panel: list[tuple[str, float]], weight: float) -> None:
    words, weights = [w for w, _ in panel], [w for _, w in panel]
    before, after = graded(words, weights).score, graded([*words, "unseen"], [*weights, weight]).score
    assert after.share == before.share
    assert after.coverage <= before.coverage
    assert after.low <= before.low + 1e-9


@settings(deadline=None)
@given(PANELS, st.data())
def test_no_trouble_of_ours_is_worse_than_the_worst_answer(
    panel: list[tuple[str, float]], data: st.DataObject
) -> None:
    words, weights = [w for w, _ in panel], [w for _, w in panel]
    n = data.draw(st.integers(0, len(words) - 1))
    worst, troubled = words.copy(), words.copy()
    worst[n], troubled[n] = "not", "unseen"
    unlucky, hidden = graded(worst, weights).score, graded(troubled, weights).score
    if hidden.share is not None and unlucky.share is not None:
        assert hidden.share >= unlucky.share - 1e-9
    assert hidden.high >= unlucky.high - 1e-9
    assert hidden.earned >= unlucky.earned - 1e-9


@settings(deadline=None)
@given(PANELS, st.randoms(use_true_random=False))
def test_the_order_of_observations_and_criteria_changes_nothing(
    panel: list[tuple[str, float]], random: object
) -> None:
    words, weights = [w for w, _ in panel], [w for _, w in panel]
    criteria = [criterion(f"c{n}", weight=w, rule=THREE) for n, w in enumerate(weights)]
    seen = answers(words)
    straight = score(seen, rubric(*criteria), SHOP)
    random.shuffle(criteria)  # type: ignore[attr-defined]
    random.shuffle(seen)  # type: ignore[attr-defined]
    mixed = score(seen, rubric(*criteria), SHOP)
    assert mixed.score == straight.score
    assert {f.criterion: f for f in mixed.findings} == {f.criterion: f for f in straight.findings}
