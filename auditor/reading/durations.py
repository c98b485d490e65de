"""How long, in days, does a text say that something takes or may take?

A month is 30 days and a year 365, so that "one month" and "30 days" compare; hours round up to
days. Years count only in sentences about a guarantee, a return or the like: shops tell their age
in years too. Business hours, decimals and numbers that contradict their own words are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from auditor.reading.base import Reading
from auditor.reading.duration_scan import Period, read_periods
from auditor.reading.duration_words import KINDS, DurationWords, duration_words
from auditor.reading.word_lists import chosen_languages
from auditor.reading.words import Item, sentences, tokenise

_LETTERS = re.compile(r"[^\W\d_]+")
_QUOTE = 500
_LINE = 600
"""Characters of a sentence that is remembered; longer ones would fill the memory."""
_AHEAD, _AROUND = 14, 8
"""Items to look at after the period, and around it for anchors in one word."""
_NEARBY = 60
"""Items on either side in which a sentence says what a period is about."""
_MARKED, _MARKED_DAY = 5, 10
"""The same after a word such as "from", and after "from the day on which"."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Duration:
    """A period as a text states it, in whole days: a month is 30, a year 365, hours round up."""

    low: int
    high: int
    """The same as `low` where the text gives no range."""
    business: bool = False
    """Counted in working days."""
    anchor: str = ""
    """What it runs from: order, dispatch, delivery, invoice, or empty where the sentence does not say."""
    negated: bool = False
    """The sentence denies it: "not within 14 days"."""
    quote: str
    """The sentence, unchanged."""
    kind: str = ""
    """withdrawal, return, refund, delivery, dispatch, reply, warranty, or empty."""


def read_durations(text: str, languages: Sequence[str]) -> tuple[Duration, ...]:
    """Every period that a text states, in its order."""
    return tuple(found for found in _read(text, languages) if isinstance(found, Duration))


def refused_durations(text: str, languages: Sequence[str]) -> tuple[Reading, ...]:
    """What looks like a period but cannot be read surely, each with the reason."""
    return tuple(found for found in _read(text, languages) if isinstance(found, Reading))


def _read(text: str, languages: Sequence[str]) -> Iterator[Duration | Reading]:
    words = duration_words(chosen_languages(languages))
    for line in text.split("\n"):
        if words.unit_words.isdisjoint(_LETTERS.findall(line.casefold())):
            continue
        for start, end in sentences(line):
            sentence = line[start:end].strip()
            yield from _of_sentence(sentence, words) if len(sentence) <= _LINE else _sentence(sentence, words)


@lru_cache(maxsize=2_048)
def _of_sentence(sentence: str, words: DurationWords) -> tuple[Duration | Reading, ...]:
    """Kept for a while: several readings ask for the same sentences of a page."""
    return tuple(_sentence(sentence, words))


def periods_in(sentence: str, languages: Sequence[str]) -> tuple[tuple[Item, ...], tuple[Period, ...]]:
    """The words of a sentence and the periods among them."""
    words = duration_words(chosen_languages(languages))
    return _scanned(sentence, words) if len(sentence) <= _LINE else _scan(sentence, words)


@lru_cache(maxsize=2_048)
def _scanned(sentence: str, words: DurationWords) -> tuple[tuple[Item, ...], tuple[Period, ...]]:
    return _scan(sentence, words)


def _scan(sentence: str, words: DurationWords) -> tuple[tuple[Item, ...], tuple[Period, ...]]:
    items = words.vocabulary.scan(tokenise(sentence))
    return tuple(items), tuple(read_periods(items))


def _sentence(sentence: str, words: DurationWords) -> Iterator[Duration | Reading]:
    items, periods = _scanned(sentence, words) if len(sentence) <= _LINE else _scan(sentence, words)
    for n, period in enumerate(periods):
        until = periods[n + 1].first if n + 1 < len(periods) else len(items)
        since = periods[n - 1].after if n else 0
        kind = _kind(items, period)
        anchor = _anchor(items, period, since, until, kind)
        if period.because:
            yield Reading(value=None, quote=sentence[:_QUOTE], because=period.because)
        elif _is_meant(period, kind, anchor):
            yield Duration(
                low=period.low,
                high=period.high,
                business=period.unit == "business_day",
                anchor=anchor,
                negated=_negated(items, period),
                quote=sentence[:_QUOTE],
                kind=KINDS.get(kind, ""),
            )


