"""Does robots.txt let a spider ask for this page, and how fast?"""

from __future__ import annotations

from itertools import islice

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http.request import NO_CALLBACK
from scrapy.robotstxt import ProtegoRobotParser, RobotParser
from scrapy.utils.sitemap import sitemap_urls_from_robots

from spiders.gate import Refused, gate_of
from spiders.manners import ROBOT
from spiders.site import split
from spiders.troubles import trouble_of

MOST_BYTES = 512_000
"""Crawlers agree to read at least this much of a robots.txt (RFC 9309); a larger one is not obeyed half."""
MOST_SITEMAPS = 20


class Robots(RobotsTxtMiddleware):
    """Scrapy's middleware with the rules of RFC 9309 for a robots.txt that cannot be read.

    Scrapy takes every failure as leave to crawl. Here only 4xx is: a shop without the file has no
    rules. A server error, a time-out or a file too large means that the rules are not known.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._gate = gate_of(crawler)
        self._rules: dict[str, RobotParser | Refused | None] = {}

    async def process_request(self, request: Request) -> None:  # type: ignore[override]
        """Let the request pass or refuse it.

        Raises: Refused.
        """
        self._gate.check(request.url)
        if request.meta.get("dont_obey_robotstxt"):
            return
        try:
            self.process_request_2(await self.robot_parser(request), request)
        except Refused:
            raise
        except IgnoreRequest as error:
            raise Refused("robots_disallow", request.url[:300]) from error

    async def robot_parser(self, request: Request) -> RobotParser | None:
        """The rules of the request's origin, read once; None where there are none.

        Raises: Refused when they could not be read.
        """
        parts = split(request.url)
        origin = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}" if parts else ""
        if origin not in self._rules:
            self._rules[origin] = await self._read(origin)
        rules = self._rules[origin]
        if isinstance(rules, Refused):
            raise Refused(rules.code, rules.detail)
        return rules

    async def _read(self, origin: str) -> RobotParser | Refused | None:
        request = Request(
            f"{origin}/robots.txt",
            callback=NO_CALLBACK,
            meta={"dont_obey_robotstxt": True, "most_bytes": MOST_BYTES},
        )
        try:
            answer = await self.crawler.engine.download_async(request)
        except Exception as error:
            trouble = trouble_of(error)
            if trouble.code == "budget" and not self._gate.spent:
                return Refused("robots_disallow", f"robots.txt is larger than {MOST_BYTES} bytes")
            return Refused(trouble.code, f"robots.txt could not be read: {trouble.detail}")
        if answer.status >= 500 or answer.status == 429:
            return Refused("server_error", f"robots.txt answered {answer.status}, so its rules are not known")
        if answer.status >= 300:
            return None
        rules = ProtegoRobotParser(answer.body, self.crawler.spider)
        wanted = rules.crawl_delay(ROBOT)
        if wanted:
            self._gate.slow_down(wanted, f"robots.txt asks for {wanted:g} s between requests")
        found = islice(sitemap_urls_from_robots(answer.body, answer.url), MOST_SITEMAPS)
        self._gate.named_sitemaps.extend(found)
        return rules
