"""The one gate through which a spider's requests leave: one at a time, at the pace, within the limits."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest

from auditor.errors import VisitError
from auditor.recorder import Recorder
from spiders.site import same_site, split

ANSWER_SECONDS = 15.0
"""How long one answer may take, from the look-up of the name to the last byte."""
PAGE_BYTES = 15_000_000
"""The most of one answer that is read, packed or unpacked."""


class Refused(IgnoreRequest):
    """A request that was not sent, or an answer that was not read; `code` is a key of TROUBLES."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(f"{code}: {detail}")
        self.code, self.detail = code, detail

    def as_trouble(self) -> VisitError:
        """The same for whoever asked for the page."""
        return VisitError(self.code, self.detail)


@dataclass
class Gate:
    """Counts and paces every request of one crawl, whoever inside Scrapy sends it.

    Why here and not in Scrapy's settings: its delay holds per host, its page limit is checked after the
    fact, and neither knows of robots.txt requests and redirect hops.
    """

    recorder: Recorder
    pace: float
    pages: int
    """Requests that are left."""
    bytes: int
    """Bytes that are left."""
    deadline: float
    """Monotonic time at which the crawl must be over."""
    allowed: Callable[[str], bool] | None = None
    """Which hosts and resolved addresses may be asked at all; None allows every one."""
    elsewhere: set[str] = field(default_factory=set)
    """Addresses on other sites that may be asked, because the shop links them as its help."""
    named_sitemaps: list[str] = field(default_factory=list)
    """Sitemaps that robots.txt names; filled while it is read."""
    spent: str = ""
    """Which limit was used up; empty while there is something left."""
    wait_reason: str = ""
    """Who asked for a longer pace, if anybody did."""
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    _free_at: float = 0.0

    def check(self, url: str) -> None:
        """Whether this address may be asked.

        Raises: Refused unreachable.
        """
        parts = split(url)
        if parts is None:
            raise Refused("unreachable", f"{url[:200]} is no address that a spider opens")
        if not self.may_reach(parts.hostname or ""):
            raise Refused("unreachable", f"{parts.hostname} is an address that this wave does not allow")
        if not same_site(url, self.recorder.shop.url) and not any(same_site(url, e) for e in self.elsewhere):
            raise Refused("unreachable", f"the way leads to another site, {parts.hostname}")

    def may_reach(self, host: str) -> bool:
        """Whether a host, or an address that its name stands for, may be asked."""
        return self.allowed is None or self.allowed(host)

    def slow_down(self, seconds: float, reason: str) -> None:
        """Keep a longer pace from here on, as robots.txt asks."""
        if seconds > self.pace:
            self.pace, self.wait_reason = seconds, reason
            self._free_at = max(self._free_at, time.monotonic() + seconds)

    async def rest(self, seconds: float) -> bool:
        """Wait as the shop asks; False, without waiting, when there is no time for it."""
        if time.monotonic() + seconds >= self.deadline:
            return False
        self.recorder.pause(seconds)
        await asyncio.sleep(seconds)
        return True

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[tuple[float, int]]:
        """The right to send one request: seconds it may take, bytes it may bring.

        Raises: Refused budget when a limit is used up.
        """
        async with self._turn:
            wait = max(0.0, self._free_at - time.monotonic())
            self._spend(wait)
            if wait:
                self.recorder.pause(wait)
                await asyncio.sleep(wait)
            self.pages -= 1
            try:
                left = max(0.1, self.deadline - time.monotonic())
                yield min(ANSWER_SECONDS, left), min(PAGE_BYTES, self.bytes)
            finally:
                self._free_at = time.monotonic() + self.pace

    def received(self, count: int) -> None:
        """Note bytes that came in."""
        self.bytes -= count
        self.recorder.bytes_received += count

    def _spend(self, wait: float) -> None:
        if self.pages <= 0:
            self.spent = "the pages that this crawl may ask for"
        elif self.bytes <= 0:
            self.spent = "the bytes that this crawl may load"
        elif time.monotonic() + wait >= self.deadline:
            self.spent = "the time for this crawl" + (f" ({self.wait_reason})" if self.wait_reason else "")
        if self.spent:
            raise Refused("budget", f"used up: {self.spent}")


def gate_of(crawler: Crawler) -> Gate:
    """The gate of a crawl, for the parts that Scrapy makes.

    Raises: TypeError for a spider without one.
    """
    gate = getattr(crawler.spider, "gate", None)
    if not isinstance(gate, Gate):
        raise TypeError("only spiders with a gate may crawl")
    return gate
