"""The answer of a check that hands on a number counted over the whole checkout."""

from __future__ import annotations

from dataclasses import replace

from auditor.checks._walked import absent, not_walked
from auditor.checks.base import Page, Pages
from auditor.models import Answer, EvidenceRef, NotObserved, Observed

SCREENS = ("cart", "account_wall", "checkout", "last_state")
"""Roles of the pages that are counted over."""

READS = (*SCREENS, "home", "looked")
"""With the places where a checkout was looked for in vain."""


def counted(pages: Pages, value: int | float | None, what: str, because: str = "") -> Answer:
    """Observed where the walk came to the last state; where it stopped before, the number is "at least".

    what: the thing counted, for the sentence: "screens".
    """
    if "not_found" in (pages.outcomes.get("cart"), pages.outcomes.get("checkout")):
        places = pages.of("cart") or pages.of("home", "looked")
        if places:
            return absent(places, because="no way into a checkout was found")
    stopped = not_walked(pages, "cart", "checkout", "last_state")
    if value is None:
        return stopped
    evidence = screen_refs(pages)
    if pages.counts.censored:
        code = stopped.code if stopped.code != "not_visited" else "unverified"
        sentence = f"at least {value} {what}, stopped at {pages.counts.stopped_at or 'the cart'}"
        return NotObserved(code=code, because=sentence, evidence=evidence)
    if not evidence:
        return NotObserved(code="not_visited", because="no page of the checkout was kept")
    return Observed(value=value, evidence=evidence, because=because)


def screen_refs(pages: Pages) -> tuple[EvidenceRef, ...]:
    """One place for each screen, quoting its heading; the first page kept of each number."""
    seen: dict[object, Page] = {}
    for page in sorted(pages.of(*SCREENS), key=lambda p: p.step.seen_at):
        number = page.facts.get("screen", 1 if page.role == "cart" else page.url)
        seen.setdefault(number, page)
    return tuple(_heading_ref(page) for page in seen.values())


def _heading_ref(page: Page) -> EvidenceRef:
    headings = [h for h in page.snapshot.headings if h.landmark not in ("header", "footer", "nav")]
    if headings:
        return page.ref(min(headings, key=lambda h: h.level))
    return replace(page.ref(), quote=page.snapshot.title[:500])
