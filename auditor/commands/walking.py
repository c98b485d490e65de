"""Walks a wave and grades it: what `run`, `visit` and `demo` have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.commands.funnel_lines import why_not_audited
from auditor.commands.output import console, tell
from auditor.commands.places import one_of, opened
from auditor.errors import ConfigError
from auditor.models import Scorecard

if TYPE_CHECKING:
    from auditor.config import Wave
    from auditor.rubric import Rubric
    from auditor.store import Store
    from auditor.worker import Ran
    from auditor.workspace import Workspace


@dataclass(frozen=True, kw_only=True)
class Walked:
    """A wave after its walk."""

    workspace: Workspace
    ran: Ran
    cards: tuple[Scorecard, ...]
    overview: Path | None
    """The HTML overview; None when no report was asked for."""

    @property
    def not_audited(self) -> dict[str, str]:
        """Shops of which nothing was seen, with the reason."""
        return {card.shop.name: why for card in self.cards if (why := why_not_audited(card.funnel))}


def walk_and_grade(
    wave: Wave,
    *,
    at_once: int = 4,
    scenarios: Sequence[str] = (),
    report: bool = True,
) -> Walked:
    """Walk what has no seal yet, then observe, score and report the whole wave.

    Everything that the operator may have got wrong is looked at before anything is written.
    Raises: ConfigError.
    """
    from auditor.scheduling import plan_wave
    from auditor.worker import check_addresses, run_wave
    from auditor.workspace import Workspace
    from scenarios.browser import find_browser

    chosen = _known_scenarios(scenarios)
    rubric, rubric_file = _rubric_of(wave)
    workspace = Workspace(wave.workspace)
    check_addresses(
        wave.shops,
        allow_private=wave.allow_private_addresses,
        must_resolve=not workspace.terms(wave.name),
    )
    find_browser()
    from auditor.commands.progress import Progress, shown

    with opened(workspace) as store:
        plan = [v for v in plan_wave(wave) if not chosen or v.scenario in chosen]
        with shown(Progress(plan)) as watch:
            ran = run_wave(
                wave,
                workspace,
                store,
                rubric_file=rubric_file,
                at_once=at_once,
                watch=watch,
                scenarios=chosen,
            )
        if ran.known:
            tell(f"{len(ran.known)} visits were sealed before and were not walked again")
        rubric = _kept_rubric(workspace, wave, rubric)
        cards, overview = grade(workspace, store, wave.name, rubric, report=report)
    ours = {shop.slug for shop in wave.shops}
    cards = tuple(card for card in cards if card.shop.slug in ours)
    return Walked(workspace=workspace, ran=ran, cards=cards, overview=overview)


def grade(
    workspace: Workspace, store: Store, wave: str, rubric: Rubric, *, report: bool = True
) -> tuple[tuple[Scorecard, ...], Path | None]:
    """Observe and score a wave, and write its reports when asked to."""
    from auditor.grading import observe_wave, report_wave, score_wave

    with console(error=True).status("observing") as status:  # nothing in a log
        observe_wave(workspace, store, wave)
        status.update("scoring")
        cards = score_wave(workspace, store, wave, rubric)
        status.update("writing the reports")
        return cards, report_wave(workspace, wave, cards) if report else None


def only_shops(wave: Wave, names: Sequence[str]) -> Wave:
    """The wave with only the shops named.

    Raises: ConfigError for a name that no shop has.
    """
    from auditor.commands.places import pick_shops

    return replace(wave, shops=pick_shops(wave.shops, names))


def _known_scenarios(scenarios: Sequence[str]) -> tuple[str, ...]:
    from auditor.scheduling import CRAWLS, WALKS

    return tuple(one_of(scenario, (*WALKS, *CRAWLS), "scenario or spider") for scenario in scenarios)


def _rubric_of(wave: Wave) -> tuple[Rubric, Path]:
    from auditor.checks import all_checks
    from auditor.rubric import bundled_rubrics, load_rubric

    rubric = load_rubric(wave.rubric, {name: check.unit for name, check in all_checks().items()})
    return rubric, bundled_rubrics().get(wave.rubric, Path(wave.rubric))


def _kept_rubric(workspace: Workspace, wave: Wave, now: Rubric) -> Rubric:
    """The rubric that the wave began with; a changed one does not re-grade it unasked."""
    from auditor.grading import rubric_of

    try:
        kept = rubric_of(workspace, wave.name)
    except ConfigError as error:
        tell(f"the rubric kept with the wave cannot be read any more, today's is used: {error}")
        return now
    if kept.sha256 != now.sha256:
        tell(
            f"{wave.rubric} was changed since this wave began; judged by the one it began with "
            f"({kept.id} {kept.version}). For the new one: auditor score --rubric {wave.rubric}"
        )
    return kept
