"""How does a value earn points? Bands, yes or no, and log-normal curves."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from statistics import NormalDist
from typing import TypeAlias

from auditor.models import Outcome, Value

EARNS = {Outcome.MET: 1.0, Outcome.PARTLY_MET: 0.5, Outcome.NOT_MET: 0.0}
"""Share of a criterion's weight that an outcome earns."""

GREEN, AMBER = 0.9, 0.5
"""On a curve: met from 0.9, partly met from 0.5. Points follow the curve itself, not these words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """A value judged."""

    outcome: Outcome
    share: float
    """Of the weight, 0..1."""
    because: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Unjudged:
    """A value that this rule cannot judge; the shop neither gains nor loses."""

    because: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Limit:
    """One side of a band: an amount, or an amount of money in each of some currencies."""

    word: str
    """at_least, at_most, more_than or less_than."""
    amounts: tuple[tuple[str, Decimal], ...]
    """(currency, amount); the currency is empty for plain numbers, and for zero in any currency."""

    def holds(self, amount: Decimal, currency: str) -> bool | None:
        """Whether an amount is on this side; None when the limit does not speak of its currency."""
        limit = self.amount(currency)
        if limit is None:
            return None
        match self.word:
            case "at_least":
                return amount >= limit
            case "at_most":
                return amount <= limit
            case "more_than":
                return amount > limit
        return amount < limit

    def amount(self, currency: str) -> Decimal | None:
        """The limit in a currency, or None when it has none."""
        found = dict(self.amounts)
        if currency in found:
            return found[currency]
        bare = found.get("")
        return bare if bare is not None and (not currency or bare == 0) else None

    def words(self, unit: str, currency: str = "") -> str:
        """`at least 30 days`."""
        amount = self.amount(currency)
        shown = f"{currency} {amount:.2f}" if currency and amount else plain(float(amount or 0), unit)
        return f"{self.word.replace('_', ' ')} {shown}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Band:
    """One line of a ladder: what falls here ends so."""

    outcome: Outcome
    limits: tuple[Limit, ...] = ()
    values: tuple[Value, ...] = ()
    """Exact values, for yes/no and words; empty when the band has limits."""
    otherwise: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Bands:
    """A ladder: the first band that a value falls into decides."""

    bands: tuple[Band, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class YesNo:
    """Is it there or not; a thing that is there but could not be read counts as there."""

    yes: Outcome
    no: Outcome


@dataclass(frozen=True, kw_only=True, slots=True)
class Curve:
    """Log-normal: the p10 value earns 90% of the weight, the median half of it.

    Why: times and counts spread over a factor, not a sum; a shop at twice the median is as far off
    as one at half of it, and no step at a threshold invites tuning to it.
    """

    p10: float
    median: float
    better: str
    """lower or higher."""

    def share(self, value: float) -> float:
        """Share of the weight for a value, 0..1; falls (or rises) strictly with the value."""
        if value <= 0:
            return 1.0 if self.better == "lower" else 0.0
        spread = abs(math.log(self.p10 / self.median)) / NormalDist().inv_cdf(0.9)
        distance = math.log(value / self.median) / spread
        return NormalDist().cdf(-distance if self.better == "lower" else distance)


Rule: TypeAlias = Bands | YesNo | Curve


def apply(rule: Rule, value: Value, unit: str) -> Verdict | Unjudged:
    """What a value earns.

    A value of None (there, but not read) is judged by yes_no alone. Several values: limits look at
    their number, and for money at the lowest amount, because a customer can choose it.
    """
    match rule:
        case YesNo():
            is_yes = _is_yes(value, unit)
            outcome = rule.yes if is_yes else rule.no
            known = "there, though not readable" if value is None else shown(value, unit)
            return Verdict(outcome=outcome, share=EARNS[outcome], because=f"{known}: this {_said(outcome)}")
        case _ if value is None:
            return Unjudged(because="it is stated, but could not be read")
        case Curve():
            return _on_curve(rule, value, unit)
        case Bands():
            return _in_bands(rule, value, unit)


def _is_yes(value: Value, unit: str) -> bool:
    """Example: True, "Mo-Fr 09:00-17:00" and 3 channels are yes; False, 0 channels and () are no."""
    if value is None:
        return True
    if isinstance(value, bool | str | tuple):
        return bool(value)
    return value > 0 if unit in ("count", "share", "score", "hours_per_week", "yes_no") else True


def _on_curve(rule: Curve, value: Value, unit: str) -> Verdict | Unjudged:
    number = amount_of(value, unit)
    if number is None or number[1] or number[0] < 0:
        return Unjudged(because=f"{shown(value, unit)} cannot be placed on the curve")
    share = rule.share(float(number[0]))
    outcome = Outcome.MET if share >= GREEN else Outcome.PARTLY_MET if share >= AMBER else Outcome.NOT_MET
    middle = f"half of the points at {plain(rule.median, unit)}, 90% at {plain(rule.p10, unit)}"
    because = f"{shown(value, unit)} earns {share:.0%} ({middle})"
    return Verdict(outcome=outcome, share=share, because=because)


def _in_bands(rule: Bands, value: Value, unit: str) -> Verdict | Unjudged:
    number = amount_of(value, unit)
    for band in rule.bands:
        if band.otherwise:
            words = "anything else"
        elif band.values:
            if not any(_same(value, v) for v in band.values):
                continue
            words = " or ".join(shown(v, unit) for v in band.values)
        else:
            if number is None:
                return Unjudged(because=f"{shown(value, unit)} is no amount that can be compared")
            amount, currency = number
            holds = [limit.holds(amount, currency) for limit in band.limits]
            if None in holds:
                words = f"{shown(value, unit)}: the rubric names no amount in {currency or unit}"
                return Unjudged(because=words)
            if not all(holds):
                continue
            words = " and ".join(limit.words(unit, currency) for limit in band.limits)
        said = f"{shown(value, unit)}: {words} {_said(band.outcome)}"
        return Verdict(outcome=band.outcome, share=EARNS[band.outcome], because=said)
    return Unjudged(because=f"{shown(value, unit)} falls into no band")


def _same(value: Value, wanted: Value) -> bool:
    """Equal, and both truth values or neither: True is not 1 here."""
    return value == wanted and isinstance(value, bool) == isinstance(wanted, bool)


def amount_of(value: Value, unit: str) -> tuple[Decimal, str] | None:
    """The amount and currency that limits compare, or None when there is none.

    Example: 30 -> (30, ""), "EUR 4.99" -> (4.99, "EUR"), ("PayPal", "Visa") -> (2, "").
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return (Decimal(str(value)), "") if math.isfinite(value) else None
    if unit == "money":
        amounts = [money(text) for text in (value if isinstance(value, tuple) else (value,))]
        known = [m for m in amounts if m is not None]
        is_one_currency = len({currency for amount, currency in known}) == 1
        return min(known) if known and len(known) == len(amounts) and is_one_currency else None
    return (Decimal(len(value)), "") if isinstance(value, tuple) else None


