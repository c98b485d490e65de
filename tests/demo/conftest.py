"""Visitors of the demo shops who speak plain HTTP."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode, urljoin
from urllib.request import HTTPCookieProcessor, ProxyHandler, Request, build_opener

import pytest

from auditor.demo import DemoShop, DemoShops, serve


class Visitor:
    """One customer of one shop, with a cookie jar and no browser."""

    def __init__(self, shop: DemoShop) -> None:
        self.shop = shop
        self._opener = build_opener(ProxyHandler({}), HTTPCookieProcessor(CookieJar()))
        self.url = ""
        self.status = 0
        self.media_type = ""

    def get(self, path: str) -> str:
        return self._ask(path, None, {})

    def post(self, path: str, **fields: str) -> str:
        return self._ask(path, urlencode(fields).encode(), {})

    def send(self, path: str, **fields: object) -> Any:
        """Post JSON, as a page's script does."""
        answer = self._ask(path, json.dumps(fields).encode(), {"Content-Type": "application/json"})
        return json.loads(answer)

    def probe(self) -> dict[str, Any]:
        """What the shop itself knows about this customer."""
        truth: dict[str, Any] = json.loads(self.get("__probe__"))
        return truth

    def body(self, path: str) -> bytes:
        with self._opener.open(urljoin(self.shop.url, path), timeout=10) as answer:
            content: bytes = answer.read()
        return content

    def _ask(self, path: str, content: bytes | None, headers: dict[str, str]) -> str:
        request = Request(urljoin(self.shop.url, path), data=content, headers=headers)
        try:
            with self._opener.open(request, timeout=10) as answer:
                body: bytes = answer.read()
        except HTTPError as refused:
            answer, body = refused, refused.read()
        self.url = answer.geturl()
        self.status = answer.status or 0
        self.media_type = answer.headers.get_content_type()
        return body.decode("utf-8", "replace")


@pytest.fixture(scope="session")
def demo_shops(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoShops]:
    """The three shops, open for all tests of this folder."""
    folder: Path = tmp_path_factory.mktemp("demo-shops")
    with serve(folder) as shops:
        yield shops


@pytest.fixture(params=("kettle-and-crumb", "papierhain", "linuva"))
def shop(request: pytest.FixtureRequest, demo_shops: DemoShops) -> DemoShop:
    """Each of the shops in turn."""
    return next(shop for shop in demo_shops.shops if shop.slug == request.param)


@pytest.fixture
def enter(demo_shops: DemoShops) -> Callable[[str], Visitor]:
    """Enter the shop with this slug as a new customer."""
    return lambda slug: Visitor(next(shop for shop in demo_shops.shops if shop.slug == slug))


@pytest.fixture
def visitor(shop: DemoShop) -> Visitor:
    """A new customer in each of the shops in turn."""
    return Visitor(shop)
