"""One customer in one shop: a browser context that lives through the walks of an audit."""

from __future__ import annotations

import asyncio
import importlib
import logging
from collections.abc import Callable
from dataclasses import dataclass

from playwright.async_api import Browser, BrowserContext
from playwright.async_api import Error as PlaywrightError

from auditor.errors import VisitError
from auditor.models import Shop
from auditor.recorder import Recorder
from scenarios.browser import customer_agent
from scenarios.budget import Budget
from scenarios.fence import fence
from scenarios.shopper import Known, Shopper, close_quietly, new_context_options

logger = logging.getLogger(__name__)

FINDS: dict[str, tuple[str, ...]] = {
    "home": ("home",),
    "search": ("search",),
    "product": ("product",),
    "cart": ("cart", "cart_edit", "cart_remove"),
    "checkout": ("checkout", "last_state"),
    "faq": ("faq", "help"),
    "returns_policy": ("returns_policy", "return_portal"),
    "contact": ("contact", "imprint"),
}
"""What each scenario sets out to reach."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Manners:
    """How the shopper behaves in every shop of a wave."""

    pace: float = 0.8
    actions: int = 80
    pages: int = 60
    minutes: float = 6.0
    megabytes: float = 200.0
    identity: str = "customer"
    accounts: str = "never"
    fenced: bool = False
    """Whether private addresses are blocked in the browser."""
    allowed: Callable[[str], bool] | None = None
    """Which addresses may be asked at all; None allows every one."""


class Customer:
    """A browser context with its cookies, opened when first needed and again after a crash."""

    def __init__(self, browser: Browser, shop: Shop, manners: Manners, known: Known | None = None) -> None:
        self._browser, self.shop, self.manners = browser, shop, manners
        self.known = known or Known()
        self._context: BrowserContext | None = None

    async def walk(self, recorder: Recorder) -> None:
        """Walk one scenario and note how it ended; what was found is in the recorder.

        A trouble on the way is an outcome, not an exception.
        """
        shopper: Shopper | None = None
        try:
            shopper = await self._shopper(recorder)
            scenario = importlib.import_module(f"scenarios.{recorder.scenario}")
            await asyncio.wait_for(scenario.walk(shopper), self.manners.minutes * 60 + 5)
        except VisitError as error:
            await self._trouble(recorder, shopper, error)
        except TimeoutError:
            await self._trouble(recorder, shopper, VisitError("budget", "the limit of minutes was reached"))
        except PlaywrightError as error:
            first = (str(error).splitlines() or [type(error).__name__])[0][:200]
            await self._trouble(recorder, shopper, VisitError("crashed", first))
        except Exception as error:  # a fault of ours in one walk must not end the wave
            logger.exception("walk %s", recorder.visit_id)
            await self._trouble(recorder, shopper, VisitError("crashed", f"our own fault: {error!r}"[:200]))
        finally:
            if shopper is not None:
                await shopper.leave_checkout()
                shopper.events.leave()

    async def close(self) -> None:
        """Leave the shop."""
        if self._context is not None:
            await close_quietly(self._context)
            self._context = None

    async def _shopper(self, recorder: Recorder) -> Shopper:
        agent = customer_agent(self._browser.version)
        if self.manners.identity == "declared":
            agent += f" auditor/{recorder.versions['program']} (mystery shopping; stops before the order)"
        if self._context is None:
            options = new_context_options(self.shop, agent)
            self._context = await self._browser.new_context(**options)  # type: ignore[arg-type]
            self._context.set_default_timeout(5000)
        pages = [p for p in self._context.pages if not p.is_closed()]
        for extra in pages[1:]:
            await extra.close()
        page = pages[0] if pages else await self._context.new_page()
        if self.manners.fenced:
            await fence(page)
        recorder.identity = agent
        recorder.versions["browser"] = self._browser.version
        budget = Budget(
            actions=self.manners.actions,
            pages=self.manners.pages,
            seconds=self.manners.minutes * 60,
            bytes=int(self.manners.megabytes * 1_000_000),
        )
        shopper = Shopper(
            page,
            self.shop,
            recorder,
            known=self.known,
            budget=budget,
            pace=self.manners.pace,
            accounts=self.manners.accounts,
            own_hosts=self.manners.allowed,
        )
        recorder.versions["lexicon"] = "+".join(shopper.lexicon.languages)
        return shopper

    async def _trouble(self, recorder: Recorder, shopper: Shopper | None, error: VisitError) -> None:
        if shopper is not None and "stopped" not in {s.role for s in recorder.steps}:
            await shopper.keep_stop(error)
        for key in FINDS[recorder.scenario]:
            recorder.end(key, error.code, error.detail)
        if error.code in ("crashed", "timeout", "budget"):
            await self.close()  # what a page did to its renderer must not reach the next walk
