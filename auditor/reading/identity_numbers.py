"""Which register and VAT numbers does a trader state?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import Any

from stdnum.util import get_cc_module

from auditor.lexicon import fold
from auditor.reading.base import Reading
from auditor.reading.policy_text import SILENT
from auditor.reading.policy_words import PolicyWords

_MAX_LINE = 1_500
_VAT_MODULES = {
    "RU": ("ru.inn",), "UA": ("ua.edrpou", "ua.rntrc"), "RS": ("rs.pib",), "TR": ("tr.vkn", "tr.tckimlik"),
    "ID": ("id.npwp",), "BY": ("by.unp",), "NO": ("no.mva", "no.orgnr"), "CH": ("ch.vat", "ch.uid"),
    "BR": ("br.cnpj",), "GR": ("gr.vat",), "GB": ("gb.vat",), "MD": ("md.idno",),
    "HU": ("hu.anum", "eu.vat"), "PL": ("pl.nip",), "BG": ("bg.vat",), "RO": ("ro.cf",), "ES": ("es.nif",),
    "FR": ("fr.tva",), "CZ": ("cz.dic",), "SK": ("sk.dph",), "IE": ("ie.vat",), "US": ("us.ein",),
}  # fmt: skip
"""Modules of python-stdnum that check a country's numbers, where they are not what it calls `vat`."""
_NUMBER = re.compile(
    r"(?:(?:ATU|CHE|HR[AB]|GnR|[A-Z]{2}|[JF](?=\d))[\s-]?)?[A-Z]?\d[A-Z\d]*(?:[\s./\-–]{1,2}[A-Z]{0,2}\d[A-Z\d]*){0,7}(?!\w)"
)
_EU_VAT = re.compile(r"(?<![\w-])(?:ATU|[A-Z]{2}) ?(?=[A-Z]?\d)[A-Z\d](?:[ .\-]?[A-Z\d]){6,13}(?![\w-])")
_GERMAN = re.compile(r"\b(HR[AB]|GnR|VR|PR)\s*(?:Nr\.?|-?Nummer)?[:.\s]*(\d[\d ]{1,8}\d(?:\s?[A-Z]{1,2}\b)?)")
_AUSTRIAN = re.compile(r"\bFN\s*(?:Nr\.?)?[:.\s]*(\d{4,6}\s?[a-z])\b")
_BETWEEN = 70
"""Most characters between a label and its number."""
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,9}\b")


def read_vat_id(lines: Sequence[str], words: PolicyWords, country: str) -> Reading:
    """The VAT or tax number beside its label, or a checked EU number anywhere.

    A number that fails its check digits is refused, not given: it may be misread or mistyped.
    """
    refused = SILENT
    for line, number in _labelled(lines, words, "vat_label"):
        valid = _checked(number, _vat_checks(country.upper()))
        if valid:
            return Reading(value=valid, quote=line)
        foreign = _eu_vat(number)
        if foreign:
            return Reading(value=foreign, quote=line)
        if refused.value is None and not refused.quote and sum(map(str.isdigit, number)) >= 7:
            refused = Reading(value=None, quote=line, because="the number fails its check digits")
    for line in lines:
        for match in _EU_VAT.finditer(line[:_MAX_LINE]):
            if (found := _eu_vat(match.group())) and not _IBAN.match(line, match.start()):
                return Reading(value=found, quote=line.strip()[:500])
    return refused


def read_register_number(lines: Sequence[str], words: PolicyWords, country: str) -> Reading:
    """The number in the company register, as written but without spaces between its digits."""
    code = country.upper()
    if code in ("DE", "AT"):
        pattern = _GERMAN if code == "DE" else _AUSTRIAN
        for line in lines:
            if match := pattern.search(line[:_MAX_LINE]):
                return Reading(value=_german(match), quote=line.strip()[:500])
    for line, number in _labelled(lines, words, "register_label"):
        digits = sum(map(str.isdigit, number))
        if 4 <= digits <= 16:
            return Reading(value=_tidy(number, code), quote=line)
    return SILENT


def _german(match: re.Match[str]) -> str:
    if match.re is _AUSTRIAN:
        return "FN " + re.sub(r"\s+", "", match.group(1))
    return f"{match.group(1)} {re.sub(r'(?<=[0-9])[ ](?=[0-9])', '', match.group(2)).strip()}"


def _tidy(number: str, country: str) -> str:
    plain = " ".join(number.split())
    if re.fullmatch(r"[A-Z]{2}[\s-]?[\d .\-]+", plain) and plain[:2] == country and country not in ("GB",):
        plain = plain[2:].strip(" -")
    if re.fullmatch(r"[\d .]+", plain):
        return re.sub(r"[ .]", "", plain)
    return plain


def _labelled(lines: Sequence[str], words: PolicyWords, group: str) -> Iterator[tuple[str, str]]:
    """(line, number) for every number that stands behind a label, in its line or alone in the next."""
    for at, line in enumerate(lines):
        text = line[:_MAX_LINE]
        found = words.find(text).spans.get(group)
        if not found:
            continue
        places = [_raw_end(text, words.find(text).folded, end) for _, end in found]
        for place in sorted(set(places)):
            match = _NUMBER.search(text, place)
            if match and match.start() - place <= _BETWEEN:
                yield line.strip()[:500], match.group().strip(" .-/")
        following = lines[at + 1].strip() if at + 1 < len(lines) else ""
        if len(text) <= 60 and not re.search(r"\d{4}", text) and (alone := _NUMBER.fullmatch(following)):
            yield f"{text.strip()}\n{following}", alone.group()


def _raw_end(text: str, folded: str, end: int) -> int:
    """Where in the text the first `end` characters of its folded form are spoken for."""
    if end >= len(folded):
        return len(text)
    low, high = 0, len(text)
    while low < high:
        middle = (low + high) // 2
        if len(fold(text[:middle].replace("*", " "))) < end:
            low = middle + 1
        else:
            high = middle
    return low


Checker = Callable[[str], Any]


@cache
def _module(name: str) -> Checker | None:
    """The validating function of a python-stdnum module, or None where this version lacks it."""
    try:
        check: Checker = import_module(f"stdnum.{name}").validate
    except (ImportError, AttributeError):
        return None
    return check


@cache
def _vat_checks(country: str) -> tuple[Checker, ...]:
    if country in _VAT_MODULES:
        return tuple(check for name in _VAT_MODULES[country] if (check := _module(name)) is not None)
    module = get_cc_module(country.lower(), "vat") if country.isalpha() else None
    return (module.validate,) if module is not None else ()


def _checked(number: str, checks: tuple[Checker, ...]) -> str:
    """The number in its compact form when any check accepts it, else an empty string."""
    for check in checks:
        try:
            compact = str(check(number))
        except Exception:  # noqa: S112 - every module raises its own kinds on hostile input
            continue
        prefix = re.match(r"\s*([A-Z]{2}|ATU)", number)
        return compact if not prefix or compact.startswith(prefix.group(1)) else prefix.group(1)[:2] + compact
    return ""


def _eu_vat(number: str) -> str:
    check = _module("eu.vat")
    return _checked(number, (check,)) if check is not None and number[:2].isalpha() else ""
