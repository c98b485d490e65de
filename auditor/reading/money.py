"""Which amounts of money does a text name?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from babel.numbers import get_currency_precision

from auditor.reading.base import Reading


@dataclass(frozen=True, kw_only=True, slots=True)
class Money:
    """An amount as a text states it."""

    minor: int
    """In the currency's smallest unit: cents, öre, whole yen."""
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
        digits = get_currency_precision(self.currency) if self.currency else 2
        amount = Decimal(self.minor).scaleb(-digits)
        return f"{self.currency} {amount:.{digits}f}".strip()


def currency_of(country: str) -> str:
    """The currency that shops of a country charge in, or an empty string."""
    return ""


def read_money(text: str, languages: Sequence[str], country: str = "", currency: str = "") -> tuple[Money, ...]:
    """Every amount that a text names, in its order."""
    return ()


def refused_money(text: str, languages: Sequence[str], country: str = "", currency: str = "") -> tuple[Reading, ...]:
    """Amounts that could be read in more than one way, each with the reason."""
    return ()
