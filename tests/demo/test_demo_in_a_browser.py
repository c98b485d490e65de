"""The demo shops as a customer sees them: pages that work, at a desk and on a phone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from auditor.demo import DemoShops, serve

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def shops() -> Iterator[DemoShops]:
    with serve() as opened:
        yield opened


@pytest.mark.parametrize("number", [0, 1, 2], ids=["kettle", "papierhain", "linuva"])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_shop_opens_without_errors_and_fits_the_window(
    page: Page, shops: DemoShops, number: int, width: int
):
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(shops.shops[number].url)
    assert errors == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.get_by_role("link").count() > 5
