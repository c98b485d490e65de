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
from functools import lru_cache
from typing import Any, NamedTuple

from auditor.reading.word_lists import chosen_languages, measures

__all__ = ["Item", "Token", "Vocabulary", "add_joints", "chosen_languages", "plain", "sentences", "tokenise"]

_TOKEN = re.compile(r"\d+|[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*|[^\w\s]|_|[\n\t]")
_SAME = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "ß": "ss"}
    | dict.fromkeys("’‘ʼ`´", "'")
    | dict.fromkeys("–—−‑‒―‐~～〜∼", "-")
)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_LINE = 400
_REMEMBERED = 20_000


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


def tokenise(text: str) -> tuple[Token, ...]:
    """The text as tokens with their places; what cannot be seen is left out."""
    return _tokens_of_a_line(text) if len(text) <= _LINE else _tokens(text)


@lru_cache(maxsize=1024)
def _tokens_of_a_line(text: str) -> tuple[Token, ...]:
    """Kept for a while: several readers ask for the same sentence; long texts would fill the memory."""
    return _tokens(text)


def _tokens(text: str) -> tuple[Token, ...]:
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
    seen: dict[str, Mapping[str, Any]] = field(default_factory=dict, repr=False, compare=False)
    """Words that were looked up, with the meanings of their stems."""

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
        known = self.seen.get(word)
        if known is None:
            if len(self.seen) >= _REMEMBERED:
                self.seen.clear()
            known = self.seen[word] = self._look_up_stem(word)
        return known

    def _look_up_stem(self, word: str) -> Mapping[str, Any]:
        for size in range(min(len(word), 24), self.shortest_stem - 1, -1):
            means = self.stems.get(word[:size])
            if means is not None:
                return means
        return _NOTHING


JOINTS = ("through", "and", "or", "from", "between", "until")


def add_joints(vocabulary: Vocabulary, language: str, groups: Sequence[str] = JOINTS) -> None:
    """Learn the words that join two days, times, numbers or prices."""
    for group in groups:
        vocabulary.add(group, measures(language)["joints"][group], True, language)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every sentence; blocks end sentences too."""
    if not _END.search(text):
        if text:
            yield 0, len(text)
        return
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if match.group() != "\n" and text[match.start() - 1] == "." and text[match.end()].islower():
            continue  # an abbreviation
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < len(text):
        yield start, len(text)


_END = re.compile(r"[\n.!?…。！？;]")
_SENTENCE_END = re.compile(r"\n|(?<=[^\W\d_]{3}[.!?…])\s+(?=[^\W\d_])|(?<=[!?。！？…;])\s*(?=\S)")
