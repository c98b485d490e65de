"""Nothing buys: not when asked to, not by Enter, not on the wire."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pytest
from demo_walks import DemoWalks, probe, walk_checkout
from playwright.async_api import Error as PlaywrightError
from walking import Evidence, OpenBrowser, code_of

from auditor.demo import DemoShops, serve
from auditor.models import Choice, Visit
from auditor.pages.orders import choose_order_control
from auditor.pages.ranking import choose
from auditor.snapshot import Snapshot
from scenarios.shopper import Known, Shopper

pytestmark = pytest.mark.browser

FORM = "application/x-www-form-urlencoded"
ORDER_REQUESTS = {
    "kettle-and-crumb": ("checkout/place", "payment=paypal", FORM),
    "papierhain": ("api/bestellung", json.dumps({}), "application/json"),
    "linuva": ("uzsakymas/pateikti", "pastaba=", FORM),
}
"""What each shop's own page sends to place an order."""

SEND = """([url, body, kind]) =>
  fetch(url, {method: 'POST', body, headers: {'Content-Type': kind}}).then(answer => answer.status)"""


@dataclass
class Tempted:
    """What came of asking a shopper to buy, on the way through a checkout."""

    slug: str
    codes: dict[str, str] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)
    posts: list[str] = field(default_factory=list)
    """Paths that the shop was asked for by POST while the shopper was asked to buy."""
    was_ready: bool = False
    orders_by_hand: int = -1
    """Orders in the ledger after all that goes through the shopper's hands."""
    orders_by_wire: int = -1
    """The same after the shop's own order request was sent by script."""
    express: str = ""
    """Words on the express control of the cart, where there is one."""
    visit: Visit | None = None


def _nothing(before: Snapshot, after: Snapshot) -> str:
    return ""


@pytest.fixture(scope="session")
def tempting_shops(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoShops]:
    """Shops of their own: were a line of defence to fail, the order must not stand in the others' ledgers."""
    with serve(tmp_path_factory.mktemp("tempting-ledgers")) as shops:
        yield shops


@pytest.fixture(scope="session")
def tempted(
    walked: DemoWalks,
    tempting_shops: DemoShops,
    shopping: OpenBrowser,
    tmp_path_factory: pytest.TempPathFactory,
) -> Tempted:
    """Each shop, where a shopper stood before the order and was asked for it in every way."""
    demo = next(s for s in tempting_shops.shops if s.slug == walked.demo.slug)
    known = Known(
        product_url=walked.known.product_url.replace(walked.demo.url, demo.url),
        product_title=walked.known.product_title,
        language=walked.known.language,
    )
    walks = DemoWalks(demo, Evidence.at(tmp_path_factory.mktemp("tempted")), known)
    found = Tempted(demo.slug)

    async def at(shopper: Shopper, role: str) -> None:
        before = len(demo.requests())
        if role == "cart":
            await _tempt_in_cart(shopper, found)
        elif role == "last_state":
            found.was_ready = (await probe(shopper.page.context, demo))["ready_to_order"]
            await _tempt_before_order(shopper, found)
        found.posts += [path for method, path in demo.requests()[before:] if method == "POST"]
        if role == "last_state":
            found.refused = list(shopper.guard.refused)
            found.orders_by_hand = demo.orders()
            path, body, kind = ORDER_REQUESTS[demo.slug]
            try:
                await shopper.page.evaluate(SEND, [demo.url + path, body, kind])
            except PlaywrightError:
                found.codes["wire"] = "aborted"
            found.orders_by_wire = demo.orders()

    found.visit = shopping.thread.run(walk_checkout(shopping.browser, walks, at, "tempted"), 120)
    return found


async def _tempt_in_cart(shopper: Shopper, found: Tempted) -> None:
    """Ask for the express control, which buys at once, where the cart has one."""

    def express(page: Snapshot) -> Choice | None:
        return choose(page, "express_payment", shopper.lexicon)

    choice = express((await shopper.look()).snapshot)
    if choice is not None:
        found.express = choice.best.words
        found.codes["express"] = await code_of(
            shopper.press(express, _nothing, intent="express_payment", tries=1)
        )


async def _tempt_before_order(shopper: Shopper, found: Tempted) -> None:
    """Ask for the order in every way that goes through the shopper's hands."""

    def order_control(page: Snapshot) -> Choice | None:
        return choose_order_control(page, shopper.lexicon)

    found.codes["press"] = await code_of(
        shopper.press(order_control, _nothing, intent="place_order", tries=1)
    )
    look = await shopper.look()
    choice = order_control(look.snapshot)
    assert choice is not None
    control = look.snapshot.controls[choice.best.i]
    found.codes["click"] = await code_of(shopper.click(look, control))
    found.codes["Enter in a field"] = await code_of(shopper.search(look, control))
    found.codes["Enter"] = await code_of(shopper.key("Enter"))
    found.codes["Space"] = await code_of(shopper.key("Space"))
    # What the shop knows of the customer decides, even if the shopper forgot that this is a checkout.
    shopper.progress, kept = replace(shopper.progress, in_checkout=False), shopper.progress
    found.codes["click outside a checkout"] = await code_of(shopper.click(look, control))
    shopper.progress = kept


@pytest.mark.parametrize(
    "way", ["press", "click", "Enter in a field", "Enter", "Space", "click outside a checkout"]
)
def test_asked_for_the_order_the_shopper_refuses(tempted: Tempted, way: str):
    assert tempted.was_ready
    assert tempted.codes[way] == "guard_refused"


def test_the_refusal_is_noted_and_nothing_was_sent(tempted: Tempted):
    assert tempted.refused
    assert tempted.posts == []
    assert tempted.orders_by_hand == 0


def test_after_a_refusal_the_cart_is_left_empty_all_the_same(tempted: Tempted):
    assert tempted.visit is not None
    if tempted.orders_by_wire:
        pytest.skip("the second line let the order through, so there was nothing left to take out")
    assert tempted.visit.outcomes["cart_emptied"] == "reached"


def test_an_express_button_in_the_cart_is_never_pressed(tempted: Tempted):
    if tempted.slug == "kettle-and-crumb":
        assert "PayPal" in tempted.express
    assert tempted.codes.get("express", "guard_refused") == "guard_refused"


def test_a_request_that_would_place_the_order_is_stopped_on_the_wire(tempted: Tempted):
    assert tempted.orders_by_wire == 0
    assert tempted.codes["wire"] == "aborted"
    assert tempted.visit is not None
    assert any(note.startswith("request refused") for note in tempted.visit.overlays)
