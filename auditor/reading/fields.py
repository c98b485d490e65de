"""Which fact does `auditor read FIELD` read from a text or a page?"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from auditor.lexicon import load_lexicon
from auditor.models import Value
from auditor.pages.static import snapshot_from_html
from auditor.reading.address import read_address
from auditor.reading.base import Reading
from auditor.reading.durations import read_durations, refused_durations
from auditor.reading.emails import emails_in, read_emails
from auditor.reading.faq import read_faq
from auditor.reading.hours import read_hours, read_hours_jsonld
from auditor.reading.identity import Identity, read_identity
from auditor.reading.money import read_money, refused_money
from auditor.reading.phones import read_phones
from auditor.reading.policies import ReturnsReading, ShippingReading, read_returns, read_shipping
from auditor.reading.socials import read_socials
from auditor.reading.structured import read_jsonld
from auditor.snapshot import Block, Snapshot

NOTHING = Reading(value=None, quote="", because="nothing of this kind was found")

_HTML = re.compile(
    r"<(?:!doctype|html|body|head|p|div|table|ul|ol|dl|span|a|script|br|h[1-6]|section|main)\b", re.I
)
_URL = "https://shop.example/"


@dataclass(frozen=True)
class Source:
    """A text or page to read from, taken apart once."""

    text: str
    languages: tuple[str, ...]
    country: str

    @cached_property
    def snapshot(self) -> Snapshot:
        """The page; plain text becomes one block a line."""
        if _HTML.search(self.text[:20_000]):
            return snapshot_from_html(self.text, _URL)
        blocks = tuple(Block(text=line.strip(" \r")) for line in self.text.split("\n") if line.strip())
        return Snapshot(url=_URL, lang=self.languages[0] if self.languages else "", blocks=blocks)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The text blocks, folded-away ones too."""
        return tuple(block.text for block in self.snapshot.blocks)

    @cached_property
    def nodes(self) -> tuple[dict[str, object], ...]:
        """The page's JSON-LD."""
        return read_jsonld(self.snapshot.jsonld)

    @cached_property
    def joined(self) -> str:
        """All text, one block a line."""
        return "\n".join(self.lines)

    @cached_property
    def returns(self) -> ReturnsReading:
        """What it says of returns."""
        return read_returns(self.lines, self.languages, self.country, self.nodes)

    @cached_property
    def shipping(self) -> ShippingReading:
        """What it says of delivery."""
        return read_shipping(self.lines, self.languages, self.country, self.nodes)

    @cached_property
    def identity(self) -> Identity:
        """What it says of the trader."""
        return read_identity(self.lines, self.languages, self.country)


Reader: TypeAlias = Callable[[Source], Reading]


def read_field(field: str, text: str, languages: Sequence[str], country: str) -> Reading:
    """Read one field from text or HTML.

    Value: hours are OSM opening_hours strings, money is "EUR 4.99", durations are whole days; several
    values are a tuple. None with `because` where nothing was found or the text is ambiguous.

    Raises: KeyError for a field that is none of `FIELDS`.
    """
    return read_source(field, Source(text, tuple(languages), country))


def read_source(field: str, source: Source) -> Reading:
    """Read one field from a text that is taken apart once for all of its fields; see `read_field`."""
    return _READERS[field](source)


def _several(values: Sequence[Value], quotes: Sequence[str]) -> Reading:
    """One value bare, several as a tuple of texts, none as a refusal."""
    if not values:
        return NOTHING
    quote = "\n".join(dict.fromkeys(quotes))[:1_000]
    if len(values) == 1:
        return Reading(value=values[0], quote=quote)
    return Reading(value=tuple(str(v) for v in values), quote=quote)


def _hours(source: Source) -> Reading:
    found = read_hours(source.lines, source.languages, source.country) or read_hours_jsonld(source.nodes)
    wanted = [h for h in found if h.channel in ("service", "phone", "chat", "email", "")] or list(found)
    if len(wanted) == 1 or not wanted:
        return wanted[0] if wanted else NOTHING
    known = list(dict.fromkeys(str(h.value) for h in wanted if h.value is not None))
    return _several(known, [h.quote for h in wanted]) if known else wanted[0]


def _durations(source: Source) -> Reading:
    found = read_durations(source.joined, source.languages)
    if not found:
        return next(iter(refused_durations(source.joined, source.languages)), NOTHING)
    values: list[Value] = []
    for duration in found:
        values.extend((duration.low,) if duration.low == duration.high else (duration.low, duration.high))
    return _several(values, [d.quote for d in found])


def _money(source: Source) -> Reading:
    found = read_money(source.joined, source.languages, source.country)
    if not found:
        return next(iter(refused_money(source.joined, source.languages, source.country)), NOTHING)
    return _several([m.text for m in found], [m.quote for m in found])


def _phones(source: Source) -> Reading:
    found = read_phones(source.joined, source.country)
    return _several([p.e164 for p in found], [p.quote for p in found])


def _emails(source: Source) -> Reading:
    found = read_emails(source.snapshot) or emails_in(source.joined, source.languages)
    return _several([e.address for e in found], [e.quote for e in found])


def _socials(source: Source) -> Reading:
    found = read_socials(source.snapshot, source.snapshot.url)
    return _several([f"{s.network} {s.url}" for s in found], [s.quote for s in found])


def _address(source: Source) -> Reading:
    identity = source.identity.address
    return identity if identity.value is not None else read_address(source.lines, source.country)


def _faq(source: Source) -> Reading:
    found = read_faq(source.snapshot, load_lexicon(*source.languages))
    values = found.questions or found.categories
    return Reading(value=values, quote="\n".join(values)[:1_000]) if values else NOTHING


_READERS: dict[str, Reader] = {
    "hours": _hours,
    "return_window_days": lambda s: s.returns.window_days,
    "return_cost": lambda s: s.returns.cost,
    "refund_days": lambda s: s.returns.refund_days,
    "delivery_days": lambda s: s.shipping.delivery_days,
    "durations": _durations,
    "money": _money,
    "delivery_cost": lambda s: s.shipping.standard_cost,
    "free_delivery_from": lambda s: s.shipping.free_from,
    "phones": _phones,
    "emails": _emails,
    "address": _address,
    "legal_name": lambda s: s.identity.name,
    "register_number": lambda s: s.identity.register_number,
    "vat_id": lambda s: s.identity.vat_id,
    "prepaid_label": lambda s: s.returns.prepaid_label,
    "return_start_online": lambda s: s.returns.start_online,
    "faq": _faq,
    "socials": _socials,
}

FIELDS: tuple[str, ...] = tuple(_READERS)
"""The names that `auditor read` understands."""
