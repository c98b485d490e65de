"""How many clicks is a phone number or mail address away from the home page?"""

from __future__ import annotations

from auditor.checks._channels import emails, phones
from auditor.checks._places import absent, clicks_to, unseen
from auditor.checks.base import Pages, check
from auditor.lexicon import Lexicon
from auditor.models import Answer, NotObserved, Observed


@check(
    question="How many clicks is a phone number or mail address away from the home page?",
    reads=("home", "contact", "help", "faq", "imprint", "looked"),
    unit="clicks",
    fooled_by="a nearer page that was not visited; a number in a picture",
)
def observe(pages: Pages, _lexicon: Lexicon) -> Answer:
    """Clicks to the nearest page that shows a number to call or an address to write to.

    Value: 0 where the home page itself shows one. Absent: no page looked at shows either.
    Why not observed where that page was found through a sitemap: nobody counted its clicks. The same
    where a page was not seen that may be nearer.
    """
    shown = []
    for page in pages.of("home", "contact", "help", "faq", "imprint"):
        channel = next((c for c in (*phones(page, pages.shop.country), *emails(page))), None)
        if channel is not None:
            shown.append((clicks_to(page), channel))
    if not shown:
        return absent(
            pages, None, "contact", "home", "help", "faq", "imprint", because="no number, no address"
        )
    counted = [(clicks, channel) for clicks, channel in shown if clicks is not None]
    if not counted:
        evidence = (shown[0][1].ref,)
        return NotObserved(code="unverified", because="not reached by clicking", evidence=evidence)
    clicks, nearest = min(counted, key=lambda pair: pair[0])
    hidden = unseen(pages, None, "contact", "help", "faq", "imprint") if clicks > 1 else None
    if hidden is not None:
        return hidden
    return Observed(value=clicks, evidence=(nearest.ref,), because=nearest.page.role)
