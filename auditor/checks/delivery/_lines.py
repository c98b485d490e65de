"""Which amounts do the lines of a page state as the cost of delivery?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from auditor.checks._walked import words_of
from auditor.checks.base import Page
from auditor.lexicon import Lexicon, fold
from auditor.pages.prices import PRICE
from auditor.reading.methods import Methods, load_methods
from auditor.reading.money import Money, currency_of, read_money
from auditor.snapshot import Block

_FAR = 3
"""How many words may stand between a word for delivery and its amount: "Delivery within Germany 4.90"."""
_SHORT, _LONG = 120, 300
"""Letters up to which a text is one line, and from which a sentence is no statement of a price."""
_SHARED_SIGNS = {"$": "USD", "kr": "SEK", "¥": "JPY"}
"""Signs of several currencies, with one of them to read the amount by."""
_BRACKETS = re.compile(r"\([^)]*\)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Reader:
    """What is needed to read amounts on one page."""

    words: Lexicon
    methods: Methods
    country: str
    currency: str

    def amounts(self, text: str) -> tuple[Money, ...]:
        """The amounts of a text; without a currency where its sign stands for several ones.

        Why not left out: that there is a price is seen all the same.
        """
        found = read_money(text, self.words.languages, self.country, self.currency)
        if found or not PRICE.search(text):
            return tuple(m if m.currency else replace(m, currency=self.currency) for m in found)
        sign = next((s for s in _SHARED_SIGNS if s in text), "")
        read = read_money(text, self.words.languages, "", _SHARED_SIGNS[sign]) if sign else ()
        return tuple(replace(m, currency="") for m in read)

    def free(self, quote: str) -> Money:
        """Nothing, in the currency of the page."""
        return Money(minor=0, currency=self.currency, is_free=True, quote=quote)


def reader_of(page: Page, lexicon: Lexicon, country: str) -> Reader:
    """What to read a page's amounts with: its words, and the currency that most of its prices have."""
    words = words_of(page, lexicon)
    currency = currency_of(country)
    prices = read_money(page.snapshot.text[:20000], words.languages, country, currency)
    used = [m.currency for m in prices if m.currency]
    most = max(dict.fromkeys(used), key=used.count, default=currency)
    return Reader(words=words, methods=load_methods(*words.languages), country=country, currency=most)


def stated_in(blocks: Sequence[Block], reader: Reader) -> Iterator[tuple[Money, str]]:
    """Each delivery cost that these lines state, with the words that state it."""
    for n, block in enumerate(blocks):
        row = _row_amount(block.text, reader)
        if row is not None:
            yield row, block.text
            continue
        for sentence in _sentences(block.text):
            yield from ((money, sentence) for money in _in_sentence(sentence, reader))
        following = blocks[n + 1] if n + 1 < len(blocks) else None
        if following and _is_label(block.text, reader) and not reader.amounts(block.text):
            amounts = reader.amounts(following.text)
            if len(amounts) == 1 and _is_only(following.text, amounts[0]):
                yield amounts[0], f"{block.text} {following.text}"


def _row_amount(text: str, reader: Reader) -> Money | None:
    """The amount of a table row that begins with a way of delivery and ends with a price.

    Example: "Standard delivery, 3 to 5 working days<tab>4.90 EUR".
    """
    first, _, last = text.partition("\t")
    amounts = reader.amounts(last)
    if len(amounts) != 1 or not _is_only(last, amounts[0]) or amounts[0].is_free:
        return None
    plain = fold(_BRACKETS.sub(" ", first))
    label = reader.methods.delivery_cost["label"].find(plain)
    return amounts[0] if label and plain.startswith(label) and not _is_total(plain, reader) else None


def _is_only(text: str, money: Money) -> bool:
    """True when a text is nothing but an amount: "4.90 EUR"."""
    return not any(c.isalnum() for c in text.replace(money.quote, "", 1))


def _sentences(text: str) -> list[str]:
    """A short line whole, because "incl. delivery" is no end of a sentence; prose sentence by sentence."""
    if len(text) <= _SHORT:
        return [text]
    return [s for s in re.split(r"(?<=[.!?])\s+(?=[^\s\d(])", text) if len(s) <= _LONG]


def _is_label(text: str, reader: Reader) -> bool:
    """True for a line that only names a delivery cost: "Shipping (Standard):", "Flat rate shipping"."""
    plain = fold(_BRACKETS.sub(" ", text))
    label = reader.methods.delivery_cost["label"].find(plain)
    at_edge = bool(label) and (plain.startswith(label) or plain.endswith(label))
    said_else = reader.methods.delivery_cost["free"].find(plain) or _is_total(plain, reader)
    return at_edge and len(plain.split()) <= 5 and not said_else


def _in_sentence(text: str, reader: Reader) -> Iterator[Money]:
    cost = reader.methods.delivery_cost
    if cost["later"].find(text):
        return
    amounts = reader.amounts(text)
    paid = [m for m in amounts if not m.is_free]
    promised = bool(cost["free"].find(text))
    if not paid:
        says_free = promised or (any(m.is_free for m in amounts) and _is_label(_head(text, amounts), reader))
        if says_free and not _is_total(text, reader):
            yield reader.free(text)
        return
    conditional = promised or any(m.is_free for m in amounts)
    near = 1 if conditional else _FAR
    for money, before, after in _between(text, paid):
        if conditional and (money.is_from or _is_threshold(before, amounts, reader)):
            continue
        if _labels(before, near, reader) or (_labels_after(after, reader) and not conditional):
            yield money


def _is_threshold(before: str, amounts: tuple[Money, ...], reader: Reader) -> bool:
    """True for the amount after a promise: "free delivery over 50 EUR"."""
    promised = reader.methods.delivery_cost["free"].find(before)
    return bool(promised) or any(m.is_free and m.quote in before for m in amounts)


def _head(text: str, amounts: tuple[Money, ...]) -> str:
    """What stands before the first amount: "Shipping" in "Shipping: free"."""
    return text[: text.find(amounts[0].quote)] if amounts else text


def _between(text: str, amounts: list[Money]) -> Iterator[tuple[Money, str, str]]:
    """Each amount with the words before it, back to the amount before, and the words right after it."""
    start = 0
    for n, money in enumerate(amounts):
        at = text.find(money.quote, start)
        if at < 0:
            return
        end = at + len(money.quote)
        more = amounts[n + 1].quote if n + 1 < len(amounts) else ""
        stop = text.find(more, end) if more else -1
        after = "" if stop >= 0 else text[end:]
        yield money, text[start:at], after
        start = end


def _labels(before: str, near: int, reader: Reader) -> bool:
    label = reader.methods.delivery_cost["label"].find(before)
    if not label or _is_total(before, reader):
        return False
    tail = fold(before).rpartition(label)[2]
    return len(tail.split()) <= near


def _labels_after(after: str, reader: Reader) -> bool:
    """True for "4.90 EUR delivery", with nothing in between."""
    label = reader.methods.delivery_cost["label"].find(after)
    return bool(label) and fold(after).startswith(label) and not _is_total(after, reader)


def _is_total(text: str, reader: Reader) -> bool:
    """True where the amount is a sum that only contains the delivery cost."""
    return reader.words.matches("order_total", text) or bool(
        reader.methods.delivery_cost["included"].find(text)
    )
