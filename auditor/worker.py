"""Takes planned visits, walks or crawls them, seals them; shop by shop, several shops at once."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from auditor.addresses import is_private_host
from auditor.config import Wave, settings_of
from auditor.errors import ConfigError, EvidenceError
from auditor.evidence import EvidenceStore
from auditor.models import Shop, Visit
from auditor.recorder import Recorder
from auditor.scheduling import PlannedVisit, left_to_do, may_retry, pause_before, plan_wave
from auditor.store import Store, reindex
from auditor.workspace import Workspace

if TYPE_CHECKING:
    from scenarios.customer import Manners
    from scenarios.shopper import Known

log = logging.getLogger(__name__)

AT_ONCE = 4
"""Shops that are walked at the same time: a shopper waits most of the time."""

CLOSED = frozenset({"unreachable", "bot_wall", "geo", "age_gate", "server_error", "timeout"})
"""Ends of the first visit after which a shop is not asked again in this run."""

Watch = Callable[[PlannedVisit, str, Visit | None], None]
"""(visit, "begun" or "sealed" or "known", the sealed visit): for whoever shows the progress."""


@dataclass
class Ran:
    """What a run did."""

    walked: list[str] = field(default_factory=list)
    """Ids of visits sealed in this run."""
    known: list[str] = field(default_factory=list)
    """Ids of visits that were sealed before."""


def run_wave(
    wave: Wave,
    workspace: Workspace,
    store: Store,
    *,
    rubric_file: Path,
    at_once: int = AT_ONCE,
    browser: str = "",
    watch: Watch | None = None,
    scenarios: Sequence[str] = (),
) -> Ran:
    """Walk every visit of the wave that has no seal yet. Interrupt it anywhere; call it again; it goes on.

    scenarios: only these; all of them otherwise.
    Raises: ConfigError for what the operator must change; nothing has been walked then.
    """
    first_time = not workspace.terms(wave.name)
    check_addresses(wave.shops, allow_private=wave.allow_private_addresses, must_resolve=first_time)
    workspace.keep_terms(wave.name, settings_of(wave), rubric_file.read_bytes())
    plan = tuple(v for v in plan_wave(wave) if not scenarios or v.scenario in scenarios)
    store.add_wave(wave.name, wave.shops, settings_of(wave))
    store.add_plan(plan)
    sealed = {v.id: v for v in workspace.evidence.visits(wave.name)}
    for visit in sealed.values():
        store.add_visit(visit)
    ran = Ran(known=[v.id for v in plan if v.id in sealed])
    todo = left_to_do(plan, sealed)
    if watch:
        for planned in plan:
            if planned.id in sealed:
                watch(planned, "known", sealed[planned.id])
    if todo:
        asyncio.run(_Run(wave, workspace.evidence, store, watch, ran, sealed).work(todo, at_once, browser))
    return ran


class _Run:
    """One run over the visits that are left."""

    def __init__(
        self,
        wave: Wave,
        evidence: EvidenceStore,
        store: Store,
        watch: Watch | None,
        ran: Ran,
        sealed: dict[str, Visit],
    ) -> None:
        self.wave, self.evidence, self.store, self.watch, self.ran = wave, evidence, store, watch, ran
        self.sealed = sealed

    async def work(self, todo: Sequence[PlannedVisit], at_once: int, browser: str) -> None:
        from scenarios.browser import started_browser

        by_lock: dict[str, list[PlannedVisit]] = {}
        for planned in todo:
            by_lock.setdefault(planned.lock, []).append(planned)
        places = asyncio.Semaphore(max(1, at_once))
        async with started_browser(browser) as running:

            async def one(visits: list[PlannedVisit]) -> None:
                async with places:
                    await self._shops(visits, running)

            async with asyncio.TaskGroup() as group:
                for visits in by_lock.values():
                    group.create_task(one(visits))

    async def _shops(self, visits: list[PlannedVisit], browser: object) -> None:
        """The visits behind one lock, one after the other; mostly one shop."""
        by_shop: dict[str, list[PlannedVisit]] = {}
        for planned in visits:
            by_shop.setdefault(planned.shop.slug, []).append(planned)
        for group in by_shop.values():
            await self._shop(group, browser)

    async def _shop(self, visits: list[PlannedVisit], browser: object) -> None:
        from scenarios.customer import Customer

        shop = visits[0].shop
        known = known_from([v for v in self.sealed.values() if v.shop.slug == shop.slug])
        closed = _closed_by([v for v in self.sealed.values() if v.shop.slug == shop.slug])
        customer = Customer(browser, shop, self._manners(), known)  # type: ignore[arg-type]
        try:
            for planned in visits:
                if self.watch:
                    self.watch(planned, "begun", None)
                if closed:
                    visit = self._seal_unwalked(planned, *closed)
                else:
                    visit = await self._walk(planned, customer)
                    closed = _closed_by([visit])
                self.sealed[visit.id] = visit
                self.store.add_visit(visit)
                self.ran.walked.append(visit.id)
                if self.watch:
                    self.watch(planned, "sealed", visit)
        finally:
            await customer.close()

    async def _walk(self, planned: PlannedVisit, customer: object) -> Visit:
        """Walk or crawl one visit, again where its trouble allows; the last attempt is sealed."""
        while True:
            attempt = self.store.add_attempt(planned.id)
            recorder = self._recorder(planned)
            if planned.kind == "walk":
                await customer.walk(recorder)  # type: ignore[attr-defined]
            else:
                await self._crawl(recorder)
            code = _trouble(recorder)
            if code and may_retry(code, attempt):
                log.info("%s ended with %s; once more", planned.id, code)
                if self.wave.pace > 0:
                    await asyncio.sleep(pause_before(attempt + 1))
                continue
            return self._seal(recorder)

    async def _crawl(self, recorder: Recorder) -> None:
        from spiders.crawl import CrawlManners, crawl

        limits = self.wave.limits
        manners = CrawlManners(
            pace=self.wave.pace, pages=limits.pages, megabytes=limits.megabytes, minutes=limits.minutes
        )
        await crawl(recorder, manners=manners, allowed=self._allowed)

    def _seal(self, recorder: Recorder) -> Visit:
        try:
            return recorder.seal()
        except OSError as error:
            raise ConfigError(f"the evidence cannot be written: {error.strerror or error}") from error
        except EvidenceError:
            sealed = self.evidence.sealed(recorder.visit_id)
            if sealed is None:
                raise
            return sealed

    def _seal_unwalked(self, planned: PlannedVisit, code: str, detail: str) -> Visit:
        recorder = self._recorder(planned)
        from scenarios.customer import FINDS

        for key in FINDS.get(planned.scenario, (planned.scenario,)):
            recorder.end(key, code, f"not asked again after the first visit: {detail}"[:300])
        return self._seal(recorder)

    def _recorder(self, planned: PlannedVisit) -> Recorder:
        return Recorder(
            self.evidence,
            visit_id=planned.id,
            wave=planned.wave,
            shop=planned.shop,
            scenario=planned.scenario,
            kind=planned.kind,
        )

    def _manners(self) -> Manners:
        from scenarios.customer import Manners

        limits = self.wave.limits
        return Manners(
            pace=self.wave.pace,
            actions=limits.actions,
            pages=limits.pages,
            minutes=limits.minutes,
            megabytes=limits.megabytes,
            identity=self.wave.identity,
            accounts=self.wave.accounts,
            allowed=self._allowed,
            fenced=not self.wave.allow_private_addresses,
        )

    def _allowed(self, host_or_url: str) -> bool:
        """Whether an address may be asked: no private ones unless the wave says so."""
        host = urlsplit(host_or_url).hostname or host_or_url if "//" in host_or_url else host_or_url
        return self.wave.allow_private_addresses or not is_private_host(host)


def check_addresses(shops: Sequence[Shop], *, allow_private: bool, must_resolve: bool) -> None:
    """Resolve every shop's host before anything is walked.

    Raises: ConfigError naming the shops whose host does not resolve, or leads to a private address that the
    wave does not allow.
    """
    for shop in shops:
        host = urlsplit(shop.url).hostname or ""
        try:
            found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            if must_resolve:
                raise ConfigError(
                    f"{shop.name}: the host {host} does not resolve; check the address {shop.url}"
                ) from None
            continue
        private = sorted({str(entry[4][0]) for entry in found if is_private_host(str(entry[4][0]))})
        if private and not allow_private:
            raise ConfigError(
                f"{shop.name}: {host} leads to the private address {private[0]}; "
                "set allow_private_addresses: true for shops on your own machine"
            )


def known_from(visits: Sequence[Visit]) -> Known:
    """What sealed visits of a shop found out, for the walks that are still to come."""
    from scenarios.shopper import Known

    known = Known()
    for visit in sorted(visits, key=lambda v: v.started_at):
        for step in visit.steps:
            if step.role in ("product", "cart_added") and step.facts.get("title"):
                known.product_title = str(step.facts["title"])
                if step.role == "product":
                    known.product_url = step.url
            elif step.role == "product_sold_out":
                known.refused.add(step.url)
        language = visit.versions.get("lexicon", "").split("+")[0]
        known.language = language or known.language
    return known


def _closed_by(visits: Sequence[Visit]) -> tuple[str, str] | None:
    """The trouble of a shop's first visit after which it is left alone, with its sentence."""
    for visit in visits:
        code = visit.outcomes.get("home", "")
        if visit.scenario == "home" and code in CLOSED:
            return code, visit.details.get("home", "")
    return None


def _trouble(recorder: Recorder) -> str:
    """The first trouble code among a visit's outcomes, or an empty string."""
    return next((o for o in recorder.outcomes.values() if o not in ("reached", "not_found")), "")


__all__ = ["AT_ONCE", "Ran", "check_addresses", "known_from", "reindex", "run_wave"]
