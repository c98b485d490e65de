"""Everything right of the evidence: observe, score, report; rebuilt at any time without touching a shop."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from auditor import __version__
from auditor.checks import all_checks
from auditor.errors import ConfigError
from auditor.models import Scorecard, Shop, Visit
from auditor.observer import observe
from auditor.rubric import Rubric, load_rubric
from auditor.scorecard import build_scorecard
from auditor.store import Store, reindex
from auditor.workspace import Workspace


def wave_shops(workspace: Workspace, wave: str) -> tuple[Shop, ...]:
    """The shops of a wave that have sealed visits, in the order of their names."""
    shops = {v.shop.slug: v.shop for v in workspace.evidence.visits(wave)}
    return tuple(shops.values())


def latest_wave(workspace: Workspace, wave: str = "") -> str:
    """The wave asked for, or the one walked last.

    Raises: ConfigError when there is none.
    """
    last: dict[str, float] = {}
    folder = workspace.root / "evidence" / "visits"
    names = [p.name for p in folder.iterdir() if p.is_dir()] if folder.is_dir() else []
    if wave:
        if wave not in names:
            raise ConfigError(
                f"no wave {wave!r} here; walked were: {', '.join(sorted(names)) or 'none'}",
                path=str(workspace.root),
            )
        return wave
    for name in names:
        for visit in workspace.evidence.visits(name):
            last[name] = max(last.get(name, 0.0), visit.ended_at.timestamp())
    if not last:
        raise ConfigError(
            "no wave was walked here yet; begin with `auditor run wave.yaml`", path=str(workspace.root)
        )
    return max(last, key=lambda name: last[name])


def rubric_of(workspace: Workspace, wave: str, given: str = "") -> Rubric:
    """The rubric to judge a wave by: the given one, else the one kept with it, else the standard one."""
    units = {name: check.unit for name, check in all_checks().items()}
    if given:
        return load_rubric(given, units)
    kept = workspace.rubric(wave)
    return load_rubric(kept if kept.exists() else "standard", units)


def observe_wave(workspace: Workspace, store: Store, wave: str, shops: Sequence[str] = ()) -> int:
    """Run every check over the evidence of a wave; gives the number of observations.

    shops: folder names; all shops otherwise.
    """
    reindex(workspace.evidence, store)
    count = 0
    for slug, visits in _by_shop(workspace, wave).items():
        if shops and slug not in shops:
            continue
        observed = observe(visits, workspace.evidence, all_checks())
        store.put_observations(wave, slug, observed, made_by={"program": __version__})
        count += len(observed)
    return count


def score_wave(
    workspace: Workspace, store: Store, wave: str, rubric: Rubric, shops: Sequence[str] = ()
) -> tuple[Scorecard, ...]:
    """Judge the stored observations of a wave; observes first where that was not done yet."""
    cards = []
    sources = tuple(workspace.terms(wave).get("sources", ("page",)))
    for slug, visits in _by_shop(workspace, wave).items():
        if shops and slug not in shops:
            continue
        observed = store.observations(wave, slug)
        if not observed:
            observe_wave(workspace, store, wave, [slug])
            observed = store.observations(wave, slug)
        card = build_scorecard(
            visits[0].shop, visits, observed, rubric, wave=wave, evidence=workspace.evidence, sources=sources
        )
        store.put_scorecard(card)
        cards.append(card)
    return tuple(cards)


def report_wave(
    workspace: Workspace, wave: str, cards: Sequence[Scorecard], *, out: Path | None = None
) -> Path:
    """Write the scorecards, the overview and report.json of a wave; gives the overview's path."""
    from reports.build import Links, build_overview, build_scorecard_report, build_wave
    from reports.render import OVERVIEW_FILE, render_overview, render_scorecard, write_report_json

    folder = out or workspace.reports(wave)
    terms = workspace.terms(wave)
    made = []
    visits = _by_shop(workspace, wave)
    for card in cards:
        identity = next((v.identity for v in visits.get(card.shop.slug, ()) if v.identity), "")
        limits = terms.get("limits") or {}
        links = Links(
            overview=OVERVIEW_FILE,
            identity=identity,
            limits={name: f"{value:g}" for name, value in sorted(limits.items())},
        )
        report = build_scorecard_report(card, links)
        render_scorecard(report, folder, workspace.evidence.get)
        made.append(report)
    overview = render_overview(build_overview(wave, tuple(made)), folder)
    write_report_json(build_wave(wave, tuple(made)), folder)
    return overview


def _by_shop(workspace: Workspace, wave: str) -> dict[str, list[Visit]]:
    found: dict[str, list[Visit]] = {}
    for visit in workspace.evidence.visits(wave):
        found.setdefault(visit.shop.slug, []).append(visit)
    return found
