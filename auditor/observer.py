"""What do all checks say about the evidence of one shop?"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Protocol

from auditor.checks.base import Check, Page, Pages
from auditor.counting import Load, checkout_counts
from auditor.errors import TROUBLES, AuditorError, sentence
from auditor.lexicon import Lexicon, load_lexicon, resolve_language
from auditor.models import (
    Absent,
    Answer,
    CheckoutCounts,
    NotApplicable,
    NotObserved,
    Observation,
    Observed,
    State,
    Step,
    Visit,
)
from auditor.pages.language import page_language
from auditor.snapshot import Snapshot

log = logging.getLogger(__name__)

WORDLESS = frozenset(
    {
        "https_all_pages",
        "checkout_steps_count",
        "checkout_clicks_count",
        "checkout_fields_count",
        "checkout_time_seconds",
    }
)
"""Checks whose answers do not hang on the words of a language."""


class Loader(Protocol):
    """Where saved files come from; `auditor.evidence.EvidenceStore` is one."""

    def snapshot(self, name: str) -> Snapshot:
        """A saved snapshot."""

    def get(self, name: str) -> bytes:
        """The bytes of a saved file."""


def observe(
    visits: Sequence[Visit], evidence: Loader, checks: Iterable[Check] | Mapping[str, Check]
) -> tuple[Observation, ...]:
    """Every check's answer about one shop, in the order of the checks.

    A check that fails answers `crashed` and never stops the others; a shop without a sealed visit
    was not visited.
    """
    asked = tuple(checks.values() if isinstance(checks, Mapping) else checks)
    if not visits:
        return tuple(_observation(c, NotObserved(code="not_visited")) for c in asked)
    pages = collect_pages(visits, evidence)
    languages = spoken_languages(pages)
    lexicon = load_lexicon(*languages)
    return tuple(_observation(c, _answer(c, pages, lexicon, is_read=bool(languages))) for c in asked)


def collect_pages(visits: Sequence[Visit], evidence: Loader) -> Pages:
    """All kept pages of one shop's visits, walks before crawls; files are read when a check looks.

    Raises: ValueError when there is no visit, or the visits are of several shops.
    """
    if len({v.shop.slug for v in visits}) != 1:
        raise ValueError("pages are collected for one shop, from at least one visit")
    ordered = tuple(sorted(visits, key=lambda v: (v.kind != "walk", v.started_at, v.id)))
    load = cached_loader(evidence)
    pages = tuple(_page(visit, step, evidence, load) for visit in ordered for step in visit.steps)
    outcomes, details = merged_outcomes(ordered)
    return Pages(
        shop=ordered[0].shop,
        pages=pages,
        outcomes=outcomes,
        details=details,
        visits=ordered,
        counts=_counts(ordered, load),
    )


def _counts(visits: Sequence[Visit], load: Load) -> CheckoutCounts:
    """What the checkout asks for; nothing is counted where a file cannot be read."""
    try:
        return checkout_counts(visits, load)
    except Exception:
        log.exception("the checkout of %s cannot be counted", visits[0].shop.slug)
        return CheckoutCounts()


def merged_outcomes(visits: Iterable[Visit]) -> tuple[dict[str, str], dict[str, str]]:
    """The best outcome of each role or stage over all visits, with the sentence behind it.

    `reached` is better than `not_found`, that is better than a trouble; among troubles the first
    that says something stands.
    """
    outcomes: dict[str, str] = {}
    details: dict[str, str] = {}
    for visit in visits:
        for role, outcome in visit.outcomes.items():
            if role not in outcomes or _grade(outcome) < _grade(outcomes[role]):
                outcomes[role] = outcome
                details[role] = visit.details.get(role, "")
    return outcomes, {role: detail for role, detail in details.items() if detail}


def _grade(outcome: str) -> int:
    return {"reached": 0, "not_found": 1, "not_visited": 3}.get(outcome, 2)


def spoken_languages(pages: Pages) -> tuple[str, ...]:
    """The languages of the shop's pages that a lexicon reads, the most frequent first.

    Empty when more pages declare a language that no lexicon reads, or when no page tells its language:
    their words must not be judged.
    """
    own = resolve_language(pages.shop.language)
    read = [page for page in pages if not page.load_document]
    seen = Counter(page.language for page in read if page.language)
    unread = sum(1 for page in read if not page.language and _declares_language(page))
    if unread > seen.total():
        return ()
    if not seen:
        return (own,) if own else ()
    return tuple(sorted(seen, key=lambda language: (-seen[language], language != own, language)))


def _declares_language(page: Page) -> bool:
    try:
        return bool(page.snapshot.lang or page.snapshot.meta_value("og:locale"))
    except Exception:
        return False  # a damaged file; the checks that need it say so


def _answer(check: Check, pages: Pages, lexicon: Lexicon, *, is_read: bool) -> Answer:
    try:
        answer = check(pages, lexicon)
        if not isinstance(answer, Observed | Absent | NotApplicable | NotObserved):
            raise TypeError(f"answered with {type(answer).__name__}")
        if isinstance(answer, NotObserved) and answer.code not in TROUBLES:
            raise ValueError(f"unknown trouble code {answer.code!r}")
    except Exception as error:
        log.exception("check %s failed on %s", check.id, pages.visits[0].id.rpartition("/")[0])
        words = str(error) if isinstance(error, AuditorError) else f"{type(error).__name__}: {error}"
        return NotObserved(code="crashed", because=f"The check failed: {words[:300]}")
    if is_read or check.id in WORDLESS or not _may_be_too_little(answer, check.unit):
        return answer
    because = "Most pages are in a language without a lexicon, so nothing may be called missing."
    return NotObserved(code="language_unsupported", because=because, evidence=answer.evidence)


_COUNTED = ("count", "score", "share", "clicks")
"""Units in which every word that was not understood changes the answer."""


def _may_be_too_little(answer: Answer, unit: str) -> bool:
    """True for an answer that may only mean that we did not understand the words.

    What was read with its quote stands; "no", "none" and every count do not.
    """
    match answer:
        case Absent():
            return True
        case Observed(value=value) if value is not None:
            return not value or isinstance(value, tuple) or unit in _COUNTED
    return False


def _observation(check: Check, answer: Answer) -> Observation:
    match answer:
        case Observed(value=value, evidence=evidence, because=because):
            state, code = State.OBSERVED, ""
        case Absent(evidence=evidence, because=because):
            state, value, code = State.ABSENT, None, ""
        case NotApplicable(because=because, evidence=evidence):
            state, value, code = State.NOT_APPLICABLE, None, ""
        case NotObserved(code=code, because=because, evidence=evidence):
            state, value = State.NOT_OBSERVED, None
    return Observation(
        check=check.id,
        version=check.version,
        state=state,
        value=value,
        unit=check.unit,
        code=code,
        because=because or (sentence(code) if code else ""),
        evidence=evidence,
    )


# --- files ------------------------------------------------------------------------------------------


def cached_loader(evidence: Loader) -> Load:
    """Reads each snapshot once for an audit."""
    return cache(evidence.snapshot)


def _page(visit: Visit, step: Step, evidence: Loader, load: Load) -> Page:
    def snapshot() -> Snapshot:
        return load(step.snapshot) if step.snapshot else Snapshot(url=step.url, title=step.title)

    def document() -> bytes:
        return evidence.get(step.document)

    return Page(
        step=step,
        visit=visit.id,
        scenario=visit.scenario,
        language=_language(step, load, visit.shop.language),
        load=snapshot,
        load_document=document if step.document else None,
    )


def _language(step: Step, load: Load, shop_language: str) -> str:
    """The page's language; a file that cannot be read says nothing about it."""
    if not step.snapshot:
        return resolve_language(shop_language)
    try:
        return page_language(load(step.snapshot), shop_language)
    except Exception as error:
        log.warning("%s: %s", step.url, error)
        return ""
