"""Do the bands and curves of a rubric decide every value, and each in one way?"""

from __future__ import annotations

import math
from decimal import Decimal
from itertools import pairwise
from typing import Any

from auditor.models import Outcome, Value
from auditor.rubric_entries import BandEntry, CriterionEntry, CurveEntry
from auditor.rules import Band, Bands, Curve, Limit, Rule, YesNo, money
from auditor.yaml_lines import Document, Place

WORDS = ("at_least", "at_most", "more_than", "less_than")
WHOLE = ("days", "count", "clicks")
"""Units that only take whole numbers: between 5 and 6 there is nothing to decide."""


def read_rule(entry: CriterionEntry, unit: str | None, document: Document, place: Place) -> Rule | None:
    """How this criterion earns points; None where no rule is written.

    unit: of the check, None when it is not known.

    Raises: ConfigError when a value could fall into no band or two, or a curve runs backwards.
    """
    given = [key for key in ("bands", "yes_no", "curve") if getattr(entry, key) is not None]
    if len(given) > 1:
        raise document.error((*place, given[1]), f"{given[0]} is written already; only one rule decides")
    if entry.yes_no is not None:
        return YesNo(yes=Outcome(entry.yes_no.yes), no=Outcome(entry.yes_no.no))
    if entry.curve is not None:
        return _curve(entry.curve, unit, document, (*place, "curve"))
    if entry.bands is not None:
        return _bands(entry.bands, unit, document, (*place, "bands"))
    return None


def _curve(entry: CurveEntry, unit: str | None, document: Document, place: Place) -> Curve:
    is_lower = entry.better == "lower"
    if (entry.p10 >= entry.median) if is_lower else (entry.p10 <= entry.median):
        side = "below" if is_lower else "above"
        problem = f"must be {side} the median ({entry.median:g}), because {entry.better} is better"
        raise document.error((*place, "p10"), problem)
    if unit in ("yes_no", "money", "opening_hours"):
        raise document.error(place, f"a curve needs a number; the check answers in {unit}")
    return Curve(p10=entry.p10, median=entry.median, better=entry.better)


def _bands(entries: tuple[BandEntry, ...], unit: str | None, document: Document, place: Place) -> Bands:
    bands = tuple(_band(e, unit, document, (*place, n)) for n, e in enumerate(entries))
    others = [n for n, band in enumerate(bands) if band.otherwise]
    if len(others) > 1:
        raise document.error((*place, others[1]), "a second otherwise; only one line can take the rest")
    if others and others[0] != len(bands) - 1:
        raise document.error(
            (*place, others[0]), "otherwise must be the last line; those below are never reached"
        )
    kinds = {bool(band.values) for band in bands if not band.otherwise}
    if len(kinds) > 1:
        raise document.error(place, "mixes exact values (is) with limits; use one of them")
    if kinds == {True}:
        _check_values(bands, document, place)
    else:
        for currency in _currencies(bands):
            _check_ladder(bands, currency, unit in WHOLE, document, place)
    return Bands(bands=bands)


def _band(entry: BandEntry, unit: str | None, document: Document, place: Place) -> Band:
    outcome = Outcome(entry.outcome)
    words = [word for word in WORDS if getattr(entry, word) is not None]
    if sum((bool(words), entry.is_ is not None, entry.otherwise is not None)) != 1:
        raise document.error(
            place, "needs limits (at_least, at_most, more_than, less_than), is, or otherwise"
        )
    if entry.otherwise:
        return Band(outcome=outcome, otherwise=True)
    if entry.is_ is not None:
        values = entry.is_ if isinstance(entry.is_, list) else [entry.is_]
        return Band(outcome=outcome, values=tuple(_value(v, document, (*place, "is")) for v in values))
    if {"at_least", "more_than"} <= set(words) or {"at_most", "less_than"} <= set(words):
        raise document.error(place, f"{words[0]} and {words[-1]} are the same side of the band")
    limits = tuple(
        Limit(word=word, amounts=_amounts(getattr(entry, word), unit, document, (*place, word)))
        for word in words
    )
    return Band(outcome=outcome, limits=limits)


def _value(value: Any, document: Document, place: Place) -> Value:
    if isinstance(value, bool | int | float | str):
        return value
    raise document.error(place, "must be a plain value or a list of them")


