"""Fetches over HTTP in the caller's asyncio loop, through the gate and to allowed addresses only."""

from __future__ import annotations

import socket
from typing import Any

import aiohttp
from aiohttp.abc import ResolveResult
from aiohttp.resolver import ThreadedResolver
from scrapy import Request
from scrapy.core.downloader.handlers._aiohttp import AiohttpDownloadHandler, _ClientResponse
from scrapy.crawler import Crawler
from scrapy.http import Response

from spiders.gate import Gate, Refused, gate_of


class Resolver(ThreadedResolver):
    """Looks names up and refuses those that lead to an address which may not be asked.

    Why here: the connection is made to exactly the addresses that were looked at, so a name cannot
    answer differently the second time.
    """

    def __init__(self, gate: Gate) -> None:
        super().__init__()
        self._gate = gate

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The addresses of a host.

        Raises: Refused unreachable, OSError when the name is not known.
        """
        found = await super().resolve(host, port, family)
        for address in found:
            if not self._gate.may_reach(address["host"]):
                raise Refused(
                    "unreachable", f"{host} stands for {address['host']}, which this wave does not allow"
                )
        return found


class Handler(AiohttpDownloadHandler):
    """Scrapy's asyncio download handler with our gate before it and our resolver below it."""

    experimental = False

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._gate = gate = gate_of(crawler)
        self._session.detach()  # no connection was made yet; the session below takes its place
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(resolver=Resolver(gate), limit=1, use_dns_cache=False),
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            response_class=_ClientResponse,
            skip_auto_headers=("Accept", "Accept-Encoding", "Content-Type", "User-Agent"),
        )

    async def download_request(self, request: Request) -> Response:
        """One answer.

        Raises: Refused, or one of Scrapy's download exceptions.
        """
        async with self._gate.turn() as (seconds, size):
            request.meta["download_timeout"] = seconds
            request.meta["download_maxsize"] = min(size, request.meta.get("most_bytes", size))
            seen: dict[str, Any] = {"method": request.method, "url": request.url[:500], "type": "document"}
            before = self._gate.recorder.bytes_received
            try:
                response = await super().download_request(request)
                seen["status"] = response.status
            finally:
                seen["bytes"] = self._gate.recorder.bytes_received - before
                self._gate.recorder.requests.append({"status": 0, **seen})
            return response
