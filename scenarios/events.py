"""What happens around a page: dialogs, popups, downloads, crashes, redirect storms, traffic."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import BrowserContext, Dialog, Download, Frame, Page, Response
from playwright.async_api import Error as PlaywrightError

from auditor.errors import VisitError
from auditor.recorder import Recorder
from scenarios.budget import Budget

_STORM = 12
"""Main-frame navigations within five seconds from which a page is taken to redirect in a circle."""
_NETWORK_ROWS = 5000


class PageEvents:
    """Listens to one visit's pages; keeps what matters and defuses what would hang."""

    def __init__(
        self,
        context: BrowserContext,
        recorder: Recorder,
        budget: Budget,
        own_hosts: Callable[[str], bool] | None,
    ) -> None:
        self._context, self._recorder, self._budget = context, recorder, budget
        self._own_hosts = own_hosts
        self._crashed = ""
        self._strayed = ""
        self._pages: list[Page] = []
        self._moves: deque[float] = deque(maxlen=_STORM)
        self._jobs: set[asyncio.Task[Any]] = set()
        self.download = ""
        """Address of the last download that a page began; it is stopped."""
        self.agree = False
        """Whether a confirm() is answered with yes: only where the shopper asked for a removal."""
        self._listeners: list[tuple[str, Callable[..., Any]]] = [
            ("page", self._opened),
            ("response", self._received),
            ("requestfailed", self._failed),
        ]
        for event, listener in self._listeners:
            context.on(event, listener)  # type: ignore[call-overload]
        for page in context.pages:
            self._attend(page)

    def refuses(self, url: str) -> bool:
        """True for an address that the wave does not allow to be asked."""
        host = urlsplit(url).hostname or ""
        return self._own_hosts is not None and not self._own_hosts(host)

    def leave(self) -> None:
        """Stop listening; another visit of the same customer begins."""
        for event, listener in self._listeners:
            with suppress(Exception):
                self._context.remove_listener(event, listener)

    def raise_if_crashed(self) -> None:
        """Raise what happened to the page since the last look.

        Raises: VisitError crashed or timeout (redirect storm).
        """
        if self._crashed:
            raise VisitError("crashed", self._crashed)
        if self._strayed:
            raise VisitError(
                "unreachable", f"the shop leads to {self._strayed}, which this wave does not allow"
            )
        if len(self._moves) == _STORM and self._moves[-1] - self._moves[0] < 5:
            raise VisitError("timeout", "the page redirects in a circle")

    def we_move(self) -> None:
        """The shopper moves by itself now: navigations before this are no storm of the page's."""
        self._moves.clear()

    def newest_page(self) -> Page | None:
        """The page opened last that is still open."""
        self._pages = [p for p in self._pages if not p.is_closed()]
        return self._pages[-1] if self._pages else None

    def _attend(self, page: Page) -> None:
        self._pages.append(page)
        page.on("crash", lambda _: setattr(self, "_crashed", f"{page.url} crashed"))
        page.on("dialog", lambda dialog: self._spawn(self._answer(dialog)))
        page.on("download", lambda download: self._spawn(self._stop(download)))
        page.on("framenavigated", self._moved)

    def _opened(self, page: Page) -> None:
        host = urlsplit(page.url).hostname or ""
        self._attend(page)
        if len(self._pages) > 6 or (self._own_hosts and host and not self._own_hosts(host)):
            self._pages.remove(page)
            self._recorder.note(f"a window of {host} opened and was closed")
            self._spawn(page.close())

    def _moved(self, frame: Frame) -> None:
        if frame.parent_frame is None:
            self._moves.append(time.monotonic())
            self._budget.page()
            if frame.url.startswith("http") and self.refuses(frame.url):
                self._strayed = frame.url

    async def _answer(self, dialog: Dialog) -> None:
        self._recorder.note(f"{dialog.type}: {dialog.message[:200]}")
        with suppress(PlaywrightError):
            if dialog.type == "beforeunload" or (dialog.type == "confirm" and self.agree):
                await dialog.accept()
            else:
                await dialog.dismiss()

    async def _stop(self, download: Download) -> None:
        self.download = download.url
        with suppress(PlaywrightError):
            await download.cancel()

    def _received(self, response: Response) -> None:
        size = _declared_size(response)
        self._recorder.bytes_received += size
        self._budget.receive(size)
        self._row(
            response.request.method, response.url, response.request.resource_type, response.status, size
        )

    def _failed(self, request: Any) -> None:
        self._row(request.method, request.url, request.resource_type, 0, 0)

    def _row(self, method: str, url: str, kind: str, status: int, size: int) -> None:
        if len(self._recorder.requests) < _NETWORK_ROWS and not url.startswith(("data:", "blob:")):
            self._recorder.requests.append(
                {"method": method, "url": url[:500], "type": kind, "status": status, "bytes": size}
            )

    def _spawn(self, job: Any) -> None:
        async def quietly() -> None:
            with suppress(PlaywrightError):
                await job

        task = asyncio.ensure_future(quietly())
        self._jobs.add(task)
        task.add_done_callback(self._jobs.discard)


def _declared_size(response: Response) -> int:
    try:
        return int(response.headers.get("content-length") or 0)
    except ValueError:
        return 0
