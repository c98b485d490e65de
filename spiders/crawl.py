"""Runs one spider against one shop inside the caller's asyncio loop."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from contextlib import suppress
from urllib.parse import urlsplit

import scrapy
from scrapy import signals
from scrapy.crawler import AsyncCrawlerRunner

from auditor.addresses import is_private_host
from auditor.recorder import Recorder
from spiders.contact_info import ContactInfo
from spiders.gate import Gate
from spiders.html_reader import HtmlReader
from spiders.manners import CrawlManners as CrawlManners
from spiders.policies import Policies
from spiders.service_hours import ServiceHours
from spiders.settings import scrapy_settings
from spiders.shop import ShopSpider

SPIDERS: dict[str, type[ShopSpider]] = {
    spider.name: spider for spider in (ServiceHours, ContactInfo, Policies)
}
"""Scenario name -> spider."""
LEAST_PACE = 1.0
"""Seconds between requests to a shop that is not our own."""
_GRACE = 30.0
"""Seconds after the crawl's own limit until it is stopped from outside; no step of it waits so long."""

# Scrapy speaks to authors of spiders; what an auditor must know stands in the evidence.
logging.getLogger("scrapy").setLevel(logging.CRITICAL)


async def crawl(
    recorder: Recorder, *, manners: CrawlManners, allowed: Callable[[str], bool] | None = None
) -> None:
    """Look for the pages of the recorder's scenario and keep them; outcomes say what was found.

    allowed: which hosts and resolved addresses may be asked; None allows every one.
    Raises: KeyError for a scenario without a spider. Never for anything that a shop does.
    """
    spider = SPIDERS[recorder.scenario]
    recorder.identity = manners.identity()
    recorder.versions["scrapy"] = scrapy.__version__
    gate = _gate(recorder, manners, allowed, spider)
    runner = AsyncCrawlerRunner(scrapy_settings(recorder.identity, recorder.shop.language))
    crawler = runner.create_crawler(spider)

    def received(data: bytes) -> None:
        gate.received(len(data))

    crawler.signals.connect(received, signal=signals.bytes_received)
    async with HtmlReader() as reader:
        await _finish(runner, runner.crawl(crawler, gate=gate, recorder=recorder, reader=reader), manners)
    failure = crawler.spider.failure if isinstance(crawler.spider, ShopSpider) else None
    if failure is not None:
        raise failure
    for role in ("home", *(want.role for want in spider.wanted)):
        recorder.end(role, "budget", "used up: the time for this crawl")  # the first word stands


def _gate(
    recorder: Recorder,
    manners: CrawlManners,
    allowed: Callable[[str], bool] | None,
    spider: type[ShopSpider],
) -> Gate:
    is_ours = is_private_host(urlsplit(recorder.shop.url).hostname or "")
    return Gate(
        recorder=recorder,
        pace=manners.pace if is_ours else max(manners.pace, LEAST_PACE),
        pages=min(manners.pages, spider.most_requests),
        bytes=int(manners.megabytes * 1_000_000),
        deadline=time.monotonic() + manners.minutes * 60,
        allowed=allowed,
    )


async def _finish(runner: AsyncCrawlerRunner, task: asyncio.Task[None], manners: CrawlManners) -> None:
    """Wait for the crawl; stop it when it takes too long or the caller is stopped."""
    try:
        async with asyncio.timeout(manners.minutes * 60 + _GRACE):
            await asyncio.shield(task)
    except TimeoutError:
        await _stop(runner, task)
    except asyncio.CancelledError:
        await _stop(runner, task)
        raise


async def _stop(runner: AsyncCrawlerRunner, task: asyncio.Task[None]) -> None:
    with suppress(Exception, asyncio.CancelledError):
        await runner.stop()
        await asyncio.wait_for(task, _GRACE)
