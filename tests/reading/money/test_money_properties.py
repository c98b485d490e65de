"""Whatever our own writer can say reads back; nothing raises; time grows with the text only."""

import time
from decimal import Decimal

import pytest
from babel.numbers import format_currency
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.reading.money import read_money, refused_money
from auditor.reading.word_lists import measure_languages

LANGUAGES = measure_languages()
HOMES = {
    "bg": "BG", "cs": "CZ", "da": "DK", "de": "DE", "el": "GR", "en": "GB", "es": "ES", "et": "EE",
    "fi": "FI", "fr": "FR", "hr": "HR", "hu": "HU", "id": "ID", "it": "IT", "lt": "LT",
    "lv": "LV",
    "nl": "NL", "no": "NO", "pl": "PL", "pt": "PT", "ro": "RO", "ru": "RU", "sk": "SK",
    "sl": "SI",    "sr": "RS", "sv": "SE", "tr": "TR", "uk": "UA",
}  # fmt: skip
CURRENCIES = ("EUR", "GBP", "PLN", "CZK", "HUF", "RON", "CHF", "UAH", "RUB", "TRY", "BGN", "IDR")
LOCALES = {"no": "nb", "sr": "sr_Latn"}


@given(
    language=st.sampled_from(LANGUAGES),
    currency=st.sampled_from((*CURRENCIES, "home")),
    cents=st.integers(1, 99_999_999),
)
@settings(max_examples=1500, deadline=None, derandomize=True)
def test_a_price_by_the_countrys_own_rules_reads_back(language: str, currency: str, cents: int) -> None:
    country = HOMES[language]
    code = (
        read_money("1 kr", ("sv",), country)[0].currency
        if currency == "home" and language in ("da", "no", "sv")
        else ("EUR" if currency == "home" else currency)
    )
    locale = f"{LOCALES.get(language, language)}_{country}"
    text = format_currency(Decimal(cents) / 100, code, locale=locale, currency_digits=False, format=None)
    found = read_money(text, (language,), country)
    assert [(m.minor, m.currency) for m in found] in ([(cents, code)], []), text
    if code in ("EUR", "GBP", "CHF"):
        assert found, text


@given(
    text=st.text(max_size=200),
    language=st.sampled_from((*LANGUAGES, "xx")),
    country=st.sampled_from(("", "DE", "CH")),
)
@settings(max_examples=300, deadline=None, derandomize=True)
def test_no_text_raises(text: str, language: str, country: str) -> None:
    for money in read_money(text, (language,), country):
        assert money.minor >= 0
        assert money.quote in text


@given(
    pieces=st.lists(
        st.sampled_from(
            (
                "5 10 1.299 4,95 1'234.50 1 500 € £ $ kr EUR CHF Fr . , - – ,- to from free 20 % / ( ) "
                "\t \n + 99"
            ).split(" ")
        ),
        max_size=25,
    ),
    glue=st.sampled_from((" ", "")),
)
@settings(max_examples=1000, deadline=None, derandomize=True)
def test_pieces_in_any_order_give_amounts_or_a_reason(pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)
    for money in read_money(text, ("en", "de"), "CH"):
        assert money.quote in text
        assert money.is_free or money.currency
        assert money.upto_minor is None or money.upto_minor > money.minor
    assert all(refusal.because for refusal in refused_money(text, ("en", "de"), "CH"))


@pytest.mark.parametrize("part", ["5 € ", "5,", "€", "1 000 ", "free ", "from 5 - ", "1", "'1"])
def test_time_grows_with_the_text_and_no_faster(part: str) -> None:
    text = part * (60_000 // len(part))
    begun = time.process_time()
    read_money(text + " €", ("en", "de"), "DE")
    assert time.process_time() - begun < 0.05 * len(text) / 1024 + 0.5
