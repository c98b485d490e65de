"""Which times belong to which days?

Within a sentence the order decides: days before their times, or times before their days. Days may
also stand alone, with their times in the next block (heading and line, term and definition).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from auditor.reading.hours_atoms import Atom
from auditor.reading.hours_clock import DAY, Span

WHOLE_DAY = (Span(0, DAY),)
FAR = 12
"""Words between days and times beyond which they do not belong together."""
_NEAR = 3
"""The same for bare numbers after their days."""


@dataclass(frozen=True, kw_only=True)
class Statement:
    """Days with their times, or why they cannot be read."""

    first: Atom
    last: Atom
    days: frozenset[int] = frozenset()
    holidays: bool = False
    spans: tuple[Span, ...] = ()
    because: str = ""
    without_days: bool = False
    """Said of day and night without naming days."""


_AMBIGUOUS = "it does not say which times belong to which days"
_TIMED = ("times", "always", "closed")
_HEADS = ("days", "times", "always", "closed", "half", "except", "pause", "doubt")


@dataclass
class Open:
    """What a block left open for the next ones."""

    days: Atom | None = None
    times: Atom | None = None
    line: int = 0


def pair(atoms: Sequence[Atom], left: Open, line: int) -> list[Statement]:
    """The statements of one sentence; `left` is read and updated."""
    parts = [atom for atom in atoms if atom.kind in _HEADS]
    if not parts:
        return []
    if left.days and line - left.line > 2:
        left.days = None
    if left.times and line - left.line > 2:
        left.times = None
    timed = [a for a in parts if a.kind in ("times", "always")]
    dated = [a for a in parts if a.kind == "days"]
    if any(a.kind == "doubt" for a in parts):
        return [_refuse(parts, "a day is named without its times")] if timed and dated else []
    if any(a.kind == "pause" for a in parts) and timed:
        return [_refuse(parts, "a break is named beside the times")]
    if any(a.kind == "half" for a in parts):
        left.days = left.times = None
        if dated and not timed:
            return [_refuse(parts, "only the beginning or the end is named")]
        if dated:
            return [_refuse(parts, _AMBIGUOUS)]
        return []
    before = left.days
    said = sum(a.kind in _TIMED for a in parts)
    if before and parts[0].kind != "days" and said != len(dated) and not left.times:
        parts = [before, *parts]
    elif left.times and dated and not timed and dated[0] is parts[0]:
        parts = [left.times, *parts]
    left.days = left.times = None
    lead = next((a.kind for a in parts if a.kind in ("days", "times", "always")), "")
    walk = _days_first if lead == "days" else _times_first
    return walk(parts, left, line)


def _refuse(parts: Sequence[Atom], because: str) -> Statement:
    return Statement(first=parts[0], last=parts[-1], because=because)


def _times_of(atom: Atom) -> tuple[Span, ...]:
    return WHOLE_DAY if atom.kind == "always" else atom.spans


def _said(days: Atom, times: Atom, first: Atom, last: Atom) -> Statement:
    if times.kind == "times" and times.value:
        return Statement(first=first, last=last, because=times.value)
    return Statement(first=first, last=last, days=days.days, holidays=days.holidays, spans=_times_of(times))


def _days_first(parts: Sequence[Atom], left: Open, line: int) -> list[Statement]:
    found: list[Statement] = []
    days: Atom | None = None
    used = closing = False
    for n, atom in enumerate(parts):
        match atom.kind:
            case "days":
                if closing:
                    found.append(_closed(atom, parts[n - 1], atom))
                    days, used, closing = atom, True, False
                    continue
                if days and not used and atom.gap < FAR and any(a.kind in _TIMED for a in parts[n:]):
                    found.append(_refuse((days, atom), _AMBIGUOUS))
                days, used = atom, False
            case "times" | "always":
                if days is None:
                    return [_refuse(parts, _AMBIGUOUS)]
                far = atom.gap >= FAR or (not atom.sure and atom.gap > _NEAR)
                if used and not far:
                    return [_refuse(parts, _AMBIGUOUS)]
                if used or far:
                    continue
                found.append(_said(days, atom, days, atom))
                used = True
            case "closed":
                if days and not used:
                    found.append(_closed(days, days, atom))
                    used = True
                else:
                    closing = True
            case "except":
                if days and not used and not atom.holidays:
                    days = replace(days, days=days.days - atom.days)
                else:
                    _except(found, atom)
    if days and not used:
        if sum(a.kind == "days" for a in parts) == 1 or found:
            left.days, left.line = days, line
        if found and days.gap == 0:
            return [_refuse(parts, "days are named at the end without their times")]
    return found


def _times_first(parts: Sequence[Atom], left: Open, line: int) -> list[Statement]:
    found: list[Statement] = []
    times: Atom | None = None
    closing: Atom | None = None
    for atom in parts:
        match atom.kind:
            case "times" | "always":
                if times is not None:
                    return [_refuse(parts, _AMBIGUOUS)]
                times = atom
            case "days":
                if times is not None and not times.sure and atom.gap:
                    return []
                if times is not None and atom.gap < FAR:
                    found.append(_said(atom, times, times, atom))
                    times = None
                elif closing is not None:
                    found.append(_closed(atom, closing, atom))
                elif found and atom.gap == 0:
                    return [_refuse(parts, _AMBIGUOUS)]
                closing = None
            case "closed":
                closing = atom
            case "except":
                _except(found, atom)
    if times is not None:
        if found:
            return [_refuse(parts, _AMBIGUOUS)]
        if times.kind == "always":
            if times.sure:
                found.append(Statement(first=times, last=times, spans=WHOLE_DAY, without_days=True))
        else:
            left.times, left.line = times, line
    return found


def _closed(days: Atom, first: Atom, last: Atom) -> Statement:
    return Statement(first=first, last=last, days=days.days, holidays=days.holidays)


def _except(found: list[Statement], atom: Atom) -> None:
    """Take the excepted days out of what was said before; holidays become closed."""
    if not found or found[-1].because:
        return
    if atom.days or atom.holidays:
        found.append(Statement(first=atom, last=atom, days=atom.days, holidays=atom.holidays))
