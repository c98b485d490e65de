"""A shop that behaves badly ends its own walk in time, with a code, and spoils no later one."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hostile_shop import HostileShop, hostile_shop
from walking import Evidence, OpenBrowser

from auditor.models import Shop, Visit
from scenarios import shopper as shopping_module
from scenarios.customer import Customer, Manners

pytestmark = pytest.mark.browser

MOST_SECONDS = 15.0
HURRIED = Manners(pace=0.0, minutes=0.05)
"""For pages that hang: the walk is cut after eight seconds."""

_numbers = itertools.count(1)


@dataclass(frozen=True)
class Stay:
    """What a customer met in a bad shop, and after it had been mended."""

    visit: Visit
    seconds: float
    later: Visit


@pytest.fixture
def bad_shop(monkeypatch: pytest.MonkeyPatch) -> Iterator[HostileShop]:
    monkeypatch.setattr(shopping_module, "GOTO_MS", 4000)
    with hostile_shop() as shop:
        yield shop


@pytest.fixture
def stay(shopping: OpenBrowser, bad_shop: HostileShop, tmp_path_factory: pytest.TempPathFactory):
    """Walk the home page of a bad shop, then once more by the same customer when it behaves."""
    evidence = Evidence.at(tmp_path_factory.mktemp("hostile"))

    def go(how: str, manners: Manners = Manners(pace=0.0, minutes=0.2), *, crash_after: float = 0.0) -> Stay:
        shop = Shop(name=f"{how} {next(_numbers)}", url=bad_shop.url(how), country="GB", language="en")

        async def both() -> Stay:
            customer = Customer(shopping.browser, shop, manners)
            first = evidence.recorder(shop, "home", "first")
            started = time.monotonic()
            walk = asyncio.ensure_future(customer.walk(first))
            if crash_after:
                await asyncio.sleep(crash_after)
                await _crash(shopping, bad_shop)
            await walk
            seconds = time.monotonic() - started
            bad_shop.tame = True
            second = evidence.recorder(shop, "home", "later")
            try:
                await customer.walk(second)
            finally:
                await customer.close()
            return Stay(first.seal(), seconds, second.seal())

        return shopping.thread.run(both(), 60)

    return go


async def _crash(shopping: OpenBrowser, shop: HostileShop) -> None:
    """Kill the renderer of the page that shows this shop."""
    for context in shopping.browser.contexts:
        for page in context.pages:
            if page.url.startswith(shop.base):
                session = await context.new_cdp_session(page)
                # The answer never comes: there is nobody left to give it.
                asyncio.ensure_future(session.send("Page.crash")).add_done_callback(lambda t: t.exception())


CODES = [
    ("silent", {"timeout"}),
    ("circle", {"unreachable"}),
    ("script-circle", {"timeout", "budget"}),
    ("download", {"unreachable"}),
    ("out-of-order", {"server_error"}),
    ("gone", {"server_error"}),
    ("refuses", {"bot_wall"}),
    ("challenge", {"bot_wall"}),
    ("abroad", {"geo"}),
]


@pytest.mark.parametrize(("how", "codes"), CODES, ids=[how for how, _ in CODES])
def test_a_bad_shop_ends_the_walk_with_its_code(stay, how, codes):
    stayed = stay(how)
    assert stayed.visit.outcomes["home"] in codes, stayed.visit.details
    assert stayed.visit.details["home"]
    assert stayed.seconds < MOST_SECONDS
    assert stayed.later.outcomes["home"] == "reached"


@pytest.mark.parametrize("how", ["alerts", "loop-at-once", "loop-later"])
def test_a_page_that_hangs_is_left_in_time(stay, how):
    stayed = stay(how, HURRIED)
    assert stayed.visit.outcomes["home"] in ("timeout", "budget", "crashed"), stayed.visit.details
    assert stayed.seconds < MOST_SECONDS
    assert stayed.later.outcomes["home"] == "reached", stayed.later.details


def test_an_endless_storm_of_alerts_does_not_fill_the_evidence(stay):
    stayed = stay("alerts", HURRIED)
    assert len(stayed.visit.overlays) < 500


def test_a_few_alerts_are_dismissed_and_noted(stay):
    stayed = stay("few-alerts")
    assert stayed.visit.outcomes["home"] == "reached"
    assert "alert: Hello 0" in stayed.visit.overlays
    assert "confirm: Buy?" in stayed.visit.overlays


def test_a_page_that_never_comes_to_rest_is_seen_all_the_same(stay):
    stayed = stay("restless", Manners(pace=0.0, minutes=0.5))
    assert stayed.visit.outcomes["home"] == "reached", stayed.visit.details
    assert stayed.seconds < MOST_SECONDS


def test_windows_that_open_by_themselves_do_not_take_the_place_of_the_shop(stay):
    stayed = stay("popups")
    homes = [s for s in stayed.visit.steps if s.role == "home"]
    assert [s.title for s in homes] == ["A shop"], stayed.visit.details
    assert stayed.seconds < MOST_SECONDS
    assert stayed.later.outcomes["home"] == "reached"


def test_a_crash_is_told_and_the_next_walk_has_a_new_page(stay):
    stayed = stay("restless", crash_after=2.0)
    assert stayed.visit.outcomes["home"] == "crashed", stayed.visit.details
    assert stayed.seconds < MOST_SECONDS
    assert stayed.later.outcomes["home"] == "reached"


def test_a_huge_page_is_taken_in_up_to_a_limit(stay, shopping, bad_shop):
    stayed = stay("huge")
    assert stayed.visit.outcomes["home"] == "reached", stayed.visit.details
    assert stayed.seconds < MOST_SECONDS


@pytest.mark.parametrize("how", ["empty", "noise"])
def test_a_page_that_is_none_is_an_outcome_and_no_fault(stay, how):
    stayed = stay(how)
    assert "our own fault" not in stayed.visit.details.get("home", "")
    assert stayed.later.outcomes["home"] == "reached"


def test_frames_and_shadow_roots_are_looked_into(stay, tmp_path_factory):
    stayed = stay("frames")
    assert stayed.visit.outcomes["home"] == "reached"


def test_the_budget_of_actions_ends_a_walk(stay):
    stayed = stay("ordinary", Manners(pace=0.0, minutes=0.2, pages=0))
    assert stayed.visit.outcomes["home"] in ("reached", "budget")
