"""In which ways can a customer reach the shop, and where does it say so?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from auditor.checks._places import lines
from auditor.checks.base import Page
from auditor.lexicon import FALLBACK, Lexicon
from auditor.models import EvidenceRef
from auditor.reading.contacts import (
    emails_in,
    read_chat,
    read_contact_form,
    read_emails,
    read_phones,
    read_socials,
)
from auditor.reading.identity_host import without_host
from auditor.reading.policy_words import policy_words
from auditor.snapshot import Block, Control

KINDS = ("phone", "email", "form", "chat", "social", "messenger")
"""The channels that are told apart."""

ROLES = ("home", "contact", "help", "faq", "imprint")
"""Where a shop shows how to reach it."""


LONGEST_QUOTE = 200
"""Characters; of a longer line only the number or address itself is quoted."""


@dataclass(frozen=True, kw_only=True)
class Channel:
    """One way to reach the shop, as one page shows it."""

    kind: str
    page: Page
    quote: str
    """The page's own words."""
    what: str = ""
    """The number, address or network."""
    at: Block | Control | None = None
    """What shows it; None in a document."""

    @property
    def ref(self) -> EvidenceRef:
        """Where it stands."""
        return replace(self.page.ref(self.at or self.quote), quote=self.quote)

    @property
    def part(self) -> str:
        """The part of the page: header, nav, main, aside, footer or empty."""
        return part_of_page(self.at) if self.at else ""


def part_of_page(at: Block | Control) -> str:
    """The landmark, or where a page marks none, what the names around say: header, footer or empty."""
    if at.landmark:
        return at.landmark
    names = set(f"{at.tokens} {at.around if isinstance(at, Control) else ''}".split())
    return next((part for part in ("footer", "header") if part in names), "")


def phones(page: Page, country: str) -> Iterator[Channel]:
    """Numbers to call: links that dial first, then text. A fax number is none, linked or not."""
    own = "\n".join(_own_lines(page))
    for control in page.snapshot.controls:
        if control.href.lower().startswith("tel:") and not _is_fax(page, control):
            if not _is_own(control.text, page, own):
                continue
            shown = control.words if any(c.isdigit() for c in control.words) else control.href
            for phone in read_phones(control.href[4:], country):
                yield Channel(kind="phone", page=page, quote=shown, what=phone.e164, at=control)
    for phone in read_phones(own, country):
        block = next((b for b in page.snapshot.blocks if phone.shown in b.text), None)
        quote = phone.quote if len(phone.quote) <= LONGEST_QUOTE else phone.shown
        yield Channel(kind="phone", page=page, quote=quote, what=phone.e164, at=block)


def emails(page: Page) -> Iterator[Channel]:
    """Addresses to write to."""
    own = "\n".join(_own_lines(page))
    for email in emails_in(own) if page.load_document else read_emails(page.snapshot):
        if not _is_own(email.address, page, own):
            continue
        is_short = len(email.quote) <= LONGEST_QUOTE or email.address not in email.quote
        quote = email.quote if is_short else email.address
        yield Channel(kind="email", page=page, quote=quote, what=email.address, at=email.found_in)


def socials(page: Page, shop_url: str) -> Iterator[Channel]:
    """The shop's own accounts on networks and messengers."""
    for social in read_socials(page.snapshot, shop_url):
        kind = "messenger" if social.messenger else "social"
        yield Channel(kind=kind, page=page, quote=social.quote, what=social.network, at=social.control)


def chats(page: Page, lexicon: Lexicon) -> Iterator[Channel]:
    """A live chat that the page shows; a chat service's script alone is none."""
    chat = read_chat(page.snapshot, lexicon)
    if chat.value is True:
        yield Channel(kind="chat", page=page, quote=chat.quote)


def forms(page: Page, lexicon: Lexicon) -> Iterator[Channel]:
    """A form to write to the shop."""
    form = read_contact_form(page.snapshot, lexicon)
    if form.value is True:
        yield Channel(kind="form", page=page, quote=form.quote)


def all_channels(page: Page, lexicon: Lexicon, *, country: str, shop_url: str) -> Iterator[Channel]:
    """Every way to reach the shop that a page shows, in the order of `KINDS`."""
    yield from phones(page, country)
    yield from emails(page)
    yield from forms(page, lexicon)
    yield from chats(page, lexicon)
    yield from socials(page, shop_url)


def _own_lines(page: Page) -> tuple[str, ...]:
    """The page's lines without those about the company that hosts its site."""
    return without_host(lines(page), policy_words((page.language, FALLBACK)))


def _is_own(shown: str, page: Page, own: str) -> bool:
    """False for what stands in the lines about the host only."""
    return not shown or shown in own or not any(shown in line for line in lines(page))


def _is_fax(page: Page, control: Control) -> bool:
    """Whether the words right before a link that dials name a fax and no phone.

    Example: "Telefon 030 123, Telefax 030 124" -> True for the second number.
    """
    shown = control.text or control.name
    line = next((text for text in lines(page) if shown and shown in text), "")
    before = re.split(r"\d", line.partition(shown)[0])[-1]
    named = policy_words((page.language, FALLBACK)).find(before)
    return named.has("fax") and not named.has("phone")
