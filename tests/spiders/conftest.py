"""Opens shops and crawls them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from spider_shop import Crawled, CrawlShop, FakeShop, OpenShop, ShopServer, handler_of, run

from auditor.evidence import EvidenceStore
from auditor.models import Shop
from auditor.recorder import Recorder
from spiders.crawl import CrawlManners, crawl


@pytest.fixture
def open_shop() -> Iterator[OpenShop]:
    """Opens shops on 127.0.0.1 until the test ends."""
    servers: list[tuple[ShopServer, threading.Thread]] = []

    def opened(answers: dict[str, Any]) -> FakeShop:
        shop = FakeShop(answers=answers)
        server = ShopServer(("127.0.0.1", 0), handler_of(shop))
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        servers.append((server, thread))
        shop.url = f"http://127.0.0.1:{server.server_port}/"
        return shop

    yield opened
    for server, thread in servers:
        server.shutdown()
        server.server_close()
        thread.join(5)


@pytest.fixture
def recorder_of(tmp_path: Path) -> Callable[..., Recorder]:
    """A recorder for one crawl of a shop."""

    def make(url: str, spider: str, **shop: str) -> Recorder:
        return Recorder(
            EvidenceStore(tmp_path),
            visit_id=f"wave/shop/{spider}",
            wave="wave",
            shop=Shop(name="Shop", url=url, **shop),
            scenario=spider,
            kind="crawl",
        )

    return make


@pytest.fixture
def crawl_shop(recorder_of: Callable[..., Recorder]) -> CrawlShop:
    """Crawls a shop with one spider and gives what it left."""

    def crawled(
        url: str,
        spider: str = "service_hours",
        *,
        allowed: Callable[[str], bool] | None = None,
        language: str = "",
        **manners: Any,
    ) -> Crawled:
        recorder = recorder_of(url, spider, language=language)
        run(crawl(recorder, manners=CrawlManners(**{"pace": 0, **manners}), allowed=allowed))
        return Crawled(recorder)

    return crawled
