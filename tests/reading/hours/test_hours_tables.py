"""Labelled hours in 28 languages read as a person reads them, or are refused."""

from collections import Counter
from typing import Any

import pytest

from auditor.reading.hours import OTHER, read_hours
from benchmarks.reading_measures import judge_hours, rows


def _name(row: list[Any]) -> str:
    return f"{row[0]}-{' '.join(row[2])[:40]}"


@pytest.mark.parametrize("row", [*rows("hours", "tuned"), *rows("hours", "from_pages")], ids=_name)
def test_labelled_hours_read_right(row: list[Any]) -> None:
    verdict, got = judge_hours(row)
    assert verdict == "right", got


def test_held_out_hours_are_hardly_ever_wrong() -> None:
    verdicts = Counter(judge_hours(row)[0] for row in rows("hours", "held_out"))
    assert verdicts["right"] >= 0.95 * verdicts.total()
    assert verdicts["wrong"] <= 0.005 * verdicts.total()


def test_a_refusal_says_why_in_the_texts_own_words() -> None:
    (reading,) = read_hours(["Support: Mon - Fri: 9 - 5"], ("en",))
    assert (reading.value, reading.because) == (None, "it would end before it begins")
    assert reading.quote == "Mon - Fri: 9 - 5"


def test_contradicting_statements_are_both_given() -> None:
    lines = ["Customer service: Mon-Fri 9am-5pm", "Customer service: Mon-Fri 8am-6pm"]
    values = [r.value for r in read_hours(lines, ("en",))]
    assert values == ["Mo-Fr 09:00-17:00", "Mo-Fr 08:00-18:00"]


def test_round_the_clock_needs_to_say_of_what() -> None:
    assert [r.value for r in read_hours(["Our shop is open 24/7"], ("en",))] == [None]
    (reading,) = read_hours(["Live chat 24/7"], ("en",))
    assert (reading.channel, reading.value) == ("chat", "24/7")


def test_a_store_is_not_service() -> None:
    (reading,) = read_hours(["Showroom: Mo-Fr 10-18 Uhr"], ("de",))
    assert reading.channel == "store"


def test_a_part_of_a_week_is_not_passed_off_as_the_whole() -> None:
    readings = read_hours(["Mon-Fri 9am-5pm", "Sat 9-5"], ("en",))
    assert [r.value for r in readings] == [None]


@pytest.mark.parametrize("country", ["US", "AU", "MX"])
def test_unmarked_afternoon_hours_are_refused_where_people_say_pm(country: str) -> None:
    assert [r.value for r in read_hours(["lunes a viernes de 1:00 a 5:00"], ("es",), country)] == [None]


def test_hours_of_delivery_are_told_from_hours_of_nothing_in_particular() -> None:
    (delivery,) = read_hours(["Delivery: Mon-Fri 9:00-17:00"], ("en",), "GB")
    assert (delivery.channel, delivery.value) == (OTHER, None)
