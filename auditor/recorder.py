"""Keeps what a visit sees and does, and makes the sealed visit of it."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from datetime import UTC, datetime

from auditor import __version__
from auditor.evidence import EvidenceStore
from auditor.models import Action, Choice, Shop, Step, Value, Visit
from auditor.snapshot import Snapshot, dump_snapshot

MAX_NOTES = 60
"""Notes of one visit about overlays, windows and dialogs."""
MAX_HTML = 4_000_000
"""Bytes of a page's HTML that are kept; more is cut, and the snapshot says so."""


def now() -> datetime:
    """The time of a look or an action: aware, UTC, to the millisecond."""
    moment = datetime.now(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


class Recorder:
    """One visit in the making. Times are machine time: the pace between actions is left out."""

    def __init__(
        self, store: EvidenceStore, *, visit_id: str, wave: str, shop: Shop, scenario: str, kind: str
    ) -> None:
        self.store, self.visit_id, self.wave, self.shop = store, visit_id, wave, shop
        self.scenario, self.kind = scenario, kind
        self.identity = ""
        self.versions: dict[str, str] = {"program": __version__}
        self.steps: list[Step] = []
        self.actions: list[Action] = []
        self.outcomes: dict[str, str] = {}
        self.details: dict[str, str] = {}
        self.overlays: list[str] = []
        self.requests: list[dict[str, object]] = []
        self.bytes_received = 0
        self.started_at = now()
        self._clock = time.monotonic()
        self._idle = 0.0

    def pause(self, seconds: float) -> None:
        """Note time in which nothing was waited for but the pace."""
        self._idle += seconds

    @property
    def seconds(self) -> float:
        """Machine time so far."""
        return round(time.monotonic() - self._clock - self._idle, 3)

    def note(self, words: str) -> None:
        """Note what lay over a page or happened around it; a page that repeats itself is noted once."""
        if words not in self.overlays and len(self.overlays) < MAX_NOTES:
            self.overlays.append(words)

    def act(
        self,
        kind: str,
        *,
        intent: str = "",
        target: str = "",
        value: str = "",
        url: str = "",
        seconds: float = 0.0,
        seen: str = "",
        choice: Choice | None = None,
        counts: bool = True,
    ) -> None:
        """Note something the shopper did."""
        self.actions.append(
            Action(
                n=len(self.actions),
                kind=kind,
                intent=intent,
                target=target[:200],
                value=value[:200],
                url=url,
                at=now(),
                seconds=round(seconds, 3),
                seen=seen,
                choice=choice,
                counts=counts,
            )
        )

    def see(self, seen: str) -> None:
        """Write beside the last action what was seen afterwards."""
        if self.actions:
            self.actions[-1] = replace(self.actions[-1], seen=seen)

    def keep(
        self,
        role: str,
        snapshot: Snapshot,
        *,
        html: str = "",
        screenshot: bytes = b"",
        screenshot_kind: str = ".jpg",
        document: bytes = b"",
        status: int = 0,
        facts: dict[str, Value] | None = None,
    ) -> Step:
        """Keep a moment of the visit with its files."""
        step = Step(
            n=len(self.steps),
            role=role,
            url=snapshot.url,
            title=snapshot.title,
            seen_at=now(),
            snapshot=self.store.put(dump_snapshot(snapshot), ".json"),
            html=self.store.put(html.encode("utf-8", "replace")[:MAX_HTML], ".html") if html else "",
            text=self.store.put(snapshot.text.encode("utf-8", "replace"), ".txt"),
            screenshot=self.store.put(screenshot, screenshot_kind) if screenshot else "",
            document=self.store.put(document, ".pdf") if document else "",
            actions=len(self.actions),
            seconds=self.seconds,
            status=status,
            facts=facts or {},
        )
        self.steps.append(step)
        return step

    def end(self, key: str, outcome: str, detail: str = "") -> None:
        """Note how a stage or a search for a page ended; the first word stands."""
        if key not in self.outcomes:
            self.outcomes[key] = outcome
            if detail:
                self.details[key] = detail

    def visit(self) -> Visit:
        """The visit as it will be sealed."""
        network = self.store.put(json.dumps(self.requests, ensure_ascii=False, indent=0).encode(), ".json")
        return Visit(
            id=self.visit_id,
            wave=self.wave,
            shop=self.shop,
            scenario=self.scenario,
            kind=self.kind,
            started_at=self.started_at,
            ended_at=now(),
            seconds=self.seconds,
            identity=self.identity,
            versions=dict(self.versions),
            steps=tuple(self.steps),
            actions=tuple(self.actions),
            outcomes=dict(self.outcomes),
            details=dict(self.details),
            network=network,
            overlays=tuple(self.overlays),
        )

    def seal(self) -> Visit:
        """Seal the visit: from here on it counts, and is not walked again."""
        visit = self.visit()
        self.store.seal(visit)
        return visit
