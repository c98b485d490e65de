"""The parts of a text that opening hours are made of, in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from auditor.reading.hours_clock import Span, read_clock, read_span
from auditor.reading.hours_days import read_days
from auditor.reading.words import Item, Vocabulary, tokenise


@dataclass(frozen=True, kw_only=True)
class Atom:
    """One part: which days, which times, closed, always, whose hours, or a break."""

    kind: str
    """days, times, closed, always, except, channel, season, pause, half (a time without its end), doubt
    (an abbreviated day without times), break (of a sentence), line, cell."""
    start: int
    end: int
    days: frozenset[int] = frozenset()
    holidays: bool = False
    spans: tuple[Span, ...] = ()
    value: str = ""
    """The channel; for times, why they cannot be read."""
    gap: int = 0
    """Words since the atom before that mean nothing here."""
    sure: bool = True
    """False for "24 hours", which can be a delay, and for bare numbers, "9-17"."""


def read_atoms(text: str, vocabulary: Vocabulary, *, twelve: bool) -> list[Atom]:
    """The atoms of a text; blocks are separated by line feeds, cells by tabs."""
    return _Reader(vocabulary.scan(tokenise(text)), text, twelve).read()


class _Reader:
    """Walks once over the items; keeps the place and the words in between."""

    def __init__(self, items: list[Item], text: str, twelve: bool) -> None:
        self.items, self.text, self.twelve = items, text, twelve
        self.i = self.gap = 0
        self.between = False
        self.atoms: list[Atom] = []

    def read(self) -> list[Atom]:
        while self.i < len(self.items):
            item = self.items[self.i]
            if not item.means and item.kind == "w":  # most words of a page
                self.gap += 1
                self.i += 1
            elif not (self._break() or self._exception() or self._always() or self._days() or self._times()):
                self._mark()
        return self.atoms

    def _put(self, kind: str, begin: int, after: int, **rest: object) -> bool:
        start, end = self.items[begin].start, self.items[after - 1].end
        self.atoms.append(Atom(kind=kind, start=start, end=end, gap=self.gap, **rest))  # type: ignore[arg-type]
        self.gap, self.i = 0, after
        return True

    def _break(self) -> bool:
        i, item = self.i, self.items[self.i]
        if item.kind == "b":
            self.between = False
            return self._put("line" if item.text == "\n" else "cell", i, i + 1)
        if item.text in (";", "|", "•", "·") or (item.text in (".", "!", "?") and self._ends_sentence(i)):
            self.between = False
            return self._put("break", i, i + 1)
        return False

    def _ends_sentence(self, i: int) -> bool:
        """A full stop before a new sentence, not after "Mo." or "Tel."."""
        following = self.items[i + 1] if i + 1 < len(self.items) else None
        if following is None or following.start == self.items[i].end:
            return following is None
        before = self.items[i - 1] if i else None
        if before is None or (
            any(g in before.means for g in ("short", "am", "pm", "and", "hour"))
            and not (
                self.text[following.start].isupper() and "am" not in before.means and "pm" not in before.means
            )
        ):
            return False
        long_enough = before.kind == "n" or len(before.text) > 3 or bool(before.means) or before.text == ")"
        return long_enough and (self.text[following.start].isupper() or bool(following.means))

    def _exception(self) -> bool:
        """ "except public holidays", and the day that is excepted."""
        begin = self.i
        if "except" not in self.items[begin].means:
            return False
        for i in range(begin + 1, min(begin + 6, len(self.items))):
            item = self.items[i]
            if item.kind == "b" or item.text in (";", ")"):
                break
            found = read_days(self.items, i, self.text)
            if found is not None:
                days, holidays, after = found
                return self._put("except", begin, after, days=days, holidays=holidays)
            if "season" in item.means or "month" in item.means or item.kind == "n":
                return self._put("except", begin, i + 1)
        self.i += 1
        return True

    def _always(self) -> bool:
        i, item = self.i, self.items[self.i]
        if "always" not in item.means:
            return False
        sure = bool(item.means["always"])
        if not sure and (self.gap or (i and self.items[i - 1].kind == "w" and not self._after_days())):
            return False  # "24 hours" is day and night beside days only; elsewhere it is a delay
        return self._put("always", i, i + 1, sure=sure)

    def _after_days(self) -> bool:
        return bool(self.atoms) and self.atoms[-1].kind == "days" and self.gap == 0

    def _days(self) -> bool:
        found = read_days(self.items, self.i, self.text)
        if found is None:
            return False
        days, holidays, after = found
        return self._put("days", self.i, after, days=days, holidays=holidays)

    def _times(self) -> bool:
        begin, i = self.i, self.i
        spans: list[Span] = []
        because, end, exact = "", begin, True
        while True:
            found = read_span(self.items, i, twelve=self.twelve, between=self.between)
            if found is None:
                break
            if found.span is None:
                because = because or found.because
            else:
                spans.append(found.span)
            end, exact = found.after, exact and found.exact
            i = _past_joint(self.items, end)
        if end == begin:
            return self._half_open()
        self.between = self.between or any("between" in item.means for item in self.items[begin:end])
        ordered = sorted(spans)
        if any(a.end > b.start for a, b in pairwise(ordered)):
            because = because or "the times overlap"
        return self._put("times", begin, end, spans=tuple(ordered), value=because, sure=exact)

    def _half_open(self) -> bool:
        item = self.items[self.i]
        if not ("from" in item.means or "until" in item.means or "through" in item.means) or item.kind != "w":
            return False
        found = read_clock(self.items, self.i + 1)
        if found is None or not found[0].exact:
            return False
        return self._put("half", self.i, found[1])

    def _mark(self) -> None:
        item = self.items[self.i]
        for kind in ("closed", "season", "pause"):
            if kind in item.means and item.kind == "w":
                self._put(kind, self.i, self.i + 1)
                return
        capital = self.text[item.start].isupper()
        if "month" in item.means and (capital or not item.means["month"]):
            self._put("season", self.i, self.i + 1)  # "May" and not "may"
            return
        if "channel" in item.means:
            self._put("channel", self.i, self.i + 1, value=item.means["channel"])
            return
        if "between" in item.means:
            self.between = True
        if self._is_stray_day():
            self._put("doubt", self.i, self.i + 1)
            return
        if self._is_date():
            self._put("season", self.i, self.i + 3)
            return
        if item.kind != "p" and "hour" not in item.means and "and" not in item.means:
            self.gap += 1
        self.i += 1

    def _is_stray_day(self) -> bool:
        """ "Mo-Fr 9-17, Sa by appointment": an abbreviated day in a list, without times."""
        item, before = self.items[self.i], self.items[self.i - 1] if self.i else None
        return (
            "short" in item.means
            and item.end - item.start > 1
            and self.text[item.start].isupper()
            and before is not None
            and (before.text in (",", "/") or "and" in before.means)
            and any(a.kind in ("times", "days") for a in self.atoms[-2:])
            and self.gap == 0
        )

    def _is_date(self) -> bool:
        """24.12. or 24/12/2026."""
        i, items = self.i, self.items
        if i + 3 >= len(items) or items[i].kind != "n" or len(items[i].text) > 2:
            return False
        sign = items[i + 1].text
        return (
            sign in (".", "/")
            and items[i + 2].kind == "n"
            and items[i + 3].text == sign
            and items[i + 3].start == items[i + 2].end
            and 1 <= int(items[i].text) <= 31
            and 1 <= int(items[i + 2].text) <= 12
        )


def _past_joint(items: Sequence[Item], i: int) -> int:
    """Index after a comma, "and", a slash or brackets between two spans."""
    begun = i
    while i < len(items) and i - begun < 4:
        item = items[i]
        if not (item.text in (",", "/", "+", "&", ".", "(", ")") or "and" in item.means):
            break
        i += 1
    return i
