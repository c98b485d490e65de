"""Walks all scenarios through a demo shop, and asks the shop itself what it thinks of the customer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, BrowserContext
from walking import Evidence

from auditor.demo import DemoShop
from auditor.models import Shop, Value, Visit
from auditor.snapshot import Snapshot
from scenarios.customer import Customer, Manners
from scenarios.shopper import Known, Shopper

SCENARIOS = ("home", "search", "product", "cart", "checkout", "faq", "returns_policy", "contact")

AtMoment = Callable[[Shopper, str], Awaitable[None]]
"""Called when a moment has been kept, with its role."""


@dataclass
class DemoWalks:
    """What all scenarios left behind in one demo shop."""

    demo: DemoShop
    evidence: Evidence
    known: Known
    visits: dict[str, Visit] = field(default_factory=dict)
    at_last_state: dict[str, Any] = field(default_factory=dict)
    """What the shop knew of the customer when only the order was left."""
    afterwards: dict[str, Any] = field(default_factory=dict)
    """The same after all walks."""

    def steps(self) -> Iterator[tuple[Visit, Any]]:
        for visit in self.visits.values():
            for step in visit.steps:
                yield visit, step


def shop_of(demo: DemoShop) -> Shop:
    """What a wave would say of the demo shop."""
    return Shop(name=demo.name, url=demo.url, country=demo.country, language=demo.language)


async def probe(context: BrowserContext, demo: DemoShop) -> dict[str, Any]:
    """The shop's own truth about this customer."""
    answer = await context.request.get(demo.url + "__probe__")
    truth: dict[str, Any] = await answer.json()
    return truth


@contextmanager
def listening(at_moment: AtMoment) -> Iterator[None]:
    """Call back at every kept moment of every walk."""
    keep = Shopper.keep

    async def heard(shopper: Shopper, role: str, **facts: Value) -> Snapshot:
        kept = await keep(shopper, role, **facts)
        await at_moment(shopper, role)
        return kept

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Shopper, "keep", heard)
        yield


async def walk_all(browser: Browser, demo: DemoShop, folder: Path) -> DemoWalks:
    """Every scenario by one customer, in the order of a wave, without a pause."""
    walks = DemoWalks(demo, Evidence.at(folder), Known())
    shop = shop_of(demo)
    customer = Customer(browser, shop, Manners(pace=0.0, minutes=1.5), walks.known)
    contexts: list[BrowserContext] = []

    async def ask(shopper: Shopper, role: str) -> None:
        contexts.append(shopper.page.context)
        if role == "last_state":
            walks.at_last_state = await probe(shopper.page.context, demo)

    try:
        with listening(ask):
            for scenario in SCENARIOS:
                recorder = walks.evidence.recorder(shop, scenario)
                await customer.walk(recorder)
                walks.visits[scenario] = recorder.seal()
        if contexts:
            walks.afterwards = await probe(contexts[-1], demo)
    finally:
        await customer.close()
    return walks


async def walk_checkout(browser: Browser, walks: DemoWalks, at_moment: AtMoment, wave: str) -> Visit:
    """The checkout once more, by a new customer, with something tried on the way."""
    shop = shop_of(walks.demo)
    customer = Customer(browser, shop, Manners(pace=0.0, minutes=1.5), walks.known)
    recorder = walks.evidence.recorder(shop, "checkout", wave)
    try:
        with listening(at_moment):
            await customer.walk(recorder)
    finally:
        await customer.close()
    return recorder.seal()
