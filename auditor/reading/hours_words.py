"""The words of opening hours: days, groups of days, clock words, channels, seasons."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from auditor.reading.word_lists import DAYS, cldr_days, cldr_months, cldr_short_days, measures
from auditor.reading.words import Vocabulary, add_joints

ALL = frozenset(range(7))
WEEK = frozenset(range(5))

_SETS = {"weekdays": WEEK, "working_days": frozenset(range(6)), "daily": ALL, "weekend": frozenset((5, 6))}
_NAMING = ("day", "day_from", "short", "days", "holidays", "always")
_WORDS = ("holidays", "closed", "except", "hour", "am", "pm", "pause")
"""Groups of the file that need no value."""


@dataclass(frozen=True)
class HoursWords:
    """What is needed to read hours in these languages."""

    vocabulary: Vocabulary
    first_words: frozenset[str]
    """Words and numbers that names of days, groups of days and "24/7" begin with."""
    twelve: bool
    """The shop's language tells the time with a.m. and p.m."""

    def __hash__(self) -> int:
        return id(self)


@cache
def hours_words(languages: tuple[str, ...]) -> HoursWords:
    """The words of these languages, the shop's own first."""
    vocabulary = Vocabulary()
    for language in languages:
        _learn(vocabulary, language)
    first = frozenset(
        word
        for word, entries in vocabulary.phrases.items()
        if any(group in means for _, means in entries for group in _NAMING)
    )
    return HoursWords(vocabulary.settle(), first, measures(languages[0])["clock"] == 12)


def _learn(vocabulary: Vocabulary, language: str) -> None:
    data = measures(language)
    hours = data["hours"]
    for channel, words in data["channels"].items():
        vocabulary.add("channel", words, channel, language)
    names, short = cldr_days(language), cldr_short_days(language)
    for number, day in enumerate(DAYS):
        vocabulary.add("day", [*names[day], *hours["days"].get(day, ())], number, language)
    for number, day in enumerate(DAYS):
        vocabulary.add("day_from", hours.get("days_from", {}).get(day, ()), number, language)
        vocabulary.add("short", [*hours["short"].get(day, ()), *short[day]], number, language)
    for group, days in _SETS.items():
        vocabulary.add("days", hours.get(group, ()), days, language)
    for group in _WORDS:
        vocabulary.add(group, hours[group], True, language)
    for phrase in hours["always"]:
        vocabulary.add("always", [phrase], is_plain_always(str(phrase)), language)
    vocabulary.add("clock", hours["noon"], 12 * 60, language)
    vocabulary.add("clock", hours["midnight"], 24 * 60, language)
    vocabulary.add("season", hours["seasons"], True, language)
    for month in cldr_months(language):
        vocabulary.add("month", [month], month[:1].isupper(), language)
    add_joints(vocabulary, language)
    for unit in ("day", "business_day", "week", "month", "year"):
        single = [word for word in data["durations"][unit] if " " not in str(word)]  # not "de luni"
        vocabulary.add("unit", single, True, language)


def is_plain_always(phrase: str) -> bool:
    """True when a phrase can mean nothing but day and night; "24 hours" alone can be a delay."""
    digits = sum(c.isdigit() for c in phrase)
    words = phrase.replace("/", " / ").replace("-", " - ").split()
    return digits == 0 or "/" in phrase or "x" in words or len(words) > 2 or phrase[:2] in ("0-", "0–", "00")
