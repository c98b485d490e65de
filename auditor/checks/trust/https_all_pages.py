"""Is every page of the shop encrypted on its way?"""

from __future__ import annotations

from auditor.checks.base import Pages, check
from auditor.lexicon import Lexicon
from auditor.models import Answer, EvidenceRef, Observed, Step, Visit

PLAIN = "http://"


@check(
    question="Did every page that was visited come over https?",
    reads=("home", "looked"),
    unit="yes_no",
    fooled_by="pages that were not visited; pictures and scripts that a page loads without https",
)
def observe(pages: Pages, _lexicon: Lexicon) -> Answer:
    """Whether the address of every page of all visits begins with https.

    Value: yes or no. Absent: never; a page over http is a no.
    Why all visits: one plain page on the way to the payment is enough to be read or changed.
    """
    seen = [(visit, step) for visit in pages.visits for step in visit.steps if step.url.startswith("http")]
    if not seen:
        return pages.missing("home")
    plain = [(visit, step) for visit, step in seen if step.url.startswith(PLAIN)]
    if plain:
        return Observed(value=False, evidence=(_place(*plain[0]),), because=f"{len(plain)} pages over http")
    return Observed(value=True, evidence=(_place(*seen[0]),), because=f"{len(seen)} pages, all over https")


def _place(visit: Visit, step: Step) -> EvidenceRef:
    """The page with its address as the quote."""
    return EvidenceRef(
        url=step.url,
        quote=step.url,
        seen_at=step.seen_at,
        file=step.snapshot or step.document,
        screenshot=step.screenshot,
        visit=visit.id,
        role=step.role,
    )
