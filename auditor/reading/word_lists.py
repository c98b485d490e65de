"""What each language's measures file, CLDR and num2words know: days, months, units, numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from babel import Locale
from babel.localedata import load
from num2words import num2words

from auditor.lexicon import FALLBACK, FOLDER, load_yaml

DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
FILE = "measures.yaml"
_CLDR = {"no": "nb", "sr": "sr_Latn"}
_MORE_CLDR = {"sr": ("sr_Cyrl",)}
_PLURALS = ("zero", "one", "two", "few", "many", "other")
_NUMBERS = (*range(1, 201), 365, 730)


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