def _amounts(
    given: Any, unit: str | None, document: Document, place: Place
) -> tuple[tuple[str, Decimal], ...]:
    listed = given if isinstance(given, list) else [given]
    found: list[tuple[str, Decimal]] = []
    for item in listed:
        amount = _amount(item)
        if amount is None or amount[1] < 0:
            raise document.error(place, f'must be a number or money such as "EUR 4.99", not {item!r}')
        if unit == "money" and not amount[0] and amount[1] != 0:
            raise document.error(place, f'needs a currency, such as "EUR {item}"')
        if unit not in ("money", None) and amount[0]:
            raise document.error(place, f"the check answers in {unit or 'plain values'}, not in money")
        if amount[0] in dict(found):
            raise document.error(place, f"{amount[0] or 'the number'} is given twice")
        found.append(amount)
    if not found or (len(found) > 1 and not all(currency for currency, _ in found)):
        raise document.error(place, "must be one number, or one amount for each currency")
    return tuple(found)


def _amount(item: Any) -> tuple[str, Decimal] | None:
    if isinstance(item, bool):
        return None
    if isinstance(item, int | float):
        return ("", Decimal(str(item))) if math.isfinite(item) else None
    found = money(item) if isinstance(item, str) else None
    return (found[1], found[0]) if found else None


def _check_values(bands: tuple[Band, ...], document: Document, place: Place) -> None:
    seen: list[Value] = []
    for n, band in enumerate(bands):
        for value in band.values:
            if any(value == other and type(value) is type(other) for other in seen):
                raise document.error((*place, n), f"{value!r} is decided by an earlier line already")
            seen.append(value)
    is_all = {v for v in seen if isinstance(v, bool)} == {True, False}
    if not bands[-1].otherwise and not is_all:
        raise document.error(place, "leaves a gap: other values fall into no line; add otherwise")


def _currencies(bands: tuple[Band, ...]) -> tuple[str, ...]:
    named = {currency for band in bands for limit in band.limits for currency, _ in limit.amounts if currency}
    return tuple(sorted(named)) or ("",)


def _check_ladder(
    bands: tuple[Band, ...], currency: str, is_whole: bool, document: Document, place: Place
) -> None:
    """Every amount from zero up falls into a line, every line can be reached, and none cuts into another.

    Lines may nest (at least 30 before at least 14), because the first decides. Two lines that overlap
    without nesting are refused: swapped, they would give other verdicts.
    """
    missing = [n for n, b in enumerate(bands) for limit in b.limits if limit.amount(currency) is None]
    if missing:
        raise document.error((*place, missing[0]), f"names no amount in {currency}, as other lines do")
    samples = _samples(bands, currency, is_whole)
    holds = [
        frozenset(
            s for s in samples if band.otherwise or all(limit.holds(s, currency) for limit in band.limits)
        )
        for band in bands
    ]
    taken: set[Decimal] = set()
    for n, inside in enumerate(holds):
        if not inside - taken:
            raise document.error(
                (*place, n), "can never be reached; the lines above take all of it, or it is empty"
            )
        for earlier in range(n):
            if not bands[n].otherwise and holds[earlier] & inside and not holds[earlier] < inside:
                both = min(holds[earlier] & inside)
                raise document.error(
                    (*place, n), f"overlaps with line {earlier + 1} of the bands (at {both:g})"
                )
        taken |= inside
    if gap := set(samples) - taken:
        raise document.error(place, f"leaves a gap: {min(gap):g} falls into no line")


def _samples(bands: tuple[Band, ...], currency: str, is_whole: bool) -> tuple[Decimal, ...]:
    """Amounts that tell every two ladders apart: the edges, and what lies beside and between them."""
    edges = {Decimal(0)}
    edges |= {a for band in bands for limit in band.limits if (a := limit.amount(currency)) is not None}
    ordered = sorted(edges)
    if is_whole:
        near = {Decimal(math.floor(e)) + k for e in ordered for k in (-1, 0, 1, 2)}
        return tuple(sorted(n for n in near if n >= 0))
    between = {(a + b) / 2 for a, b in pairwise(ordered)}
    return tuple(sorted(edges | between | {ordered[-1] + 1}))
