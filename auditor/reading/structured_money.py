"""Amounts and numbers as structured data write them."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from babel.numbers import get_currency_precision

from auditor.reading.money import Money, read_money

_PLAIN = re.compile(r"-?\d{1,12}(?:\.\d{1,6})?")
_CODE = re.compile(r"[A-Z]{3}")


def data_money(amount: str, currency: str) -> str:
    """The money text of an amount: ("12.5", "EUR") -> "EUR 12.50"; empty where it cannot be read surely."""
    code = currency.strip().upper()
    if not _CODE.fullmatch(code):
        return ""
    plain = amount.replace("\u00a0", " ").strip()
    if _PLAIN.fullmatch(plain):
        number = decimal(plain)
        if number is None or number < 0:
            return ""
        minor = int((number.scaleb(get_currency_precision(code))).to_integral_value())
        return Money(minor=minor, currency=code, quote=amount).text
    found = read_money(plain, ("en",), currency=code)
    return found[0].text if len(found) == 1 and not found[0].is_free else ""


def decimal(text: str) -> Decimal | None:
    """A plain number, or None."""
    try:
        return Decimal(text.strip())
    except InvalidOperation:
        return None


def whole(text: str) -> int | None:
    """A whole number of at most nine digits, as data write it: "1,234", "30.0"; else None."""
    plain = re.sub(r"(?<=\d)[ ,](?=\d{3}\b)", "", text.strip())
    found = re.fullmatch(r"(\d{1,9})(?:\.0+)?", plain)
    return int(found.group(1)) if found else None


def fraction(text: str) -> float | None:
    """A number that may have a decimal comma, or None."""
    found = re.fullmatch(r"\d{1,9}(?:[.,]\d{1,9})?", text.strip())
    return float(found.group().replace(",", ".")) if found else None
