"""A customer wants to know how to send something back, before buying it."""

from __future__ import annotations

from scenarios.reading_up import find_page
from scenarios.shopper import Shopper


async def walk(shopper: Shopper) -> None:
    """Click to the returns policy, and to the place where a return begins."""
    found = await find_page(
        shopper, "returns_policy", ("returns",), hops=("help", "faq", "shipping_info", "terms", "contact")
    )
    shopper.recorder.end("returns_policy", "reached" if found else "not_found")
    found = await find_page(shopper, "return_portal", ("return_portal",), hops=("returns", "account"))
    shopper.recorder.end("return_portal", "reached" if found else "not_found")
