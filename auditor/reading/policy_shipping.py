"""What does delivery cost, how long does it take, and which ways are there?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from auditor.reading.base import Reading
from auditor.reading.money import Money, read_money
from auditor.reading.policy_cost import free_text
from auditor.reading.policy_text import SILENT, Statement, clauses, statements, terms
from auditor.reading.policy_words import PolicyWords, policy_words
from auditor.reading.structured_shop import ShippingData, shipping_details

OPTIONS = (
    "standard", "express", "same_day", "next_day", "weekend", "evening", "time_slot", "pickup_store",
    "pickup_point", "locker", "freight",
)  # fmt: skip
_OTHER_WAYS = tuple(f"opt_{o}" for o in OPTIONS if o != "standard")
_BACK = ("returns", "withdrawal")


@dataclass(frozen=True, kw_only=True, slots=True)
class ShippingReading:
    """A delivery policy, fact by fact; `because` says why a value is None."""

    standard_cost: Reading = SILENT
    """Money text of the ordinary way of delivery within the shop's country; "EUR 0.00" when always free."""
    free_from: Reading = SILENT
    """Money text of the order value from which delivery is free."""
    delivery_days: Reading = SILENT
    """Days until the goods arrive, the latest that is promised for the ordinary way."""
    dispatch_days: Reading = SILENT
    """Days until the goods leave the shop, the latest that is promised."""
    options: Reading = SILENT
    """A tuple of names from `OPTIONS`."""


def read_shipping(
    lines: Sequence[str],
    languages: Sequence[str],
    country: str,
    nodes: Sequence[dict[str, Any]] = (),
) -> ShippingReading:
    """Read a delivery page; lines and nodes as in `policy_returns.read_returns`."""
    words = policy_words(languages)
    said = tuple(s for s in statements(lines, words) if not s.is_question)
    free_from, cost = _money(said, words, country)
    delivery, dispatch = _days(said, words)
    data = shipping_details(nodes, country)
    return ShippingReading(
        standard_cost=_with(cost, {d.cost for d in data if d.cost}, "shippingRate"),
        free_from=_with(free_from, {d.free_from for d in data if d.free_from}, "freeShippingThreshold"),
        delivery_days=_with(delivery, _data_days(data), "deliveryTime"),
        dispatch_days=dispatch,
        options=_options(said),
    )


def _data_days(data: Sequence[ShippingData]) -> set[int]:
    return {d.days_high for d in data if d.days_high is not None}


def _with(reading: Reading, values: set[Any], key: str) -> Reading:
    """The reading beside the page's data; where they differ the value is refused."""
    if len(values) != 1:
        return reading
    value = next(iter(values))
    if reading.value is None:
        return reading if reading.because != SILENT.because else Reading(value=value, quote=f"{key}: {value}")
    if reading.value == value:
        return reading
    because = f"the text says {reading.value}, the page's data say {value}"
    return Reading(value=None, quote=reading.quote, because=because)


def _money(said: Sequence[Statement], words: PolicyWords, country: str) -> tuple[Reading, Reading]:
    """From which order value delivery is free, and what it costs below."""
    thresholds: dict[str, str] = {}
    standard: dict[str, str] = {}
    others: dict[str, str] = {}
    always_free: list[str] = []
    for statement in said:
        if not statement.about("delivery", "free_delivery") or statement.said.has(*_BACK):
            continue
        if statement.about("foreign"):
            continue
        parts = [statement.text[a:b] for a, b in clauses(statement.text)] or [statement.text]
        ordinary = not statement.said.has(*_OTHER_WAYS) and not statement.heading.has(*_OTHER_WAYS)
        for part in parts:
            here = words.find(part)
            free = here.has("free_delivery") or (len(parts) == 1 and statement.said.has("free_delivery"))
            for money in read_money(part, words.languages, country):
                if money.is_free or money.minor == 0:
                    continue
                if _is_threshold(money, free, here.has("threshold"), statement):
                    thresholds.setdefault(money.text, statement.text)
                elif money.upto_minor is None and not money.is_from and ordinary:
                    place = standard if statement.said.has("opt_standard") else others
                    place.setdefault(money.text, statement.text)
        if ordinary and _always_free(statement, words, country):
            always_free.append(statement.text)
    return _one(thresholds, "thresholds"), _cost(standard or others, always_free, bool(thresholds), country)


