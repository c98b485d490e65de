"""What every check about the walk needs: in which words to read a page, and why a stage was not seen."""

from __future__ import annotations

from collections.abc import Iterable

from auditor.checks.base import Page, Pages
from auditor.lexicon import Lexicon, load_lexicon, resolve_language
from auditor.models import Absent, Answer, EvidenceRef, NotObserved
from auditor.snapshot import Block, Control

FRAME = ("header", "footer", "nav")
"""Landmarks that stand around every page of a shop and are not about this one."""


def words_of(page: Page, lexicon: Lexicon) -> Lexicon:
    """The words to read a page with: its own language first, then the shop's."""
    return load_lexicon(page.language, *lexicon.languages) if page.language else lexicon


def body_blocks(page: Page) -> tuple[Block, ...]:
    """The visible text between the page's head and foot."""
    return tuple(b for b in page.blocks() if b.landmark not in FRAME)


def body_controls(page: Page) -> tuple[Control, ...]:
    """The visible controls between the page's head and foot."""
    return tuple(c for c in page.snapshot.controls if c.visible and c.landmark not in FRAME)


def not_walked(pages: Pages, *stages: str) -> NotObserved:
    """Why the first of these stages that was not reached was not seen."""
    for stage in stages:
        code = pages.outcomes.get(stage, "not_visited")
        if code == "not_found":
            return NotObserved(
                code="element_not_found", because=pages.details.get(stage, f"no way to {stage}")
            )
        if code != "reached":
            return NotObserved(code=code, because=pages.details.get(stage, ""))
    return NotObserved(code="not_visited", because=f"no page of {' or '.join(stages)} was kept")


def absent(places: Iterable[Page], because: str) -> Answer:
    """The answer for something that stands on none of these pages.

    Why not always absent: on a page whose language no lexicon reads, nothing can be said to be missing.
    """
    looked = tuple(places)
    unread = tuple(p.ref() for p in looked if not resolve_language(p.language))
    if unread:
        return NotObserved(code="language_unsupported", because=looked[0].language, evidence=unread)
    evidence = tuple(dict.fromkeys(_place(p) for p in looked))
    return Absent(evidence=evidence, because=because)


def _place(page: Page) -> EvidenceRef:
    return page.ref()
