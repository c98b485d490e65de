"""Opens the demo shops on this machine, each on its own port, and keeps their books."""

from __future__ import annotations

import json
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from auditor.demo import kettle, linuva, papierhain
from auditor.demo.ledger import Ledger
from auditor.demo.opened import OpenShop
from auditor.demo.web import Storefront

STOREFRONTS: tuple[Storefront, ...] = (kettle.STOREFRONT, papierhain.STOREFRONT, linuva.STOREFRONT)

_LARGEST_BODY = 1_000_000


@dataclass(frozen=True, kw_only=True)
class DemoShop:
    """One open demo shop."""

    name: str
    slug: str
    url: str
    """Where it answers, with a slash at the end."""
    country: str
    language: str
    answers: Path
    """YAML with the truth for every check."""
    ledger: Path
    """JSON lines, one for every order placed."""
    _shop: OpenShop = field(repr=False)

    def orders(self) -> int:
        """Number of orders in the ledger."""
        return self._shop.ledger.count()

    def requests(self) -> tuple[tuple[str, str], ...]:
        """Method and path of every request so far, in order."""
        with self._shop.lock:
            return tuple(self._shop.requests)


@dataclass(frozen=True)
class DemoShops:
    """The open demo shops."""

    shops: tuple[DemoShop, ...]

    def orders(self) -> int:
        """Number of orders placed in all of them."""
        return sum(shop.orders() for shop in self.shops)


@contextmanager
def serve(folder: Path | None = None, ports: Sequence[int] = (0, 0, 0)) -> Iterator[DemoShops]:
    """Open the shops on 127.0.0.1 until the block ends.

    folder: where the ledgers are kept, as `<slug>/orders.jsonl`; without one they go with the block.
    ports: one for each shop, 0 for any that is free.
    Raises: OSError when a port is taken.
    """
    if folder is None:
        with tempfile.TemporaryDirectory(prefix="demo-shops-") as temporary:
            yield from _open(Path(temporary), ports)
    else:
        yield from _open(folder, ports)


def _open(folder: Path, ports: Sequence[int]) -> Iterator[DemoShops]:
    servers: list[_Server] = []
    threads: list[threading.Thread] = []
    try:
        shops = []
        for front, port in zip(STOREFRONTS, ports, strict=True):
            shop = OpenShop(front=front, ledger=Ledger(folder / front.slug / "orders.jsonl"))
            server = _Server(("127.0.0.1", port), _handler(shop))
            servers.append(server)
            shop.base = f"http://127.0.0.1:{server.server_port}"
            thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
            thread.start()
            threads.append(thread)
            shops.append(_describe(shop))
        yield DemoShops(tuple(shops))
    finally:
        for server, _ in zip(servers, threads, strict=False):
            server.shutdown()
        for server in servers:
            server.server_close()


def _describe(shop: OpenShop) -> DemoShop:
    return DemoShop(
        name=shop.front.name,
        slug=shop.front.slug,
        url=shop.base + "/",
        country=shop.front.country,
        language=shop.front.language,
        answers=shop.front.answers,
        ledger=shop.ledger.path,
        _shop=shop,
    )


class _Server(ThreadingHTTPServer):
    """Hangs up on everybody when it closes, so that no connection outlives the shop."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], handler: type[BaseHTTPRequestHandler]) -> None:
        self._connections: set[socket.socket] = set()
        super().__init__(address, handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        self._connections.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._connections.discard(request)
        super().shutdown_request(request)

    def server_close(self) -> None:
        super().server_close()
        for connection in tuple(self._connections):
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hangs up is no error of ours."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


def _handler(shop: OpenShop) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        """Turns HTTP into requests of one shop and back."""

        protocol_version = "HTTP/1.1"
        server_version = "shop"
        sys_version = ""
        timeout = 30

        def do_GET(self) -> None:
            self._respond({})

        def do_HEAD(self) -> None:
            self._respond({})

        def do_POST(self) -> None:
            said = self.headers.get("Content-Length") or "0"
            length = int(said) if said.isascii() and said.isdigit() else -1
            if not 0 <= length <= _LARGEST_BODY:
                self.close_connection = True
                self.send_error(413)
                return
            body = self.rfile.read(length).decode("utf-8", "replace")
            self._respond(_fields(body, self.headers.get("Content-Type", "")))

        def _respond(self, form: dict[str, str]) -> None:
            response = shop.answer(
                method=self.command,
                target=self.path,
                cookies=self.headers.get("Cookie", ""),
                form=form,
            )
            time.sleep(response.delay)
            self.send_response(response.status)
            self.send_header("Content-Type", response.media_type)
            self.send_header("Content-Length", str(len(response.body)))
            for name, value in response.headers:
                self.send_header(name, value)
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(response.body)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            """Nothing on the terminal: the shop keeps its own log."""

    return Handler


def _fields(body: str, media_type: str) -> dict[str, str]:
    """Fields of a form or of a flat JSON object; anything else has none."""
    if not media_type.startswith("application/json"):
        return dict(parse_qsl(body, keep_blank_values=True))
    try:
        sent = json.loads(body)
    except ValueError:
        return {}
    return {str(key): str(value) for key, value in sent.items()} if isinstance(sent, dict) else {}
