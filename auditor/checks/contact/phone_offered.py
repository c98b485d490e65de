"""Can a customer call the shop?"""

from __future__ import annotations

from auditor.checks._channels import phones
from auditor.checks._places import absent
from auditor.checks.base import Pages, check
from auditor.lexicon import Lexicon
from auditor.models import Answer, Observed


@check(
    question="Does the shop give a phone number?",
    reads=("contact", "home", "help", "faq", "imprint", "looked"),
    unit="yes_no",
    fooled_by="a number in a picture; the number of a courier or an authority on the contact page",
)
def observe(pages: Pages, _lexicon: Lexicon) -> Answer:
    """Whether contact, home, help, FAQ or imprint name a number to call.

    Value: yes. Absent: none of these pages, as far as the shop has them, names one.
    Why any page: how visible the number is, is asked by `phone_on_home_page`.
    """
    for page in pages.of("contact", "home", "help", "faq", "imprint"):
        for phone in phones(page, pages.shop.country):
            return Observed(value=True, evidence=(phone.ref,), because=phone.what)
    return absent(pages, None, "contact", "home", "help", "faq", "imprint", because="no number to call")
