"""Opens generated shops on this machine, each on a port of its own, and keeps their books."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# The demo shops' way of answering HTTP is general; only the list of shops that `serve` opens is theirs.
from auditor.demo.ledger import Ledger
from auditor.demo.opened import OpenShop
from auditor.demo.server import _handler, _Server
from benchmarks.generator.features import Plan
from benchmarks.generator.shop import GeneratedShop


class Opened:
    """One generated shop that answers."""

    def __init__(self, shop: GeneratedShop, open_shop: OpenShop) -> None:
        self.shop, self._open_shop = shop, open_shop

    @property
    def url(self) -> str:
        """Where it answers, with a slash at the end."""
        return self._open_shop.base + "/"

    def orders(self) -> int:
        """Number of orders in the ledger."""
        return self._open_shop.ledger.count()

    def requests(self) -> tuple[tuple[str, str], ...]:
        """Method and path of every request so far."""
        with self._open_shop.lock:
            return tuple(self._open_shop.requests)


@contextmanager
def opened(plan: Plan, folder: Path, port: int = 0) -> Iterator[Opened]:
    """Open the shop of a plan on 127.0.0.1 until the block ends. Raises: OSError when the port is taken."""
    shop = GeneratedShop(plan)
    open_shop = OpenShop(
        front=shop.storefront, ledger=Ledger(folder / f"{shop.storefront.slug}.orders.jsonl")
    )
    server = _Server(("127.0.0.1", port), _handler(open_shop))
    open_shop.base = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    thread.start()
    try:
        yield Opened(shop, open_shop)
    finally:
        server.shutdown()
        server.server_close()
