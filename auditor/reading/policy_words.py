"""Which things does a sentence speak of, by the words of its language?

The words stand in `lexicons/<language>/policies.yaml`, in groups such as `returns` or
`customer_pays`. They mean what `auditor.lexicon.Intent` says they mean; here all groups
are looked for at once, through an index of first words, so that a long policy page
costs milliseconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TypeAlias

from auditor.errors import ConfigError
from auditor.lexicon import FALLBACK, FOLDER, fold, load_yaml

Span: TypeAlias = tuple[int, int]
"""Start and end within the folded text."""

_WORD = re.compile(r"\S+")
_REMEMBERED = 20_000
_MAX_TEXT = 20_000
"""Characters of one text that are looked at; longer lines are no sentences."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """One phrase of a group, ready to be tried at a place in a text."""

    group: str
    pattern: re.Pattern[str]


@dataclass(frozen=True)
class Found:
    """The groups that a text speaks of, with the places."""

    folded: str
    spans: Mapping[str, tuple[Span, ...]]

    def has(self, *groups: str) -> bool:
        """True when any of the groups is spoken of."""
        return not self.spans.keys().isdisjoint(groups)

    def of(self, *groups: str) -> tuple[str, ...]:
        """Those of the groups that are spoken of."""
        return tuple(group for group in groups if group in self.spans)

    def apart(self, *groups: str) -> dict[str, tuple[Span, ...]]:
        """The spans of these groups without those that lie inside a longer span of another of them.

        Example: "Zwrot pieniędzy" is about a refund; the "zwrot" in it is no return.
        """
        every = [(group, span) for group in groups for span in self.spans.get(group, ())]
        kept: dict[str, tuple[Span, ...]] = {}
        for group, span in every:
            if not any(_inside(span, other) for name, other in every if name != group):
                kept[group] = (*kept.get(group, ()), span)
        return kept


def _inside(span: Span, other: Span) -> bool:
    longer = other[1] - other[0] > span[1] - span[0]
    return longer and other[0] <= span[0] and span[1] <= other[1]


@dataclass(frozen=True)
class PolicyWords:
    """The words of one or more languages, all groups in one index."""

    languages: tuple[str, ...]
    exact: Mapping[str, tuple[_Phrase, ...]] = field(repr=False)
    """Phrases by their first word."""
    starts: Mapping[str, tuple[_Phrase, ...]] = field(repr=False)
    """Phrases by the part of their first word that stands before its first star."""
    lengths: tuple[int, ...]
    """Lengths of the keys of `starts`."""
    inner: tuple[tuple[str, _Phrase], ...] = field(repr=False)
    """Phrases whose first word begins with a star, with the letters that must occur."""
    phrases: Mapping[str, tuple[str, ...]] = field(repr=False)
    """Group -> its phrases as written."""
    seen: dict[str, tuple[_Phrase, ...]] = field(default_factory=dict, repr=False, compare=False)
    """Words that were looked up, with the phrases that may begin with them."""

    def find(self, text: str) -> Found:
        """The groups that a text speaks of."""
        return _find(self.languages, text[:_MAX_TEXT])

    def look(self, text: str) -> Found:
        """`find` without its memory."""
        folded = fold_words(text[:_MAX_TEXT].replace("*", " "))
        spans: dict[str, list[Span]] = {}
        for phrase, start in self._candidates(folded):
            if match := phrase.pattern.match(folded, start):
                spans.setdefault(phrase.group, []).append(match.span())
        return Found(folded=folded, spans={group: tuple(found) for group, found in spans.items()})

    def says(self, group: str, text: str) -> bool:
        """True when a text speaks of a group."""
        return self.find(text).has(group)

    def _candidates(self, folded: str) -> Iterator[tuple[_Phrase, int]]:
        for match in _WORD.finditer(folded):
            word = match.group()
            phrases = self.seen.get(word)
            if phrases is None:
                if len(self.seen) >= _REMEMBERED:
                    self.seen.clear()
                phrases = self.seen[word] = tuple(self._beginning_with(word))
            for phrase in phrases:
                yield phrase, match.start()

    def _beginning_with(self, word: str) -> Iterator[_Phrase]:
        """The phrases that may begin with a word."""
        yield from self.exact.get(word, ())
        for length in self.lengths:
            if length > len(word):
                break
            yield from self.starts.get(word[:length], ())
        yield from (phrase for letters, phrase in self.inner if letters in word)


def fold_words(text: str) -> str:
    """`auditor.lexicon.fold` word by word: a page repeats its words, not its sentences."""
    return " ".join(word for part in text.split() if (word := _fold_word(part))) or fold(text)


@lru_cache(maxsize=60_000)
def _fold_word(word: str) -> str:
    """A word folded; empty where it is nothing but signs, which `fold` leaves as they are."""
    return fold(f"a {word}")[2:]


@cache
def known_policy_languages() -> tuple[str, ...]:
    """Every language that has words for policies."""
    return tuple(sorted(path.parent.name for path in FOLDER.glob("*/policies.yaml")))


@cache
def _groups_of(language: str) -> dict[str, tuple[str, ...]]:
    """Group -> phrases of a language.

    Raises: ConfigError naming the file and the group when it is no list of words.
    """
    path = FOLDER / language / "policies.yaml"
    groups = load_yaml(path)["groups"]
    for name, phrases in groups.items():
        if not isinstance(phrases, list) or not all(isinstance(p, str) and p.strip() for p in phrases):
            raise ConfigError("must be a list of words", path=str(path), entry=str(name))
    if language == "sr":
        groups = {name: [*phrases, *map(_cyrillic, phrases)] for name, phrases in groups.items()}
    return {name: tuple(dict.fromkeys(phrases)) for name, phrases in groups.items()}


_DIGRAPHS = (("lj", "љ"), ("nj", "њ"), ("dž", "џ"))
_LETTERS = str.maketrans("abvgdđežzijklmnoprstćufhcčš", "абвгдђежзијклмнопрстћуфхцчш")


def _cyrillic(phrase: str) -> str:
    """A Serbian phrase in the other script: "vraćanje robe" -> "враћање робе"."""
    for latin, letter in _DIGRAPHS:
        phrase = phrase.replace(latin, letter)
    return phrase.translate(_LETTERS)


def policy_words(languages: Sequence[str]) -> PolicyWords:
    """The words for these languages (BCP 47); English where none of them is known."""
    bases = (tag.replace("_", "-").split("-")[0].lower() for tag in languages)
    known = tuple(dict.fromkeys(base for base in bases if base in known_policy_languages()))
    return _compile(known or (FALLBACK,))


@lru_cache(maxsize=8_192)
def _find(languages: tuple[str, ...], text: str) -> Found:
    """Several readings ask of the same sentences; each is looked at once."""
    return _compile(languages).look(text)


@cache
def _compile(languages: tuple[str, ...]) -> PolicyWords:
    merged: dict[str, list[str]] = {}
    for language in languages:
        for group, phrases in _groups_of(language).items():
            merged.setdefault(group, []).extend(phrases)
    exact: dict[str, list[_Phrase]] = {}
    starts: dict[str, list[_Phrase]] = {}
    inner: list[tuple[str, _Phrase]] = []
    for group, text in ((g, p) for g, ps in merged.items() for p in dict.fromkeys(ps)):
        folded = fold(text)
        first = folded.split()[0]
        phrase = _Phrase(group, re.compile(_pattern(folded)))
        if "*" not in first:
            exact.setdefault(first, []).append(phrase)
        elif head := first.split("*")[0]:
            starts.setdefault(head, []).append(phrase)
        else:
            inner.append((max(first.split("*"), key=len), phrase))
    return PolicyWords(
        languages=languages,
        exact=_frozen(exact),
        starts=_frozen(starts),
        lengths=tuple(sorted({len(head) for head in starts})),
        inner=tuple(inner),
        phrases={group: tuple(dict.fromkeys(phrases)) for group, phrases in merged.items()},
    )


def _frozen(index: dict[str, list[_Phrase]]) -> dict[str, tuple[_Phrase, ...]]:
    return {key: tuple(phrases) for key, phrases in index.items()}


def _pattern(folded: str) -> str:
    """A folded phrase as a pattern to be tried at the start of a word; stars as in `lexicon.Intent`."""
    words = []
    for word in folded.split():
        if word == "*":
            words.append(r"\S+(?: \S+){0,3}?")
        else:
            words.append(r"\w*".join(re.escape(part) for part in word.split("*")))
    return " ".join(words) + r"(?!\w)"


def any_of(words: PolicyWords, text: str, groups: Iterable[str]) -> bool:
    """True when a text speaks of any of these groups."""
    return words.find(text).has(*groups)
