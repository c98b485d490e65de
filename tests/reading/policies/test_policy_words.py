"""The words of policies: every language has every group, and they match as intents do."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.lexicon import FOLDER, Intent, fold, load_yaml
from auditor.reading.policy_words import fold_words, known_policy_languages, policy_words

LANGUAGES = "cs da de el en es et fi fr hu id it lt lv nl pl pt ro ru sk sr sv tr uk".split()
GROUPS = set(load_yaml(FOLDER / "en" / "policies.yaml")["groups"])


def test_every_language_has_its_words() -> None:
    assert sorted(known_policy_languages()) == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_every_group_and_says_who_read_it(language: str) -> None:
    data = load_yaml(FOLDER / language / "policies.yaml")
    assert set(data) == {"language", "reviewed", "groups"}
    assert data["language"] == language
    assert data["reviewed"]
    assert set(data["groups"]) == GROUPS
    for name, phrases in data["groups"].items():
        assert phrases, name
        assert all(isinstance(p, str) and p == p.strip() and p.strip("* ") for p in phrases), name
        assert len(phrases) == len(set(phrases)), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_is_found_by_itself(language: str) -> None:
    words = policy_words((language,))
    for group, phrases in words.phrases.items():
        for phrase in phrases:
            text = " ".join("xyz" if word == "*" else word.replace("*", "") for word in phrase.split())
            assert words.find(text).has(group), (group, phrase)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["en", "de", "pl", "ru", "sr", "tr"]), st.data())
def test_groups_match_as_intents_do(language: str, data: st.DataObject) -> None:
    words = policy_words((language,))
    pool = [p.replace("*", "") for phrases in words.phrases.values() for p in phrases]
    parts = data.draw(
        st.lists(st.sampled_from(pool) | st.sampled_from(["x", "30", "und", "the", ","]), max_size=6)
    )
    text = " ".join(parts)
    found = words.find(text)
    for group, phrases in words.phrases.items():
        assert found.has(group) == Intent(name=group, phrases=phrases).matches(text), (group, text)


def test_an_unknown_language_is_read_in_english() -> None:
    assert policy_words(("xx",)).languages == ("en",)


def test_a_word_within_a_longer_phrase_speaks_for_the_longer_one() -> None:
    found = policy_words(("pl",)).find("Zwrot pieniędzy w ciągu 14 dni")
    assert set(found.apart("returns", "refund")) == {"refund"}


def test_serbian_is_read_in_both_scripts() -> None:
    words = policy_words(("sr",))
    assert words.says("returns", "povraćaj robe")
    assert words.says("returns", "повраћај робе")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " — ",
        "×",
        "L'échange – 30 jours !",
        "ŁÓDŹ  ul. Długa 5/7",
        "´ a",
        "Возврат\tтовара",
        "¾ of it",
        "10 %",
    ],
)
def test_folding_word_by_word_is_folding(text: str) -> None:
    assert fold_words(text) == fold(text)
