"""Looks for the pages of one role, keeps them, and says how it ended."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urldefrag

from auditor.errors import VisitError
from auditor.models import Value
from auditor.pages.states import account_wall
from spiders.fetch import Fetched
from spiders.grounds import Grounds, listing_snapshot
from spiders.links import Way, speaks_of, ways, ways_by_address
from spiders.manners import Want
from spiders.site import place

MOST_LOOKED = 3
"""Pages that are kept as proof that something was looked for in vain."""
NOT_FOUND = "not_found"
LEAST_TEXT = 40
"""Characters; a page with less is filled by a script, which a spider does not run."""


@dataclass(kw_only=True)
class _Search:
    """What was tried for one role."""

    want: Want
    kept: list[str] = field(default_factory=list)
    """Addresses of the pages that were kept."""
    looked: list[Fetched] = field(default_factory=list)
    troubles: list[VisitError] = field(default_factory=list)

    @property
    def is_done(self) -> bool:
        return len(self.kept) >= self.want.pages


async def seek(grounds: Grounds, want: Want) -> None:
    """Look for one role in every place where it belongs, nearest first."""
    search = _Search(want=want)
    async for page, distance in grounds.places():
        search.looked.append(page)
        for way in ways(page, want.intents, grounds.lexicon):
            await _try(grounds, search, way, {"clicks": distance + 1, "found_by": "link"})
        if search.kept:
            break
    if not search.kept and not search.troubles:
        listing = await grounds.listing()
        for way in ways_by_address(listing.addresses, want.intents, grounds.lexicon):
            await _try(grounds, search, way, {"found_by": "sitemap"})
    if search.kept:
        grounds.recorder.end(want.role, "reached")
    else:
        _give_up(grounds, search)


async def _try(grounds: Grounds, search: _Search, way: Way, facts: dict[str, Value]) -> None:
    """Fetch what a link leads to, and keep it when it is what the link says."""
    if search.is_done or grounds.fetcher.is_over or not _may_go(grounds, search.want, way):
        return
    try:
        page = await grounds.fetcher.page(way.href)
    except VisitError as error:
        search.troubles.append(error)
        return
    if place(page.url) in search.kept:
        return
    is_link = facts["found_by"] == "link"
    code, detail = _why_not(grounds, page, way, search.want, is_link=is_link)
    if code:
        search.looked.append(page)
        if code != NOT_FOUND:
            search.troubles.append(VisitError(code, detail))
        return
    grounds.recorder.keep(
        search.want.role,
        page.snapshot,
        html=page.html,
        document=page.document,
        status=page.status,
        facts=facts,
    )
    search.kept.append(place(page.url))


def _may_go(grounds: Grounds, want: Want, way: Way) -> bool:
    if grounds.is_own(way.href):
        return True
    if not want.elsewhere or grounds.has_left:
        return False
    grounds.has_left = True
    grounds.gate.elsewhere.add(way.href)
    return True


def _why_not(grounds: Grounds, page: Fetched, way: Way, want: Want, *, is_link: bool) -> tuple[str, str]:
    """Why this page is not what was looked for: an outcome and its sentence, both empty when it is."""
    if page.is_missing:
        return NOT_FOUND, f"{page.url[:200]} answered {page.status}, no such page"
    if page.document:
        return "", ""
    fragment = urldefrag(way.href).fragment
    if place(page.url) == place(grounds.home.url) and not fragment:
        return NOT_FOUND, "the link leads back to the home page"
    if len(page.body_text) < LEAST_TEXT and len(page.snapshot.text) < LEAST_TEXT + _shared(grounds):
        return "element_not_found", f"{page.url[:200]} is filled by a script"
    if speaks_of(page, want.intents, grounds.lexicon, way=way if is_link else None):
        return "", ""
    if account_wall(page.snapshot, grounds.lexicon).asks_account:
        return "login_required", page.url[:200]
    return NOT_FOUND, f"{page.url[:200]} is about something else"


def _shared(grounds: Grounds) -> int:
    """Characters of the head and foot that pages of the shop share, as far as the home page tells."""
    return len(grounds.home.snapshot.text) - len(grounds.home.body_text)


def _give_up(grounds: Grounds, search: _Search) -> None:
    """Say why nothing was found; only where every place was looked at is it not there."""
    role = search.want.role
    trouble = next(iter(search.troubles), None) or grounds.why_unsure()
    if trouble is not None:
        grounds.recorder.end(role, trouble.code, trouble.detail)
        return
    unique = {place(p.url): p for p in reversed(search.looked)}
    places = [p for p in search.looked if unique.get(place(p.url)) is p]
    listing = grounds.listing_if_read()
    for page in places[: MOST_LOOKED - bool(listing.file)]:
        facts: dict[str, Value] = {"for": role}
        grounds.recorder.keep("looked", page.snapshot, html=page.html, status=page.status, facts=facts)
    if listing.file:
        grounds.recorder.keep("looked", listing_snapshot(listing), html=listing.text, facts={"for": role})
    named = ", ".join(p.url for p in places[:MOST_LOOKED])
    grounds.recorder.end(role, NOT_FOUND, f"looked at {named[:500]}")
