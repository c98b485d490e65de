"""Opens the shops of a benchmark wave, counts their orders, and leaves everything as it was found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from auditor.demo.server import STOREFRONTS, serve
from benchmarks.shops import driver
from benchmarks.shops.engine import Engine, ShopError
from benchmarks.shops.engines import ENGINES
from benchmarks.walk.truth import BenchError, Known

Counter = Callable[[], int]
"""Orders in the shop's own database or ledger."""


@contextmanager
def open_shops(shops: Sequence[Known], ledgers: Path, installed: Path) -> Iterator[dict[str, Counter]]:
    """Open what is not open yet, close it again; who counts the orders, by the shop's name.

    Raises: BenchError when a shop cannot be opened.
    """
    with ExitStack() as stack:
        counters = {}
        for shop in shops:
            if shop.engine:
                counters[shop.name] = _open_engine(shop, installed, stack)
        counters |= _open_demo_shops([shop for shop in shops if shop.demo], ledgers, stack)
        yield counters


def _open_engine(shop: Known, installed: Path, stack: ExitStack) -> Counter:
    engine = next((e for e in ENGINES if e.name == shop.engine), None)
    if engine is None:
        raise BenchError(f"{shop.name}: there is no engine {shop.engine!r}")
    if shop.url != engine.url:
        raise BenchError(f"{shop.name}: {engine.name} answers at {engine.url}, the wave says {shop.url}")
    try:
        if not driver.is_open(engine, installed):
            stack.callback(driver.stop, engine, installed)
        driver.start(engine, installed)  # also makes anew what other texts than ours of today made
    except ShopError as error:
        raise BenchError(f"{shop.name} cannot be opened: {error}") from error
    return lambda: _count(engine, installed)


def _count(engine: Engine, installed: Path) -> int:
    try:
        return driver.count_orders(engine, installed)
    except ShopError as error:
        raise BenchError(f"the orders of {engine.name} cannot be counted: {error}") from error


def _open_demo_shops(shops: Sequence[Known], ledgers: Path, stack: ExitStack) -> dict[str, Counter]:
    """The demo shops come all together; one that the wave leaves out gets any free port."""
    if not shops:
        return {}
    slugs = [front.slug for front in STOREFRONTS]
    if unknown := [shop.demo for shop in shops if shop.demo not in slugs]:
        raise BenchError(f"there is no demo shop {', '.join(unknown)}; there are {', '.join(slugs)}")
    wanted = {shop.demo: urlsplit(shop.url).port or 0 for shop in shops}
    try:
        opened = stack.enter_context(serve(ledgers, [wanted.get(slug, 0) for slug in slugs]))
    except OSError as error:
        raise BenchError(f"the demo shops cannot be opened: {error}") from error
    by_slug = {shop.slug: shop for shop in opened.shops}
    return {shop.name: by_slug[shop.demo].orders for shop in shops}
