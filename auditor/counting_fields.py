"""Which form fields does a checkout screen show, and which of them must be filled in?

The rules are written down in docs/counting.md.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from auditor.counting_choices import radio_sets
from auditor.lexicon import Lexicon, fold
from auditor.pages.fields import field_kind, is_field
from auditor.snapshot import Control, Snapshot

_FRAME = ("header", "footer", "nav")
_NOT_ASKED = ("coupon", "search", "quantity")
_LOGIN_FIELDS = 3
"""A login or a registration asks for no more than this; a checkout that asks for a password asks for more."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FormField:
    """Something that a customer can fill in, choose or tick."""

    kind: str
    """text, list, radios or checkbox."""
    key: str
    """What makes it the same field when it is shown again."""
    words: str
    required: bool


def form_fields(snapshot: Snapshot, lexicon: Lexicon) -> tuple[FormField, ...]:
    """The fields of one screen: each text field and list, each group of radios, each checkbox."""
    skipped = {c.i for c in _login_fields(snapshot, lexicon)} | {c.i for c in _newsletter(snapshot, lexicon)}
    below = _required_below(snapshot, lexicon)
    found = []
    for c in snapshot.controls:
        if not c.visible or c.landmark in _FRAME or c.i in skipped:
            continue
        if not c.enabled and c.type == "password":
            continue  # waits for the answer that one is a returning customer
        if c.role == "checkbox" or c.role == "switch":
            found.append(_one(c, "checkbox", lexicon, below))
        elif is_field(c) and field_kind(c, lexicon)[0] not in _NOT_ASKED:
            is_list = c.tag == "select" or c.role == "combobox"
            found.append(_one(c, "list" if is_list else "text", lexicon, below))
        elif c.role == "combobox" and c.tag != "select":
            found.append(_one(c, "list", lexicon, below))
    for group in radio_sets(snapshot, lexicon):
        needed = next((c for c in group if c.required), group[0])
        found.append(_one(needed, "radios", lexicon, below))
    return tuple(found)


def distinct(screens: Iterable[tuple[FormField, ...]]) -> tuple[FormField, ...]:
    """The fields of several screens, those that stay on the page from one state to the next once.

    Two fields of one screen are never the same, however alike they look.
    """
    most: Counter[str] = Counter()
    kept: list[FormField] = []
    for fields in screens:
        seen: Counter[str] = Counter()
        for field in fields:
            seen[field.key] += 1
            if seen[field.key] > most[field.key]:
                most[field.key] += 1
                kept.append(field)
    return tuple(kept)


def _one(control: Control, kind: str, lexicon: Lexicon, below: frozenset[str]) -> FormField:
    words = control.label or control.name or control.placeholder or control.group
    name = control.group if kind == "radios" else f"{control.tokens} {control.label or control.placeholder}"
    return FormField(
        kind=kind,
        key=f"{kind} {fold(name) if name.strip() else ''}",
        words=words,
        required=_is_required(control, words, lexicon, below),
    )


def _is_required(control: Control, words: str, lexicon: Lexicon, below: frozenset[str]) -> bool:
    if lexicon.matches("optional_mark", f"{words} {control.placeholder}"):
        return False
    asked = control.group if control.role == "radio" else words
    said = any(lexicon.matches("required_mark", text) for text in (asked, control.placeholder) if text)
    return control.required or said or fold(control.label) in below


def _required_below(snapshot: Snapshot, lexicon: Lexicon) -> frozenset[str]:
    """The labels under which a line says nothing but "required"."""
    lines = [b for b in snapshot.blocks if b.visible]
    return frozenset(
        fold(label.text)
        for label, line in pairwise(lines)
        if label.tag == "label" and lexicon.score("required_mark", line.text) >= 0.97
    )


def _login_fields(snapshot: Snapshot, lexicon: Lexicon) -> Iterable[Control]:
    """The fields of logins and registrations that stand beside the guest's way.

    A password in a form of its own is one of these, with all of its form. A password among a guest's
    own fields is one only when its words speak of a login.
    """
    groups: dict[tuple[int, str], list[Control]] = defaultdict(list)
    for c in snapshot.controls:
        if c.visible and c.landmark not in _FRAME and c.tag in ("input", "select", "textarea"):
            groups[(c.form, c.section if c.form < 0 else "")].append(c)
    for members in groups.values():
        texts = [c for c in members if is_field(c)]
        if not any(c.type == "password" for c in texts):
            continue
        guest = any(c.role == "radio" and lexicon.matches("guest", c.words) for c in members)
        if len(texts) <= _LOGIN_FIELDS and not guest:
            yield from members
        else:
            yield from (c for c in texts if c.type == "password" and lexicon.matches("login", c.words))


def _newsletter(snapshot: Snapshot, lexicon: Lexicon) -> Iterable[Control]:
    """The e-mail field of a newsletter form, wherever it stands."""
    for n, form in enumerate(snapshot.forms):
        members = [c for c in snapshot.controls if c.form == n and c.visible]
        fields = [c for c in members if is_field(c)]
        said = " ".join([form.tokens, *(c.name for c in members)])
        newsletter = lexicon.intents["newsletter_overlay"].token_score(form.tokens) or lexicon.matches(
            "newsletter_box", said
        )
        if len(fields) == 1 and newsletter and field_kind(fields[0], lexicon)[0] == "email":
            yield from members