def money(text: str) -> tuple[Decimal, str] | None:
    """Amount and currency of "EUR 4.99", or None."""
    currency, _, amount = text.partition(" ")
    if len(currency) != 3 or not (currency.isascii() and currency.isupper()):
        return None
    try:
        number = Decimal(amount)
    except InvalidOperation:
        return None
    return (number, currency) if number.is_finite() else None


_SAID = {Outcome.MET: "is met", Outcome.PARTLY_MET: "is partly met", Outcome.NOT_MET: "is not met"}


def _said(outcome: Outcome) -> str:
    return _SAID[outcome]


def shown(value: Value, unit: str) -> str:
    """A value in words: `30 days`, `yes`, `EUR 4.99`, `2 (PayPal, Visa)`."""
    if value is None:
        return "not readable"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        listed = ", ".join(value[:8]) + (", ..." if len(value) > 8 else "")
        return listed if unit == "money" else f"{len(value)} ({listed})" if value else "none"
    return value if isinstance(value, str) else plain(value, unit)


_UNITS = {
    "days": ("day", "days"),
    "clicks": ("click", "clicks"),
    "seconds": ("second", "seconds"),
    "hours_per_week": ("hour a week", "hours a week"),
}


def plain(number: float, unit: str) -> str:
    """A number with its unit: `1 day`, `37.5 hours a week`, `40%`."""
    if unit == "share":
        return f"{number:.0%}"
    digits = f"{round(number, 2):g}" if abs(number) < 1e6 else f"{number:.0f}"
    one, many = _UNITS.get(unit, ("", ""))
    return f"{digits} {one if number == 1 else many}".strip()
