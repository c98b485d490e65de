"""Who runs the shop: name, legal form, address, register number, VAT id?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.reading.address import read_address
from auditor.reading.base import Reading
from auditor.reading.emails import emails_in
from auditor.reading.identity_host import without_host
from auditor.reading.identity_name import read_name
from auditor.reading.identity_numbers import read_register_number, read_vat_id
from auditor.reading.phones import read_phones
from auditor.reading.policy_text import SILENT
from auditor.reading.policy_words import PolicyWords, policy_words

_MAX_LINES = 3_000


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
    """Number in the company or trade register: "HRB 12345", "0000562654"."""
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
    """Read an imprint, a terms page or a footer; lines are text blocks in reading order.

    What they tell of the company that hosts the site is left out.
    """
    words = policy_words(languages)
    some = [line for line in without_host(lines[:_MAX_LINES], words) if line.strip()]
    name, form = read_name(some, words, country)
    return Identity(
        name=name,
        legal_form=form,
        address=_address(some, words, country),
        register_number=read_register_number(some, words, country),
        vat_id=read_vat_id(some, words, country),
        email=_email(some, words),
        phone=_phone(some, country),
    )


def _address(lines: Sequence[str], words: PolicyWords, country: str) -> Reading:
    """The address beside a label such as "registered office"; else the first one."""
    for at, line in enumerate(lines):
        if words.find(line[:400]).has("address_label"):
            found = read_address(lines[at : at + 4], country)
            if found.value is not None:
                return found
    return read_address(lines, country)


def _email(lines: Sequence[str], words: PolicyWords) -> Reading:
    found = emails_in("\n".join(lines), words.languages)
    return Reading(value=found[0].address, quote=found[0].quote) if found else SILENT


def _phone(lines: Sequence[str], country: str) -> Reading:
    found = read_phones("\n".join(lines), country)
    return Reading(value=found[0].e164, quote=found[0].quote) if found else SILENT
