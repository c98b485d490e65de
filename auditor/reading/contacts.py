"""In which ways can a customer reach the shop from this page?"""

from __future__ import annotations

from auditor.lexicon import Lexicon
from auditor.reading.base import Reading
from auditor.reading.chat import read_chat
from auditor.reading.emails import Email, emails_in, read_emails
from auditor.reading.phones import Phone, read_phones
from auditor.reading.socials import Social, read_socials
from auditor.snapshot import Control, Snapshot

__all__ = [
    "Email", "Phone", "Social", "emails_in", "read_chat", "read_contact_form", "read_emails", "read_phones",
    "read_socials",
]  # fmt: skip

_OTHER_FORMS = ("reviews", "newsletter_box", "search_box", "coupon")
_OTHER_TOKENS = (
    "review",
    "comment",
    "newsletter",
    "subscribe",
    "search",
    "checkout",
    "rating",
    "question answer",
)


def read_contact_form(snapshot: Snapshot, lexicon: Lexicon) -> Reading:
    """Whether the page has a form to write to the shop.

    Value: True or False. A contact form has a field for the message and one for the sender's address,
    and is none for newsletters, reviews, searches or the checkout.
    """
    for index in range(len(snapshot.forms)):
        fields = [c for c in snapshot.controls if c.form == index]
        message = next((c for c in fields if c.tag == "textarea" and c.visible), None)
        if message is None or not any(_asks_email(c, lexicon) for c in fields):
            continue
        if not _is_other_form(snapshot, index, fields, lexicon):
            return Reading(value=True, quote=_label(message))
    return Reading(value=False, quote="", because="no form with a message and an e-mail field")


def _asks_email(control: Control, lexicon: Lexicon) -> bool:
    if control.tag != "input" or not control.visible:
        return False
    if control.type == "email" or control.autocomplete == "email":
        return True
    intent = lexicon.intents.get("field_email")
    return intent is not None and (
        intent.score(_label(control)) >= 0.5 or intent.token_score(control.tokens) > 0
    )


def _is_other_form(snapshot: Snapshot, index: int, fields: list[Control], lexicon: Lexicon) -> bool:
    """Whether a form with message and address is one for something else than writing to the shop."""
    form = snapshot.forms[index]
    if any(token in f"{form.tokens} {form.action}".lower() for token in _OTHER_TOKENS):
        return True
    if any(
        c.type == "password" or c.autocomplete.startswith(("cc-", "street-address", "shipping"))
        for c in fields
    ):
        return True
    button = next((c for c in fields if c.submits), None)
    says = [c for c in (button, *(f for f in fields if f.tag == "textarea")) if c is not None]
    return any(
        lexicon.score(name, _label(c)) >= 0.6
        for c in says
        for name in _OTHER_FORMS
        if name in lexicon.intents
    )


def _label(control: Control) -> str:
    return control.label or control.name or control.placeholder or control.text
