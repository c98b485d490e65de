"""Within how many days, at whose cost and in which ways can a customer send goods back?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from auditor.reading.address import read_address
from auditor.reading.base import Reading
from auditor.reading.policy_cost import free_text, read_costs
from auditor.reading.policy_text import SILENT, Statement, statements
from auditor.reading.policy_ways import (
    read_exchange,
    read_form,
    read_in_store,
    read_labels,
    read_start_online,
)
from auditor.reading.policy_window import read_windows
from auditor.reading.policy_words import policy_words
from auditor.reading.structured_shop import ReturnPolicyData, return_policies


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
    words = policy_words(languages)
    said = statements(lines, words)
    windows = read_windows(said, words, country)
    costs = read_costs(said, words, country)
    prepaid, label = read_labels(said)
    text = ReturnsReading(
        window_days=windows.window,
        statutory_days=windows.statutory,
        cost=costs.cost,
        payer=costs.payer,
        prepaid_label=prepaid,
        label=label,
        start_online=read_start_online(said),
        exchange=read_exchange(said),
        in_store=read_in_store(said, words),
        refund_days=windows.refund,
        where_to_send=_where_to_send(said, lines, country),
        form=read_form(said),
        contradictions=(*windows.contradictions, *costs.contradictions),
    )
    policies = return_policies(nodes, country)
    return _with_data(text, policies, country) if policies else text


def _where_to_send(said: Sequence[Statement], lines: Sequence[str], country: str) -> Reading:
    """The address in the line that says where to send goods, or in the five lines after it."""
    for statement in said:
        if not (statement.said.has("send_to") and statement.about("returns", "withdrawal")):
            continue
        at = next((n for n, line in enumerate(lines) if statement.text in line), None)
        found = read_address(lines[at : at + 6], country) if at is not None else SILENT
        if found.value is not None:
            return found
    return SILENT


def _with_data(text: ReturnsReading, policies: Sequence[ReturnPolicyData], country: str) -> ReturnsReading:
    """The reading beside the data: what only one says stands, where they differ neither does."""
    clashes = list(text.contradictions)
    days = {p.days for p in policies if p.days is not None}
    payers = {p.payer for p in policies if p.payer}
    costs = {p.fee for p in policies if p.fee} or (
        {free_text(country)} - {""} if payers == {"shop"} else set()
    )
    labels = {p.label for p in policies if p.label}
    stores = {p.in_store for p in policies if p.in_store}

    def joined(reading: Reading, values: set[Any], key: str) -> Reading:
        if len(values) != 1:
            return reading
        value = next(iter(values))
        quote = f"{key}: {value}"
        if reading.value is None:
            return reading if reading.because != SILENT.because else Reading(value=value, quote=quote)
        if reading.value == value:
            return reading
        because = f"the text says {reading.value}, the page's data say {value}"
        clashes.append(Reading(value=None, quote=f"{reading.quote} … {quote}", because=because))
        return clashes[-1]

    return replace(
        text,
        window_days=joined(text.window_days, days, "merchantReturnDays"),
        cost=joined(text.cost, costs, "returnFees"),
        payer=joined(text.payer, payers, "returnFees"),
        prepaid_label=joined(text.prepaid_label, {label != "none" for label in labels}, "returnLabelSource"),
        label=joined(text.label, labels, "returnLabelSource"),
        in_store=joined(text.in_store, stores, "returnMethod"),
        contradictions=tuple(clashes),
    )
