"""In which ways can a customer reach the shop, and where does it say so?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.checks._places import lines
from auditor.checks.base import Page
from auditor.lexicon import Lexicon
from auditor.models import EvidenceRef
from auditor.reading.contacts import (
    emails_in,
    read_chat,
    read_contact_form,
    read_emails,
    read_phones,
    read_socials,
)
from auditor.snapshot import Block, Control

KINDS = ("phone", "email", "form", "chat", "social", "messenger")
"""The channels that are told apart."""

ROLES = ("home", "contact", "help", "faq", "imprint")
"""Where a shop shows how to reach it."""


@dataclass(frozen=True, kw_only=True)
class Channel:
    """One way to reach the shop, as one page shows it."""

    kind: str
    page: Page
    at: str | Block | Control
    """What shows it."""
    what: str = ""
    """The number, address or network."""

    @property
    def ref(self) -> EvidenceRef:
        """Where it stands."""
        return self.page.ref(self.at)

    @property
    def landmark(self) -> str:
        """The part of the page: header, nav, main, aside, footer or empty."""
        return "" if isinstance(self.at, str) else self.at.landmark


def phones(page: Page, country: str) -> Iterator[Channel]:
    """Numbers to call: links that dial first, then text. A fax number is none, linked or not."""
    texts = lines(page)
    read = {phone.e164: phone for phone in read_phones("\n".join(texts), country)}
    digits = re.sub(r"\D", "", "".join(texts))
    for control in page.snapshot.controls:
        if not control.href.lower().startswith("tel:"):
            continue
        number = control.href[4:]
        for phone in read_phones(number, country):
            local = phone.e164[-6:]
            if phone.e164 in read or local not in digits:  # shown, yet not read: shown as something else
                shows_it = any(c.isdigit() for c in control.words)
                at: str | Control = control if shows_it else control.href
                yield Channel(kind="phone", page=page, at=at, what=phone.e164)
    for phone in read.values():
        block = next((b for b in page.snapshot.blocks if phone.shown in b.text), None)
        yield Channel(kind="phone", page=page, at=block or phone.quote, what=phone.e164)


def emails(page: Page) -> Iterator[Channel]:
    """Addresses to write to."""
    found = emails_in("\n".join(lines(page))) if page.load_document else read_emails(page.snapshot)
    for email in found:
        yield Channel(kind="email", page=page, at=email.found_in or email.quote, what=email.address)


def socials(page: Page, shop_url: str) -> Iterator[Channel]:
    """The shop's own accounts on networks and messengers."""
    for social in read_socials(page.snapshot, shop_url):
        kind = "messenger" if social.messenger else "social"
        yield Channel(kind=kind, page=page, at=social.quote or social.url, what=social.network)


def chats(page: Page, lexicon: Lexicon) -> Iterator[Channel]:
    """A live chat that the page shows; a chat service's script alone is none."""
    chat = read_chat(page.snapshot, lexicon)
    if chat.value is True:
        yield Channel(kind="chat", page=page, at=chat.quote)


def forms(page: Page, lexicon: Lexicon) -> Iterator[Channel]:
    """A form to write to the shop."""
    form = read_contact_form(page.snapshot, lexicon)
    if form.value is True:
        yield Channel(kind="form", page=page, at=form.quote)


def all_channels(page: Page, lexicon: Lexicon, *, country: str, shop_url: str) -> Iterator[Channel]:
    """Every way to reach the shop that a page shows, in the order of `KINDS`."""
    yield from phones(page, country)
    yield from emails(page)
    yield from forms(page, lexicon)
    yield from chats(page, lexicon)
    yield from socials(page, shop_url)
