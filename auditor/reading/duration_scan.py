"""Where in a sentence does a number stand with a unit of time?"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from auditor.reading.duration_words import UNITS
from auditor.reading.words import Item

LONGEST = 36_500
_WHOLE_HOURS = (24, 36, 48, 72, 96, 120)
"""Numbers of hours that are no time of the clock."""


class Period(NamedTuple):
    """A number with its unit; `because` says why it cannot be read."""

    first: int
    """Index of the first item."""
    after: int
    """Index behind the last item."""
    low: int
    high: int
    unit: str
    led: bool
    """A word such as "within" stands before it."""
    because: str = ""


def read_periods(items: Sequence[Item]) -> list[Period]:
    """All periods of a sentence, in order."""
    found: list[Period] = []
    i = 0
    while i < len(items):
        period = _period(items, i)
        if period is None:
            i += 1
        else:
            found.append(period)
            i = period.after
    return found


def _period(items: Sequence[Item], i: int) -> Period | None:
    low = _number(items, i)
    if low is None or _part_of_a_number(items, i):
        return None
    j, doubt = _repeated(items, i + 1, low)
    high, j, unit_before = _upper(items, i, j, low)
    if j < len(items) and items[j].text == "-" and j + 1 < len(items) and "unit" in items[j + 1].means:
        j += 1
    if j >= len(items) or "unit" not in items[j].means:
        return None
    unit = str(items[j].means["unit"])
    if unit_before and UNITS[unit_before] != UNITS[unit]:
        return None
    if _is_no_term(items, i, j) or not _fits(items, i, low, high, unit):
        return None
    led = i > 0 and any(g in items[i - 1].means for g in ("within", "until", "through", "from", "between"))
    led = led or (j + 1 < len(items) and "within" in items[j + 1].means)  # behind it in Turkish, Hungarian
    because = ""
    if doubt:
        because = "the number in words and the one in digits differ"
    elif high < low:
        because = "the range runs backwards"
    elif unit == "business_hour":
        because = "hours of business are no fixed number of days"
    elif j > i and _slash(items, i, j) and unit not in ("hour", "clock_hour"):
        because = "two numbers with a slash may be a range or a choice"
    days = UNITS[unit]
    return Period(i, j + 1, _days(low, days), _days(high, days), unit, led, because)


def _days(number: int, unit: float) -> int:
    return max(1, ceil(number * unit - 1e-9))


def _number(items: Sequence[Item], i: int) -> int | None:
    if i >= len(items):
        return None
    item = items[i]
    if item.kind == "n":
        return int(item.text) if 0 < len(item.text) <= 4 and 0 < int(item.text) <= 3650 else None
    if "number" in item.means:
        return int(item.means["number"])
    if "one" in item.means and i and "within" in items[i - 1].means:
        return 1
    return None


def _part_of_a_number(items: Sequence[Item], i: int) -> bool:
    """True within decimals, phone numbers, prices, paragraphs: "1,5", "030 14", "€ 30"."""
    if not i:
        return False
    before, item = items[i - 1], items[i]
    if "number" in before.means and item.kind == "w" and "number_from" not in before.means:
        return True  # "two three days", "hundred twenty days"
    if before.kind == "n" or before.text in ("§", "€", "$", "£", "#", "+"):
        return True
    close = before.end == item.start
    return close and before.text in (".", ",", ":", "/") and i >= 2 and items[i - 2].kind == "n"


def _repeated(items: Sequence[Item], i: int, low: int) -> tuple[int, bool]:
    """Index behind a number said twice, "sixty (60)"; and whether the two differ."""
    if i + 2 < len(items) and items[i].text == "(" and items[i + 2].text == ")":
        again = _number(items, i + 1)
        if again is not None:
            return i + 3, again != low
    return i, False


def _upper(items: Sequence[Item], first: int, i: int, low: int) -> tuple[int, int, str]:
    """The upper end of a range, the index behind it, and a unit named between: "2 days to 4 days"."""
    j, unit = i, ""
    if j < len(items) and "unit" in items[j].means:
        unit = str(items[j].means["unit"])
        j += 1
    joined = "number_from" in items[first].means
    if j < len(items) and not (unit and items[j].text == "-"):
        item = items[j]
        between = any("between" in items[k].means for k in range(max(0, first - 3), first))
        if (
            item.text == "-"
            or "through" in item.means
            or "or" in item.means
            or (item.text == "/" and not unit)
            or ("and" in item.means and between)
        ):
            joined = True
            j += 1
    if joined:
        high = _number(items, j)
        if high is not None and not (unit and high <= low):
            after, _ = _repeated(items, j + 1, high)
            if not unit or (after < len(items) and "unit" in items[after].means):
                return high, after, unit
    return low, i, ""


def _slash(items: Sequence[Item], i: int, j: int) -> bool:
    return any(items[k].text == "/" for k in range(i, j))


def _is_no_term(items: Sequence[Item], i: int, j: int) -> bool:
    """ "7 days a week", "18 years old", "in our 7-day sale"; "24/7"."""
    if j + 1 < len(items) and "never_term" in items[j + 1].means and "within" not in items[j + 1].means:
        return True
    if j + 2 < len(items) and "never_term" in items[j + 2].means and items[j + 1].kind == "w":
        return not items[j + 1].means
    one = items[i].kind == "w" and items[i].means.get("number") == 1
    led = i > 0 and any(g in items[i - 1].means for g in ("within", "until", "through"))
    if one and items[j].means["unit"] == "day" and not led:
        return True  # "un jour férié", "an einem Tag"
    return bool(i) and "unit" in items[i - 1].means and items[i].kind == "w"


def _fits(items: Sequence[Item], i: int, low: int, high: int, unit: str) -> bool:
    if unit == "clock_hour":
        if items[i].kind != "n":
            return False
        return low in _WHOLE_HOURS and high in _WHOLE_HOURS
    if unit == "hour":
        return high <= 240
    return high * UNITS[unit] <= LONGEST
