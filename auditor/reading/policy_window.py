"""Within how many days can goods go back, and when is the money back?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.reading.base import Reading
from auditor.reading.policy_text import SILENT, Statement, Term, nearest, terms
from auditor.reading.policy_words import Found, PolicyWords, Span

STATUTORY_DAYS = {"RU": 7, "BY": 14, "UA": 14, "ID": 0, "US": 0, "AU": 0, "NZ": 0, "CA": 0, "BR": 7, "IN": 0}
"""Days of the legal right to send distance purchases back; 14 elsewhere, as in the EU. 0: there is none."""
_USUAL = 14
_LIMITS = ("exception_sale", "exception_goods", "condition")
_TOPICS = ("returns", "withdrawal", "refund", "refund_neutral", "after_receipt", "return_cost")
_OTHER_KINDS = ("warranty", "delivery", "dispatch", "reply")
_LONGEST = 730


@dataclass(frozen=True, kw_only=True, slots=True)
class Windows:
    """What the statements say of periods."""

    window: Reading = SILENT
    statutory: Reading = SILENT
    refund: Reading = SILENT
    contradictions: tuple[Reading, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class _Said:
    """One promise of a period."""

    days: int
    low: int
    quote: str
    limited: bool
    """It holds only for some goods or customers."""
    legal: bool
    business: bool = False
    """Counted in working days."""

    @property
    def length(self) -> float:
        """Calendar days, about: five working days are a week."""
        return self.days * 7 / 5 if self.business else self.days


def read_windows(said: Sequence[Statement], words: PolicyWords, country: str) -> Windows:
    """Read all statements of a page.

    The window is the longest period that holds for everybody; what holds only for sale goods, members
    and the like neither raises nor lowers it. A window in working days is refused: how many days it
    lasts depends on the calendar.
    """
    windows: list[_Said] = []
    refunds: list[_Said] = []
    for statement in said:
        if statement.is_question:
            continue
        for term in terms(statement, words):
            role = _role(statement, term)
            if role and term.duration.high <= _LONGEST:
                (windows if role == "window" else refunds).append(_promise(statement, term, country))
    nothing_back = [s for s in said if _refuses_returns(s, words)]
    window, contradictions = _window(windows, nothing_back)
    legal = [s for s in windows if s.legal and s.days == statutory_days(country)]
    statutory = Reading(value=legal[0].days, quote=legal[0].quote) if legal else SILENT
    return Windows(window=window, statutory=statutory, refund=_refund(refunds), contradictions=contradictions)


def statutory_days(country: str) -> int:
    """Days of the legal right of withdrawal in a country; 0 where there is none."""
    return STATUTORY_DAYS.get(country.upper(), _USUAL)


def _promise(statement: Statement, term: Term, country: str) -> _Said:
    duration = term.duration
    return _Said(
        days=duration.high,
        low=duration.low,
        quote=statement.text,
        limited=term.clause.has(*_LIMITS)
        or (statement.heading.has(*_LIMITS) and not statement.heading.has("returns")),
        legal=statement.about("withdrawal", "statutory")
        and duration.high == statutory_days(country)
        and not duration.business,
        business=duration.business,
    )


def _role(statement: Statement, term: Term) -> str:
    """window, refund, or empty where the period is about something else."""
    clause, duration = term.clause, term.duration
    spans = _topics(clause) or _topics(statement.said)
    own = bool(_topics(clause))
    back: dict[str, tuple[Span, ...]] = {g: spans[g] for g in ("returns", "withdrawal") if g in spans}
    money = {"refund": spans["refund"]} if "refund" in spans else {}
    if clause.has("faulty") or (statement.said.has("faulty") and not own):
        return ""
    if duration.kind in _OTHER_KINDS and not own:
        return ""
    if not back and not money:
        return _by_heading(statement, term)
    if money and not back:
        return "refund"
    if money:
        if statement.said.has("after_receipt"):
            return "refund"
        return "refund" if own and nearest({**back, **money}, term.span) == "refund" else _if_own(own)
    if "after_receipt" in spans and statement.heading.has("refund"):
        return "refund"
    if _runs_from_notice(term) or _is_extension(statement, term):
        return ""
    return "window"


def _topics(found: Found) -> dict[str, tuple[Span, ...]]:
    """What a text is about; "refund or exchange" is no promise of a refund, but leaves the return in it."""
    spans = found.apart(*_TOPICS)
    back = found.apart(*(t for t in _TOPICS if t != "refund_neutral"))
    return spans | {group: back[group] for group in ("returns", "withdrawal") if group in back}


def _if_own(own: bool) -> str:
    """Return words of another clause prove nothing beside refund words."""
    return "window" if own else ""


def _by_heading(statement: Statement, term: Term) -> str:
    """What a short statement without a topic of its own gets from its heading: "Return period: 30 days"."""
    heading = _topics(statement.heading)
    if statement.said.has("faulty", "delivery_time", "dispatch") or len(statement.text) > 160:
        return ""
    if term.duration.kind in _OTHER_KINDS or statement.heading.has("faulty"):
        return ""
    if "refund" in heading and not ("returns" in heading or "withdrawal" in heading):
        return "refund"
    if ("returns" in heading or "withdrawal" in heading) and "refund" not in heading:
        return "" if _runs_from_notice(term) or statement.said.has("after_receipt") else "window"
    return ""


def _runs_from_notice(term: Term) -> bool:
    """True for the time to post the goods after the withdrawal was declared."""
    notices = term.clause.spans.get("after_notice", ())
    return any(start >= term.span[1] for start, _ in notices) and term.clause.has("returns")


def _is_extension(statement: Statement, term: Term) -> bool:
    """True for the year by which the law lengthens the right of those who were not told of it."""
    return (
        360 <= term.duration.high <= 380
        and statement.said.has("withdrawal")
        and not term.clause.has("returns")
    )


def _refuses_returns(statement: Statement, words: PolicyWords) -> bool:
    """True where the sentence says of everything that it cannot go back."""
    spans = statement.said.spans.get("no_returns", ())
    if not spans or statement.is_question or statement.about(*_LIMITS, "faulty", "in_store", "foreign"):
        return False
    left = len(statement.said.folded) - max(end for _, end in spans)
    return left <= 30 and not terms(statement, words)


def _window(windows: list[_Said], nothing_back: list[Statement]) -> tuple[Reading, tuple[Reading, ...]]:
    general = [w for w in windows if not w.limited]
    if nothing_back and general:
        because = f"one sentence takes nothing back, another allows {max(w.days for w in general)} days"
        clash = Reading(value=None, quote=nothing_back[0].text, because=because)
        return clash, (clash,)
    if nothing_back:
        return Reading(value=0, quote=nothing_back[0].text), ()
    if not general:
        if windows:
            return Reading(value=None, quote=windows[0].quote, because="only for some goods or customers"), ()
        return SILENT, ()
    best = max(general, key=lambda w: w.length)
    if best.business:
        return Reading(
            value=None, quote=best.quote, because=f"{best.days} working days, no calendar days"
        ), ()
    if best.low != best.days:
        because = f"a range of {best.low} to {best.days} days"
        return Reading(value=None, quote=best.quote, because=because), ()
    return Reading(value=best.days, quote=best.quote), ()


def _refund(refunds: list[_Said]) -> Reading:
    """The shop's own promise, else the legal one; several own ones are several stages: refused."""
    general = [r for r in refunds if not r.limited] or refunds
    own = [r for r in general if not r.legal] or general
    if not own:
        return SILENT
    if len({r.days for r in own}) > 1:
        several = ", ".join(str(d) for d in sorted({r.days for r in own}))
        return Reading(value=None, quote=own[0].quote, because=f"several periods: {several} days")
    return Reading(value=own[0].days, quote=own[0].quote)
