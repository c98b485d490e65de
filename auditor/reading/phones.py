"""Which phone numbers does a text give, and of which kind are they?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import phonenumbers
from babel.languages import get_official_languages
from phonenumbers import Leniency, PhoneNumber, PhoneNumberFormat, PhoneNumberMatcher, PhoneNumberType

from auditor.lexicon import fold
from auditor.reading.policy_words import Found, policy_words

KINDS = ("geographic", "mobile", "toll_free", "premium", "shared_cost", "other")

_KIND = {
    PhoneNumberType.FIXED_LINE: "geographic",
    PhoneNumberType.FIXED_LINE_OR_MOBILE: "geographic",
    PhoneNumberType.MOBILE: "mobile",
    PhoneNumberType.TOLL_FREE: "toll_free",
    PhoneNumberType.PREMIUM_RATE: "premium",
    PhoneNumberType.SHARED_COST: "shared_cost",
}
_MAX_LINE = 4_000
_MAX_PHONES = 60
_RUN = re.compile(r"\d(?:[^\w,:]{0,4}\d){5}")
"""Six digits that only signs and spaces part: no phone number has less."""
_DATE = re.compile(r"\d{1,4}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,4}")
_HOURS = re.compile(r"\d{1,2}[:.]\d{2}\s?[-–—]\s?\d{1,2}[:.]\d{2}")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,9}\b")
_LABELLED = re.compile(r"[A-Za-zÀ-ɏͰ-ӿ]$")
_MONEY = re.compile(r"\s*(?:€|\$|£|zł|kr|руб|₽|грн|eur\b|usd\b|gbp\b|rsd\b|din\b)", re.IGNORECASE)
_BEFORE = 48
"""Characters before a number that may say what it is."""


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
    found: dict[str, Phone] = {}
    region = country.upper() if country.upper() in phonenumbers.SUPPORTED_REGIONS else None
    for line in text.split("\n"):
        if not _RUN.search(line, 0, _MAX_LINE):
            continue
        for phone in _in_line(line[:_MAX_LINE], region):
            found.setdefault(phone.e164, phone)
            if len(found) >= _MAX_PHONES:
                return tuple(found.values())
    return tuple(found.values())


def kind_of(number: PhoneNumber) -> str:
    """One of `KINDS`."""
    return _KIND.get(phonenumbers.number_type(number), "other")


def _in_line(line: str, region: str | None) -> Iterator[Phone]:
    end_of_last, last_was_phone = 0, False
    for match in PhoneNumberMatcher(line, region, leniency=Leniency.VALID, max_tries=200):
        label = line[max(end_of_last, match.start - _BEFORE) : match.start]
        follows = last_was_phone and not fold(label).strip("/ ,")
        wanted = _is_phone(line, match.start, match.end, label, region) or (
            follows and not _is_number_of_else(line, match)
        )
        end_of_last, last_was_phone = match.end, wanted
        if wanted:
            yield Phone(
                e164=phonenumbers.format_number(match.number, PhoneNumberFormat.E164),
                shown=match.raw_string.strip(),
                kind=kind_of(match.number),
                quote=line.strip(),
            )


def _is_number_of_else(line: str, match: phonenumbers.PhoneNumberMatch) -> bool:
    return any(m.start() < match.end and match.start < m.end() for m in _IBAN.finditer(line))


def _is_phone(line: str, start: int, end: int, label: str, region: str | None) -> bool:
    """Whether a number that could be a phone number is one, by what stands before and around it."""
    raw = line[start:end]
    if any(m.start() < end and start < m.end() for m in _IBAN.finditer(line)):
        return False
    if _DATE.fullmatch(raw.strip()) or _HOURS.search(raw) or _MONEY.match(line, end):
        return False
    if _LABELLED.search(line[max(0, start - 1) : start]) or line[end : end + 1].isalpha():
        return False  # part of a code such as LT100001234567 or a product number
    before = label.rstrip(" :.-–(#№\t")
    last = _last_label(before, region or "")
    if last in ("fax", "not_phone"):
        return False
    if last == "phone" or raw.lstrip("( ").startswith(("+", "00")):
        return True
    return _looks_like_phone(raw)


def _looks_like_phone(raw: str) -> bool:
    """Whether an unlabelled number is written as phone numbers are: in groups, or with the trunk prefix."""
    digits = re.sub(r"\D", "", raw)
    return bool(re.search(r"\d[\s()/.\-–]+\d", raw)) or digits.startswith(("0", "8800"))


@cache
def _languages(region: str) -> tuple[str, ...]:
    """The languages whose words may stand before a number in a country: its own and English."""
    return (*get_official_languages(region, regional=True), "en")


def _last_label(before: str, region: str) -> str:
    """Which of phone, fax, not_phone was named last before a number; empty when none was."""
    found: Found = policy_words(_languages(region)).find(before)
    ends = {group: max(e for _, e in found.spans[group]) for group in found.of("phone", "fax", "not_phone")}
    if not ends:
        return ""
    latest = max(ends.values())
    for group in ("fax", "not_phone", "phone"):  # "Telefon/Fax" is both: the phone is named, see below
        if ends.get(group) == latest:
            return group if not (group == "fax" and _shared(found)) else "phone"
    return ""


def _shared(found: Found) -> bool:
    """True for "Tel./Fax", one number for both."""
    fax = found.spans["fax"][-1]
    return any(fax[0] - end <= 1 for _, end in found.spans.get("phone", ()))
