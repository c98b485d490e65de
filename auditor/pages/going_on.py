"""Which control takes a checkout to its next state?"""

from __future__ import annotations

from collections.abc import Collection

from auditor.lexicon import Lexicon
from auditor.models import Candidate, Choice, Reason
from auditor.pages.ranking import choose
from auditor.snapshot import Control, Snapshot

_ELSEWHERE = (
    "coupon",
    "login",
    "search_submit",
    "update_cart",
    "remove_item",
    "increase",
    "decrease",
    "consent_accept",
    "consent_settings",
    "newsletter_overlay",
    "empty_cart",
    "shipping_estimate",
)
"""Intents whose controls lead no further."""


def choose_continue(snapshot: Snapshot, lexicon: Lexicon, filled: Collection[int] = ()) -> Choice | None:
    """The control that goes on from a checkout state.

    filled: indexes of the forms in which something was filled in; their own controls come first.
    """

    def adjust(control: Control) -> tuple[Reason, ...]:
        reasons = []
        if control.form >= 0 and control.form in filled:
            reasons.append(Reason(feature="own_form", points=3, because="sends what was filled in"))
        elif control.form >= 0 and filled and _is_side_form(snapshot, control, lexicon):
            reasons.append(
                Reason(feature="side_form", points=-8, because="sends a login, a code or a search")
            )
        words = control.name or control.text or control.value
        if control.role not in ("button", "link", "generic"):
            reasons.append(Reason(feature="no_button", points=-10))
        if max(lexicon.score(i, words) for i in _ELSEWHERE) >= 0.8 and lexicon.score("continue", words) < 0.9:
            reasons.append(Reason(feature="leads_elsewhere", points=-8))
        if lexicon.score("checkout", words) >= 0.8 and control.landmark not in ("header", "nav", "footer"):
            reasons.append(Reason(feature="checkout_words", points=2))
        if _is_side_form(snapshot, control, lexicon):
            reasons.append(Reason(feature="login_form", points=-6))
        if control.current or control.expanded is not None:
            reasons.append(Reason(feature="opens_a_section", points=-3))
        return tuple(reasons)

    body = [c for c in snapshot.controls if c.landmark not in ("header", "footer", "nav")]
    by_words = choose(snapshot, "continue", lexicon, among=body, adjust=adjust)
    entries = choose(snapshot, "checkout", lexicon, among=body, adjust=adjust)
    if by_words is None or (entries is not None and entries.best.score > by_words.best.score):
        by_words = entries or by_words
    return by_words or _only_submit(body, filled)


def _only_submit(body: list[Control], filled: Collection[int]) -> Choice | None:
    """The one button that sends the form we filled in, whatever its words in a language we read badly."""
    buttons = [c for c in body if c.submits and c.visible and c.form in filled]
    if len(buttons) != 1:
        return None
    button = buttons[0]
    reason = Reason(feature="only_submit", points=5, because="the only button of the form that was filled in")
    return Choice(
        intent="continue", best=Candidate(i=button.i, score=5, words=button.words, reasons=(reason,))
    )


def _is_side_form(snapshot: Snapshot, control: Control, lexicon: Lexicon) -> bool:
    """True for a control of a login, coupon, search or newsletter form."""
    if control.form < 0:
        return False
    members = [
        c
        for c in snapshot.controls
        if c.form == control.form
        and c.visible
        and c.tag in ("input", "select", "textarea")
        and c.role in ("textbox", "searchbox", "combobox", "spinbutton")
    ]
    if not members or len(members) > 3:
        return False
    if any(c.type == "password" for c in members):
        return not any(c.role == "radio" and c.form == control.form and c.visible for c in snapshot.controls)
    side = ("coupon", "search_box", "newsletter_box")
    return len(members) == 1 and any(
        lexicon.score(i, f"{members[0].words} {members[0].placeholder}") > 0.5
        or lexicon.intents[i].token_score(members[0].tokens)
        for i in side
    )
