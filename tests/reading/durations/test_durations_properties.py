"""Whatever our own writer can say reads back; nothing raises; time grows with the text only."""

import time

import pytest
from babel.units import format_unit
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.reading.durations import read_durations, refused_durations
from auditor.reading.word_lists import measure_languages, measures, number_words

LANGUAGES = measure_languages()
LOCALES = {"no": "nb", "sr": "sr_Latn"}
UNITS = {"day": 1, "week": 7, "month": 30}
WORDS = {language: number_words(language) for language in LANGUAGES}


@given(language=st.sampled_from(LANGUAGES), number=st.integers(2, 200), unit=st.sampled_from(sorted(UNITS)))
@settings(max_examples=500, deadline=None, derandomize=True)
def test_a_period_in_digits_reads_back(language: str, number: int, unit: str) -> None:
    text = format_unit(number, f"duration-{unit}", "long", locale=LOCALES.get(language, language))
    if "duration" in text:  # CLDR as packaged lacks a few long forms
        text = f"{number} {measures(language)['durations'][unit][1 if unit != 'month' else 0]}"
    found = [(d.low, d.high) for d in read_durations(text, (language,))]
    assert found == [(number * UNITS[unit], number * UNITS[unit])], text


@given(
    language=st.sampled_from(LANGUAGES),
    low=st.integers(1, 40),
    more=st.integers(1, 40),
    joint=st.sampled_from(("-", "–", " - ")),
)
@settings(max_examples=300, deadline=None, derandomize=True)
def test_a_range_of_working_days_keeps_both_ends(language: str, low: int, more: int, joint: str) -> None:
    unit = measures(language)["durations"]["business_day"][-1]
    text = f"{low}{joint}{low + more} {unit}"
    found = [(d.low, d.high, d.business) for d in read_durations(text, (language,))]
    assert found == [(low, low + more, True)], text


@pytest.mark.parametrize("language", LANGUAGES)
def test_number_words_read_back(language: str) -> None:
    unit = measures(language)["durations"]["day"][1]
    for number in (2, 3, 5, 7, 10, 14, 15, 30, 60, 100):
        for word in WORDS[language].get(number, ()):
            found = [d.high for d in read_durations(f"{word} {unit}", (language,))]
            assert found == [number], f"{word} {unit}"


@given(text=st.text(max_size=300), language=st.sampled_from((*LANGUAGES, "xx", "")))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_no_text_raises(text: str, language: str) -> None:
    for duration in read_durations(text, (language,)):
        assert 0 < duration.low <= duration.high


@given(
    pieces=st.lists(
        st.sampled_from(
            "14 30 5 1 . , - – / ( ) days day hours week one fourteen business within from after delivery "
            "order to and between not return of the a € 2026 24 7 or your \n".split(" ")
        ),
        max_size=25,
    )
)
@settings(max_examples=800, deadline=None, derandomize=True)
def test_pieces_in_any_order_give_whole_days_or_a_reason(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for duration in read_durations(text, ("en",)):
        assert 0 < duration.low <= duration.high
        assert duration.quote in text
    assert all(refusal.because for refusal in refused_durations(text, ("en",)))


@pytest.mark.parametrize("part", ["14 days ", "14-", "days ", "(14) ", "a", "from delivery ", "1", ". A "])
def test_time_grows_with_the_text_and_no_faster(part: str) -> None:
    text = part * (60_000 // len(part))
    begun = time.process_time()
    read_durations(text, ("en", "de"))
    assert time.process_time() - begun < 0.05 * len(text) / 1024 + 0.5