def _is_meant(period: Period, kind: str, anchor: str) -> bool:
    """Years and hours mean a term only where the sentence is about one."""
    if period.unit == "year":
        return bool(kind)
    if period.unit in ("hour", "clock_hour"):
        return bool(kind or anchor or period.led or period.high > period.low)
    return True


def _kind(items: Sequence[Item], period: Period) -> str:
    """What the period is about: said in its own clause, before its bracket, or nearby."""
    start, end = _clause(items, period.first, period.after)
    scopes = [(start, end)]
    if start and items[start - 1].text == "(":
        scopes.append(_clause(items, start - 1, start - 1))
    nearby = (max(0, period.first - _NEARBY), min(len(items), period.after + _NEARBY))
    for first, last in (*scopes, nearby):
        said = {
            str(items[n].means["kind"])
            for n in range(first, last)
            if "kind" in items[n].means and not _is_anchor_noun(items, n)
        }
        for kind in KINDS:
            if kind in said:
                return kind
    return ""


def _clause(items: Sequence[Item], start: int, end: int) -> tuple[int, int]:
    """From one comma or bracket to the next, or as far as it makes sense to look."""
    first, last = max(0, start - _NEARBY), min(len(items), end + _NEARBY)
    while start > first and items[start - 1].text not in (",", ";", ":", "(", ")"):
        start -= 1
    while end < last and items[end].text not in (",", ";", "(", ")"):
        end += 1
    return start, end


def _is_anchor_noun(items: Sequence[Item], n: int) -> bool:
    """True for "delivery" in "after delivery"."""
    return "noun" in items[n].means and any("after" in items[k].means for k in range(max(0, n - 2), n))


def _anchor(items: Sequence[Item], period: Period, since: int, until: int, kind: str) -> str:
    """What the period runs from; a refund never runs from the customer's delivery."""
    found = _found_anchor(items, period, since, until)
    return "" if kind == "refund" and found == "delivery" else found


def _found_anchor(items: Sequence[Item], period: Period, since: int, until: int) -> str:
    for i in range(period.after, min(until, period.after + _AHEAD)):
        if "after" in items[i].means:
            return _noun(items, i, until)
        if items[i].text in (";", "."):
            break
    for i in (*range(period.after, min(until, period.after + _AROUND)), *range(since, period.first)):
        if "anchored" in items[i].means and i >= period.first - _AROUND:
            return str(items[i].means["anchored"])
    for i in range(since, period.first):
        starts = i == 0 or items[i - 1].text in (",", ":", ";")
        if starts and "after" in items[i].means and period.first - i <= _MARKED_DAY:
            return _noun(items, i, period.first)
    return ""


def _noun(items: Sequence[Item], marker: int, until: int) -> str:
    """The anchor that a word such as "after" names; empty where it is the shop that receives."""
    if "noun" in items[marker].means:
        return str(items[marker].means["noun"])
    of_a_day, unknown = _names_a_day(items[marker]), False
    for i in range(marker + 1, min(until, marker + 1 + _MARKED_DAY)):
        means = items[i].means
        of_a_day = of_a_day or _names_a_day(items[i])
        unknown = unknown or (not means and items[i].kind == "w" and len(items[i].text) > 6)
        if "ours" in means or (i > marker + _MARKED and not of_a_day):
            return ""
        if "anchored" in means:
            return str(means["anchored"])
        if means.get("noun") == "order" and unknown:
            return ""  # "since you <unknown verb> the order"
        if "noun" in means:
            return _received(str(means["noun"]), items[i + 1 : i + 4])
    return ""


def _received(noun: str, behind: Sequence[Item]) -> str:
    """The anchor, when what is received is the goods: "receipt of payment" is of an order, "receipt of
    your request" and "receipt by us" are none."""
    shop = "ours" in behind[0].means if behind else False
    if len(behind) > 1 and "ours" in behind[1].means:
        shop = shop or len(behind[0].text) <= 3  # "bei uns", "by us"
    if noun == "delivery":
        for item in behind:
            if item.kind == "p" or "unit" in item.means:
                break
            if "payment" in item.means:
                return "order"
            shop = shop or "papers" in item.means
    return "" if shop else noun


def _names_a_day(item: Item) -> bool:
    return item.means.get("unit") == "day" or item.text.endswith((" tag", " ziua"))


def _negated(items: Sequence[Item], period: Period) -> bool:
    return any(
        "negation" in items[i].means and not items[i].means.keys() & {"until", "through", "and"}
        for i in range(max(0, period.first - 3), period.first)
    )
