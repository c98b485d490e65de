"""A customer wants to talk to somebody: where, when, and who are they?"""

from __future__ import annotations

from scenarios.reading_up import find_page
from scenarios.shopper import Shopper


async def walk(shopper: Shopper) -> None:
    """Click to the contact page and to the page that names the trader."""
    found = await find_page(shopper, "contact", ("contact",), hops=("help", "faq", "imprint", "about"))
    shopper.recorder.end("contact", "reached" if found else "not_found")
    found = await find_page(shopper, "imprint", ("imprint", "about"), hops=("contact", "terms"))
    shopper.recorder.end("imprint", "reached" if found else "not_found")
