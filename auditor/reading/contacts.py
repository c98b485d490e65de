"""In which ways can a customer reach the shop from this page?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

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

_PRESSED = ("button", "generic")
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
    for fields, tokens in (*_forms(snapshot), *_loose_forms(snapshot)):
        message = next((c for c in fields if c.tag == "textarea" and c.visible), None)
        if message is None or not any(_asks_email(c, lexicon) for c in fields):
            continue
        if not _is_other_form(tokens, fields, lexicon):
            return Reading(value=True, quote=_label(message))
    return Reading(value=False, quote="", because="no form with a message and an e-mail field")


def _forms(snapshot: Snapshot) -> Iterator[tuple[list[Control], str]]:
    """The controls of each form, and the words of its markup."""
    for index, form in enumerate(snapshot.forms):
        yield [c for c in snapshot.controls if c.form == index], f"{form.tokens} {form.action}"


def _loose_forms(snapshot: Snapshot) -> Iterator[tuple[list[Control], str]]:
    """The same for fields that stand in no form element but under one heading, with something to press.

    Why the button has to follow: fields that nothing sends are no form yet.
    """
    groups: dict[tuple[str, str, int, int], list[Control]] = defaultdict(list)
    for control in snapshot.controls:
        if control.form < 0 and control.visible:
            key = (control.section, control.landmark, control.dialog, control.frame)
            groups[key].append(control)
    for members in groups.values():
        fields = [c for c in members if c.tag in ("input", "select", "textarea")]
        send = next((c for c in members if fields and c.i > fields[-1].i and c.role in _PRESSED), None)
        if send is not None:
            tokens = " ".join(f"{c.tokens} {c.around}" for c in (*fields, send))
            yield [*fields, replace(send, submits=True)], f"{tokens} {send.section}"


def _asks_email(control: Control, lexicon: Lexicon) -> bool:
    if control.tag != "input" or not control.visible:
        return False
    if control.type == "email" or control.autocomplete == "email":
        return True
    intent = lexicon.intents.get("field_email")
    return intent is not None and (
        intent.score(_label(control)) >= 0.5 or intent.token_score(control.tokens) > 0
    )


def _is_other_form(tokens: str, fields: list[Control], lexicon: Lexicon) -> bool:
    """Whether a form with message and address is one for something else than writing to the shop.

    Why its heading counts: "Write a review" may stand there and nowhere else.
    """
    if any(token in tokens.lower() for token in _OTHER_TOKENS):
        return True
    if any(
        c.type == "password" or c.autocomplete.startswith(("cc-", "street-address", "shipping"))
        for c in fields
    ):
        return True
    button = next((c for c in fields if c.submits), None)
    says = [_label(c) for c in (button, *(f for f in fields if f.tag == "textarea")) if c is not None]
    return any(
        lexicon.score(name, words) >= 0.6
        for words in (*says, *dict.fromkeys(f.section for f in fields))
        for name in _OTHER_FORMS
        if name in lexicon.intents
    )


def _label(control: Control) -> str:
    return control.label or control.name or control.placeholder or control.text
