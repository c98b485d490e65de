"""Waiting for what a customer waits for: a page that has come to rest. No sleeps."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable
from typing import TypeVar

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Page, Request

from auditor.errors import VisitError

T = TypeVar("T")

_COUNTED = frozenset({"document", "xhr", "fetch", "script", "stylesheet"})
_OLD = 4.0
"""Seconds after which a request is held to be a long poll, and not waited for."""

_REST = """([quiet, most]) => new Promise(done => {
  let timer; const end = () => { watcher.disconnect(); clearTimeout(timer); clearTimeout(last); done(true); };
  const brief = (a) => { const t = a.effect && a.effect.getComputedTiming();
    return a.playState === 'running' && t && t.iterations !== Infinity && t.endTime < 1500; };
  const moving = () => (document.getAnimations ? document.getAnimations() : []).some(brief);
  const again = () => { clearTimeout(timer); timer = setTimeout(() => {
    if (document.readyState === 'loading' || moving()) again(); else end(); }, quiet); };
  const watcher = new MutationObserver(again);
  const last = setTimeout(end, most);
  watcher.observe(document, {subtree: true, childList: true, characterData: true, attributes: true,
    attributeFilter: ['class', 'style', 'hidden', 'open', 'disabled', 'aria-hidden', 'aria-expanded']});
  again();
})"""

_CHANGE = """(most) => new Promise(done => {
  const watcher = new MutationObserver(() => { watcher.disconnect(); clearTimeout(last); done(true); });
  const last = setTimeout(() => { watcher.disconnect(); done(false); }, most);
  watcher.observe(document, {subtree: true, childList: true, characterData: true, attributes: true});
})"""


async def bounded(call: Awaitable[T], seconds: float, what: str) -> T:
    """The call's result, or a time-out of our own.

    Why: evaluate and content have none; a page script can hang them for ever.
    Raises: VisitError("timeout").
    """
    try:
        return await asyncio.wait_for(asyncio.ensure_future(call), seconds)
    except TimeoutError:
        raise VisitError("timeout", f"{what} took more than {seconds:.0f} s") from None


class Traffic:
    """The requests of a page that are still under way."""

    def __init__(self, page: Page) -> None:
        self._open: dict[Request, float] = {}
        self.last_change = time.monotonic()
        page.on("request", self._begin)
        page.on("requestfinished", self._end)
        page.on("requestfailed", self._end)

    def _begin(self, request: Request) -> None:
        if request.resource_type in _COUNTED:
            self._open[request] = self.last_change = time.monotonic()

    def _end(self, request: Request) -> None:
        if self._open.pop(request, None) is not None:
            self.last_change = time.monotonic()

    def busy(self) -> bool:
        """True while something that may change the page is on its way."""
        now = time.monotonic()
        return any(now - since < _OLD for since in self._open.values())


async def settle(page: Page, traffic: Traffic, *, quiet_ms: int = 120, most_s: float = 8.0) -> None:
    """Return when the page has loaded, moves no more and waits for nothing.

    A page that never comes to rest is left after `most_s` seconds; what is seen then is what counts.
    """
    end = time.monotonic() + most_s
    while (left := end - time.monotonic()) > 0:
        try:
            await asyncio.wait_for(page.evaluate(_REST, [quiet_ms, int(min(1500, left * 1000))]), left + 0.5)
        except TimeoutError:
            return
        except PlaywrightError as error:
            if page.is_closed() or "crash" in str(error).lower():
                raise VisitError("crashed", "the page crashed while it loaded") from error
            # A navigation took the page away from under the question: ask the next one.
            try:
                await page.wait_for_load_state("domcontentloaded", timeout=max(200, left * 1000))
            except PlaywrightError:
                return
            continue
        if not traffic.busy():
            return


async def wait_for_change(page: Page, seconds: float) -> bool:
    """True as soon as anything in the page changes; False when nothing did."""
    try:
        return bool(await asyncio.wait_for(page.evaluate(_CHANGE, int(seconds * 1000)), seconds + 1))
    except (TimeoutError, PlaywrightError):
        return True
