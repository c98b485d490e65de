"""How much is "1.299,50", "1 500" or "5,–"?

price-parser reads the last number of a text and takes any separator before three digits for
thousands; here the currency and the language decide, and what stays open is refused.
"""

from __future__ import annotations

import re
from decimal import Decimal

from price_parser.parser import parse_number

from auditor.reading.money_words import is_whole, minor_digits

RUN = re.compile(
    r"\d+(?:[.,'’]\d+)*(?:[ \u00a0\u202f\u2009]\d{3}(?!\d)(?:[.,'’]\d+)*)*(?:[.,]\s?[-–—]{1,2}(?!\d))?"
)
"""Digits with separators, and the dash that stands for no cents."""
LONGEST = 15

_GROUPED = re.compile(r"\d{1,3}(?:[ \u00a0\u202f\u2009'’]\d{3})+(?:[.,]\d+)?")
_SPACES = re.compile(r"[ \u00a0\u202f\u2009'’]")
_DASH = re.compile(r"[.,]\s?[-–—]{1,2}$")


def minor_units(run: str, currency: str, decimal: str) -> tuple[int, str]:
    """The amount in the currency's smallest unit, or 0 and why it cannot be told.

    decimal: the decimal sign of the shop's language in its country.
    """
    text = _DASH.sub("", run)
    if sum(c.isdigit() for c in text) > LONGEST:
        return 0, "the number is too long for a price"
    if _SPACES.search(text):
        if not _GROUPED.fullmatch(text):
            return 0, "the digits are grouped in no known way"
        text = _SPACES.sub("", text)
    sign, because = _decimal_sign(text, currency, decimal)
    if because:
        return 0, because
    amount = parse_number(text, decimal_separator=sign)
    if amount is None:
        return 0, "the number cannot be read"
    return int((Decimal(amount) * 10 ** minor_digits(currency)).to_integral_value()), ""


def _decimal_sign(text: str, currency: str, decimal: str) -> tuple[str, str]:
    """Which sign in the number is the decimal one; or why that cannot be told."""
    signs = [c for c in text if c in ".,"]
    if not signs:
        return decimal, ""
    last = signs[-1]
    head, _, tail = text.rpartition(last)
    digits = minor_digits(currency)
    if len(set(signs)) == 2:
        if signs.count(last) > 1 or not _is_grouped(head):
            return "", "the signs in the number contradict each other"
        return (
            (last, "") if 0 < len(tail) <= max(2, digits) else ("", "too many digits after the decimal sign")
        )
    if len(signs) > 1:
        return (_other(last), "") if _is_grouped(text) else ("", "the digits are grouped in no known way")
    if len(tail) < 3:
        return last, ""
    if len(tail) > 3 or len(head) > 3 or head.startswith("0"):
        return "", "too many digits after the sign"
    if digits == 3:
        return ("", "it may be thousands or decimals") if last != decimal else (last, "")
    if last != decimal or is_whole(currency):
        return _other(last), ""
    return "", "it may be thousands or decimals"


def _other(sign: str) -> str:
    return "," if sign == "." else "."


def _is_grouped(text: str) -> bool:
    return re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", text) is not None
