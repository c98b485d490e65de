"""How much of who stands behind the shop does it tell?"""

from __future__ import annotations

from auditor.checks._channels import emails, part_of_page, phones
from auditor.checks._places import absent, languages, lines, unseen
from auditor.checks.base import Page, Pages, check
from auditor.lexicon import Lexicon
from auditor.models import Answer, EvidenceRef, Observed
from auditor.reading.identity import read_identity

FACTS = ("name", "legal_form", "address", "register_number", "email", "phone")
"""What a trader has to tell, in the order of the answer."""

ROLES = ("imprint", "contact", "terms", "home")


@check(
    question="How much of who stands behind the shop does it tell?",
    reads=("imprint", "contact", "terms", "home", "looked"),
    unit="count",
    fooled_by="details of others: a hosting company in the imprint, a carrier or an authority in the terms",
)
def observe(pages: Pages, lexicon: Lexicon) -> Answer:
    """How many of name, legal form, address, register number, mail and phone the shop tells.

    Value: 1 to 6, with one quote for each. Absent: imprint, contact, terms and the home page's footer
    tell none of them.
    Why over all pages: the law asks that it be told, not on which page. Why not observed where one of
    them was not seen and something is missing: it may stand there.
    """
    told: dict[str, EvidenceRef] = {}
    for page in pages.of(*ROLES):
        for fact, ref in _facts(page, pages, lexicon).items():
            told.setdefault(fact, ref)
    hidden = unseen(pages, lexicon, *ROLES)
    if hidden is not None and len(told) < len(FACTS):
        return hidden
    if not told:
        return absent(pages, lexicon, *ROLES, because="the trader does not say who they are")
    known = [fact for fact in FACTS if fact in told]
    missing = [fact.replace("_", " ") for fact in FACTS if fact not in told]
    because = "missing: " + ", ".join(missing) if missing else ""
    return Observed(value=len(known), evidence=tuple(told[fact] for fact in known), because=because)


def _facts(page: Page, pages: Pages, lexicon: Lexicon) -> dict[str, EvidenceRef]:
    """The facts that one page tells, with their places; of the home page only its footer counts."""
    country = pages.shop.country
    identity = read_identity(_own_lines(page), languages(page, lexicon), country)
    told = {
        fact: page.ref(getattr(identity, fact).quote)
        for fact in FACTS
        if getattr(identity, fact).value is not None
    }
    for channel in (*emails(page), *phones(page, country)):
        told.setdefault(channel.kind, channel.ref)
    return told


def _own_lines(page: Page) -> tuple[str, ...]:
    if page.role != "home":
        return lines(page)
    return tuple(block.text for block in page.blocks(hidden=True) if part_of_page(block) == "footer")
