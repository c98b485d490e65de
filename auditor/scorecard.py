"""What does everything about one shop add up to?"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Sequence
from itertools import chain
from typing import TypeVar

from auditor.counting import checkout_counts, funnel
from auditor.counting_film import film
from auditor.models import CheckoutCounts, FilmFrame, Observation, Scorecard, Shop, Visit
from auditor.observer import Loader, cached_loader
from auditor.rubric import Rubric
from auditor.scorer import score

log = logging.getLogger(__name__)
T = TypeVar("T")


def build_scorecard(
    shop: Shop,
    visits: Sequence[Visit],
    observations: Sequence[Observation],
    rubric: Rubric,
    *,
    wave: str,
    evidence: Loader,
    sources: Collection[str] = ("page",),
) -> Scorecard:
    """The scorecard of one audit. The same visits, observations and rubric give the same card.

    visits: all sealed ones of the shop in this wave, in any order; none at all gives a card on which
    nothing was observed.
    """
    ordered = tuple(sorted(visits, key=lambda v: (v.kind != "walk", v.started_at, v.id)))
    load = cached_loader(evidence)
    graded = score(observations, rubric, shop, sources)
    return Scorecard(
        shop=shop,
        wave=wave,
        rubric=rubric.ref,
        score=graded.score,
        sections=graded.sections,
        gates=graded.gates,
        funnel=funnel(ordered),
        checkout=_readable(lambda: checkout_counts(ordered, load), CheckoutCounts(), shop),
        findings=graded.findings,
        film=_readable(lambda: film(ordered, load), tuple[FilmFrame, ...](), shop),
        started_at=min((v.started_at for v in ordered), default=None),
        ended_at=max((v.ended_at for v in ordered), default=None),
        versions=_versions(ordered),
        overlays=tuple(dict.fromkeys(chain.from_iterable(v.overlays for v in ordered))),
        pages_loaded=len({(v.id, s.url) for v in ordered for s in v.steps}),
    )


def _readable(make: Callable[[], T], instead: T, shop: Shop) -> T:
    """What can be made of the evidence; a damaged file costs this part and never the whole card."""
    try:
        return make()
    except Exception:
        log.exception("a part of the scorecard of %s cannot be made", shop.slug)
        return instead


def _versions(visits: Sequence[Visit]) -> dict[str, str]:
    """The versions used; where visits differ, all of them."""
    found: dict[str, list[str]] = {}
    for visit in visits:
        for name, version in visit.versions.items():
            if version not in found.setdefault(name, []):
                found[name].append(version)
    return {name: ", ".join(versions) for name, versions in sorted(found.items())}
