"""What does a shop promise about sending back and about delivery?"""

from __future__ import annotations

from auditor.reading.policy_returns import ReturnsReading, read_returns
from auditor.reading.policy_shipping import ShippingReading, read_shipping

__all__ = ["ReturnsReading", "ShippingReading", "read_returns", "read_shipping"]
