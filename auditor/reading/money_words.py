"""The words and signs of money, and which currency an unclear one stands for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.numbers import get_decimal_symbol, get_territory_currencies

from auditor.reading.word_lists import measures
from auditor.reading.words import Vocabulary, add_joints, plain, tokenise

SIGNS = {
    "€": "EUR", "£": "GBP", "₽": "RUB", "₴": "UAH", "₺": "TRY", "₹": "INR", "₪": "ILS", "₩": "KRW",
    "₫": "VND", "₸": "KZT", "₾": "GEL", "₱": "PHP", "฿": "THB", "₼": "AZN",
}  # fmt: skip
"""Signs that stand for one currency."""
UNCLEAR = {"$": "dollar", "¥": "yen", "kr": "krone"}
"""Signs and words that stand for several."""
FAMILIES = {
    "dollar": ("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "ARS", "CLP", "COP", "UYU"),
    "yen": ("JPY", "CNY"),
    "krone": ("SEK", "NOK", "DKK", "ISK"),
}
NAMESAKES = {"RUB": "BYN", "RON": "MDL", "GBP": "EGP"}
"""Currencies that another country calls by the same name."""
PREFIXES = {
    "us": "USD", "r": "BRL", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "nz": "NZD", "hk": "HKD",
    "s": "SGD", "nt": "TWD", "mx": "MXN",
}  # fmt: skip
"""Letters that stand right before a dollar sign."""
CODES = frozenset(
    "EUR USD GBP CHF PLN CZK HUF RON SEK NOK DKK ISK RSD BAM MKD BGN UAH RUB IDR JPY CNY AUD NZD CAD BRL MXN "
    "ARS CLP COP INR ZAR AED SAR ILS SGD HKD TWD MYR THB VND PHP KRW GEL KZT BYN MDL EGP".split()
)
HOME_CODES = frozenset({"TRY", "ALL", "MAD", "TOP", "CUP"})
"""Codes that are words too; they count only where they are the country's own currency."""
_EVERYWHERE = {
    "PLN": ("zł",),
    "CZK": ("kč",),
    "UAH": ("грн",),
    "RUB": ("руб",),
    "EUR": ("eur", "euro"),
    "BGN": ("лв",),
}
MULTIPLES = frozenset(
    "k m b bn mio mln mld mrd tsd tys million millions millionen milliarden milliard milliards milioni "
    "miliardi millones milhoes milionow tysiecy mil tis тыс млн млрд тис juta ribu bin milyon".split()
)
"""Words behind a number that make it another one."""
BEFORE = frozenset(("rp", "kr", "euro", "eur", "tl"))
"""Words that may stand before the amount; all others stand behind it."""

_NO_MINOR = frozenset("JPY KRW VND CLP ISK PYG UGX XAF XOF XPF RWF KMF GNF DJF BIF VUV".split())
_THREE_MINOR = frozenset("KWD BHD TND OMR JOD IQD LYD".split())
_WHOLE = frozenset("RSD HUF IDR RUB UAH JPY KRW VND CLP ISK COP KZT".split())
_TODAY = date(2026, 7, 1)
"""The day for which currencies of countries are looked up; a constant, so that the same text always
reads the same."""


@dataclass(frozen=True)
class MoneyWords:
    """What is needed to read money in these languages."""

    vocabulary: Vocabulary
    first_words: frozenset[str]
    """Words without which a text holds no money, unless it holds a sign."""
    languages: tuple[str, ...]

    def __hash__(self) -> int:
        return id(self)


def minor_digits(currency: str) -> int:
    """Digits after the decimal sign, by ISO 4217."""
    return 0 if currency in _NO_MINOR else 3 if currency in _THREE_MINOR else 2


def is_whole(currency: str) -> bool:
    """True for currencies whose prices are written without cents."""
    return currency in _WHOLE


@cache
def currency_of_country(country: str) -> str:
    """The currency that shops of a country charge in, or an empty string."""
    try:
        found = get_territory_currencies(country.upper(), start_date=_TODAY) if country else []
    except (KeyError, ValueError):
        return ""
    return str(found[0]) if found else ""


@cache
def decimal_sign(languages: tuple[str, ...], country: str) -> str:
    """The decimal sign where this language is written in this country."""
    language = {"no": "nb"}.get(languages[0], languages[0])
    for name in (f"{language}_{country.upper()}", language):
        try:
            return str(get_decimal_symbol(Locale.parse(name)))
        except (UnknownLocaleError, ValueError):
            continue
    return "."


@cache
def money_words(languages: tuple[str, ...]) -> MoneyWords:
    """The words of these languages, the shop's own first."""
    vocabulary = Vocabulary()
    first = {code.lower() for code in CODES | HOME_CODES} | {"kr", "fr", "rp"}
    for language in languages:
        data = measures(language)["money"]
        vocabulary.add("not_free", data["not_free"], True, language)
        vocabulary.add("of", data.get("of", ()), True, language)
        for group in ("free", "from_after"):
            vocabulary.add(group, data[group], True, language)
        for phrase in data["from"]:
            vocabulary.add("from", [phrase], str(phrase).casefold(), language)
        for currency, words in data["currencies"].items():
            vocabulary.add("currency", words, currency, language)
            first |= {str(w).split()[0].casefold() for w in words}
        first |= {str(w).split()[0].casefold() for w in data["free"]}
        add_joints(vocabulary, language, ("through",))
    for currency, everywhere in _EVERYWHERE.items():
        vocabulary.add("currency", everywhere, currency, "und")
        first |= set(everywhere)
    first |= {plain(tokenise(word)[0].text) for word in first}
    return MoneyWords(vocabulary.settle(), frozenset(first), languages)
