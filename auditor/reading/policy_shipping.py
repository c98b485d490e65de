"""What does delivery cost, how long does it take, and which ways are there?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from auditor.reading.base import Reading

SILENT = Reading(value=None, quote="", because="the text does not say")


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
    """A tuple of: standard, express, same_day, next_day, weekend, evening, time_slot, pickup_store,
    pickup_point, locker, freight."""


def read_shipping(
    lines: Sequence[str],
    languages: Sequence[str],
    country: str,
    nodes: Sequence[dict[str, Any]] = (),
) -> ShippingReading:
    """Read a delivery page; lines and nodes as in `policy_returns.read_returns`."""
    return ShippingReading()
