"""In how many different ways can a customer reach the shop?"""

from __future__ import annotations

from auditor.checks._channels import KINDS, Channel, all_channels
from auditor.checks._places import absent, unseen
from auditor.checks.base import Pages, check
from auditor.lexicon import Lexicon
from auditor.models import Answer, Observed


@check(
    question="In how many different ways can a customer reach the shop?",
    reads=("contact", "home", "help", "faq", "imprint", "looked"),
    unit="count",
    fooled_by="what fools phone_offered, email_offered, chat_offered and social_offered",
)
def observe(pages: Pages, lexicon: Lexicon) -> Answer:
    """How many of phone, mail, form, chat, social network and messenger the shop offers.

    Value: 1 to 6, with one quote for each. Absent: none on contact, home, help, FAQ and imprint.
    Why kinds and not numbers: three phone numbers are one choice for who cannot call. Why not observed
    where one of these pages was not seen: it may offer more.
    """
    first: dict[str, Channel] = {}
    for page in pages.of("contact", "home", "help", "faq", "imprint"):
        shop = pages.shop
        for channel in all_channels(page, lexicon, country=shop.country, shop_url=shop.url):
            first.setdefault(channel.kind, channel)
    hidden = unseen(pages, lexicon, "contact", "home", "help", "faq", "imprint")
    if hidden is not None and len(first) < len(KINDS):
        return hidden
    if not first:
        return absent(pages, lexicon, "contact", "home", "help", "faq", "imprint", because="no way to reach")
    offered = [kind for kind in KINDS if kind in first]
    return Observed(
        value=len(offered), evidence=tuple(first[kind].ref for kind in offered), because=", ".join(offered)
    )
