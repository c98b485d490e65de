"""One browser and one set of demo shops for all tests of walks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from demo_walks import DemoWalks, walk_all
from walking import OpenBrowser

from auditor.demo import DemoShops, serve
from auditor.errors import ConfigError
from scenarios.browser import find_browser

SLUGS = ("kettle-and-crumb", "papierhain", "linuva")


@pytest.fixture(scope="session")
def shopping() -> Iterator[OpenBrowser]:
    """A running browser; without one on this machine nothing here can be tested."""
    try:
        find_browser()
    except ConfigError as error:
        pytest.skip(str(error))
    running = OpenBrowser.start()
    try:
        yield running
    finally:
        running.stop()


@pytest.fixture(scope="session")
def demo_shops(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoShops]:
    """The three demo shops; the last word over all tests is that nobody bought anything."""
    with serve(tmp_path_factory.mktemp("ledgers")) as shops:
        yield shops


@pytest.fixture(scope="session", params=SLUGS)
def walked(
    request: pytest.FixtureRequest,
    shopping: OpenBrowser,
    demo_shops: DemoShops,
    tmp_path_factory: pytest.TempPathFactory,
) -> DemoWalks:
    """Each demo shop in turn, after one customer has walked all scenarios in it."""
    shop = next(s for s in demo_shops.shops if s.slug == request.param)
    folder = tmp_path_factory.mktemp(shop.slug)
    return shopping.thread.run(walk_all(shopping.browser, shop, folder), 240)
