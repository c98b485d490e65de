"""A customer arrives: is the shop open, and what does its first page show?"""

from __future__ import annotations

from auditor.errors import VisitError
from auditor.pages.states import is_error_page
from scenarios.shopper import Shopper


async def walk(shopper: Shopper) -> None:
    """Open the shop and keep its first page."""
    page = await shopper.open(shopper.shop.url)
    if is_error_page(page, shopper.lexicon, shopper.status):
        await shopper.keep("wall", code="server_error")
        raise VisitError("server_error", f"{page.url} answers with {shopper.status}: {page.title}")
    await shopper.keep("home")
    shopper.reached("home")
