"""Looking for a page of the shop by its links: help, contact, policies, as a customer clicks to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from playwright.async_api import Error as PlaywrightError

from auditor.errors import VisitError
from auditor.lexicon import fold
from auditor.models import Choice
from auditor.pages.ranking import rank
from auditor.pages.states import is_error_page
from auditor.snapshot import Control, Snapshot
from scenarios.shopper import Shopper

MAX_DOCUMENT = 15_000_000
"""Bytes of a PDF policy that are read."""
_GOOD = 5.0
_HOPS = ("help", "contact", "shipping_info", "terms", "about")
"""Pages on which a missing link is looked for next."""


async def find_page(
    shopper: Shopper, role: str, intents: Sequence[str], *, hops: Sequence[str] = _HOPS
) -> bool:
    """Click to the page of a role and keep it; True when it was found.

    Looks at the home page with its head and foot, then at pages where such links are kept. What was looked
    at in vain is kept, so that an absence can name the places.
    """
    home = await shopper.open(shopper.shop.url)
    if await _follow(shopper, home, role, intents, clicks=0):
        return True
    await shopper.keep("looked", **{"for": role})
    for hop in hops:
        page = await shopper.open(shopper.shop.url)
        link = _best_link(page, (hop,), shopper)
        if link is None:
            continue
        if not await _click_to(shopper, link, hop):
            continue
        page = (await shopper.look()).snapshot
        if is_error_page(page, shopper.lexicon):
            continue
        if await _follow(shopper, page, role, intents, clicks=1):
            return True
        await shopper.keep("looked", **{"for": role})
    return False


async def _follow(
    shopper: Shopper, page: Snapshot, role: str, intents: Sequence[str], *, clicks: int
) -> bool:
    tried: set[str] = set()
    for _ in range(3):
        link = _best_link(page, intents, shopper, tried)
        if link is None:
            return False
        tried.add(link.href or link.words)
        extra = 0 if link.visible else 1  # a folded menu is opened first
        if _is_document(link.href):
            return await _keep_document(shopper, link.href, role, clicks + 1 + extra)
        if not await _click_to(shopper, link, intents[0]):
            await shopper.open(page.url)
            continue
        if shopper.events.download:
            href, shopper.events.download = shopper.events.download, ""
            return await _keep_document(shopper, href, role, clicks + 1 + extra)
        there = (await shopper.look()).snapshot
        if not is_error_page(there, shopper.lexicon) and _speaks_of(there, link, intents, shopper):
            await shopper.keep(role, clicks=clicks + 1 + extra, found_by="link")
            return True
        await shopper.open(page.url)
    return False


def _best_link(
    page: Snapshot, intents: Sequence[str], shopper: Shopper, tried: set[str] | None = None
) -> Control | None:
    """The link that says it best; hidden ones (folded menus) only where no visible one does."""
    for hidden in (False, True):
        controls = [
            replace(c, visible=True) if hidden else c
            for c in page.controls
            if c.role in ("link", "button") and (c.visible or (hidden and c.href)) and not c.submits
        ]
        found: list[tuple[float, int]] = []
        for intent in intents:
            for c in rank(page, intent, shopper.lexicon, among=controls)[:5]:
                control = page.controls[c.i]
                if c.score >= _GOOD and (control.href or control.words) not in (tried or set()):
                    found.append((c.score, c.i))
            if found:
                break
        if found:
            return page.controls[max(found, key=lambda f: (f[0], -f[1]))[1]]
    return None


async def _click_to(shopper: Shopper, link: Control, intent: str) -> bool:
    """Press a link by its words and address on whatever page we are; False when it leads nowhere."""
    shopper.events.download = ""
    look = await shopper.look()
    before = look.snapshot
    control = next(
        (c for c in before.controls if c.href == link.href and c.words == link.words and c.visible), None
    )
    if control is None:
        if not link.href.startswith("http"):
            return False
        try:
            await shopper.open(link.href)
        except VisitError as error:
            if error.code in ("budget", "crashed"):
                raise
            return bool(shopper.events.download)
        return True
    choice = Choice(intent=intent, best=next(iter(rank(before, intent, shopper.lexicon, among=[control]))))
    try:
        await shopper.click(look, control, choice=choice, intent=intent)
    except VisitError as error:
        if error.code in ("budget", "crashed", "timeout"):
            raise
        return False
    after = (await shopper.look()).snapshot
    return after.url != before.url or bool(shopper.events.download) or after.text != before.text


def _speaks_of(page: Snapshot, link: Control, intents: Sequence[str], shopper: Shopper) -> bool:
    """Whether the page is about what its link promised: in a heading, its title, its address, or at all."""
    heads = [page.title, *(h.text for h in page.headings[:12])]
    if any(shopper.lexicon.matches(i, h) for i in intents for h in heads):
        return True
    wanted = fold(link.words)
    if wanted and any(wanted in fold(h) for h in heads):
        return True
    path = fold(
        urlsplit(page.url).path.replace("/", " ").replace("-", " ") + " " + urlsplit(page.url).fragment
    )
    return any(
        shopper.lexicon.intents[i].token_score(path) or shopper.lexicon.matches(i, path) for i in intents
    )


def _is_document(href: str) -> bool:
    return urlsplit(href).path.lower().endswith(".pdf")


async def _keep_document(shopper: Shopper, href: str, role: str, clicks: int) -> bool:
    """Fetch a PDF with the customer's own session and keep it."""
    if shopper.events.refuses(href):
        return False
    try:
        response = await shopper.page.context.request.get(href, timeout=15_000, max_redirects=5)
        body = (
            await response.body() if int(response.headers.get("content-length") or 0) <= MAX_DOCUMENT else b""
        )
    except PlaywrightError:
        return False
    if not response.ok or not body.startswith(b"%PDF") or len(body) > MAX_DOCUMENT:
        return False
    shopper.recorder.act("click", intent=role, target=href, url=shopper.page.url, seen="a PDF")
    shopper.recorder.keep(
        role,
        Snapshot(url=href),
        document=body,
        status=response.status,
        facts={"clicks": clicks, "found_by": "link"},
    )
    return True
