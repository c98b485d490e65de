"""The engine that all spiders share: home page, links, pages that hold links, sitemap."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any, ClassVar

from scrapy import Request, Spider

from auditor.errors import VisitError
from auditor.models import Value
from auditor.recorder import Recorder
from spiders.fetch import Fetched, Fetcher
from spiders.gate import Gate
from spiders.grounds import Grounds
from spiders.html_reader import HtmlReader
from spiders.manners import Want
from spiders.seek import LEAST_TEXT, seek


class ShopSpider(Spider):
    """Looks for the wanted pages of one shop, keeps them and says how it ended. Extracts nothing."""

    wanted: ClassVar[tuple[Want, ...]] = ()
    hubs: ClassVar[tuple[str, ...]] = ()
    """Intents of pages on which a link that the home page lacks is looked for, in this order."""
    most_requests: ClassVar[int] = 20
    """Requests in all, whatever a wave allows."""

    def __init__(self, *, gate: Gate, recorder: Recorder, reader: HtmlReader, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.gate, self.recorder, self._reader = gate, recorder, reader
        self.failure: Exception | None = None
        """A fault of ours, for the caller: Scrapy would only log it."""

    async def start(self) -> AsyncIterator[Request]:
        """The whole crawl, one page after another; hands nothing to Scrapy's own queue."""
        no_requests: tuple[Request, ...] = ()  # Scrapy wants a generator
        try:
            await self._crawl(Fetcher(self.crawler, self.gate, self.recorder, self._reader))
        except Exception as error:
            self.failure = error
        for request in no_requests:
            yield request

    async def _crawl(self, fetcher: Fetcher) -> None:
        try:
            home = await _fetch_home(fetcher, self.recorder.shop.url)
        except VisitError as error:
            for role in ("home", *(want.role for want in self.wanted)):
                self.recorder.end(role, error.code, error.detail)
            return
        lexicon = fetcher.lexicon_of(home.snapshot)
        self.recorder.versions["lexicon"] = "+".join(lexicon.languages)
        facts: dict[str, Value] = {"clicks": 0, "found_by": "link"}
        self.recorder.keep("home", home.snapshot, html=home.html, status=home.status, facts=facts)
        self.recorder.end("home", "reached")
        grounds = Grounds(
            fetcher=fetcher,
            gate=self.gate,
            recorder=self.recorder,
            home=home,
            lexicon=lexicon,
            hubs=self.hubs,
        )
        for want in self.wanted:
            await seek(grounds, want)


async def _fetch_home(fetcher: Fetcher, url: str) -> Fetched:
    home = await fetcher.page(url)
    if home.is_missing or not home.html:
        raise VisitError("unreachable", f"the shop's address answered {home.status} and no page")
    if len(home.snapshot.text) < LEAST_TEXT:
        raise VisitError("element_not_found", "the home page is filled by a script")
    return home
