"""What the tests of walks share: a thread for coroutines, and customers that leave evidence."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from playwright.async_api import Browser

from auditor.errors import VisitError
from auditor.evidence import EvidenceStore
from auditor.models import Shop
from auditor.recorder import Recorder
from scenarios.browser import started_browser

T = TypeVar("T")


class Thread:
    """An event loop in a thread of its own.

    Why: other tests of the same run may keep a loop in the main thread, where asyncio.run would refuse.
    """

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    def run(self, job: Coroutine[Any, Any, T], seconds: float = 120) -> T:
        """The coroutine's result.

        Raises: TimeoutError when it takes longer; the coroutine is cancelled then.
        """
        future = asyncio.run_coroutine_threadsafe(job, self._loop)
        try:
            return future.result(seconds)
        except TimeoutError:
            future.cancel()
            raise

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()


@dataclass
class OpenBrowser:
    """One running browser and the thread in which it must be spoken to."""

    thread: Thread
    browser: Browser
    _leave: asyncio.Event
    _life: Any

    @classmethod
    def start(cls) -> OpenBrowser:
        thread = Thread()

        async def begin() -> tuple[Browser, asyncio.Event, Any]:
            leave, started = asyncio.Event(), asyncio.get_running_loop().create_future()

            async def live() -> None:
                async with started_browser() as browser:
                    started.set_result(browser)
                    await leave.wait()

            life = asyncio.ensure_future(live())
            await asyncio.wait({life, started}, return_when=asyncio.FIRST_COMPLETED)
            if life.done():
                life.result()
            return started.result(), leave, life

        return cls(thread, *thread.run(begin()))

    def stop(self) -> None:
        async def end() -> None:
            self._leave.set()
            await self._life

        self.thread.run(end())
        self.thread.close()


@dataclass(frozen=True)
class Evidence:
    """A folder of evidence that hands out recorders."""

    store: EvidenceStore

    @classmethod
    def at(cls, folder: Path) -> Evidence:
        return cls(EvidenceStore(folder))

    def recorder(self, shop: Shop, scenario: str, wave: str = "test") -> Recorder:
        return Recorder(
            self.store,
            visit_id=f"{wave}/{shop.slug}/{scenario}",
            wave=wave,
            shop=shop,
            scenario=scenario,
            kind="walk",
        )


async def code_of(job: Coroutine[Any, Any, object]) -> str:
    """The trouble code with which something ends; empty when it went through."""
    try:
        await job
    except VisitError as error:
        return error.code
    return ""
