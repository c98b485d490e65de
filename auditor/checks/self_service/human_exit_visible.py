"""Is there a way from the help pages to a person?"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks._channels import chats, emails, forms, part_of_page, phones
from auditor.checks._places import absent
from auditor.checks.base import Page, Pages, check
from auditor.lexicon import Lexicon
from auditor.models import Absent, Answer, EvidenceRef, Observed
from auditor.snapshot import Control

SURE = 0.6
"""Score from which a link's words say "contact"."""


@check(
    question="Do the help pages show a direct way to a person?",
    reads=("faq", "help", "home", "looked"),
    unit="yes_no",
    fooled_by="a contact link that leads back to the FAQ; a chat that is only a bot",
)
def observe(pages: Pages, lexicon: Lexicon) -> Answer:
    """Whether FAQ or help show a phone number, mail address, form, chat or a link to contact.

    Value: yes or no. Absent: there is neither FAQ nor help page.
    Why links in the main menu do not count: who has read the answers in vain should not have to look
    for the way on.
    """
    help_pages = pages.of("faq", "help")
    if not help_pages:
        return absent(pages, lexicon, "faq", "help", because="no help page")
    for page in help_pages:
        for exit_ref in _exits(page, pages.shop.country, lexicon):
            return Observed(value=True, evidence=(exit_ref,))
    answer = absent(pages, lexicon, "faq", "help", because="no number, address, form, chat or contact link")
    if not isinstance(answer, Absent):
        return answer
    return Observed(value=False, evidence=tuple(p.ref() for p in help_pages), because=answer.because)


def _exits(page: Page, country: str, lexicon: Lexicon) -> Iterator[EvidenceRef]:
    """Ways to a person on one page, the most direct first."""
    ways = (*phones(page, country), *emails(page), *chats(page, lexicon), *forms(page, lexicon))
    yield from (channel.ref for channel in ways)
    yield from (
        page.ref(control) for control in page.snapshot.controls if _leads_to_contact(control, lexicon)
    )


def _leads_to_contact(control: Control, lexicon: Lexicon) -> bool:
    in_menu = part_of_page(control) in ("header", "nav")
    return (
        bool(control.href)
        and control.visible
        and not in_menu
        and lexicon.score("contact", control.words) >= SURE
    )
