"""Which phone numbers does a text give, and of which kind are they?"""

from __future__ import annotations

from dataclasses import dataclass

KINDS = ("geographic", "mobile", "toll_free", "premium", "shared_cost", "other")


@dataclass(frozen=True, kw_only=True, slots=True)
class Phone:
    """A number that a customer can call."""

    e164: str
    """With plus sign and country code: "+493012345678"."""
    shown: str
    """As written."""
    kind: str
    """One of `KINDS`."""
    quote: str
    """The line it stands in, unchanged."""


def read_phones(text: str, country: str) -> tuple[Phone, ...]:
    """The phone numbers of a text, each once, in its order.

    Left out: fax, bank, VAT, register and order numbers, and dates. country: ISO 3166, for numbers
    without a country code; without it only international numbers are read.
    """
    return ()
