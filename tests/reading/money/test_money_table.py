"""Labelled amounts in 28 languages read as a person reads them, or are refused."""

from collections import Counter
from typing import Any

import pytest

from auditor.reading.money import Money, currency_of, read_money, refused_money
from benchmarks.reading_measures import judge_money, rows


def _name(row: list[Any]) -> str:
    return f"{row[0]}-{row[2][:40]}"


@pytest.mark.parametrize("row", [*rows("money", "tuned"), *rows("money", "from_pages")], ids=_name)
def test_labelled_amounts_read_right(row: list[Any]) -> None:
    verdict, got = judge_money(row)
    assert verdict == "right", got


def test_held_out_amounts_are_hardly_ever_wrong() -> None:
    verdicts = Counter(judge_money(row)[0] for row in rows("money", "held_out"))
    assert verdicts["right"] >= 0.95 * verdicts.total()
    assert verdicts["wrong"] <= 0.005 * verdicts.total()


@pytest.mark.parametrize(
    ("language", "country", "text", "because"),
    [
        ("en", "", "Delivery $5", "several countries use this sign"),
        ("fi", "FI", "Toimitus 49 kr", "several countries use this sign"),
        ("en", "IE", "€3.350", "it may be thousands or decimals"),
        ("de", "DE", ",89 €", "the whole part of the amount is missing"),
        ("de", "DE", "Rabatt -5 €", "it is an amount that is taken off"),
        ("en", "IN", "₹1,29,999", "the digits are grouped in no known way"),
        ("en", "GB", "£2m", "the number is shortened"),
        ("en", "GB", "£10 - £5", "the range runs backwards"),
        ("en", "GB", "£5 - €10", "the two ends are in different currencies"),
    ],
)
def test_what_cannot_be_told_is_refused_with_the_reason(
    language: str, country: str, text: str, because: str
) -> None:
    assert because in [r.because for r in refused_money(text, (language,), country)]
    assert not [
        m for m in read_money(text, (language,), country) if m.minor and because != "the range runs backwards"
    ]


def test_a_currency_said_elsewhere_on_the_page_settles_a_sign_and_no_bare_number() -> None:
    assert [m.text for m in read_money("Delivery $5, item 12", ("en",), currency="AUD")] == ["AUD 5.00"]


def test_the_quote_is_the_texts_own_words() -> None:
    (money,) = read_money("Versand schon  ab 4,90 € möglich", ("de",), "DE")
    assert money.quote == "schon  ab 4,90 €"


@pytest.mark.parametrize(
    ("minor", "currency", "text"),
    [(499, "EUR", "EUR 4.99"), (0, "", "0.00"), (1980, "JPY", "JPY 1980"), (1500, "KWD", "KWD 1.500")],
)
def test_an_amount_is_written_by_its_currency(minor: int, currency: str, text: str) -> None:
    assert Money(minor=minor, currency=currency, quote="").text == text


@pytest.mark.parametrize(
    ("country", "currency"),
    [("DE", "EUR"), ("GB", "GBP"), ("RS", "RSD"), ("pl", "PLN"), ("", ""), ("XX", "")],
)
def test_a_country_has_its_currency(country: str, currency: str) -> None:
    assert currency_of(country) == currency
