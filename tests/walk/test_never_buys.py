"""Nothing buys: not when asked to, not by Enter, not on the wire."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from demo_walks import DemoWalks, probe, walk_checkout
from playwright.async_api import Error as PlaywrightError
from walking import OpenBrowser, code_of

from auditor.models import Visit
from auditor.pages.orders import choose_order_control
from auditor.pages.ranking import choose
from auditor.snapshot import Snapshot
from scenarios.shopper import Shopper

pytestmark = pytest.mark.browser

ORDER_REQUESTS = {
    "kettle-and-crumb": ("checkout/place", "payment=paypal", "application/x-www-form-urlencoded"),
    "papierhain": ("api/bestellung", json.dumps({}), "application/json"),
    "linuva": ("uzsakymas/pateikti", "pastaba=", "application/x-www-form-urlencoded"),
}
"""What each shop's own page sends to place an order."""


@dataclass
class Tempted:
    """What came of asking a shopper to buy, in the middle of a checkout."""

    codes: dict[str, str] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    """Paths that the shop was asked for by POST after the last state was reached."""
    orders: int = 0
    was_ready: bool = False
    visit: Visit | None = None


def _nothing(before: Snapshot, after: Snapshot) -> str:
    return ""


async def _tempt(shopper: Shopper, tempted: Tempted) -> None:
    """Ask for the order in every way that goes through the shopper's hands."""

    def order_control(page: Snapshot):
        return choose_order_control(page, shopper.lexicon)

    tempted.codes["order control"] = await code_of(
        shopper.press(order_control, _nothing, intent="place_order", tries=1)
    )
    look = await shopper.look()
    choice = order_control(look.snapshot)
    if choice is not None:
        control = look.snapshot.controls[choice.best.i]
        tempted.codes["click"] = await code_of(shopper.click(look, control))
        tempted.codes["search"] = await code_of(shopper.search(look, control))
    tempted.codes["Enter"] = await code_of(shopper.key("Enter"))
    tempted.codes["Space"] = await code_of(shopper.key("Space"))


@pytest.fixture(scope="session")
def tempted(walked: DemoWalks, shopping: OpenBrowser) -> Tempted:
    """Each shop, where a shopper stood before the order and was asked for it."""
    found = Tempted()

    async def at(shopper: Shopper, role: str) -> None:
        if role == "last_state":
            found.was_ready = (await probe(shopper.page.context, walked.demo))["ready_to_order"]
            before = len(walked.demo.requests())
            await _tempt(shopper, found)
            found.requests = [p for m, p in walked.demo.requests()[before:] if m == "POST"]
            found.refused = list(shopper.guard.refused)

    found.visit = shopping.thread.run(walk_checkout(shopping.browser, walked, at, "tempted"), 120)
    found.orders = walked.demo.orders()
    return found


@pytest.mark.parametrize("way", ["order control", "click", "search", "Enter", "Space"])
def test_asked_for_the_order_the_shopper_refuses(tempted: Tempted, way: str):
    assert tempted.was_ready
    assert tempted.codes[way] == "guard_refused"


def test_the_refusal_is_noted_and_nothing_was_sent(tempted: Tempted):
    assert tempted.refused
    assert tempted.requests == []
    assert tempted.orders == 0


def test_after_a_refusal_the_cart_is_left_empty_all_the_same(tempted: Tempted):
    assert tempted.visit is not None
    assert tempted.visit.outcomes["cart_emptied"] == "reached"


@pytest.fixture(scope="session")
def kettle_express(
    shopping: OpenBrowser, walked_kettle: DemoWalks
) -> tuple[list[str], dict[str, str], list[tuple[str, str]]]:
    """Kettle's cart, where a shopper was asked to press the button that buys at once."""
    codes: dict[str, str] = {}
    posts: list[tuple[str, str]] = []
    words: list[str] = []

    async def at(shopper: Shopper, role: str) -> None:
        if role != "cart":
            return

        def express(page: Snapshot):
            return choose(page, "express_payment", shopper.lexicon)

        look = await shopper.look()
        choice = express(look.snapshot)
        words.append(choice.best.words if choice else "")
        before = len(walked_kettle.demo.requests())
        codes["press"] = await code_of(shopper.press(express, _nothing, intent="express_payment", tries=1))
        posts.extend(r for r in walked_kettle.demo.requests()[before:] if r[0] == "POST")

    shopping.thread.run(walk_checkout(shopping.browser, walked_kettle, at, "express"), 120)
    return words, codes, posts


@pytest.fixture(scope="session")
def walked_kettle(shopping: OpenBrowser, demo_shops, tmp_path_factory: pytest.TempPathFactory) -> DemoWalks:
    from demo_walks import Evidence, Known

    demo = next(s for s in demo_shops.shops if s.slug == "kettle-and-crumb")
    return DemoWalks(demo, Evidence.at(tmp_path_factory.mktemp("express")), Known())


def test_an_express_button_in_the_cart_is_never_pressed(kettle_express, walked_kettle: DemoWalks):
    words, codes, posts = kettle_express
    assert "PayPal" in words[0]
    assert codes == {"press": "guard_refused"}
    assert posts == []
    assert walked_kettle.demo.orders() == 0


@pytest.fixture
def second_line(shopping: OpenBrowser, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Tempted]:
    """Send a shop's own order request by script at the last state, behind the back of the first line.

    Why shops of its own: were the second line to fail, the order must not stand in the others' ledgers.
    """
    from demo_walks import Evidence, Known

    from auditor.demo import serve

    def send(slug: str) -> Tempted:
        found = Tempted()
        folder: Path = tmp_path_factory.mktemp("second-line")
        with serve(folder / "ledgers") as shops:
            demo = next(s for s in shops.shops if s.slug == slug)
            walks = DemoWalks(demo, Evidence.at(folder / "evidence"), Known())
            path, body, kind = ORDER_REQUESTS[slug]

            async def at(shopper: Shopper, role: str) -> None:
                if role != "last_state":
                    return
                await shopper.begin_checkout()
                found.was_ready = (await probe(shopper.page.context, demo))["ready_to_order"]
                try:
                    await shopper.page.evaluate(
                        "([url, body, kind]) => fetch(url, {method: 'POST', body, headers: {'Content-Type': kind}})"
                        ".then(r => r.status)",
                        [demo.url + path, body, kind],
                    )
                except PlaywrightError:
                    found.codes["fetch"] = "aborted"
                found.refused = list(shopper.guard.refused)

            found.visit = shopping.thread.run(walk_checkout(shopping.browser, walks, at, "wire"), 120)
            found.orders = demo.orders()
        return found

    return send


@pytest.mark.parametrize("slug", sorted(ORDER_REQUESTS))
def test_a_request_that_would_place_the_order_is_stopped_on_the_wire(second_line, slug: str):
    found = second_line(slug)
    assert found.was_ready
    assert found.orders == 0
    assert found.codes == {"fetch": "aborted"}
    assert found.visit is not None
    assert any(note.startswith("request refused") for note in found.visit.overlays)
