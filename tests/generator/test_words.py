"""The generator's own phrase tables."""

import string

import pytest

from benchmarks.generator.features import COUNTRIES
from benchmarks.generator.words import LISTS, cyrillic, table


def holes(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", COUNTRIES)
def test_every_language_says_the_same_things(language: str) -> None:
    english = table("en")
    assert list(table(language)) == list(english)
    for key, values in table(language).items():
        assert all(value.strip() for value in values), key
        assert len(set(values)) == len(values), key
        if key not in LISTS:
            assert all(holes(value) == holes(english[key][0]) for value in values), key


@pytest.mark.parametrize("language", COUNTRIES)
def test_what_shops_say_most_has_synonyms(language: str) -> None:
    for key in ("add_to_cart", "cart", "checkout", "guest", "continue", "order_plain", "sold_out"):
        assert len(table(language)[key]) >= 2, key
    assert len(table(language)["goods"]) >= 8
    assert len(table(language)["categories"]) == 3


def test_cyrillic_is_the_latin_text_letter_by_letter() -> None:
    assert cyrillic("Dodaj u korpu: {name}") == "Додај у корпу: {name}"
    assert cyrillic("Ljubav, njiva, Džep") == "Љубав, њива, Џеп"
