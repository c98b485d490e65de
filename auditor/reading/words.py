"""Which words of a text mean a day, a number, a unit or a joint between them?

Every language has `lexicons/<language>/measures.yaml`. Names of days and months come from CLDR,
number words from num2words; the file adds inflected forms and all that no library knows.
Several languages are merged, the shop's own first: what a word means there stands.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any, NamedTuple

from babel import Locale
from babel.localedata import load
from num2words import num2words

from auditor.lexicon import FALLBACK, FOLDER, load_yaml

DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
FILE = "measures.yaml"

_TOKEN = re.compile(r"\d+|[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*|[^\w\s]|_|[\n\t]")
_SAME = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "ß": "ss"}
    | dict.fromkeys("’‘ʼ`´", "'")
    | dict.fromkeys("–—−‑‒―‐~～〜∼", "-")
)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_CLDR = {"no": "nb", "sr": "sr_Latn"}
_MORE_CLDR = {"sr": ("sr_Cyrl",)}
_PLURALS = ("zero", "one", "two", "few", "many", "other")
_NUMBERS = (*range(1, 201), 365, 730)


class Token(NamedTuple):
    """A run of digits, a word, a sign, or a break between blocks or cells."""

    kind: str
    """n number, w word, p sign, b break."""
    text: str
    """As it is compared: no case, no accents, one kind of dash and quote."""
    start: int
    end: int
    written: str
    """With its accents: some languages tell two days apart by nothing else."""


class Item(NamedTuple):
    """One or more tokens with what they mean."""

    kind: str
    text: str
    start: int
    end: int
    means: Mapping[str, Any]
    """Group -> value; empty for what no lexicon knows."""


_NOTHING: Mapping[str, Any] = {}


@lru_cache(maxsize=60_000)
def plain(word: str) -> str:
    """A word as it is compared; ordinal signs stay, so that "2ª" is not "2 a"."""
    if word.isascii():
        return word.lower().translate(_SAME)
    parts = []
    for char in word.casefold().translate(_SAME):
        if char in "ªº":
            parts.append(char)
        else:
            parts.extend(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c))
    return "".join(parts).translate(_SAME)


@lru_cache(maxsize=4096)
def tokenise(text: str) -> tuple[Token, ...]:
    """The text as tokens with their places; what cannot be seen is left out."""
    found = []
    for match in _TOKEN.finditer(text):
        word = match.group()
        if word in ("\n", "\t"):
            kind = "b"
        elif word.isdecimal():
            kind = "n" if len(word) <= 9 else "w"
        elif word[0].isalpha():
            kind = "w"
        elif _INVISIBLE.match(word):
            continue
        else:
            kind = "p"
        text = word if kind == "b" else plain(word)
        written = text if word.isascii() else unicodedata.normalize("NFC", word.casefold())
        found.append(Token(kind, text, match.start(), match.end(), written))
    return tuple(found)


@dataclass
class Vocabulary:
    """Phrases and what they mean, looked up token by token, the longest first."""

    phrases: dict[str, list[tuple[tuple[str, ...], dict[str, Any]]]] = field(default_factory=dict)
    """First word -> (the words after it, meanings)."""
    stems: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Beginnings of words ("garanti*")."""
    known: dict[tuple[str, ...], dict[str, Any]] = field(default_factory=dict)
    accents: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)
    """Words that only their accents tell apart: folded -> written -> meanings ("st" and "št" in Slovak)."""
    owners: dict[tuple[str, ...], str] = field(default_factory=dict)
    shortest_stem: int = 99

    def add(self, group: str, phrases: Iterable[object], value: object, language: str) -> None:
        """Learn phrases; a phrase keeps the meaning that an earlier language gave it."""
        for phrase in phrases:
            words = str(phrase)
            tokens = tokenise(words.rstrip("*"))
            key = tuple(t.text for t in tokens)
            if not key:
                continue
            mark = (*key, "*") if words.endswith("*") else key
            if self.owners.setdefault(mark, language) != language:
                continue
            means = self.known.get(mark)
            if means is None:
                means = self.known[mark] = {}
                if words.endswith("*") and len(key) == 1:
                    self.stems[key[0]] = means
                    self.shortest_stem = min(self.shortest_stem, len(key[0]))
                else:
                    self.phrases.setdefault(key[0], []).append((key[1:], means))
            if len(key) == 1 and not words.endswith("*"):
                self.accents.setdefault(key[0], {}).setdefault(tokens[0].written, {}).setdefault(group, value)
            means.setdefault(group, value)

    def settle(self) -> Vocabulary:
        """Put longer phrases before shorter ones."""
        for entries in self.phrases.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        self.accents = {
            word: forms
            for word, forms in self.accents.items()
            if any(
                a.get(group, value) != value
                for a in forms.values()
                for b in forms.values()
                for group, value in b.items()
            )
        }
        return self

    def scan(self, tokens: Sequence[Token]) -> list[Item]:
        """The tokens with their meanings; the longest phrase wins."""
        items: list[Item] = []
        i, count = 0, len(tokens)
        while i < count:
            token = tokens[i]
            entries = self.phrases.get(token.text)
            used, means = 1, _NOTHING
            if entries is not None:
                for rest, meaning in entries:
                    size = len(rest)
                    if not size or (
                        i + size < count and all(tokens[i + 1 + k].text == rest[k] for k in range(size))
                    ):
                        used, means = size + 1, meaning
                        break
            if used == 1 and token.kind == "w" and len(token.text) >= self.shortest_stem:
                stem = self._stem(token.text)
                means = {**stem, **means} if stem and means else means or stem
            if used == 1:
                if token.text in self.accents and means:
                    means = {**means, **self.accents[token.text].get(token.written, {})}
                items.append(Item(token.kind, token.text, token.start, token.end, means))
            else:
                last = tokens[i + used - 1]
                words = " ".join(t.text for t in tokens[i : i + used])
                items.append(Item("w", words, token.start, last.end, means))
            i += used
        return items

    def _stem(self, word: str) -> Mapping[str, Any]:
        for size in range(min(len(word), 24), self.shortest_stem - 1, -1):
            means = self.stems.get(word[:size])
            if means is not None:
                return means
        return _NOTHING


