"""What values earn, as tables."""

from __future__ import annotations

from decimal import Decimal

import pytest

from auditor.models import Outcome, Value
from auditor.rules import Band, Bands, Curve, Limit, Unjudged, Verdict, YesNo, amount_of, apply, shown

MET, PARTLY, NOT = Outcome.MET, Outcome.PARTLY_MET, Outcome.NOT_MET


def limit(word: str, *amounts: tuple[str, str]) -> Limit:
    return Limit(word=word, amounts=tuple((currency, Decimal(amount)) for currency, amount in amounts))


def ladder(word: str, high: str, low: str) -> Bands:
    return Bands(
        bands=(
            Band(outcome=MET, limits=(limit(word, ("", high)),)),
            Band(outcome=PARTLY, limits=(limit(word, ("", low)),)),
            Band(outcome=NOT, otherwise=True),
        )
    )


DAYS = ladder("at_least", "30", "14")
FIELDS = ladder("at_most", "11", "15")
COST = Bands(
    bands=(
        Band(outcome=MET, limits=(limit("at_most", ("EUR", "3.95"), ("PLN", "17")),)),
        Band(outcome=NOT, otherwise=True),
    )
)
FREE = Bands(
    bands=(Band(outcome=MET, limits=(limit("at_most", ("", "0")),)), Band(outcome=PARTLY, otherwise=True))
)


@pytest.mark.parametrize(
    ("rule", "value", "unit", "outcome", "because"),
    [
        (DAYS, 30, "days", MET, "30 days: at least 30 days is met"),
        (DAYS, 29, "days", PARTLY, "29 days: at least 14 days is partly met"),
        (DAYS, 1, "days", NOT, "1 day: anything else is not met"),
        (FIELDS, 0, "count", MET, "0: at most 11 is met"),
        (FIELDS, ("a",) * 12, "count", PARTLY, None),
        (COST, "EUR 3.95", "money", MET, "EUR 3.95: at most EUR 3.95 is met"),
        (COST, "PLN 17.01", "money", NOT, None),
        (COST, ("EUR 9.00", "EUR 3.00"), "money", MET, None),
        (FREE, "SEK 0.00", "money", MET, "SEK 0.00: at most 0 is met"),
        (YesNo(yes=MET, no=NOT), True, "yes_no", MET, "yes: this is met"),
        (YesNo(yes=MET, no=NOT), False, "yes_no", NOT, "no: this is not met"),
        (YesNo(yes=NOT, no=MET), True, "yes_no", NOT, None),
        (YesNo(yes=MET, no=NOT), None, "opening_hours", MET, "there, though not readable: this is met"),
        (YesNo(yes=MET, no=NOT), "Mo-Fr 09:00-17:00", "opening_hours", MET, None),
        (YesNo(yes=MET, no=NOT), (), "", NOT, None),
        (YesNo(yes=MET, no=NOT), 0, "count", NOT, None),
        (YesNo(yes=MET, no=NOT), 0, "clicks", MET, None),
    ],
)
def test_a_value_earns_and_says_why(
    rule: Bands | YesNo, value: Value, unit: str, outcome: Outcome, because: str | None
) -> None:
    verdict = apply(rule, value, unit)
    assert isinstance(verdict, Verdict)
    assert verdict.outcome is outcome
    assert because in (None, verdict.because)


@pytest.mark.parametrize(
    ("rule", "value", "unit"),
    [
        pytest.param(DAYS, None, "days", id="stated but unread"),
        pytest.param(DAYS, "soon", "days", id="words for a number"),
        pytest.param(DAYS, True, "days", id="yes for a number"),
        pytest.param(COST, "SEK 40.00", "money", id="currency without a limit"),
        pytest.param(COST, ("EUR 1.00", "PLN 1.00"), "money", id="two currencies"),
        pytest.param(COST, "4.99", "money", id="money without currency"),
        pytest.param(FREE, "SEK x", "money", id="no amount"),
        pytest.param(Curve(p10=1, median=2, better="lower"), -1, "seconds", id="below zero"),
        pytest.param(Curve(p10=1, median=2, better="lower"), float("nan"), "seconds", id="no number"),
    ],
)
def test_what_cannot_be_judged_is_not_judged(rule: Bands | Curve, value: Value, unit: str) -> None:
    assert isinstance(apply(rule, value, unit), Unjudged)


def test_true_is_not_one() -> None:
    rule = Bands(bands=(Band(outcome=MET, values=(True,)), Band(outcome=NOT, otherwise=True)))
    assert [apply(rule, v, "").outcome for v in (True, 1, "true")] == [MET, NOT, NOT]  # type: ignore[union-attr]


@pytest.mark.parametrize("better", ["lower", "higher"])
def test_a_curve_gives_ninety_percent_at_p10_and_half_at_the_median(better: str) -> None:
    curve = (
        Curve(p10=30, median=60, better="lower")
        if better == "lower"
        else Curve(p10=60, median=30, better="higher")
    )
    assert curve.share(curve.p10) == pytest.approx(0.9)
    assert curve.share(curve.median) == pytest.approx(0.5)
    assert curve.share(0) == (1.0 if better == "lower" else 0.0)


def test_a_curve_is_symmetric_in_ratios() -> None:
    curve = Curve(p10=30, median=60, better="lower")
    assert curve.share(120) == pytest.approx(1 - curve.share(30))


def test_points_follow_the_curve_and_words_its_classes() -> None:
    curve = Curve(p10=30, median=60, better="lower")
    shares = [apply(curve, value, "seconds") for value in (20, 50, 61)]
    assert [v.outcome for v in shares if isinstance(v, Verdict)] == [MET, PARTLY, NOT]
    assert 0 < shares[2].share < 0.5  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (37.5, "hours_per_week", "37.5 hours a week"), (1, "clicks", "1 click"), (0.4, "share", "40%"),
        (("PayPal", "Visa"), "count", "2 (PayPal, Visa)"), ((), "", "none"), (None, "days", "not readable"),
        (True, "", "yes"), ("EUR 4.99", "money", "EUR 4.99"), (2_500_000, "", "2500000"),
    ],
)  # fmt: skip
def test_values_are_shown_in_words(value: Value, unit: str, words: str) -> None:
    assert shown(value, unit) == words


def test_the_lowest_price_counts() -> None:
    assert amount_of(("EUR 9.00", "EUR 3.00"), "money") == (Decimal("3.00"), "EUR")
