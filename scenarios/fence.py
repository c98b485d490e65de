"""Keeps a shop's pages away from the auditor's own network: nothing private is asked through the browser.

What pages load from literal private addresses and local names is blocked in the browser itself, which costs
nothing per request; a page that moves there is left at once (`scenarios.events`). Names that resolve to
private addresses are refused before a wave begins (`auditor.worker`); a name that changes its answer in
the middle of a walk is not caught here.
"""

from __future__ import annotations

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Page

_HOSTS = (
    "localhost",
    "0.",
    "10.",
    "127.",
    "169.254.",
    "192.168.",
    *(f"172.{n}." for n in range(16, 32)),
    "[::1]",
    "[fc",
    "[fd",
    "[fe80",
)

PRIVATE = tuple(f"{scheme}://{host}*" for scheme in ("http", "https", "ws", "wss") for host in _HOSTS)
"""Patterns of addresses that only exist near the caller, as the browser's protocol takes them."""


async def fence(page: Page) -> None:
    """Block private addresses for what a page loads from here on."""
    try:
        session = await page.context.new_cdp_session(page)
        await session.send("Network.enable")
        await session.send("Network.setBlockedURLs", {"urls": list(PRIVATE)})
    except PlaywrightError:
        return  # the page is gone already
