"""Where in a line does a number stand with a currency, and where is something free?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from auditor.reading.money_amount import RUN, minor_units
from auditor.reading.money_words import (
    BEFORE,
    CODES,
    FAMILIES,
    MULTIPLES,
    NAMESAKES,
    PREFIXES,
    SIGNS,
    UNCLEAR,
    MoneyWords,
    decimal_sign,
)
from auditor.reading.words import Item, tokenise

_KRONE = {"sv": "SEK", "da": "DKK", "no": "NOK", "is": "ISK"}
_CENTS = 2


@dataclass(frozen=True, kw_only=True)
class Amount:
    """A number with its currency, or why it cannot be read."""

    first: int
    """Index of the first item."""
    after: int
    """Index behind the last item."""
    start: int
    end: int
    minor: int = 0
    currency: str = ""
    upto: int | None = None
    is_from: bool = False
    is_free: bool = False
    because: str = ""
    bare: bool = False
    """A number without a currency of its own; only a range can lend it one."""
    run: str = ""


def read_amounts(line: str, words: MoneyWords, country: str, home: str) -> list[Amount]:
    """All amounts and free words of a line, in order."""
    return _Line(line, words, country, home).read()


class _Line:
    def __init__(self, line: str, words: MoneyWords, country: str, home: str) -> None:
        self.line, self.home, self.country = line, home, country.upper()
        self.languages = words.languages
        self.decimal = decimal_sign(words.languages, country)
        self.items = words.vocabulary.scan(tokenise(line))
        self.used = -1
        """Index behind the last item that belongs to an amount."""

    def read(self) -> list[Amount]:
        found: list[Amount] = []
        i = 0
        while i < len(self.items):
            amount = self._free(i) or self._amount(i)
            if amount is None:
                i += 1
                continue
            i = self.used = max(amount.after, i + 1)
            if found and self._joins(found[-1], amount):
                found[-1] = self._range(found[-1], amount)
            else:
                found.append(amount)
        return [self._with_from(amount) for amount in found if not amount.bare]

    def _free(self, i: int) -> Amount | None:
        item = self.items[i]
        if "free" not in item.means:
            return None
        before = self.items[i - 1] if i else None
        if before is not None and before.text == "-" and before.end == item.start:
            return None  # "worry-free"
        return Amount(first=i, after=i + 1, start=item.start, end=item.end, is_free=True)

    def _amount(self, i: int) -> Amount | None:
        item = self.items[i]
        if item.kind != "n" or self._inside_a_number(i):
            return None
        match = RUN.match(self.line, item.start)
        if match is None:
            return None
        run, end, after = self._whole(i, match.group(), match.end())
        currency, because, first, last = self._currency(i, after)
        start = self.items[first].start if first < i else item.start
        if last > after:
            end = self.items[last - 1].end
        if not currency and not because:
            currency, last, end = self._dashed(run, after, end)
        if not currency and not because:
            return Amount(first=i, after=after, start=start, end=end, bare=True, run=run)
        cents = self._cents(last, run)
        if cents:
            run, last = f"{run}.{cents}", last + 1
            end = self.items[last - 1].end
        place = Amount(first=first, after=last, start=start, end=end, currency=currency, run=run)
        if because:
            return replace(place, because=because)
        if i and self.items[i - 1].text in (",", ".") and self.items[i - 1].end == item.start and first == i:
            return replace(place, because="the whole part of the amount is missing")
        if after < len(self.items) and self.items[after].text in MULTIPLES:
            return replace(place, because="the number is shortened")
        if self._is_negative(first):
            return replace(place, because="it is an amount that is taken off")
        minor, because = minor_units(run, currency, "." if cents else self.decimal)
        return replace(place, minor=minor, because=because)

    def _inside_a_number(self, i: int) -> bool:
        before = self.items[i - 1] if i else None
        if before is None or before.end != self.items[i].start:
            return False
        return before.kind == "w" and not self._currency_at(i - 1, before=True)[0] and not before.means

    def _whole(self, i: int, run: str, end: int) -> tuple[str, int, int]:
        """The run of digits, its end, and the index of the item behind it."""
        after = i + 1
        while after < len(self.items) and self.items[after].start < end:
            after += 1
        return run, end, after

    def _currency(self, i: int, after: int) -> tuple[str, str, int, int]:
        """Currency, or why it is unclear; first item and index behind the last."""
        behind, why_behind, size = self._currency_at(after)
        if (behind or why_behind) and self._gap(after - 1, after) > 1:
            behind = why_behind = ""
        prefix, why_prefix, width = self._currency_at(i - 1, before=True) if i > self.used else ("", "", 0)
        if (prefix or why_prefix) and self._gap(i - 1, i) > 1:
            prefix = why_prefix = ""
        if not (prefix or why_prefix):
            prefix, width = self._dotted(i, after)
        if (prefix or why_prefix) and (behind or why_behind):
            follows = after + size < len(self.items) and self.items[after + size].kind == "n"
            if follows and self._gap(after + size - 1, after + size) <= 1:
                behind = why_behind = ""
        if behind or why_behind:
            return behind, why_behind, i, after + size
        if prefix or why_prefix:
            return prefix, why_prefix, i - width, after
        return "", "", i, after

    def _dotted(self, i: int, after: int) -> tuple[str, int]:
        """ "Fr. 7.90", "Rp. 15.000": a short word with a full stop before the amount."""
        if i < 2 or self.items[i - 1].text != "." or i - 2 <= self.used or self._gap(i - 1, i) > 1:
            return "", 0
        word = self.items[i - 2]
        if word.end != self.items[i - 1].start:
            return "", 0
        if word.text == "fr":
            behind = self.items[after] if after < len(self.items) else None
            clock = behind is not None and (behind.text in ("-", "uhr", "h") or "through" in behind.means)
            return ("CHF", 2) if self.country in ("CH", "LI") and not clock else ("", 0)
        return (self._currency_at(i - 2, before=True)[0], 2) if word.text in BEFORE else ("", 0)

    def _gap(self, a: int, b: int) -> int:
        """Characters between the end of one item and the start of another."""
        begin = self.items[a].end
        if a + 1 == b:
            match = RUN.match(self.line, self.items[a].start)
            if match is not None and self.items[a].kind == "n":
                begin = max(begin, min(match.end(), self.items[b].start))
        return self.items[b].start - begin

    def _currency_at(self, i: int, *, before: bool = False) -> tuple[str, str, int]:
        """Currency at an item, why it is unclear, and how many items name it."""
        if not 0 <= i < len(self.items):
            return "", "", 0
        item = self.items[i]
        written = self.line[item.start : item.end]
        if item.text in SIGNS:
            return SIGNS[item.text], "", 1
        if item.text == "$":
            lead = self.items[i - 1] if before and i else None
            if lead is not None and lead.end == item.start and lead.text in PREFIXES:
                return PREFIXES[lead.text], "", 2
        if before and "currency" in item.means and item.text not in BEFORE and not written.isupper():
            return "", "", 0
        if not before and item.text in PREFIXES and i + 1 < len(self.items) and self.items[i + 1].text == "$":
            return PREFIXES[item.text], "", 2
        if item.text in UNCLEAR:
            return *self._of_family(UNCLEAR[item.text]), 1
        if written in CODES or (written == self.home and written.isupper()):
            return written, "", 1
        if "currency" in item.means:
            named = str(item.means["currency"])
            return self.home if self.home and self.home == NAMESAKES.get(named) else named, "", 1
        if item.text == "fr" and self.country in ("CH", "LI") and not before:
            return "CHF", "", 1
        return "", "", 0

    def _of_family(self, family: str) -> tuple[str, str]:
        if self.home in FAMILIES[family]:
            return self.home, ""
        if family == "krone" and not self.country:
            known = [_KRONE[lang] for lang in self.languages if lang in _KRONE]
            if known:
                return known[0], ""
        return "", "several countries use this sign"

    def _dashed(self, run: str, after: int, end: int) -> tuple[str, int, int]:
        """ "499:-" and "499,-" are crowns in Scandinavia; currency, index behind, end."""
        crowns = self.home if self.home in FAMILIES["krone"] else ""
        if run.endswith(("-", "–", "—")) and crowns:
            return crowns, after, end
        signs = self.items[after : after + 2]
        if [sign.text for sign in signs] == [":", "-"] and signs[0].start == end:
            swedish = not self.home and self.languages[0] == "sv"
            if crowns or swedish:
                return crowns or "SEK", after + 2, signs[1].end
        return "", after, end

    def _cents(self, i: int, run: str) -> str:
        """Cents behind the sign, "5€90"."""
        if not run.isdigit() or not 0 < i < len(self.items):
            return ""
        item, sign = self.items[i], self.items[i - 1]
        tight = sign.end == item.start and i >= 2 and self.items[i - 2].end == sign.start
        if item.kind == "n" and len(item.text) == _CENTS and tight and sign.text in SIGNS:
            return item.text
        return ""

    def _is_negative(self, first: int) -> bool:
        if not first:
            return False
        before = self.items[first - 1]
        lone = first == 1 or self.items[first - 2].end < before.start
        return (
            before.text == "-" and before.end == self.items[first].start and lone and self.used != first - 1
        )

    def _joins(self, low: Amount, high: Amount) -> bool:
        """True for "5-10 €", "€5 to €10": a joint and nothing else between two amounts."""
        if low.is_free or high.is_free or low.because or high.because or high.bare:
            return False
        between = self.items[low.after : high.first]
        if not between or len(between) > _CENTS or self.line[low.end : high.start].count("\t"):
            return False
        return all(item.text == "-" or "through" in item.means for item in between)

    def _range(self, low: Amount, high: Amount) -> Amount:
        minor, because = low.minor, ""
        if low.bare:
            minor, because = minor_units(low.run, high.currency, self.decimal)
        elif low.currency != high.currency:
            because = "the two ends are in different currencies"
        if not because and high.minor <= minor:
            return high if low.bare else replace(high, because="the range runs backwards")
        return replace(high, first=low.first, start=low.start, minor=minor, upto=high.minor, because=because)

    def _says_from(self, item: Item) -> bool:
        """True for "from"; short words need their accents: French "dès" is from, "des" is not."""
        phrase = item.means.get("from")
        written = self.line[item.start : item.end]
        return phrase is not None and (len(phrase) > 3 or written.isupper() or phrase == written.casefold())

    def _with_from(self, amount: Amount) -> Amount:
        if amount.is_free or amount.because or amount.upto is not None:
            return amount
        for i in range(amount.first - 1, max(-1, amount.first - 3), -1):
            item = self.items[i]
            if self._says_from(item):
                return replace(amount, is_from=True, start=item.start)
            if item.kind != "w" or item.means or item.end - item.start > 5:
                break
        behind = _behind(self.items, amount.after, amount.end)
        if behind:
            return replace(amount, is_from=True, end=behind)
        return amount


def _behind(items: Sequence[Item], i: int, end: int) -> int:
    """End of a "from" that stands behind the amount (Finnish, Turkish, Hungarian, "$50+"), or 0."""
    if i >= len(items):
        return 0
    plus = items[i].text == "+" and items[i].start == end
    return items[i].end if plus or "from_after" in items[i].means else 0
