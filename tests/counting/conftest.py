"""Visits made of a few lines: a step is its role, its HTML and what the walk knew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from auditor.models import Action, Shop, Step, Value, Visit
from auditor.pages.static import snapshot_from_html
from auditor.snapshot import Snapshot

START = datetime(2026, 1, 5, 10, 0, tzinfo=UTC)
ADDRESS = "https://shop.example/"


@dataclass
class Diary:
    """Writes visits down as a walk would, and hands out their snapshots."""

    language: str = "en"
    files: dict[str, str] = field(default_factory=dict)

    def load(self, name: str) -> Snapshot:
        return snapshot_from_html(self.files[name], ADDRESS)

    def step(
        self,
        role: str,
        html: str = "",
        *,
        actions: int = 0,
        seconds: float = 0.0,
        url: str = "",
        **facts: Value,
    ) -> Step:
        name = f"{role}-{len(self.files)}"
        self.files[name] = f"<html lang='{self.language}'><body>{html}</body></html>"
        return Step(
            n=len(self.files),
            role=role,
            url=url or ADDRESS + role,
            seen_at=START + timedelta(seconds=seconds),
            snapshot=name,
            screenshot=f"{name}.png",
            actions=actions,
            seconds=seconds,
            facts=dict(facts),
        )

    def visit(
        self,
        scenario: str,
        *steps: Step,
        actions: tuple[Action, ...] = (),
        seconds: float = 0.0,
        kind: str = "walk",
        details: dict[str, str] | None = None,
        **outcomes: str,
    ) -> Visit:
        return Visit(
            id=f"wave/shop/{scenario}",
            wave="wave",
            shop=Shop(name="Shop", url=ADDRESS, country="DE", language=self.language),
            scenario=scenario,
            kind=kind,
            started_at=START,
            ended_at=START + timedelta(seconds=seconds),
            seconds=seconds,
            steps=steps,
            actions=actions,
            outcomes=outcomes,
            details=details or {},
        )


def acts(*kinds: str) -> tuple[Action, ...]:
    """Actions of these kinds; `(kind)` in brackets is one that a customer would not have needed."""
    return tuple(
        Action(n=n, kind=kind.strip("()"), at=START, counts=not kind.startswith("("))
        for n, kind in enumerate(kinds)
    )


@pytest.fixture
def diary() -> Diary:
    return Diary()


@pytest.fixture
def actions() -> Callable[..., tuple[Action, ...]]:
    return acts
