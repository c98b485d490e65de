"""From a scorecard to everything its page shows."""

from __future__ import annotations

import hashlib

from auditor.models import SECTIONS, Scorecard, Shop
from reports.findings import (
    build_finding,
    build_mends,
    is_judged,
    mend_text,
    section_summary,
    section_title,
)
from reports.humans import in_utc
from reports.journey import (
    build_checkout,
    build_film,
    build_funnel,
    build_gates,
    funnel_short,
    funnel_text,
    gates_short,
    gates_text,
)
from reports.method import Links, build_evidence, build_gaps, build_method
from reports.model import SCHEMA, FindingReport, HeadReport, ScorecardReport, SectionReport
from reports.overview import build_overview, build_wave
from reports.plain import ADDRESS_LIMIT, NAME_LIMIT, clean, language_tag, safe_href
from reports.scores import build_score

__all__ = ["Links", "build_overview", "build_scorecard_report", "build_wave", "scorecard_file"]

_SLUG_LIMIT = 80


def scorecard_file(shop: Shop) -> str:
    """The file name of a shop's page; long names are cut and kept apart by a fingerprint."""
    slug = shop.slug
    if len(slug) > _SLUG_LIMIT:
        slug = slug[:_SLUG_LIMIT] + "-" + hashlib.sha256(slug.encode()).hexdigest()[:8]
    return f"scorecard-{slug}.html"


def build_scorecard_report(card: Scorecard, links: Links | None = None) -> ScorecardReport:
    """Everything on a shop's scorecard page."""
    links = links or Links()
    findings = tuple(build_finding(f, card.shop.language, links.evidence_root) for f in card.findings)
    unseen = tuple(f for f in findings if f.outcome == "not_observed")
    score = build_score(card.score)
    gates = build_gates(card.gates, {f.criterion: f for f in findings})
    funnel = build_funnel(card.funnel)
    film = build_film(card.film)
    mends = build_mends(findings, card.score.observed if score.is_rated else 0.0)
    evidence = build_evidence(card, film, links)
    files = {e.file for page in evidence for e in page.files}
    return ScorecardReport(
        schema=SCHEMA,
        file_name=scorecard_file(card.shop),
        overview_href=links.overview,
        head=_head(card),
        score=score,
        gates=gates,
        gates_text=gates_text(gates),
        gates_short=gates_short(gates),
        funnel=funnel,
        funnel_text=funnel_text(funnel),
        funnel_short=funnel_short(funnel),
        checkout=build_checkout(card.checkout),
        sections=_sections(card, findings),
        is_judged=any(is_judged(f) for f in findings),
        mend_first=mends,
        mend_text=mend_text(findings, len(mends)),
        not_observed=unseen,
        outside_wave=tuple(f for f in findings if f.outcome == "outside_wave"),
        film=film,
        method=build_method(card, links, len(files)),
        gaps=build_gaps(unseen),
        evidence=evidence,
    )


def _head(card: Scorecard) -> HeadReport:
    shop = card.shop
    return HeadReport(
        shop=clean(shop.name, NAME_LIMIT) or "unnamed shop",
        url=clean(shop.url, ADDRESS_LIMIT),
        href=safe_href(shop.url),
        country=clean(shop.country, NAME_LIMIT),
        language=language_tag(shop.language),
        peer_group=clean(shop.peer_group, NAME_LIMIT),
        wave=clean(card.wave, NAME_LIMIT),
        started_at=in_utc(card.started_at),
        ended_at=in_utc(card.ended_at),
        rubric_id=clean(card.rubric.id, NAME_LIMIT),
        rubric_version=clean(card.rubric.version, NAME_LIMIT),
        rubric_sha256=clean(card.rubric.sha256, NAME_LIMIT),
    )


def _sections(card: Scorecard, findings: tuple[FindingReport, ...]) -> tuple[SectionReport, ...]:
    named = dict.fromkeys([*SECTIONS, *card.sections, *(f.section for f in findings)])
    sections = []
    for name in named:
        own = tuple(f for f in findings if f.section == name and is_judged(f))
        unseen = sum(f.section == name and f.outcome == "not_observed" for f in findings)
        score = card.sections.get(name)
        if own or unseen or (score and score.applicable > 0):
            sections.append(
                SectionReport(
                    id=name,
                    title=section_title(name),
                    score=build_score(score) if score and score.applicable > 0 else None,
                    summary=section_summary(own, unseen),
                    findings=own,
                )
            )
    return tuple(sections)
