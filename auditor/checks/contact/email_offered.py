"""Can a customer write to the shop?"""

from __future__ import annotations

from auditor.checks._channels import emails, forms
from auditor.checks._places import absent
from auditor.checks.base import Pages, check
from auditor.lexicon import Lexicon
from auditor.models import Answer, Observed


@check(
    question="Does the shop give a mail address or a form to write to it?",
    reads=("contact", "home", "help", "faq", "imprint", "looked"),
    unit="yes_no",
    fooled_by="an address in a picture; a form that only opens after choosing a topic",
)
def observe(pages: Pages, lexicon: Lexicon) -> Answer:
    """Whether contact, home, help, FAQ or imprint show a mail address or a contact form.

    Value: yes. Absent: none of these pages, as far as the shop has them, shows either.
    Why a form counts: it is mail without a mail program; `contact_channel_count` tells them apart.
    """
    for page in pages.of("contact", "home", "help", "faq", "imprint"):
        for channel in (*emails(page), *forms(page, lexicon)):
            return Observed(value=True, evidence=(channel.ref,), because=channel.what or channel.kind)
    return absent(pages, lexicon, "contact", "home", "help", "faq", "imprint", because="no address, no form")
