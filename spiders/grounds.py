"""Where a spider looks in one shop: its home page, the pages that hold links, its sitemap."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from auditor.errors import VisitError
from auditor.lexicon import Lexicon
from auditor.pages.language import page_language
from auditor.recorder import Recorder
from auditor.snapshot import Snapshot
from spiders.fetch import Fetched, Fetcher
from spiders.gate import Gate
from spiders.links import Way, ways
from spiders.site import place, same_site
from spiders.sitemaps import read_sitemaps

MOST_HUBS = 4
"""Pages besides the home page whose links are looked at for one role."""
_SERVICE = "contact help faq about imprint returns shipping_info payment_info terms privacy".split()
"""Every shop links at least one of these from its home page."""


@dataclass(frozen=True, kw_only=True)
class Listing:
    """What a shop's sitemaps name."""

    addresses: tuple[str, ...] = ()
    file: str = ""
    """Address of the first file that named pages; empty where there was none."""
    text: str = ""


@dataclass(kw_only=True)
class Grounds:
    """One shop during one crawl."""

    fetcher: Fetcher
    gate: Gate
    recorder: Recorder
    home: Fetched
    lexicon: Lexicon
    hubs: tuple[str, ...]
    """Intents of pages on which links are looked for that the home page lacks."""
    has_left: bool = False
    """Whether a page of another site was asked for; it is done once."""
    _listing: Listing | None = field(default=None, init=False)

    async def places(self) -> AsyncIterator[tuple[Fetched, int]]:
        """The pages to look for links on, with their distance from the home page in clicks."""
        yield self.home, 0
        seen = {place(self.home.url)}
        for hub in self.hubs:
            if len(seen) > MOST_HUBS or self.fetcher.is_over:
                return
            for way in ways(self.home, (hub,), self.lexicon)[:1]:
                if place(way.href) in seen or not self.is_own(way.href):
                    continue
                page = await self._hub(way)
                if page is None or place(page.url) in seen:
                    continue
                seen.update((place(way.href), place(page.url)))
                yield page, 1

    async def listing(self) -> Listing:
        """What the sitemaps name, read once."""
        if self._listing is None:
            addresses, first = await read_sitemaps(self.fetcher, self.gate.named_sitemaps, self.home.url)
            self._listing = Listing(addresses=addresses)
            if first is not None:
                text = first.body[:1_000_000].decode("utf-8", "replace")
                self._listing = Listing(addresses=addresses, file=first.url, text=text)
        return self._listing

    def listing_if_read(self) -> Listing:
        """What the sitemaps name, where they were read already."""
        return self._listing or Listing()

    def is_own(self, href: str) -> bool:
        """True for an address of the shop's own site."""
        return same_site(href, self.recorder.shop.url)

    def why_unsure(self) -> VisitError | None:
        """Why "not there" cannot be said of a page that was not found, or None when it can."""
        if self.fetcher.halted:
            return self.fetcher.halted
        if self.gate.spent:
            return VisitError("budget", f"used up: {self.gate.spent}")
        if not page_language(self.home.snapshot, self.recorder.shop.language):
            return VisitError("language_unsupported", f"lang={self.home.snapshot.lang!r}")
        if self.home.snapshot.truncated:
            return VisitError("element_not_found", "the home page is too large to be looked at whole")
        if not any(ways(self.home, (intent,), self.lexicon) for intent in _SERVICE):
            return VisitError(
                "element_not_found", "no service link at all: a script may add them to the page"
            )
        return None

    async def _hub(self, way: Way) -> Fetched | None:
        try:
            page = await self.fetcher.page(way.href)
        except VisitError:
            return None
        return None if page.is_missing or page.document else page


def listing_snapshot(listing: Listing) -> Snapshot:
    """A sitemap as evidence that it was looked at."""
    return Snapshot(url=listing.file, title="sitemap")
