"""Can a customer start a return on the site?"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks._places import languages
from auditor.checks.base import Page, Pages, check
from auditor.checks.returns._policy import ROLES, not_stated, read_policies, stated
from auditor.lexicon import Lexicon
from auditor.models import Answer, EvidenceRef, Observed
from auditor.reading.base import Reading
from auditor.reading.policies import ReturnsReading, read_returns
from auditor.snapshot import Control

SURE = 0.6
"""Score from which a link's words say "start a return"."""

FIELDS = ("textbox", "combobox", "listbox", "checkbox", "radio", "spinbutton", "file")
DOCUMENTS = (".pdf", ".doc", ".docx", ".odt", ".rtf")


@check(
    question="Can a customer start a return on the site?",
    reads=("returns_policy", "return_portal", "faq", "help", "shipping_policy", "terms", "home", "looked"),
    unit="yes_no",
    fooled_by="a form to print that is called online form; a portal that shows only after logging in",
)
def observe(pages: Pages, lexicon: Lexicon) -> Answer:
    """Whether a return is begun in a portal, the account or an online form.

    Value: yes or no. Absent: every page on returns was read; none has or mentions such a way.
    Why a form to print is none: the customer has to find a printer, and where to send it. A link that is
    called a form proves nothing by itself; the page behind it has to have fields.
    """
    policies = read_policies(pages, lexicon)
    for page in pages.of("return_portal"):
        if _asks_for_something(page):
            return Observed(value=True, evidence=(page.ref(next(iter(page.snapshot.headings), page.url)),))
    for policy, start in stated(policies, _start):
        return Observed(value=start.value, evidence=policy.refs(start))
    for ref in _portal_links(pages, lexicon):
        return Observed(value=True, evidence=(ref,), because="a link starts the return")
    return not_stated(pages, lexicon, policies, _start, "no page on returns has or mentions an online start")


def _start(policy: ReturnsReading) -> Reading:
    return policy.start_online


def _asks_for_something(page: Page) -> bool:
    """True for a page with fields to fill in: a form to print has none."""
    return any(
        control.visible and control.role in FIELDS and control.landmark not in ("header", "nav", "footer")
        for control in page.snapshot.controls
    )


def _portal_links(pages: Pages, lexicon: Lexicon) -> Iterator[EvidenceRef]:
    """Controls of the policy that begin a return."""
    for page in pages.of(ROLES[0]):
        for control in page.snapshot.controls:
            if lexicon.score("return_portal", control.words) >= SURE and _is_live(control, page, lexicon):
                yield page.ref(control)


def _is_live(control: Control, page: Page, lexicon: Lexicon) -> bool:
    """True for what leads on to a page: no document, no mail, nothing called a form (it may be to print)."""
    address = control.href.lower().split("?")[0]
    is_page = not address or (address.startswith("http") and not address.endswith(DOCUMENTS))
    names_form = read_returns((control.words,), languages(page, lexicon), "").form.value is True
    return control.visible and control.role in ("link", "button") and is_page and not names_form
