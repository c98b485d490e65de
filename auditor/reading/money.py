"""Which amounts of money does a text name?

Only a number with a currency is money. A sign that several countries use ("$", "kr", "¥") is read
by the shop's country, then by its language, and refused where neither tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from auditor.reading.base import Reading
from auditor.reading.money_scan import Amount, read_amounts
from auditor.reading.money_words import SIGNS, MoneyWords, currency_of_country, minor_digits, money_words
from auditor.reading.word_lists import chosen_languages

_LETTERS = re.compile(r"[^\W\d_]+")
_SIGN = re.compile(f"[$¥{''.join(SIGNS)}]" + r"|\d[:,.]\s?[-–—]")
_QUOTE = 200
_LINE = 600
"""Characters of a line that is remembered; longer ones would fill the memory."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Money:
    """An amount as a text states it."""

    minor: int
    """In the currency's smallest unit by ISO 4217: cents, öre, para, whole yen."""
    currency: str
    """ISO 4217; empty only for "free" where no currency is known."""
    is_from: bool = False
    """The text says "from" or "at least": the amount is the lowest of several, or a threshold."""
    is_free: bool = False
    """The text says in words that it costs nothing; `minor` is 0."""
    upto_minor: int | None = None
    """The upper end of a range, or None."""
    quote: str
    """The text's own words, unchanged."""

    @property
    def text(self) -> str:
        """The amount as it is kept in an observation: "EUR 4.99"."""
        digits = minor_digits(self.currency)
        amount = Decimal(self.minor).scaleb(-digits)
        return f"{self.currency} {amount:.{digits}f}".strip()


def currency_of(country: str) -> str:
    """The currency that shops of a country charge in, or an empty string."""
    return currency_of_country(country)


def read_money(
    text: str, languages: Sequence[str], country: str = "", currency: str = ""
) -> tuple[Money, ...]:
    """Every amount that a text names, in its order.

    country: ISO 3166 alpha-2 of the shop. currency: ISO 4217, where the page says elsewhere in what it
    charges; it settles signs such as "$" and is never put to a bare number.
    """
    return tuple(found for found in _read(text, languages, country, currency) if isinstance(found, Money))


def refused_money(
    text: str, languages: Sequence[str], country: str = "", currency: str = ""
) -> tuple[Reading, ...]:
    """Amounts that could be read in more than one way, each with the reason."""
    return tuple(found for found in _read(text, languages, country, currency) if isinstance(found, Reading))


def _read(text: str, languages: Sequence[str], country: str, currency: str) -> Iterator[Money | Reading]:
    words = money_words(chosen_languages(languages))
    home = currency or currency_of_country(country)
    for line in text.split("\n"):
        if _SIGN.search(line) or not words.first_words.isdisjoint(_LETTERS.findall(line.casefold())):
            known = _of_line if len(line) <= _LINE else _line
            yield from known(line, words, country, home)


def _line(line: str, words: MoneyWords, country: str, home: str) -> tuple[Money | Reading, ...]:
    return tuple(_given(amount, line, home) for amount in read_amounts(line, words, country, home))


@lru_cache(maxsize=2_048)
def _of_line(line: str, words: MoneyWords, country: str, home: str) -> tuple[Money | Reading, ...]:
    """Kept for a while: several readings ask for the same lines of a page."""
    return _line(line, words, country, home)


def _given(amount: Amount, line: str, home: str) -> Money | Reading:
    quote = line[amount.start : amount.end][:_QUOTE]
    if amount.because:
        return Reading(value=None, quote=quote, because=amount.because)
    return Money(
        minor=amount.minor,
        currency=home if amount.is_free else amount.currency,
        is_from=amount.is_from,
        is_free=amount.is_free,
        upto_minor=amount.upto,
        quote=quote,
    )
