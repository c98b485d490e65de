"""Which days does a stretch of text name: "Mon-Fri", "Di, Do und Sa", "weekdays", "public holidays"?"""

from __future__ import annotations

from collections.abc import Sequence

from auditor.reading.hours_clock import read_clock
from auditor.reading.hours_words import ALL
from auditor.reading.words import Item


def read_days(items: Sequence[Item], i: int, text: str) -> tuple[frozenset[int], bool, int] | None:
    """Days from an item on: names, ranges, lists, groups; whether holidays are among them; index after."""
    first = _day(items, i)
    if first is None:
        return None
    days, holidays = set(first[0]), first[1]
    last, ranged = first[0], "day_from" in items[i].means
    weak = _is_weak(items[i])
    dashed = False
    after = i + 1
    while True:
        j, joint = _day_joint(items, after)
        if ranged and joint in ("", "-"):
            joint = "through"
        following = _day(items, j) if joint else None
        if following is None:
            break
        more, more_holidays = following
        single = len(last) == 1 and len(more) == 1
        if joint in ("-", "through"):
            if not single or more_holidays or holidays:
                if joint == "through":
                    break
                days |= more
            else:
                days |= _range(min(last), min(more))
                dashed = dashed or joint == "-"
        else:
            days |= more
        holidays = holidays or more_holidays
        ranged = "day_from" in items[j].means
        weak = weak and _is_weak(items[j])
        last, after = more, j + 1
    inner = _explained(items, after, text) if days and not weak else None
    if inner is not None:
        return inner
    if weak and not _weak_holds(items, i, after, text, dashed):
        return None
    return frozenset(days), holidays, after


def _explained(items: Sequence[Item], i: int, text: str) -> tuple[frozenset[int], bool, int] | None:
    """ "working days (Mon-Fri)": the days in brackets explain the word before them."""
    if i + 1 >= len(items) or items[i].text != "(":
        return None
    found = read_days(items, i + 1, text)
    if found is None or found[2] >= len(items) or items[found[2]].text != ")":
        return None
    return found[0], found[1], found[2] + 1


def _day(items: Sequence[Item], i: int) -> tuple[frozenset[int], bool] | None:
    if i >= len(items):
        return None
    means = items[i].means
    if "holidays" in means:
        return frozenset(), True
    if "days" in means:
        return means["days"], False
    for group in ("day", "day_from", "short"):
        if group in means:
            return frozenset((means[group],)), False
    return None


def _is_weak(item: Item) -> bool:
    """Abbreviations are words of their own in most languages; only their surroundings make them days."""
    return "short" in item.means and "day" not in item.means and "day_from" not in item.means


def _weak_holds(items: Sequence[Item], i: int, after: int, text: str, dashed: bool) -> bool:
    single_letters = all(
        items[k].end - items[k].start == 1 for k in range(i, after) if "short" in items[k].means
    )
    if single_letters:
        names = [text[items[k].start] for k in range(i, after) if "short" in items[k].means]
        if not all(name.isupper() for name in names):
            return False
        if dashed:
            return True
    elif dashed:
        return True
    if i and _ends_a_time(items[i - 1]) and text[items[i].start].isupper() and not single_letters:
        return True
    j = after
    while j < len(items) and (
        items[j].text in (".", ":", ",", "(", ")", "-", "\t", "\n")
        or any(group in items[j].means for group in ("from", "until", "through"))
    ):
        j += 1
        if j - after > 4:
            break
    if j >= len(items):
        return after - i == 1 and (i == 0 or items[i - 1].kind == "b") and not single_letters
    item = items[j]
    if "closed" in item.means or "always" in item.means:
        return not single_letters
    return ("hour" in item.means or item.kind == "n" or "clock" in item.means) and (
        read_clock(items, j) is not None
    )


def _ends_a_time(item: Item) -> bool:
    return item.kind == "n" or any(group in item.means for group in ("am", "pm", "hour"))


def _day_joint(items: Sequence[Item], i: int) -> tuple[int, str]:
    """Index after what joins two days, and what it is: "-", through, and, or nothing."""
    joint, begun = "", i
    while i < len(items) and i - begun < 4:
        item = items[i]
        if item.text == ".":
            pass
        elif "and" in item.means or item.text in (",", "/", "+", "&") or "or" in item.means:
            joint = "and"
        elif item.text == "-" and joint != "and":
            joint = "-"
        elif "through" in item.means and joint == "":
            joint = "through"
        elif not ("from" in item.means and joint == "and"):
            break
        i += 1
    return i, joint


def _range(first: int, last: int) -> frozenset[int]:
    return frozenset(range(first, last + 1)) if first <= last else ALL - frozenset(range(last + 1, first))
