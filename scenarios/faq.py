"""A customer has a question: is there a page of answers, and how far is it?"""

from __future__ import annotations

from scenarios.reading_up import find_page
from scenarios.shopper import Shopper


async def walk(shopper: Shopper) -> None:
    """Click to the frequent questions, and to the help pages."""
    found = await find_page(shopper, "faq", ("faq",), hops=("help", "contact"))
    shopper.recorder.end("faq", "reached" if found else "not_found")
    found = await find_page(shopper, "help", ("help",), hops=())
    shopper.recorder.end("help", "reached" if found else "not_found")
