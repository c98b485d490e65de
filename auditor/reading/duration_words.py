"""The words of periods: numbers, units, what they run from, what they are about."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from auditor.reading.word_lists import cldr_units, measures, number_words
from auditor.reading.words import Vocabulary, add_joints, plain, tokenise

UNITS = {
    "business_hour": 0.0,
    "business_day": 1.0,
    "day": 1.0,
    "week": 7.0,
    "month": 30.0,
    "year": 365.0,
    "hour": 1 / 24,
    "clock_hour": 1 / 24,
}
"""Days in a unit; the first that a word is listed under counts."""
ANCHORS = ("order", "dispatch", "delivery", "invoice")
KINDS = {
    "refund": "refund",
    "withdrawal": "withdrawal",
    "warranty": "warranty",
    "return": "return",
    "reply": "reply",
    "sending": "dispatch",
    "shipping": "delivery",
}
"""Group of the file -> kind, the one that decides first."""


@dataclass(frozen=True)
class DurationWords:
    """What is needed to read periods in these languages."""

    vocabulary: Vocabulary
    unit_words: frozenset[str]
    """First words of all units, as written and folded: a sentence without any holds no period."""

    def __hash__(self) -> int:
        return id(self)


@cache
def duration_words(languages: tuple[str, ...]) -> DurationWords:
    """The words of these languages, the shop's own first."""
    vocabulary = Vocabulary()
    units: set[str] = set()
    for language in languages:
        _learn(vocabulary, language, own=language == languages[0])
        for unit in UNITS:
            for phrase in unit_phrases(language, unit):
                first = str(phrase).split()[0].casefold().split("-")[0]
                units |= {first, first.split(".")[0], plain(tokenise(str(phrase))[0].text)}
    return DurationWords(vocabulary.settle(), frozenset(units))


def unit_phrases(language: str, unit: str) -> list[str]:
    """All words of a unit: those of the file, then those of CLDR."""
    known = cldr_units(language, unit) if unit in ("day", "week", "month", "year") else []
    return [*map(str, measures(language)["durations"][unit]), *known]


def _learn(vocabulary: Vocabulary, language: str, *, own: bool) -> None:
    data = measures(language)["durations"]
    for unit in UNITS:
        vocabulary.add("unit", unit_phrases(language, unit), unit, language)
    for number, words in number_words(language).items():
        vocabulary.add("number", words, number, language)
    for number, words in data.get("numbers_from", {}).items():
        vocabulary.add("number", words, int(number), language)
        vocabulary.add("number_from", words, True, language)
    vocabulary.add("one", data["one"], True, language)
    vocabulary.add("within", data["within"], True, language)
    add_joints(vocabulary, language)
    for anchor in ANCHORS:
        vocabulary.add("noun", data[anchor], anchor, language)
        vocabulary.add("anchored", data["anchored"].get(anchor, ()), anchor, language)
    for group in ("after", "ours", "payment", "papers", "never_term"):
        vocabulary.add(group, data[group], True, language)
    if own:  # English "no" is "in the" in Portuguese
        vocabulary.add("negation", data["negation"], True, language)
    for group in KINDS:
        vocabulary.add("kind", data[group], group, language)
