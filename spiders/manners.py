"""How a spider behaves: who it says it is, what it looks for, how much it may ask."""

from __future__ import annotations

from dataclasses import dataclass

from auditor import __version__

ROBOT = "auditor"
"""The name by which robots.txt can address the spiders."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CrawlManners:
    """How much one crawl may ask of a shop; the spider's own limits may be lower."""

    pace: float = 1.0
    """Seconds between an answer and the next request; at least 1 unless the shop is on a private address."""
    pages: int = 60
    """Requests in all: pages, robots.txt, sitemaps and every hop of a redirect."""
    megabytes: float = 200.0
    """Bytes over the wire, in millions."""
    minutes: float = 6.0
    contact: str = ""
    """Address or page of the operator, shown to the shop in every request."""

    def identity(self) -> str:
        """The user agent: a spider never passes for a customer."""
        contact = "".join(c for c in self.contact if c.isprintable() and c.isascii())[:200]
        about = "+mystery-shopping audit; see robots.txt" + (f"; contact: {contact}" if contact else "")
        return f"{ROBOT}/{__version__} ({about})"


@dataclass(frozen=True, kw_only=True, slots=True)
class Want:
    """A page that a spider looks for."""

    role: str
    intents: tuple[str, ...]
    """What the link to it may say, the best first; a later one is tried where an earlier found nothing."""
    pages: int = 1
    """How many different pages of this role are kept: some shops have a promise beside the law's words."""
    elsewhere: bool = False
    """Whether a directly linked page on another host counts: help centres are often rented."""
