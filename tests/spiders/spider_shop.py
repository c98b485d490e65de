"""A shop made of a table of answers, and what a crawl of it left."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, TypeVar

from auditor.models import Step
from auditor.recorder import Recorder

T = TypeVar("T")
Answer = tuple[int, dict[str, str], bytes]


def page(title: str, *links: tuple[str, str], body: str = "", lang: str = "en") -> Answer:
    """An HTML page with a heading, a foot of links and enough words to be one."""
    foot = "".join(f'<li><a href="{href}">{words}</a></li>' for href, words in links)
    text = body or f"<p>What there is to know about {title.lower()}, in a few plain words for customers.</p>"
    html = (
        f'<!doctype html><html lang="{lang}"><head><title>{title}</title></head><body><header>'
        f'<a href="/">Shop</a></header><main><h1>{title}</h1>{text}</main><footer><ul>{foot}</ul></footer>'
        "</body></html>"
    )
    return 200, {"Content-Type": "text/html; charset=utf-8"}, html.encode()


@dataclass
class FakeShop:
    """A shop whose every answer is written down beforehand; what is not there answers 404."""

    answers: dict[str, Answer | Callable[[BaseHTTPRequestHandler], None]]
    asked: list[tuple[float, str, str]] = field(default_factory=list)
    """Time, path and user agent of every request."""
    at_once: int = 0
    """The most requests that were open at the same time."""
    url: str = ""
    _open: int = 0

    def paths(self) -> list[str]:
        return [path for _, path, _ in self.asked]


def handler_of(shop: FakeShop) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            shop.asked.append((time.monotonic(), self.path, self.headers.get("User-Agent", "")))
            shop._open += 1
            shop.at_once = max(shop.at_once, shop._open)
            try:
                answer = shop.answers.get(
                    self.path, (404, {"Content-Type": "text/html"}, b"<h1>Not found</h1>")
                )
                if callable(answer):
                    answer(self)
                    return
                status, headers, body = answer
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
            except OSError:
                self.close_connection = True
            finally:
                shop._open -= 1

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            pass

    return Handler


class ShopServer(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass


@dataclass
class Crawled:
    """What a crawl left."""

    recorder: Recorder

    @property
    def outcomes(self) -> dict[str, str]:
        return self.recorder.outcomes

    @property
    def details(self) -> dict[str, str]:
        return self.recorder.details

    def steps(self, role: str) -> list[Step]:
        return [s for s in self.recorder.steps if s.role == role]

    def paths(self, role: str) -> list[str]:
        return ["/" + s.url.split("/", 3)[3] for s in self.steps(role)]

    def file(self, name: str) -> bytes:
        return self.recorder.store.get(name)


def run(coroutine: Coroutine[Any, Any, T]) -> T:
    """The coroutine's result, from a loop in a thread of its own.

    Why: a synchronous browser fixture leaves a running loop in the thread of the tests.
    """
    result: list[T] = []
    failure: list[BaseException] = []

    def work() -> None:
        try:
            result.append(asyncio.run(coroutine))
        except BaseException as error:
            failure.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    if failure:
        raise failure[0]
    return result[0]


OpenShop = Callable[[dict[str, Any]], FakeShop]
CrawlShop = Callable[..., Crawled]
