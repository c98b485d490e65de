"""Who runs the shop: name, legal form, address, register number, VAT id?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.reading.base import Reading

SILENT = Reading(value=None, quote="", because="the text does not say")


@dataclass(frozen=True, kw_only=True, slots=True)
class Identity:
    """The trader behind a shop, as its imprint, terms or footer state it."""

    name: Reading = SILENT
    """The registered name with its legal form."""
    legal_form: Reading = SILENT
    """As written: GmbH, sp. z o.o., ООО."""
    address: Reading = SILENT
    """Street, postcode and place in one line."""
    register_number: Reading = SILENT
    """Number in the company or trade register, with its letters: "HRB 12345"."""
    vat_id: Reading = SILENT
    """VAT or tax number without spaces; checked by its check digits where the country has them."""
    email: Reading = SILENT
    phone: Reading = SILENT
    """E.164."""

    @property
    def known(self) -> tuple[str, ...]:
        """The names of the facts that were read, in the order of this class."""
        names = ("name", "legal_form", "address", "register_number", "vat_id", "email", "phone")
        return tuple(n for n in names if getattr(self, n).value is not None)


def read_identity(lines: Sequence[str], languages: Sequence[str], country: str) -> Identity:
    """Read an imprint, a terms page or a footer; lines are text blocks in reading order."""
    return Identity()
