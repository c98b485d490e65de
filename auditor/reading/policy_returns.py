"""Within how many days, at whose cost and in which ways can a customer send goods back?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from auditor.reading.base import Reading

SILENT = Reading(value=None, quote="", because="the text does not say")


@dataclass(frozen=True, kw_only=True, slots=True)
class ReturnsReading:
    """A returns policy, fact by fact; `because` says why a value is None."""

    window_days: Reading = SILENT
    """Days, the longest that every customer is promised; 0 where the shop takes nothing back."""
    statutory_days: Reading = SILENT
    """Days of the legal right of withdrawal, where the text names it as such."""
    cost: Reading = SILENT
    """"EUR 0.00" where the shop pays, "EUR 4.95" where an amount is named; else None, see `payer`."""
    payer: Reading = SILENT
    """shop, customer or depends."""
    prepaid_label: Reading = SILENT
    """True where the shop gives a label that need not be paid at the counter."""
    label: Reading = SILENT
    """How the label comes: in_box, printable, on_request, or none (the customer makes their own)."""
    start_online: Reading = SILENT
    """True where a return is started in a portal, account or online form."""
    exchange: Reading = SILENT
    """True where goods can be exchanged, False where the text says that they cannot."""
    in_store: Reading = SILENT
    """True where an online order can go back to a store, False where the text denies it."""
    refund_days: Reading = SILENT
    """Days until the money is back, the latest that is promised."""
    where_to_send: Reading = SILENT
    """The address that goods are sent back to."""
    form: Reading = SILENT
    """True where a withdrawal or return form is offered or named."""
    contradictions: tuple[Reading, ...] = ()
    """Where the page's data and its text, or two of its sentences, say different things."""


def read_returns(
    lines: Sequence[str],
    languages: Sequence[str],
    country: str,
    nodes: Sequence[dict[str, Any]] = (),
) -> ReturnsReading:
    """Read a returns page.

    lines: the page's text blocks in reading order. nodes: its JSON-LD as `structured.read_jsonld` gives it.
    """
    return ReturnsReading()
