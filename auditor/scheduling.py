"""Which visits does a wave need, which may start now, and which are tried again?

Pure: nothing here walks, waits or looks at a clock. One machine asks `next_visit` in a loop (the
worker). A distributed engine puts the same `PlannedVisit`s into its queue, with `lock` as the lock
that two visits of one shop share and `id` as the key that keeps a visit from being queued twice;
nothing above this module notices which of the two is at work.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from tldextract import TLDExtract

from auditor.addresses import is_private_host
from auditor.config import Wave
from auditor.errors import TROUBLES
from auditor.evidence import visit_id
from auditor.models import Shop

WALKS = ("home", "search", "product", "cart", "checkout", "faq", "returns_policy", "contact")
"""Scenarios, in the order of a customer's way."""
CRAWLS = ("service_hours", "contact_info", "policies")
"""Spiders."""

FIRST_PAUSE = 30.0
LONGEST_PAUSE = 600.0
"""Seconds before a visit is tried again; doubled with every attempt."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PlannedVisit:
    """One visit that a wave needs."""

    id: str
    """Its address among the evidence: `2026-11-autumn/acme/checkout`."""
    wave: str
    shop: Shop
    scenario: str
    kind: str
    """walk or crawl."""
    lock: str
    """Two visits with the same lock never run at the same time, whichever machine asks."""


def plan_wave(wave: Wave) -> tuple[PlannedVisit, ...]:
    """Every visit of a wave, shop by shop, walks before crawls. The same wave gives the same plan."""
    return tuple(
        PlannedVisit(
            id=visit_id(wave.name, shop.slug, scenario),
            wave=wave.name,
            shop=shop,
            scenario=scenario,
            kind=kind,
            lock=shop_lock(shop.url),
        )
        for shop in wave.shops
        for kind, scenarios in (("walk", WALKS), ("crawl", CRAWLS))
        for scenario in scenarios
    )


def shop_lock(url: str) -> str:
    """What two visits of one shop have in common: the registrable domain.

    Example: https://www.shop.example/de -> shop.example; http://127.0.0.1:8001 -> 127.0.0.1:8001.
    Why the port on private addresses: there, each port is a shop of its own.
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").rstrip(".").lower()
    if is_private_host(host):
        return f"{host}:{parts.port or (443 if parts.scheme == 'https' else 80)}"
    found = _suffixes()(host)
    if found.ipv4 or found.ipv6:
        return host
    return found.top_domain_under_public_suffix or ".".join(host.split(".")[-2:])


@cache
def _suffixes() -> TLDExtract:
    # The list that comes with the package: nothing is fetched. Private suffixes count, because shops
    # of one hosting platform are shops of their own.
    return TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)


def left_to_do(plan: Iterable[PlannedVisit], sealed: Collection[str]) -> tuple[PlannedVisit, ...]:
    """The visits without a seal, in the plan's order."""
    done = frozenset(sealed)
    return tuple(v for v in plan if v.id not in done)


def next_visit(
    plan: Iterable[PlannedVisit],
    *,
    sealed: Collection[str],
    running: Collection[str] = (),
    given_up: Collection[str] = (),
) -> PlannedVisit | None:
    """The first visit that may start now, or None when nothing may.

    sealed, running, given_up: ids of visits. While a visit of a shop runs, no other of that shop may.
    """
    whole = tuple(plan)
    busy = {v.lock for v in whole if v.id in set(running)}
    out = {*sealed, *running, *given_up}
    return next((v for v in whole if v.id not in out and v.lock not in busy), None)


def may_retry(code: str, attempts: int) -> bool:
    """Whether a visit that ended with this trouble is tried again by itself.

    attempts: how often it was tried already. A trouble that is not known is not tried again.
    """
    trouble = TROUBLES.get(code)
    return trouble is not None and attempts <= trouble.retries


def pause_before(attempt: int) -> float:
    """Seconds to leave a shop alone before this attempt; the first needs none."""
    return 0.0 if attempt <= 1 else min(LONGEST_PAUSE, FIRST_PAUSE * 2.0 ** (attempt - 2))


def progress(plan: Iterable[PlannedVisit], sealed: Collection[str]) -> Mapping[str, tuple[int, int]]:
    """Per shop's folder name: visits sealed, and visits planned."""
    counts: dict[str, tuple[int, int]] = {}
    done = frozenset(sealed)
    for visit in plan:
        so_far, planned = counts.get(visit.shop.slug, (0, 0))
        counts[visit.shop.slug] = (so_far + (visit.id in done), planned + 1)
    return counts
