"""What does a field of a checkout ask for?

Asked in the order that is most often right: the autocomplete attribute (54.7 % of fields on
thirty real checkouts carry one, all of them right), the input type, the words on it, the tokens
of its name and id.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from auditor.lexicon import Lexicon, fold
from auditor.pages.words import words_of
from auditor.snapshot import Control, Snapshot

_AUTOCOMPLETE = {
    "email": "email",
    "name": "full_name",
    "given-name": "first_name",
    "family-name": "last_name",
    "honorific-prefix": "salutation",
    "organization": "company",
    "tel": "phone",
    "tel-national": "phone",
    "street-address": "street",
    "address-line1": "street",
    "address-line2": "address2",
    "address-line3": "address2",
    "address-level2": "city",
    "address-level1": "region",
    "postal-code": "postcode",
    "country": "country",
    "country-name": "country",
    "bday": "birthday",
    "cc-number": "card",
    "cc-name": "card",
    "cc-exp": "card",
    "cc-exp-month": "card",
    "cc-exp-year": "card",
    "cc-csc": "card",
    "cc-type": "card",
    "new-password": "password",
    "current-password": "password",
}

KINDS = (
    "email_confirm",
    "email",
    "first_name",
    "last_name",
    "full_name",
    "salutation",
    "company",
    "phone",
    "house_number",
    "address2",
    "street",
    "city",
    "postcode",
    "region",
    "country",
    "vat",
    "birthday",
    "comment",
    "card",
)
"""Kinds of fields, each an intent `field_<kind>`; more special ones first, for equal scores."""

ADDRESS_KINDS = frozenset("first_name last_name full_name street city postcode house_number".split())
PERSONAL_KINDS = ADDRESS_KINDS | {"email", "phone", "region", "birthday"}

_TYPES = {"email": "email", "tel": "phone", "password": "password"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """A form field with what it asks for."""

    control: Control
    kind: str
    """One of KINDS, `password`, `coupon`, `search`, `quantity`, or `unknown`."""
    required: bool
    because: str


def read_fields(snapshot: Snapshot, lexicon: Lexicon) -> tuple[Field, ...]:
    """Every visible text field and select of the page's main part, in reading order."""
    found = []
    for control in snapshot.controls:
        if not control.visible or control.landmark in ("nav",) or not is_field(control):
            continue
        kind, because = field_kind(control, lexicon)
        found.append(Field(control=control, kind=kind, required=_required(control, lexicon), because=because))
    return tuple(_with_streets(found))


def _with_streets(fields: list[Field]) -> list[Field]:
    """An address without a street has one all the same: its first line, under a name of its own.

    Example: "Street, house and flat number" names a flat, and is the street where no other field is.
    """
    fields = _one_street_each(fields)
    kinds = [f.kind for f in fields]
    if "street" in kinds or "address2" not in kinds or not {"city", "postcode"} & set(kinds):
        return fields
    first = kinds.index("address2")
    return [replace(f, kind="street") if n == first else f for n, f in enumerate(fields)]


def _one_street_each(fields: list[Field]) -> list[Field]:
    """Further lines of one address are its second and third line, whatever they are called."""
    out: list[Field] = []
    open_address = False
    for f in fields:
        if f.kind == "street" and open_address:
            f = replace(f, kind="address2")
        elif f.kind == "street":
            open_address = True
        elif f.kind in ("city", "postcode", "email"):
            open_address = False
        out.append(f)
    return out


def is_field(control: Control) -> bool:
    """Text-like fields and lists; radios and checkboxes are choices of their own."""
    if control.tag in ("input", "textarea"):
        return control.role in ("textbox", "searchbox", "spinbutton", "combobox") and control.type not in (
            "range",
            "color",
        )
    return control.tag == "select" or control.role in ("textbox", "combobox", "spinbutton")


def field_kind(control: Control, lexicon: Lexicon) -> tuple[str, str]:
    """What a field asks for, and what told so."""
    for token in reversed(control.autocomplete.split()):
        if token in _AUTOCOMPLETE:
            kind = _AUTOCOMPLETE[token]
            if (
                kind == "street"
                and _says(control, "house_number", lexicon)
                and not _says(control, "street", lexicon)
            ):
                return "house_number", "label"
            return kind, f"autocomplete {token}"
    if control.type in _TYPES:
        kind = _TYPES[control.type]
        return (
            "email_confirm" if kind == "email" and _says(control, "email_confirm", lexicon) else kind
        ), "type"
    if control.role == "searchbox" or lexicon.intents["search_box"].token_score(_name_tokens(control)):
        return "search", "search field"
    if _by(control, "coupon", lexicon):
        return "coupon", "words"
    best, score, told = "unknown", 0.0, ""
    last_part = words_of(re.split(r"[.\]\[]+", control.field_name.strip("[]."))[-1])
    texts = [t for t in (control.label, control.name, control.placeholder, control.title) if t]
    for kind in KINDS:
        intent = lexicon.intents[f"field_{kind}"]
        spoken = max((intent.score(_plain(t)) for t in texts), default=0.0)
        named = intent.token_score(control.tokens)
        if not texts and named and intent.token_score(last_part):
            named += 0.2  # "shippingAddress.postalCode" is a postcode
        # Words that are a part of the label ("Nomor" in "Nomor Telpon") weigh less than the field's name.
        points = spoken * (2 if spoken >= 0.6 else 1) + named * (0.9 if texts else 1.2)
        if points > score + 1e-9:
            best, score, told = kind, points, "words" if spoken * 2 >= named else "name"
    if score >= 0.7:
        return best, told
    if _by(control, "quantity", lexicon):
        return "quantity", "words"
    return "unknown", ""


def _plain(text: str) -> str:
    """A label without its star or its remark in brackets."""
    return re.sub(r"\([^)]*\)|[*＊:]", " ", text)


def _name_tokens(control: Control) -> str:
    return control.tokens if not control.label else ""


def _says(control: Control, kind: str, lexicon: Lexicon) -> bool:
    intent = lexicon.intents[f"field_{kind}"]
    return any(intent.score(_plain(t)) > 0.6 for t in (control.label, control.name, control.placeholder) if t)


def _by(control: Control, intent: str, lexicon: Lexicon) -> bool:
    words = lexicon.intents[intent]
    return any(words.score(t) > 0.6 for t in (control.label, control.name, control.placeholder) if t) or bool(
        words.token_score(control.tokens)
    )


def _required(control: Control, lexicon: Lexicon) -> bool:
    text = f"{control.label} {control.placeholder}"
    if lexicon.matches("optional_mark", text):
        return False
    return (
        control.required
        or lexicon.matches("required_mark", control.label)
        or bool(re.search(r"\b(required|mandatory)\b", fold(control.tokens)))
    )
