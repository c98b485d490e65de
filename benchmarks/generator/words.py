"""The words of a generated shop's pages: one of several synonyms for each thing, drawn from the seed.

The phrase tables are the generator's own. They are not those that the auditor reads with, so that a shop
says what shops say and not what the auditor expects.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from random import Random

from auditor.lexicon import load_yaml

FOLDER = Path(__file__).parent / "words"
LISTS = frozenset({"goods", "colours", "categories", "regions"})
"""Entries that are lists of things and not synonyms of one."""

_TWO_LETTERS = {"lj": "љ", "nj": "њ", "dž": "џ"}
_CYRILLIC = dict(zip("abvgdđežzijklmnoprstćufhcčš", "абвгдђежзијклмнопрстћуфхцчш", strict=True))


@cache
def table(language: str) -> dict[str, tuple[str, ...]]:
    """All phrases of a language: key -> synonyms, or things.

    Serbian in Cyrillic letters is the Serbian table letter by letter, as shops there do it too.
    """
    base = language.split("-")[0]
    data = {key: tuple(map(str, values)) for key, values in load_yaml(FOLDER / f"{base}.yaml").items()}
    if language.endswith("-Cyrl"):
        return {key: tuple(cyrillic(value) for value in values) for key, values in data.items()}
    return data


def cyrillic(text: str) -> str:
    """Serbian Latin letters as Cyrillic ones; what stands in braces stays.

    Example: "Dodaj u korpu: {name}" -> "Додај у корпу: {name}".
    """
    return "".join(part if part.startswith("{") else _letters(part) for part in re.split(r"(\{\w+\})", text))


def _letters(text: str) -> str:
    out, at = [], 0
    while at < len(text):
        pair = text[at : at + 2]
        letter = _TWO_LETTERS.get(pair.lower())
        taken = 2 if letter else 1
        letter = letter or _CYRILLIC.get(text[at].lower(), text[at])
        out.append(letter.upper() if text[at].isupper() else letter)
        at += taken
    return "".join(out)


class Words:
    """What one shop says. `words("cart")` is always the same within a shop."""

    def __init__(self, language: str, draw: Random) -> None:
        entries = table(language)
        self._said = {key: draw.choice(values) for key, values in entries.items() if key not in LISTS}
        self._things = {key: values for key, values in entries.items() if key in LISTS}

    def __call__(self, key: str, /, **filled: object) -> str:
        """The phrase for a key, with its places filled."""
        said = self._said[key]
        return said.format(**filled) if filled else said

    def things(self, key: str) -> tuple[str, ...]:
        """A list of things: goods, colours, categories, regions."""
        return self._things[key]
