"""Whatever our own writer can say reads back; nothing raises; time grows with the text only."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.reading.hours import hours_facts, read_hours, read_hours_jsonld
from auditor.reading.hours_week import NAMES, normalise
from auditor.reading.word_lists import DAYS, cldr_days, cldr_short_days, measure_languages, measures

LANGUAGES = measure_languages()
HOURS = st.tuples(
    st.integers(min_value=6, max_value=12), st.sampled_from((0, 30)), st.integers(min_value=13, max_value=22)
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["openingHours", "openingHoursSpecification", "dayOfWeek", "opens", "closes", "@type"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


def _write(language: str, first: int, last: int, clock: str, *, short: bool, dash: bool) -> str:
    """A schedule in the language's own words: "Montag bis Freitag: 09:00 - 17:00"."""
    names = cldr_short_days(language) if short else cldr_days(language)
    begin, end = names[DAYS[first]][0], names[DAYS[last]][0]
    through = measures(language)["joints"]["through"][0]
    joint = "-" if dash or language in ("hu", "tr", "fi") else f" {through} "
    return f"{begin}{joint}{end}: {clock}"


@given(
    language=st.sampled_from(LANGUAGES),
    first=st.integers(0, 5),
    span=st.integers(1, 6),
    hours=HOURS,
    short=st.booleans(),
    dash=st.booleans(),
    sign=st.sampled_from((":", ".")),
    joint=st.sampled_from((" - ", "–", "-")),
)
@settings(max_examples=600, deadline=None, derandomize=True)
def test_a_written_schedule_reads_back(
    language: str,
    first: int,
    span: int,
    hours: tuple[int, int, int],
    short: bool,
    dash: bool,
    sign: str,
    joint: str,
) -> None:
    last = min(first + span, 6)
    start, minute, end = hours
    clock = f"{start:02}{sign}{minute:02}{joint}{end}{sign}{minute:02}"
    text = _write(language, first, last, clock, short=short, dash=dash or short)
    wanted = normalise(f"{NAMES[first]}-{NAMES[last]} {start:02}:{minute:02}-{end}:{minute:02}")
    assert [r.value for r in read_hours([text], (language,))] == [wanted], text


@given(
    language=st.sampled_from(LANGUAGES),
    week=st.lists(st.none() | HOURS, min_size=7, max_size=7),
    cells=st.booleans(),
)
@settings(max_examples=200, deadline=None, derandomize=True)
def test_a_table_of_seven_days_reads_back(
    language: str, week: list[tuple[int, int, int] | None], cells: bool
) -> None:
    lines, rules = [], []
    closed = measures(language)["hours"]["closed"][0]
    for number, hours in enumerate(week):
        name = cldr_days(language)[DAYS[number]][0]
        clock = closed if hours is None else f"{hours[0]:02}:{hours[1]:02} - {hours[2]}:{hours[1]:02}"
        lines += [f"{name}\t{clock}"] if cells else [name, clock]
        if hours is not None:
            rules.append(f"{NAMES[number]} {hours[0]:02}:{hours[1]:02}-{hours[2]}:{hours[1]:02}")
    values = [r.value for r in read_hours(lines, (language,))]
    assert values == ([normalise("; ".join(rules))] if rules else []), lines


PIECES = st.lists(
    st.sampled_from(
        "Mo Fr - – to bis 9 17 9:00 17.30 am pm . , ; ( ) \t / 24/7 closed except holidays Uhr h und "
        "and noon from between until 30 December chat store 0800 1234 € %".split(" ")
    ),
    max_size=30,
)


@given(lines=st.lists(st.text(max_size=80), max_size=6), language=st.sampled_from((*LANGUAGES, "xx", "")))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_no_text_raises(lines: list[str], language: str) -> None:
    for reading in read_hours(lines, (language,)):
        assert (reading.value is None) == bool(reading.because)


@given(pieces=PIECES, language=st.sampled_from(("en", "de")))
@settings(max_examples=500, deadline=None, derandomize=True)
def test_pieces_of_hours_in_any_order_give_valid_hours_or_a_reason(pieces: list[str], language: str) -> None:
    for reading in read_hours([" ".join(pieces)], (language,)):
        if reading.value is None:
            assert reading.because
        else:
            assert hours_facts(str(reading.value), "DE").per_week > 0


@given(nodes=st.lists(JSON, max_size=3))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_no_json_raises(nodes: list[object]) -> None:
    for reading in read_hours_jsonld(nodes):
        assert (reading.value is None) == bool(reading.because)


@pytest.mark.parametrize(
    "text",
    [
        "Mo-Fr 9-17 Uhr, " * 4000,
        "9-" * 30000,
        "Mo " * 20000,
        "(" * 60000,
        "1" * 60000,
        "von bis " * 8000,
        "a" * 60000,
    ],
    ids=lambda t: t[:12],
)
def test_time_grows_with_the_text_and_no_faster(text: str) -> None:
    begun = time.process_time()
    read_hours([text], ("de", "en"))
    assert time.process_time() - begun < 0.05 * len(text) / 1024 + 0.5
