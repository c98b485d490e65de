"""Reads HTML in a process apart, which can be stopped.

Why: what a shop sends may take hours or gigabytes to read, a thread cannot be stopped, and the loop
that we run in also drives a browser.
"""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from pydantic import ValidationError

from auditor.errors import VisitError
from auditor.snapshot import Snapshot, load_snapshot
from spiders.html_process import HEAD, TAIL

READ_SECONDS = 10.0
"""How long the reading of one page may take; ordinary pages take a tenth of a second."""
_MOST_ANSWER = 40_000_000
_TOO_HARD = "the page's markup is too large or too tangled to be read"


class HtmlReader:
    """One reading process, started when first needed and again after it had to be stopped."""

    def __init__(self) -> None:
        self._process: asyncio.subprocess.Process | None = None

    async def __aenter__(self) -> Self:
        await self._start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._stop()

    async def snapshot(self, html: str, url: str) -> Snapshot:
        """What a customer could read and press on this page.

        Raises: VisitError budget when reading it takes too much time or memory.
        """
        process = self._process or await self._start()
        try:
            async with asyncio.timeout(READ_SECONDS):
                return load_snapshot(await _ask(process, html, url))
        except (TimeoutError, OSError, EOFError, ValidationError) as error:
            await self._stop()
            raise VisitError("budget", _TOO_HARD) from error

    async def _start(self) -> asyncio.subprocess.Process:
        root = str(Path(__file__).parent.parent)
        path = os.pathsep.join(p for p in (root, os.environ.get("PYTHONPATH", "")) if p)
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "spiders.html_process",
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path},
            start_new_session=True,  # an interrupt from the keyboard is ours to handle
        )
        return self._process

    async def _stop(self) -> None:
        if self._process is None:
            return
        with suppress(ProcessLookupError):
            self._process.kill()
        with suppress(OSError):
            await self._process.communicate()  # closes the pipes too, before the loop may be gone
        self._process = None


async def _ask(process: asyncio.subprocess.Process, html: str, url: str) -> bytes:
    if process.stdin is None or process.stdout is None:
        raise EOFError("the reading process has no pipes")
    page, address = html.encode("utf-8", "replace"), url.encode("utf-8", "replace")
    process.stdin.write(HEAD.pack(len(address), len(page)) + address + page)
    await process.stdin.drain()
    (size,) = TAIL.unpack(await process.stdout.readexactly(TAIL.size))
    if size > _MOST_ANSWER:
        raise EOFError("the answer is too large")
    return await process.stdout.readexactly(size)
