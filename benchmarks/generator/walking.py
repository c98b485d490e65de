"""Walks generated shops with the auditor's own shopper, and lays what it says beside what is true."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from playwright.async_api import Browser

from auditor.counting import checkout_counts
from auditor.evidence import EvidenceStore, visit_id
from auditor.models import Shop
from auditor.recorder import Recorder
from benchmarks.generator.features import FIRST_HELD_OUT_SEED, HELD_OUT, Plan
from benchmarks.generator.opening import Opened, opened
from benchmarks.generator.truth import Seen, Truth
from scenarios.browser import started_browser
from scenarios.customer import FINDS, Customer, Manners

CHECKOUT_ONLY = ("checkout",)
ALL = tuple(FINDS)
WAVE = "generated"


@dataclass(frozen=True, kw_only=True)
class Walked:
    """One shop after its walk."""

    plan: Plan
    truth: Truth
    seen: Seen | None
    """What the server knew; None when the walk never came to the checkout's first screen."""
    outcomes: dict[str, str]
    details: dict[str, str]
    screens: int | None
    censored: bool
    seconds: float
    orders: int
    trail: tuple[str, ...] = ()
    """Roles of the pages kept, in order: how far it came."""
    stopped_at: str = ""

    @property
    def said(self) -> str:
        """The auditor's own verdict about the last state."""
        return self.outcomes.get("last_state", "not_visited")

    @property
    def is_ready(self) -> bool:
        """It says that only the order is left, and the server agrees."""
        return self.said == "reached" and self.seen is not None and self.seen.ready

    @property
    def is_as_truth(self) -> bool:
        """The walk ended as a faultless one does."""
        return self.is_ready if self.truth.last_state == "reached" else self.said == self.truth.last_state

    @property
    def is_verdict_true(self) -> bool:
        """What it says of the last state and of the need for an account is so, however far it came."""
        really = self.seen is not None and self.seen.ready
        if self.said == "login_required":
            return self.truth.last_state == "login_required"
        return (self.said == "reached") == really

    @property
    def are_screens_exact(self) -> bool:
        """It counted the screens that there are."""
        return self.screens == self.truth.screens and not self.censored

    @property
    def is_held_out(self) -> bool:
        """Nobody looks into why this one failed."""
        return self.plan.seed >= FIRST_HELD_OUT_SEED or self.plan.language in HELD_OUT

    def to_dict(self) -> dict[str, Any]:
        """All of it as plain data."""
        data = asdict(self) | {"ready": self.is_ready, "as_truth": self.is_as_truth}
        data["plan"]["values"] = dict(self.plan.values)
        return data | {"verdict_true": self.is_verdict_true, "screens_exact": self.are_screens_exact}


def walk_shops(
    plans: Sequence[Plan],
    folder: Path,
    *,
    scenarios: Sequence[str] = CHECKOUT_ONLY,
    at_once: int = 2,
    browser: str = "",
    tell: Callable[[Walked], None] | None = None,
) -> tuple[Walked, ...]:
    """Walk the shop of every plan, in the order of the plans.

    folder: where evidence and ledgers are kept. tell: called as each shop is done.
    """
    return asyncio.run(_walk_all(plans, folder, scenarios, at_once, browser, tell))


async def _walk_all(
    plans: Sequence[Plan],
    folder: Path,
    scenarios: Sequence[str],
    at_once: int,
    configured: str,
    tell: Callable[[Walked], None] | None,
) -> tuple[Walked, ...]:
    places = asyncio.Semaphore(max(1, at_once))
    evidence = EvidenceStore(folder / "evidence")

    async with started_browser(configured) as browser:

        async def one(plan: Plan) -> Walked:
            async with places:
                with opened(plan, folder / "ledgers") as shop:
                    walked = await _walk(shop, browser, evidence, scenarios)
            if tell:
                tell(walked)
            return walked

        return tuple(await asyncio.gather(*(one(plan) for plan in plans)))


async def _walk(
    opened_shop: Opened, browser: Browser, evidence: EvidenceStore, scenarios: Sequence[str]
) -> Walked:
    plan = opened_shop.shop.plan
    shop = Shop(
        name=opened_shop.shop.storefront.slug,
        url=opened_shop.url,
        country=plan.country,
        language=plan.language,
    )
    customer = Customer(browser, shop, Manners(pace=0))
    outcomes: dict[str, str] = {}
    details: dict[str, str] = {}
    visits = []
    began = time.monotonic()
    try:
        for scenario in scenarios:
            recorder = Recorder(
                evidence,
                visit_id=visit_id(WAVE, shop.slug, scenario),
                wave=WAVE,
                shop=shop,
                scenario=scenario,
                kind="walk",
            )
            await customer.walk(recorder)
            outcomes |= recorder.outcomes
            details |= recorder.details
            visits.append(recorder.seal())
    finally:
        await customer.close()
    counts = checkout_counts(visits, evidence.snapshot)
    return Walked(
        plan=plan,
        truth=opened_shop.shop.truth,
        seen=opened_shop.shop.seen(),
        outcomes=outcomes,
        details=details,
        screens=counts.screens,
        censored=counts.censored,
        seconds=time.monotonic() - began,
        orders=opened_shop.orders(),
        trail=tuple(step.role for visit in visits for step in visit.steps),
        stopped_at=counts.stopped_at,
    )
