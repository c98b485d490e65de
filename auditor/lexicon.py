"""The words of each language for what a customer looks for, as data with matching.

One folder per language under `lexicons/`; `und` holds what is the same everywhere:
tokens in id, class and href attributes, symbols, and brand names. Words are compared
after folding case, accents and punctuation, at word borders; `*` at the end of a word
stands for any ending, a `*` by itself for up to four words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from auditor.errors import ConfigError

FOLDER = Path(__file__).parent / "lexicons"
ANY = "und"
FALLBACK = "en"
"""Shops in every language show English words too; they are looked for after the shop's own."""

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "ß": "ss", "’": "'", "ʼ": "'"}
)
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """Text as it is compared: no case, accents or punctuation, single spaces.

    Example: "In den  Warenkorb »" -> "in den warenkorb".
    """
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).translate(_LETTERS)
    symbols = "".join(c if c.isalnum() or c == "*" else " " for c in plain)
    folded = " ".join(symbols.split())
    return folded or " ".join(text.split())  # "×" and "🔍" are words of their own


def _pattern(phrase: str) -> str:
    words = []
    for word in fold(phrase).split():
        if word == "*":
            words.append(r"\S+(?: \S+){0,3}")
        else:
            words.append(r"\w*".join(re.escape(part) for part in word.split("*")))
    body = " ".join(words)
    return body if _UNSPACED.search(phrase) else rf"(?<!\w){body}(?!\w)"


@dataclass(frozen=True)
class Intent:
    """The words for one thing that a customer looks for or a shop says."""

    name: str
    phrases: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    """Phrases that rule the intent out wherever they stand in the text."""
    tokens: tuple[str, ...] = ()
    """Words of id, class, data and href attributes."""

    @cached_property
    def _phrase(self) -> re.Pattern[str] | None:
        return _alternatives(self.phrases)

    @cached_property
    def _never(self) -> re.Pattern[str] | None:
        return _alternatives(self.never)

    @cached_property
    def _token(self) -> re.Pattern[str] | None:
        return _alternatives(self.tokens)

    def score(self, text: str) -> float:
        """How well a text on a control says this intent, 0..1: 1 for all of it, less for a part."""
        if not text or self._phrase is None:
            return 0.0
        return _score(self, fold(text[:400]))

    def matches(self, text: str) -> bool:
        """True when the text says it anywhere, and says nothing that rules it out."""
        if not text or self._phrase is None:
            return False
        folded = fold(text)
        return bool(self._phrase.search(folded)) and not (self._never and self._never.search(folded))

    def find(self, text: str) -> str:
        """The folded words that match first, or an empty string."""
        if not text or self._phrase is None:
            return ""
        found = self._phrase.search(fold(text))
        return found.group() if found else ""

    def token_score(self, tokens: str) -> float:
        """1.0 when attribute words name the intent, 0.0 when not."""
        if not tokens or self._token is None:
            return 0.0
        return 1.0 if self._token.search(fold(tokens)) else 0.0


def _alternatives(phrases: Iterable[str]) -> re.Pattern[str] | None:
    patterns = sorted({_pattern(p) for p in phrases if p}, key=lambda p: (-len(p), p))
    return re.compile("|".join(patterns)) if patterns else None


@lru_cache(maxsize=50_000)
def _score(intent: Intent, folded: str) -> float:
    if intent._never and intent._never.search(folded):
        return 0.0
    if intent._phrase is None:
        return 0.0
    best = 0.0
    for found in intent._phrase.finditer(folded):
        share = (found.end() - found.start()) / len(folded)
        start = 0.1 if found.start() == 0 else 0.0
        best = max(best, 1.0 if share > 0.97 else 0.25 + 0.55 * share + start)
    return best


@dataclass(frozen=True)
class Lexicon:
    """The words of one or more languages, the shop's own first."""

    languages: tuple[str, ...]
    intents: dict[str, Intent] = field(hash=False)

    def __hash__(self) -> int:
        return hash(self.languages)

    def score(self, intent: str, text: str) -> float:
        """See `Intent.score`."""
        return self.intents[intent].score(text)

    def matches(self, intent: str, text: str) -> bool:
        """See `Intent.matches`."""
        return self.intents[intent].matches(text)

    @property
    def language(self) -> str:
        """The first language: what the shop speaks."""
        return self.languages[0]


@cache
def known_languages() -> tuple[str, ...]:
    """Every language with a lexicon, without `und`."""
    return tuple(sorted(p.parent.name for p in FOLDER.glob("*/intents.yaml") if p.parent.name != ANY))


def load_yaml(path: Path) -> Any:
    """A lexicon file as plain data (YAML 1.2: `no` is a word, not False).

    Raises: ConfigError naming the file when it is no YAML.
    """
    try:
        return YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    except Exception as error:
        raise ConfigError(str(error), path=str(path)) from error


@cache
def _entries(language: str) -> dict[str, dict[str, list[str]]]:
    data = load_yaml(FOLDER / language / "intents.yaml")
    return dict(data["intents"])


@cache
def load_lexicon(*languages: str) -> Lexicon:
    """The lexicon for these languages (BCP 47, the shop's own first), English and what is common to all.

    Unknown languages are left out; `Lexicon.languages` says which are in.
    """
    wanted = [lang for raw in (*languages, FALLBACK) if (lang := resolve_language(raw))]
    chosen = tuple(dict.fromkeys(wanted))
    merged: dict[str, dict[str, list[str]]] = {}
    for language in (*chosen, ANY):
        for name, entry in _entries(language).items():
            place = merged.setdefault(name, {"phrases": [], "never": [], "tokens": []})
            for key, words in (entry or {}).items():
                place[key].extend(str(w) for w in words)
    intents = {
        name: Intent(
            name=name,
            phrases=tuple(dict.fromkeys(entry["phrases"])),
            never=tuple(dict.fromkeys(entry["never"])),
            tokens=tuple(dict.fromkeys(entry["tokens"])),
        )
        for name, entry in merged.items()
    }
    return Lexicon(languages=chosen, intents=intents)


def resolve_language(tag: str) -> str:
    """The lexicon that serves a language tag, or an empty string.

    Example: "de-AT" -> "de", "sr-Latn-RS" -> "sr", "nb" -> "no" where that lexicon exists.
    """
    base = tag.replace("_", "-").split("-")[0].lower()
    base = {"nb": "no", "nn": "no", "in": "id", "sh": "sr", "bs": "hr"}.get(base, base)
    return base if base in known_languages() else ""
