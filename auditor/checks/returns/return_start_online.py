"""Can a customer start a return on the site?"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.base import Pages, check
from auditor.checks.returns._policy import ROLES, not_stated, read_policies, stated
from auditor.lexicon import Lexicon
from auditor.models import Answer, EvidenceRef, Observed
from auditor.reading.base import Reading
from auditor.reading.policies import ReturnsReading
from auditor.snapshot import Control

SURE = 0.7
"""Score from which a link's words say "start a return"."""


@check(
    question="Can a customer start a return on the site?",
    reads=("returns_policy", "return_portal", "faq", "help", "shipping_policy", "terms", "home", "looked"),
    unit="yes_no",
    fooled_by="a form to print that is called online form; a portal that shows only after logging in",
)
def observe(pages: Pages, lexicon: Lexicon) -> Answer:
    """Whether a return is begun in a portal, the account or an online form.

    Value: yes or no. Absent: every page on returns was read; none has or mentions such a way.
    Why a form to download is none: the customer has to print it and find out where to send it.
    """
    policies = read_policies(pages, lexicon)
    for page in pages.of("return_portal"):
        if page.load_document is None:
            return Observed(value=True, evidence=(page.ref(next(iter(page.snapshot.headings), page.url)),))
    for policy, start in stated(policies, _start):
        return Observed(value=start.value, evidence=policy.refs(start))
    for ref in _portal_links(pages, lexicon):
        return Observed(value=True, evidence=(ref,), because="a link starts the return")
    return not_stated(pages, lexicon, policies, _start, "no page on returns has or mentions an online start")


def _start(policy: ReturnsReading) -> Reading:
    return policy.start_online


def _portal_links(pages: Pages, lexicon: Lexicon) -> Iterator[EvidenceRef]:
    """Controls of the policy that begin a return."""
    for page in pages.of(ROLES[0]):
        for control in page.snapshot.controls:
            if _is_live(control) and lexicon.score("return_portal", control.words) >= SURE:
                yield page.ref(control)


def _is_live(control: Control) -> bool:
    """True for what leads to a page: neither a document nor a mail."""
    address = control.href.lower().split("?")[0]
    is_file = address.endswith((".pdf", ".doc", ".docx", ".odt", ".rtf"))
    is_page = not address or address.startswith("http")
    return control.visible and is_page and not is_file and control.role in ("link", "button")
