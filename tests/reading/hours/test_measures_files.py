"""Every language's measures file holds what reading needs, and contradicts itself nowhere."""

import re
from itertools import chain
from typing import Any

import pytest

from auditor.reading.duration_words import UNITS, duration_words
from auditor.reading.hours_words import hours_words
from auditor.reading.money_words import money_words
from auditor.reading.word_lists import DAYS, cldr_days, cldr_months, measure_languages, measures, number_words

LANGUAGES = measure_languages()
GROUPS = {
    "joints": set("through and or from between until".split()),
    "hours": set(
        "days short weekdays daily weekend holidays always closed except hour am pm noon midnight pause "
        "seasons".split()
    ),
    "channels": set("service phone chat email store warehouse other".split()),
    "durations": {
        *"numbers one within after order payment papers dispatch delivery invoice anchored ours".split(),
        *"withdrawal refund warranty return reply sending shipping negation never_term".split(),
        *UNITS,
    },
    "money": set("free not_free from from_after currencies".split()),
}
MORE = {"hours": {"days_from", "working_days"}, "durations": {"numbers_from"}, "money": {"of"}}
ASKED_FOR = set("en de fr es it pt nl pl cs sk hu ro lt lv et ru uk sr id tr sv da fi el".split())
NEVER_EMPTY = ("weekdays", "daily", "weekend", "holidays", "always", "closed", "except", "hour")


def test_all_languages_that_were_asked_for_are_there() -> None:
    assert set(LANGUAGES) >= ASKED_FOR


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_groups_are_all_there_and_no_others(language: str) -> None:
    data = measures(language)
    assert set(data) == {"language", "name", "reviewed", "clock", *GROUPS}
    assert data["language"] == language
    assert data["clock"] in (12, 24)
    for part, groups in GROUPS.items():
        assert set(data[part]) - MORE.get(part, set()) == groups, part
    assert all(data["hours"][group] for group in NEVER_EMPTY)
    assert set(data["hours"]["short"]) == set(data["hours"]["days"]) | set(DAYS) == set(DAYS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_reviewed_it_is_said(language: str) -> None:
    assert len(measures(language)["reviewed"]) > 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_is_a_list_of_words(language: str) -> None:
    for part in ("joints", "channels"):
        for group, words in measures(language)[part].items():
            _are_words(words, f"{part}.{group}")
    for group, words in measures(language)["durations"].items():
        for entry in words.values() if isinstance(words, dict) else [words]:
            _are_words(entry, group)


def _are_words(words: Any, place: str) -> None:
    assert isinstance(words, list), place
    for word in words:
        assert isinstance(word, str), f"{place}: {word!r}"
        assert word == word.strip(), f"{place}: {word!r}"
        assert word, place
    assert len(words) == len(set(words)), place


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_written_in_two_alphabets(language: str) -> None:
    mixed = re.compile(r"[a-z][а-яёіїєґђјљњћџ]|[а-яёіїєґђјљњћџ][a-z]", re.I)
    found = [word for word in _all_words(measures(language)) if mixed.search(word)]
    assert not found


def _all_words(data: Any) -> list[str]:
    if isinstance(data, dict):
        return list(chain.from_iterable(_all_words(value) for value in data.values()))
    return [str(word) for word in data] if isinstance(data, list) else []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_day_word_stands_for_two_days(language: str) -> None:
    hours = measures(language)["hours"]
    for group in ("days", "short"):
        owner: dict[str, str] = {}
        for day in DAYS:
            for word in {*hours[group].get(day, ()), *(cldr_days(language)[day] if group == "days" else ())}:
                assert owner.setdefault(word.casefold(), day) == day, word


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_number_word_stands_for_two_numbers(language: str) -> None:
    owner: dict[str, int] = {}
    for number, words in number_words(language).items():
        for word in words:
            assert owner.setdefault(word.casefold(), number) == number, word


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_months_and_numbers_are_known_by_their_names(language: str) -> None:
    assert all(cldr_days(language)[day] for day in DAYS)
    assert len(cldr_months(language)) >= 12
    assert {1, 2, 3, 7, 14, 30} <= set(number_words(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_vocabularies_can_be_built_beside_english(language: str) -> None:
    languages = (language, "en") if language != "en" else ("en",)
    assert hours_words(languages).vocabulary.phrases
    assert duration_words(languages).unit_words
    assert money_words(languages).first_words
