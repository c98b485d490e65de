"""Can a customer reach the shop on a social network or a messenger?"""

from __future__ import annotations

from auditor.checks._channels import socials
from auditor.checks._places import absent
from auditor.checks.base import Pages, check
from auditor.lexicon import Lexicon
from auditor.models import Answer, Observed


@check(
    question="Does the shop link an account of its own on a social network or messenger?",
    reads=("contact", "home", "help", "faq", "looked"),
    unit="yes_no",
    fooled_by="an account that nobody looks after; the account of the agency that built the shop",
)
def observe(pages: Pages, _lexicon: Lexicon) -> Answer:
    """Whether contact, home, help or FAQ link an account of the shop.

    Value: yes. Absent: none of these pages does; buttons to share a product are no account.
    Why any network: which one customers use differs by country.
    """
    for page in pages.of("contact", "home", "help", "faq"):
        found = tuple({s.what: s for s in socials(page, pages.shop.url)}.values())
        if found:
            networks = ", ".join(s.what for s in found)
            return Observed(value=True, evidence=tuple(s.ref for s in found), because=networks)
    return absent(pages, None, "home", "contact", "help", "faq", because="no account is linked")
