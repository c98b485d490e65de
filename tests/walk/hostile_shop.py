"""A small server that treats its visitors badly, one way for each first part of an address."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

HTML = "text/html; charset=utf-8"
WORDS = "<p>Pots, pans and kettles for every kitchen, sent within two working days.</p>" * 8


def page(body: str, *, head: str = "", title: str = "A shop") -> bytes:
    """An ordinary small page of an English shop around this body."""
    return (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{title}</title>{head}</head>"
        f"<body><header><a href='/'>A shop</a></header><main>{body}</main></body></html>"
    ).encode()


ORDINARY = page(f"<h1>Welcome</h1>{WORDS}")

HUGE = page(
    "<h1>Everything we have</h1>"
    + "".join(f"<div class=tile><span>Article number {n}</span><b>kettle</b></div>" for n in range(17_000)),
)
"""About 50,000 elements, filled up with a comment to 2 MB."""

FRAMES = page(
    f"<h1>Framed</h1>{WORDS}<iframe src='inner/' width=600 height=300></iframe>"
    "<iframe src='http://127.0.0.1:9/' width=300 height=200></iframe>"
    "<div id=host></div><script>document.getElementById('host').attachShadow({mode: 'open'}).innerHTML ="
    " '<button>Open the basket</button>'</script>"
)


BAD: dict[str, tuple[int, bytes]] = {
    "ordinary": (200, ORDINARY),
    "script-circle": (200, page(WORDS, head="<script>location.replace('?n=' + Math.random())</script>")),
    "alerts": (200, page(WORDS, head="<script>for (;;) alert('Buy now!')</script>")),
    "few-alerts": (
        200,
        page(
            WORDS,
            head="<script>for (let n = 0; n < 30; n++) alert('Hello ' + n); confirm('Buy?')</script>",
        ),
    ),
    "loop-at-once": (200, page(WORDS, head="<script>for (;;) ;</script>")),
    "loop-later": (
        200,
        page(
            WORDS,
            head="<script>addEventListener('DOMContentLoaded', () =>"
            " setTimeout(() => { for (;;) ; }, 30))</script>",
        ),
    ),
    "restless": (
        200,
        page(
            f"<h1>Welcome</h1>{WORDS}<p id=clock></p><script>setInterval(() => {{ fetch('poll');"
            " document.getElementById('clock').textContent = Math.random() }, 15)</script>"
        ),
    ),
    "popups": (
        200,
        page(
            f"<h1>Welcome</h1>{WORDS}<script>for (let n = 0; n < 40; n++)"
            " window.open('/advert/' + n, '_blank')</script>"
        ),
    ),
    "advert": (200, page("<h1>Advertisement</h1>", title="Advertisement")),
    "huge": (200, HUGE + b"<!--" + b"x" * max(0, 2_000_000 - len(HUGE)) + b"-->"),
    "frames": (200, FRAMES),
    "inner": (200, page("<button>Talk to us</button>")),
    "out-of-order": (503, page("<h1>Service Unavailable</h1>")),
    "gone": (404, page("<h1>Page not found</h1>")),
    "refuses": (403, page("<h1>Access denied</h1><p>Please verify you are human.</p>")),
    "challenge": (
        200,
        page("<h1>Just a moment...</h1><p>Checking your browser.</p>", title="Just a moment..."),
    ),
    "abroad": (200, page("<h1>Sorry</h1><p>This shop is not available in your country.</p>")),
    "empty": (200, b""),
    "noise": (200, bytes(range(256)) * 40),
}
"""What is answered on each first part of an address, unless the server has been tamed."""


class HostileShop:
    """The server's address, and the switch that makes it behave."""

    def __init__(self) -> None:
        self.base = ""
        self.tame = False
        self.stop = threading.Event()
        self.asked: list[str] = []

    def url(self, how: str) -> str:
        return f"{self.base}/{how}/"

    def answer(self, path: str) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body for a path; waits where the shop never answers."""
        first, *rest = urlsplit(path).path.strip("/").split("/")
        self.asked.append(path)
        if self.tame:
            return 200, {"Content-Type": HTML}, ORDINARY
        if first == "silent":
            self.stop.wait(60)
            return 200, {"Content-Type": HTML}, ORDINARY
        if first == "circle":
            return 302, {"Location": f"/circle/{len(self.asked) % 2}"}, b""
        if first == "download":
            sent = {"Content-Type": "application/octet-stream", "Content-Disposition": "attachment"}
            return 200, sent, b"x" * 10_000
        if rest and rest[-1] == "poll":
            return 204, {}, b""
        name = rest[-1] if rest and rest[-1] in BAD else first
        status, body = BAD.get(name, (404, page("<h1>Page not found</h1>")))
        return status, {"Content-Type": HTML}, body


@contextmanager
def hostile_shop() -> Iterator[HostileShop]:
    """The shop, open on 127.0.0.1 until the block ends."""
    shop = HostileShop()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(shop.answer))
    server.daemon_threads = True
    shop.base = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    thread.start()
    try:
        yield shop
    finally:
        shop.stop.set()
        server.shutdown()
        server.server_close()


def _handler(answer: Callable[[str], tuple[int, dict[str, str], bytes]]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        """Turns answers into HTTP."""

        def do_GET(self) -> None:
            status, headers, body = answer(self.path)
            with suppress(OSError):  # the visitor may have left by now
                self.send_response(status)
                for name, value in {**headers, "Content-Length": str(len(body))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            """Nothing on the terminal."""

    return Handler
