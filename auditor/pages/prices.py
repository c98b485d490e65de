"""Does a price stand in this text? A cheap sign for cards and rows; amounts are read in auditor.reading."""

from __future__ import annotations

import re

_SIGN = "[€$£¥₹₽₺₴₪₩฿]"
_CODE = "USD|EUR|GBP|CHF|PLN|SEK|NOK|DKK|CZK|HUF|RON|RSD|BGN|TRY|UAH|RUB|IDR|TL"
_AMOUNT = r"\d[\d.,'’\s]*"

PRICE = re.compile(
    rf"(?:{_SIGN}|\b(?:{_CODE}|Rp|Rs|kr|Ft|lei)\b\.?)\s?{_AMOUNT}"
    rf"|{_AMOUNT}(?:[.,]-)?\s?(?:{_SIGN}|(?:{_CODE}|zł|Kč|kr|Ft|lei|дин|руб|грн|лв)(?!\w))"
)
"""Kept the same as PRICE in scenarios/look.js, so that a browser and saved HTML agree."""
