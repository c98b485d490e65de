"""Which stretches of a text are spans of the clock, "9 to 5 pm" or "9h30 - 12h"?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from auditor.reading.words import Item

DAY = 24 * 60
_GOING_ON = ("through", "until", "and", "am", "pm", "short", "day", "days")
EARLIEST = 7 * 60
"""In languages with a.m. and p.m., an unmarked time before this may be an afternoon."""


class Span(NamedTuple):
    """From one minute of the day to another; `end` is at most 30 h, later than `start`."""

    start: int
    end: int


class Clock(NamedTuple):
    """One time as it is written."""

    minutes: int
    half: str
    """am, pm or empty."""
    exact: bool
    """Written with minutes, a mark such as "Uhr", or a.m./p.m."""
    padded: bool
    """Written with a leading nought or past twelve: the 24-hour clock for sure."""


class Stretch(NamedTuple):
    """A span, or why it cannot be read, and where the items go on."""

    span: Span | None
    because: str
    exact: bool
    after: int


def read_clock(items: Sequence[Item], i: int) -> tuple[Clock, int] | None:
    """The time that begins at an item, and the index after it."""
    i = _skip(items, i, ("hour", "from"))
    if i >= len(items):
        return None
    item = items[i]
    if "clock" in item.means:
        return Clock(item.means["clock"], "", True, True), i + 1
    if item.kind != "n" or len(item.text) > 4 or _follows_a_number(items, i):
        return None
    if len(item.text) in (3, 4):
        return _military(items, i)
    hour, minute, exact, after = int(item.text), 0, False, i + 1
    minutes = _minutes(items, after)
    if minutes is not None:
        minute, after = minutes
        exact = True
    half, after = _half(items, after)
    marked = after < len(items) and "hour" in items[after].means and "through" not in items[after].means
    if marked:
        after = _past_stop(items, after + 1)
        if not half:
            half, after = _half(items, after)
    elif after < len(items) and items[after].means.get("clock") == DAY // 2 and hour == 12:
        half, after = "pm", after + 1
    if hour > 24 or minute > 59 or (hour == 24 and minute) or (half and not 1 <= hour <= 12):
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    padded = (not half) and ((len(item.text) == 2 and item.text[0] == "0") or hour > 12)
    return Clock(hour * 60 + minute, half, exact or bool(half) or marked, padded), after


def read_span(items: Sequence[Item], i: int, *, twelve: bool, between: bool) -> Stretch | None:
    """The span that begins at an item; None where there is none.

    between: "between" was said before, so that "and" joins two times.
    """
    before = i
    i = _skip(items, i, ("hour", "from", "between"))
    between = between or any("between" in item.means for item in items[before:i])
    led = any("from" in item.means or "hour" in item.means for item in items[before:i])
    first = read_clock(items, i)
    if first is None:
        return None
    start, j = first
    j, joined, with_and = _joint(items, j)
    if not joined:
        return None
    second = read_clock(items, j)
    if second is None:
        return None
    end, after = second
    trailing = _between_behind(items, after)
    if with_and and not (between or trailing):
        return None
    exact = led or start.exact or end.exact or between or bool(trailing)
    if not exact and not _stands_free(items, after):
        return None
    if after < len(items) and _not_a_clock(items[after]):
        return None
    if after + 1 < len(items) and items[after].text == "-" and items[after + 1].kind == "n":
        return Stretch(None, "there is one time too many", exact, after)
    span, because = _settle(start, end, twelve)
    return Stretch(span, because, exact, trailing or after)


def _skip(items: Sequence[Item], i: int, groups: tuple[str, ...]) -> int:
    while i < len(items) and (any(group in items[i].means for group in groups) and items[i].kind == "w"):
        i += 1
        if i < len(items) and items[i].text == ".":
            i += 1
    return i


def _minutes(items: Sequence[Item], i: int) -> tuple[int, int] | None:
    """Minutes behind an hour: ":30", ".30", "h30", superscript "30"."""
    if i >= len(items):
        return None
    sign, close = items[i], items[i].start == items[i - 1].end
    if sign.kind == "w" and close and len(sign.text) == 2 and sign.text.isdigit():
        return int(sign.text), i + 1
    if i + 1 >= len(items) or items[i + 1].kind != "n" or len(items[i + 1].text) != 2:
        return None
    tight = close and items[i + 1].start == sign.end
    if sign.text in (":", ".") and tight:
        if i + 3 < len(items) and items[i + 2].text == sign.text == "." and items[i + 3].kind == "n":
            return None  # 24.12.2026 is a date
        return int(items[i + 1].text), i + 2
    if (
        sign.text == "-" and tight and items[i + 1].text in ("00", "30") and i >= 2
    ):  # Russian "с 9-00 до 18-00"
        led = any(group in items[i - 2].means for group in ("from", "through", "until"))
        return (int(items[i + 1].text), i + 2) if led else None
    if sign.text in ("h", "u", "ч") and (tight or items[i + 1].text in ("00", "15", "30", "45")):
        return int(items[i + 1].text), i + 2
    return None


def _half(items: Sequence[Item], i: int) -> tuple[str, int]:
    for half in ("am", "pm"):
        if i < len(items) and half in items[i].means:
            return half, _past_stop(items, i + 1)
    return "", i


def _past_stop(items: Sequence[Item], i: int) -> int:
    """Index after the full stop of an abbreviation; one that may end the sentence stays."""
    if i >= len(items) or items[i].text != "." or items[i].start != items[i - 1].end:
        return i
    goes_on = i + 1 < len(items) and (
        items[i + 1].kind in ("n", "p") or any(group in items[i + 1].means for group in _GOING_ON)
    )
    return i + 1 if goes_on else i


def _military(items: Sequence[Item], i: int) -> tuple[Clock, int] | None:
    """0900 as 9:00, only with a leading nought or as the end of such a span."""
    text = items[i].text
    opened = (
        i >= 2 and items[i - 1].text == "-" and len(items[i - 2].text) == 4 and items[i - 2].text[0] == "0"
    )
    if len(text) != 4 or not (text[0] == "0" or opened):
        return None
    hour, minute = int(text[:2]), int(text[2:])
    if hour > 24 or minute > 59:
        return None
    return Clock(hour * 60 + minute, "", True, True), i + 1


def _follows_a_number(items: Sequence[Item], i: int) -> bool:
    """True within phone numbers, prices and decimals."""
    if not i:
        return False
    previous = items[i - 1]
    if previous.kind == "n":
        return True
    if previous.text in ("+", "#", "№", "$", "€", "£"):
        return True
    return (
        previous.text in (".", ",", ":", "/")
        and i >= 2
        and items[i - 2].kind == "n"
        and previous.start == items[i - 2].end
        and items[i].start == previous.end
        and previous.text != "/"
    )


def _joint(items: Sequence[Item], i: int) -> tuple[int, bool, bool]:
    """Index after what joins two times, whether there is such a thing, and whether it is only "and"."""
    with_and = False
    joined = False
    begun = i
    while i < len(items) and i - begun < 4:
        item = items[i]
        if item.text == "-" or "through" in item.means or "until" in item.means:
            joined = True
        elif "and" in item.means and not joined:
            joined = with_and = True
        elif not (item.text in (".", "'") and not joined):
            break
        i += 1
    return i, joined, with_and and joined


def _between_behind(items: Sequence[Item], i: int) -> int:
    """Index after a "between" that stands behind its times (Hungarian, Turkish), or 0."""
    for j in range(i, min(i + 3, len(items))):
        if "between" in items[j].means:
            return j + 1
        if items[j].kind != "w" or "hour" not in items[j].means:
            return 0
    return 0


def _stands_free(items: Sequence[Item], after: int) -> bool:
    """Bare numbers are times only where no other word or number claims them."""
    if after >= len(items):
        return True
    item = items[after]
    free = ("day", "short", "days", "and", "closed", "except", "holidays", "day_from", "always", "between")
    return (
        item.kind == "b"
        or (item.kind == "p" and item.text not in ("/", "%", "€", "$", "£", "'"))
        or any(group in item.means for group in free)
    )


def _not_a_clock(item: Item) -> bool:
    return ("unit" in item.means and "short" not in item.means) or item.text in ("%", "€", "$", "£", "°")


def _settle(start: Clock, end: Clock, twelve: bool) -> tuple[Span | None, str]:
    """The span between two times, or why it cannot be told."""
    begin, stop = start.minutes, end.minutes
    if end.half and not start.half and not start.padded and begin <= DAY // 2:
        return _shared_half(begin, stop, end.half)
    if start.half == "am" and not end.half and not end.padded and stop <= DAY // 2:
        if stop > begin:
            return None, "a.m. or p.m. is not said of the end"
        stop += DAY // 2
    elif not start.half and not end.half:
        marked = start.padded or end.padded
        if stop <= begin and not (begin >= DAY // 2 and stop <= 6 * 60) and stop != 0:
            return None, "it would end before it begins"
        if twelve and not marked and begin < EARLIEST and begin:
            return None, "a.m. or p.m. is not said"
    return _span(begin, stop)


def _shared_half(begin: int, stop: int, half: str) -> tuple[Span | None, str]:
    """ "9-5 pm": the mark may hold for the end alone."""
    noon = DAY // 2
    early = begin % noon
    late = early + noon
    if half == "am":
        return (None, "12 a.m. may be meant as noon") if stop == 0 else _span(early, stop)
    if early < stop <= late:
        return _span(early, stop)
    if early < 6 * 60:
        return _span(late, stop)
    return None, "the start may be a.m. or p.m."


def _span(begin: int, stop: int) -> tuple[Span | None, str]:
    if stop in (0, DAY - 1):
        stop = DAY
    if begin == DAY:
        begin = 0
    if begin == stop:
        return None, "it begins when it ends"
    if stop < begin:
        stop += DAY
    if stop - begin > DAY:
        return None, "it is longer than a day"
    return Span(begin, stop), ""
