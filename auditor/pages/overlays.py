"""What lies over the page, and which of its controls sends it away?"""

from __future__ import annotations

from dataclasses import dataclass

from auditor.lexicon import Lexicon
from auditor.models import Candidate
from auditor.pages.ranking import rank
from auditor.snapshot import Control, Dialog, Snapshot


@dataclass(frozen=True, kw_only=True, slots=True)
class Overlay:
    """Something that a customer has to answer or close before going on."""

    dialog: Dialog
    kind: str
    """consent, newsletter, age, geo, app, or other."""
    way_out: tuple[Candidate, ...]
    """What sends it away, best first; never an acceptance where a refusal is offered."""
    answer: str
    """The intent behind the first way out: consent_reject, close, ..."""


def find_overlays(snapshot: Snapshot, lexicon: Lexicon) -> tuple[Overlay, ...]:
    """The overlays that are in the way, the topmost last.

    Cart drawers, the shop's own search overlay, chat widgets and menus are none.
    """
    found = []
    for dialog in snapshot.dialogs:
        inside = [c for c in snapshot.controls if c.dialog == dialog.i and c.visible]
        if not inside or not _is_overlay(dialog, inside, lexicon):
            continue
        kind = _kind(dialog, inside, lexicon)
        if not kind:
            continue
        answer, way_out = _way_out(snapshot, kind, inside, lexicon)
        if way_out:
            found.append(Overlay(dialog=dialog, kind=kind, way_out=way_out, answer=answer))
    return tuple(found)


def _is_overlay(dialog: Dialog, inside: list[Control], lexicon: Lexicon) -> bool:
    words = f"{dialog.text} {dialog.tokens}"
    if lexicon.intents["chat_widget"].token_score(dialog.tokens) and dialog.covers < 0.4:
        return False
    cart = lexicon.matches("view_cart", dialog.text) or lexicon.matches("added_to_cart", dialog.text)
    if (
        cart
        and not lexicon.matches("consent_text", dialog.text)
        and (
            any(lexicon.score("checkout", c.name) >= 0.6 for c in inside)
            or any(lexicon.score("view_cart", c.name) >= 0.6 for c in inside)
            or any(lexicon.intents["quantity"].token_score(c.tokens) for c in inside)
        )
    ):
        return False
    if any(c.role == "searchbox" for c in inside) and not lexicon.matches("consent_text", words):
        return False
    return len(dialog.text) > 0


def _kind(dialog: Dialog, inside: list[Control], lexicon: Lexicon) -> str:
    text, tokens = dialog.text, dialog.tokens
    accepts = any(
        lexicon.score("consent_accept", c.name) >= 0.6 or lexicon.score("consent_reject", c.name) >= 0.6
        for c in inside
    )
    if (
        lexicon.matches("consent_text", text) or lexicon.intents["consent_text"].token_score(tokens)
    ) and accepts:
        return "consent"
    if lexicon.matches("age_gate", text) or lexicon.intents["age_gate"].token_score(tokens):
        return "age"
    email = any(
        c.role == "textbox"
        and (c.type == "email" or lexicon.score("field_email", c.words + " " + c.placeholder) > 0.5)
        for c in inside
    )
    if email and (
        lexicon.matches("newsletter_overlay", text)
        or lexicon.intents["newsletter_overlay"].token_score(tokens)
    ):
        return "newsletter"
    if lexicon.matches("geo_overlay", text) or lexicon.intents["geo_overlay"].token_score(tokens):
        return "geo"
    if lexicon.matches("app_banner", text) and dialog.covers < 0.6:
        return "app"
    if (dialog.modal or dialog.role in ("dialog", "alertdialog")) and dialog.covers > 0.02:
        return "other"
    return "other" if dialog.covers >= 0.5 else ""


def _way_out(
    snapshot: Snapshot, kind: str, inside: list[Control], lexicon: Lexicon
) -> tuple[str, tuple[Candidate, ...]]:
    orders = {
        "consent": ("consent_reject", "consent_save", "consent_accept", "close"),
        "newsletter": ("close",),
        "age": ("age_yes",),
        "geo": ("geo_stay", "close"),
        "app": ("close",),
        "other": ("close", "consent_accept"),
    }
    for intent in orders[kind]:
        ranked = [c for c in rank(snapshot, intent, lexicon, among=inside) if c.score >= 4]
        if kind == "newsletter":
            ranked = [
                c
                for c in ranked
                if not snapshot.controls[c.i].submits or lexicon.score("close", c.words) >= 0.8
            ]
        if kind == "other":
            ranked = [
                c
                for c in ranked
                if lexicon.score("place_order", c.words) < 0.5 and lexicon.score("add_to_cart", c.words) < 0.8
            ]
        if ranked:
            return intent, tuple(ranked[:3])
    return "", ()
