"""Labelled periods in 28 languages read as a person reads them, or are refused."""

from collections import Counter
from typing import Any

import pytest

from auditor.reading.durations import read_durations, refused_durations
from benchmarks.reading_measures import judge_durations, rows


def _name(row: list[Any]) -> str:
    return f"{row[0]}-{row[1][:40]}"


@pytest.mark.parametrize("row", [*rows("durations", "tuned"), *rows("durations", "from_pages")], ids=_name)
def test_labelled_periods_read_right(row: list[Any]) -> None:
    verdict, got = judge_durations(row)
    assert verdict == "right", got


def test_held_out_periods_are_hardly_ever_wrong() -> None:
    verdicts = Counter(judge_durations(row)[0] for row in rows("durations", "held_out"))
    assert verdicts["right"] >= 0.95 * verdicts.total()
    assert verdicts["wrong"] <= 0.005 * verdicts.total()


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "You may return items within 30 days.", "return"),
        ("en", "You have 14 days to withdraw from the contract.", "withdrawal"),
        ("en", "Refunds are issued within 14 days of your return.", "refund"),
        ("en", "Two-year warranty.", "warranty"),
        ("en", "Delivery takes 3 days.", "delivery"),
        ("en", "Your order is shipped within 24 hours.", "dispatch"),
        ("en", "We reply within 24 hours.", "reply"),
        ("en", "Please keep it for 14 days.", ""),
        ("de", "Lieferzeit 3 Tage, 30 Tage Rückgaberecht", "delivery return"),
        ("de", "Schnelle Lieferung (2-3 Tage), 30 Tage Rückgabe", "delivery return"),
        ("fr", "Remboursement sous 14 jours", "refund"),
        ("pl", "Zwrot pieniędzy w ciągu 14 dni", "refund"),
        ("cs", "Záruka 24 měsíců", "warranty"),
        ("fi", "Vastaamme yhden arkipäivän kuluessa.", "reply"),
    ],
)
def test_the_sentence_tells_what_a_period_is_about(language: str, text: str, kind: str) -> None:
    assert " ".join(d.kind for d in read_durations(text, (language,))) == kind


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("We answer within 24 business hours.", "hours of business are no fixed number of days"),
        ("Return within thirty (14) days.", "the number in words and the one in digits differ"),
        ("Return within 30-14 days.", "the range runs backwards"),
    ],
)
def test_what_cannot_be_told_is_refused_with_the_reason(text: str, because: str) -> None:
    assert read_durations(text, ("en",)) == ()
    (refusal,) = refused_durations(text, ("en",))
    assert (refusal.value, refusal.because, refusal.quote) == (None, because, text)


def test_the_legal_minimum_and_the_shops_own_promise_are_both_given() -> None:
    text = "The law gives you 14 days to return. We give you 100 days to return."
    assert [(d.high, d.quote) for d in read_durations(text, ("en",))] == [
        (14, "The law gives you 14 days to return."),
        (100, "We give you 100 days to return."),
    ]


def test_an_unknown_language_is_read_as_english() -> None:
    assert [d.high for d in read_durations("Return within 30 days", ("xx",))] == [30]