def _is_threshold(money: Money, free: bool, over: bool, statement: Statement) -> bool:
    """Whether an amount is the order value that makes delivery free."""
    return (free and (over or money.is_from)) or (
        over and statement.said.has("free_delivery") and money.is_from
    )


def _always_free(statement: Statement, words: PolicyWords, country: str) -> bool:
    named = statement.said.apart("free_delivery", "free_return").get("free_delivery", ())
    several_words = any(" " in statement.said.folded[a:b] for a, b in named)
    if not several_words or statement.said.has("threshold", "condition", "negation"):
        return False
    return not any(m.minor for m in read_money(statement.text, words.languages, country))


def _cost(found: dict[str, str], always_free: list[str], threshold: bool, country: str) -> Reading:
    if always_free and not found and not threshold:
        text = free_text(country)
        return Reading(value=text, quote=always_free[0]) if text else SILENT
    if always_free and found and not threshold:
        because = "one sentence says free, another names a cost"
        return Reading(value=None, quote=always_free[0], because=because)
    return _one(found, "costs")


def _one(found: dict[str, str], what: str) -> Reading:
    if not found:
        return SILENT
    if len(found) > 1:
        return Reading(
            value=None, quote=next(iter(found.values())), because=f"several {what}: {', '.join(found)}"
        )
    value, quote = next(iter(found.items()))
    return Reading(value=value, quote=quote)


def _days(said: Sequence[Statement], words: PolicyWords) -> tuple[Reading, Reading]:
    """Delivery and dispatch time; several different ones of the ordinary way are refused."""
    delivery: dict[int, str] = {}
    named: dict[int, str] = {}
    dispatch: dict[int, str] = {}
    for statement in said:
        if statement.said.has(*_BACK, "refund", "faulty") or statement.about("foreign"):
            continue
        for term in terms(statement, words):
            days, kind = term.duration.high, term.duration.kind
            if days > 120:
                continue
            sends = term.clause.has("dispatch") or kind == "dispatch"
            brings = term.clause.has("delivery_time") or kind == "delivery"
            if sends and not brings:
                dispatch.setdefault(days, statement.text)
            elif brings or statement.about("delivery_time") or term.clause.has("opt_standard"):
                if term.clause.has(*_OTHER_WAYS) or statement.said.has("opt_express", "opt_next_day"):
                    continue
                (named if statement.said.has("opt_standard") else delivery).setdefault(days, statement.text)
    return _one_term(named or delivery), _one_term(dispatch)


def _one_term(found: dict[int, str]) -> Reading:
    if len(found) > 1:
        several = ", ".join(str(d) for d in sorted(found))
        return Reading(
            value=None, quote=next(iter(found.values())), because=f"several periods: {several} days"
        )
    return Reading(value=next(iter(found)), quote=next(iter(found.values()))) if found else SILENT


def _options(said: Sequence[Statement]) -> Reading:
    """The ways of delivery that are named in sentences that do not deny them."""
    quotes: dict[str, str] = {}
    for statement in said:
        if statement.said.has("negation") or not statement.about(
            "delivery", "free_delivery", "delivery_time"
        ):
            continue
        for option in OPTIONS:
            if statement.said.has(f"opt_{option}"):
                quotes.setdefault(option, statement.text)
    if not quotes:
        return SILENT
    names = tuple(o for o in OPTIONS if o in quotes)
    return Reading(value=names, quote="\n".join(dict.fromkeys(quotes.values()))[:500])