@cache
def measure_languages() -> tuple[str, ...]:
    """Every language with a measures file."""
    return tuple(sorted(p.parent.name for p in FOLDER.glob(f"*/{FILE}")))


@cache
def _resolve(tag: str) -> str:
    base = tag.replace("_", "-").split("-")[0].lower()
    base = {"nb": "no", "nn": "no", "in": "id", "sh": "sr", "bs": "hr"}.get(base, base)
    return base if base in measure_languages() else ""


def chosen_languages(languages: Sequence[str]) -> tuple[str, ...]:
    """The languages to read in, the shop's own first; English where none is known."""
    wanted = tuple(dict.fromkeys(found for raw in languages if (found := _resolve(str(raw)))))
    return wanted or (FALLBACK,)


@cache
def measures(language: str) -> dict[str, Any]:
    """The measures file of a language as plain data.

    Raises: ConfigError naming the file when it is no YAML.
    """
    data: dict[str, Any] = load_yaml(FOLDER / language / FILE)
    return data


def _locales(language: str) -> Iterator[Locale]:
    for name in (_CLDR.get(language, language), *_MORE_CLDR.get(language, ())):
        yield Locale.parse(name)


def cldr_days(language: str) -> dict[str, list[str]]:
    """Full day names by CLDR: "mo" -> ["Montag"]."""
    return {
        day: list(dict.fromkeys(loc.days[kind]["wide"][n] for loc in _locales(language) for kind in loc.days))
        for n, day in enumerate(DAYS)
    }


def cldr_short_days(language: str) -> dict[str, list[str]]:
    """Abbreviated day names by CLDR, without dots."""
    return {
        day: list(
            dict.fromkeys(
                loc.days["format"][width][n].rstrip(".")
                for loc in _locales(language)
                for width in ("abbreviated", "short")
            )
        )
        for n, day in enumerate(DAYS)
    }


def cldr_months(language: str) -> list[str]:
    """Full month names by CLDR, as alone and as within a date."""
    return list(
        dict.fromkeys(
            name
            for loc in _locales(language)
            for kind in loc.months
            for name in loc.months[kind]["wide"].values()
        )
    )


def cldr_units(language: str, unit: str) -> list[str]:
    """All forms of day, week, month or year by CLDR: "day" -> ["Tag", "Tage"]."""
    forms = []
    for name in (_CLDR.get(language, language), *_MORE_CLDR.get(language, ())):
        patterns = load(name)["unit_patterns"].get(f"duration-{unit}", {}).get("long", {})
        forms += [text.replace("{0}", "").strip() for form, text in patterns.items() if form in _PLURALS]
    return [form for form in dict.fromkeys(forms) if form]


@cache
def number_words(language: str) -> dict[int, tuple[str, ...]]:
    """Number words of a language: num2words and the inflected forms of its file."""
    forms: dict[int, list[str]] = {}
    for number in _NUMBERS:
        try:
            word = num2words(number, lang=language)
        except (NotImplementedError, KeyError, ValueError, TypeError, IndexError):
            break
        forms.setdefault(number, []).extend({word, word.replace("-", " ")})
    for number, more in measures(language)["durations"]["numbers"].items():
        forms.setdefault(int(number), []).extend(str(w) for w in more)
    return {number: tuple(dict.fromkeys(words)) for number, words in forms.items()}


JOINTS = ("through", "and", "or", "from", "between", "until")


def add_joints(vocabulary: Vocabulary, language: str, groups: Sequence[str] = JOINTS) -> None:
    """Learn the words that join two days, times, numbers or prices."""
    for group in groups:
        vocabulary.add(group, measures(language)["joints"][group], True, language)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every sentence; blocks end sentences too."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if match.group() != "\n" and text[match.start() - 1] == "." and text[match.end()].islower():
            continue  # an abbreviation
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < len(text):
        yield start, len(text)


_SENTENCE_END = re.compile(r"\n|(?<=[^\W\d_]{3}[.!?…])\s+(?=[^\W\d_])|(?<=[!?。！？…;])\s*(?=\S)")
