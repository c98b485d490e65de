"""One look at one page, for people who try things out: nothing is kept."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from auditor.evidence import EvidenceStore
from auditor.models import Shop
from auditor.recorder import Recorder
from auditor.snapshot import Snapshot
from scenarios.browser import customer_agent, started_browser
from scenarios.budget import Budget
from scenarios.shopper import Known, Shopper, new_context_options
from scenarios.waiting import bounded

_TRIAL = "<!doctype html><meta charset=utf-8><title>trial</title><h1>Grüße, Ačiū, Привет</h1>"


async def glance(
    url: str, *, country: str = "", language: str = "", allowed: Callable[[str], bool] | None = None
) -> Snapshot:
    """What is on a page after it settled and what lay over it was sent away.

    allowed: which addresses may be asked at all; None allows every one.
    Raises: VisitError when the page cannot be seen, ConfigError when there is no browser.
    """
    shop = Shop(name="glance", url=url, country=country, language=language)
    with tempfile.TemporaryDirectory() as folder:
        recorder = Recorder(
            EvidenceStore(Path(folder)),
            visit_id="glance/glance/home",
            wave="glance",
            shop=shop,
            scenario="home",
            kind="walk",
        )
        async with started_browser() as browser:
            options = new_context_options(shop, customer_agent(browser.version))
            context = await browser.new_context(**options)  # type: ignore[arg-type]
            try:
                shopper = Shopper(
                    await context.new_page(),
                    shop,
                    recorder,
                    known=Known(),
                    budget=Budget(actions=20, pages=10, seconds=60, bytes=100_000_000),
                    pace=0,
                    own_hosts=allowed,
                )
                return await shopper.open(url)
            finally:
                await context.close()


async def try_browser() -> tuple[str, float]:
    """Start the browser and let it show a page; gives its version and the seconds that took.

    Raises: ConfigError when it does not start, VisitError when it starts and does not answer.
    """
    started = time.monotonic()
    async with started_browser() as browser:
        page = await bounded(browser.new_page(), 20, "opening a page")
        await bounded(page.set_content(_TRIAL), 20, "showing a page")
        await bounded(page.screenshot(), 20, "taking a picture")
        return browser.version, time.monotonic() - started
