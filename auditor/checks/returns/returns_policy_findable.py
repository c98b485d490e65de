"""Can a customer find the rules on returns before buying?"""

from __future__ import annotations

from auditor.checks._places import absent, clicks_to
from auditor.checks.base import Page, Pages, check
from auditor.lexicon import Lexicon
from auditor.models import Answer, EvidenceRef, Observed
from auditor.snapshot import Control


@check(
    question="Can a customer find the rules on returns?",
    reads=("returns_policy", "home", "looked"),
    unit="yes_no",
    fooled_by="a page called returns that holds nothing but a form; rules only in the terms",
)
def observe(pages: Pages, lexicon: Lexicon) -> Answer:
    """Whether a page or document on returns was reached; the reason says how directly.

    Value: yes. Absent: looked for from the home page, its footer and menus, and in vain.
    Why the footer matters: it is where customers look first; one shop in five has no link there.
    """
    policies = pages.of("returns_policy")
    if not policies:
        return absent(pages, lexicon, "returns_policy", because="no page on returns was found")
    nearest = min(policies, key=lambda page: (clicks_to(page) is None, clicks_to(page) or 0))
    link = _footer_link(pages, nearest)
    evidence = (_headline(nearest), *((link,) if link else ()))
    return Observed(value=True, evidence=evidence, because=_way(nearest, is_in_footer=link is not None))


def _way(page: Page, *, is_in_footer: bool) -> str:
    """Example: "1 click from home, linked in the footer"."""
    clicks = clicks_to(page)
    match clicks:
        case None:
            way = "not reached by clicking"
        case 1:
            way = "1 click from home"
        case _:
            way = f"{clicks} clicks from home"
    return f"{way}, {'' if is_in_footer else 'not '}linked in the footer"


def _headline(page: Page) -> EvidenceRef:
    return page.ref(next(iter(page.snapshot.headings), page.url))


def _footer_link(pages: Pages, policy: Page) -> EvidenceRef | None:
    """The link in the home page's footer that leads to the policy."""
    for home in pages.of("home"):
        for control in home.snapshot.controls:
            if control.landmark == "footer" and _same(control, policy.url):
                return home.ref(control)
    return None


def _same(control: Control, url: str) -> bool:
    """True for the same address, whatever its fragment and last slash."""
    return control.href.split("#")[0].rstrip("/") == url.split("#")[0].rstrip("/") != ""
