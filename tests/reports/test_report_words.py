"""Values, times and numbers as people write them; a shop's words made harmless."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.models import State
from reports.humans import day, iso, points_text, seconds_text, value_text, when, whole_percent
from reports.plain import clean, evidence_href, language_tag, safe_href


@pytest.mark.parametrize(
    ("value", "unit", "told"),
    [
        (30, "days", "30 days"),
        (1, "days", "1 day"),
        (True, "", "yes"),
        (False, "", "no"),
        ("EUR 4.95", "", "EUR 4.95"),
        ("EUR 0.00", "", "EUR 0.00 (free)"),
        ("Mo-Fr 09:00-18:00", "opening_hours", "Mo-Fr 09:00-18:00"),
        ("Mo-Fr 09:00-18:00; Sa 10:00-14:00", "opening_hours", "Mo-Fr 09:00-18:00, Sa 10:00-14:00"),
        ("in_stock", "", "in stock"),
        (("paypal", "card"), "", "paypal, card"),
        ((), "", "none"),
        (0.625, "share", "62.5%"),
        (4, "count", "4"),
        (49.0, "hours", "49 hours"),
        (1250, "", "1,250"),
        (None, "days", "there, but not readable"),
        (float("inf"), "days", "there, but not readable"),
        (2, "score", "2"),
        (49.5, "hours_per_week", "49.5 hours per week"),
        ("", "", "empty"),
    ],
)
def test_values_are_told_in_human_form(value, unit, told):
    assert value_text(value, unit, State.OBSERVED) == told


@pytest.mark.parametrize(
    ("state", "told"), [(State.ABSENT, "not there"), (State.NOT_OBSERVED, ""), (State.NOT_APPLICABLE, "")]
)
def test_without_an_observation_there_is_no_value(state, told):
    assert value_text(None, "days", state) == told


@pytest.mark.parametrize(
    ("points", "possible", "told"), [(2, 3, "2 of 3 points"), (0, 1, "0 of 1 point"), (None, 3, "")]
)
def test_points_earned_stand_beside_points_possible(points, possible, told):
    assert points_text(points, possible) == told


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (0.0, ""),
        (None, ""),
        (0.84, "0.8 s"),
        (9.96, "10 s"),
        (42.4, "42 s"),
        (120, "2 min"),
        (125, "2 min 5 s"),
    ],
)
def test_durations_are_short(seconds, told):
    assert seconds_text(seconds) == told


@pytest.mark.parametrize(
    ("share", "down", "nearest", "up"),
    [(0.29, 29, 29, 29), (0.615, 61, 62, 62), (0.999, 99, 100, 100), (1.0, 100, 100, 100), (0.0, 0, 0, 0)],
)
def test_bounds_are_rounded_outwards(share, down, nearest, up):
    assert whole_percent(share, towards="down") == down
    assert whole_percent(share) == nearest
    assert whole_percent(share, towards="up") == up


def test_times_are_told_in_utc():
    at = datetime(2026, 11, 22, 1, 30, tzinfo=timezone(timedelta(hours=2)))
    assert iso(at) == "2026-11-21T23:30:00+00:00"
    assert when(at) == "21 November 2026, 23:30 UTC"
    assert day(at) == "21 November 2026"


def test_a_time_without_a_zone_is_not_known():
    at = datetime(2026, 11, 22)
    assert (iso(at), when(at), day(at)) == (None, "time not known", "date not known")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("a\u202eb\u202cc", "abc"),
        ("\x1b[31mred", "[31mred"),
        ("zwei\n\tZeilen\u00a0hier", "zwei Zeilen hier"),
        ("\ud800", "\ufffd"),
        ("नमस्ते \u200d", "नमस्ते \u200d"),
        ("x" * 50, "x" * 9 + "…"),
    ],
    ids=["direction", "escape", "whitespace", "surrogate", "joiners stay", "long"],
)
def test_a_shops_words_lose_what_could_turn_or_hide_them(said, shown):
    assert clean(said, 10 if said.startswith("x") else 100) == shown


@given(st.text(max_size=300), st.integers(min_value=2, max_value=60))
def test_cleaned_words_are_short_harmless_and_stay_as_they_are(said, limit):
    once = clean(said, limit)
    assert len(once) <= limit
    assert clean(once, limit) == once
    once.encode("utf-8")
    assert not any(ord(c) < 32 or c in "\u202e\u2066\u2028" for c in once)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "javascript:alert(1)",
        "data:text/html,x",
        "//shop.example/",
        "/returns",
        "ftp://shop.example/",
        "https://",
        "https://real.example@evil.example/",
        "https://shop.example/\u202egnp",
        "https://shop.example/a b",
        "https://[",
        "https://shop.example/" + "a" * 3000,
        " https://shop.example/",
        "JAVASCRIPT:alert(1)",
    ],
)
def test_what_is_no_plain_web_address_does_not_become_a_link(address):
    assert safe_href(address) == ""


@pytest.mark.parametrize(
    "address", ["https://shop.example/", "http://shop.example:8080/a?b=c&d=%20#e", "HTTPS://Größe.example/ä"]
)
def test_plain_web_addresses_become_links(address):
    assert safe_href(address) == address


@pytest.mark.parametrize(
    ("language", "told"), [("de", "de"), ("zh-Hant-TW", "zh-Hant-TW"), ('de" onload="x', ""), ("", "")]
)
def test_only_language_tags_become_languages(language, told):
    assert language_tag(language) == told


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "a" * 64 + ".html/../x", "", "A" * 64 + ".png", "a" * 63 + ".png"]
)
def test_only_names_of_evidence_become_links_to_files(name):
    assert evidence_href("../objects", name) == ""


def test_evidence_lies_where_the_store_puts_it():
    name = "ab" * 32 + ".html.gz"
    assert evidence_href("../objects/", name) == f"../objects/ab/{name}"
    assert evidence_href("", name) == ""


def test_utc_is_kept_as_it_is():
    assert iso(datetime(2026, 1, 2, 3, 4, 5, 678, tzinfo=UTC)) == "2026-01-02T03:04:05+00:00"
