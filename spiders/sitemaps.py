"""Which pages does the shop's sitemap name?"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from urllib.parse import urljoin

from lxml import etree
from scrapy.http import Response
from scrapy.utils.gz import gunzip
from scrapy.utils.sitemap import Sitemap

from auditor.errors import VisitError
from spiders.fetch import Fetcher
from spiders.site import same_site

MOST_FILES = 5
"""Sitemap files that are read, indexes included."""
MOST_BYTES = 5_000_000
MOST_ADDRESSES = 20_000
_PAGES_FIRST = re.compile(r"page|cms|info|content|static|legal|misc|post", re.I)
"""Names that shop software gives to sitemap files without products."""


async def read_sitemaps(
    fetcher: Fetcher, named: Sequence[str], shop_url: str
) -> tuple[tuple[str, ...], Response | None]:
    """Addresses of the shop's own site that its sitemaps name, and the first file that named some.

    named: sitemaps that robots.txt names; without any, the usual place is tried.
    """
    waiting = list(dict.fromkeys(named)) or [urljoin(shop_url, "/sitemap.xml")]
    read = set[str]()
    found: dict[str, None] = {}
    first: Response | None = None
    while waiting and len(read) < MOST_FILES and len(found) < MOST_ADDRESSES:
        waiting.sort(key=lambda a: not _PAGES_FIRST.search(a))  # stable: otherwise in the shop's order
        address = waiting.pop(0)
        if address in read or not same_site(address, shop_url):
            continue
        read.add(address)
        try:
            response = await fetcher.answer(address, most_bytes=MOST_BYTES)
        except VisitError:
            if fetcher.is_over:
                break
            continue
        if response.status != 200:
            continue
        is_index, addresses = await asyncio.to_thread(addresses_in, response.body)
        if is_index:
            waiting.extend(a for a in addresses[:200] if a not in read)
            continue
        own = [a for a in addresses if same_site(a, shop_url)]
        found.update(dict.fromkeys(own))
        first = first or (response if own else None)
    return tuple(found)[:MOST_ADDRESSES], first


def addresses_in(body: bytes) -> tuple[bool, tuple[str, ...]]:
    """Whether a sitemap file is an index, and the addresses in it; nothing from what is none.

    Entities are not resolved, and no more is unpacked than may be read.
    """
    try:
        if body[:3] == b"\x1f\x8b\x08":
            body = gunzip(body, max_size=MOST_BYTES)
        if body.lstrip()[:4] == b"http":
            lines = body.decode("utf-8", "replace").split()
            return False, tuple(line for line in lines if line.startswith("http"))[:MOST_ADDRESSES]
        sitemap = Sitemap(body)
        return sitemap.type == "sitemapindex", tuple(islice(_places(sitemap), MOST_ADDRESSES))
    except (etree.LxmlError, StopIteration, ValueError, OSError, EOFError):
        return False, ()


def _places(sitemap: Sitemap) -> Iterator[str]:
    try:
        for entry in sitemap:
            if isinstance(entry.get("loc"), str) and entry["loc"]:
                yield entry["loc"]
    except etree.LxmlError:
        return  # what came before the broken place is good
