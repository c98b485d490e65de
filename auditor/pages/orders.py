"""Could pressing this control place or pay an order?

The most careful question of the program. Labels lie: "Next", "Continue" and "Checkout" place orders
in real engines. So the words are asked first, and then the whole state: what the shop knows of the
customer already, what is still to be filled in, and which steps it declares. In doubt, yes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from auditor.lexicon import Lexicon, fold
from auditor.models import Choice, Reason
from auditor.pages.fields import ADDRESS_KINDS, read_fields
from auditor.pages.ranking import choose
from auditor.pages.states import steps_left
from auditor.snapshot import Control, Snapshot

_FREE_ROLES = frozenset(
    {"radio", "checkbox", "option", "combobox", "textbox", "searchbox", "spinbutton", "listbox", "file"}
)
"""Choosing or filling in never orders by itself; what it changes is looked at afterwards."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Progress:
    """What the shopper has told the shop so far in this visit."""

    in_checkout: bool = False
    """The way from the cart into the checkout was pressed."""
    typed: tuple[str, ...] = ()
    """Values typed into address fields, to see whether the page shows them back."""
    kinds: frozenset[str] = frozenset()
    """Kinds of fields filled in so far, on all screens."""
    paid: bool = False
    """A way to pay was chosen on an earlier screen."""


def may_order(control: Control, snapshot: Snapshot, lexicon: Lexicon, progress: Progress) -> str:
    """Why pressing this may place an order, or an empty string when it cannot."""
    if control.role in _FREE_ROLES and not control.submits:
        return ""
    words = [t for t in (control.name, control.text, control.value if control.role == "button" else "") if t]
    express = max((lexicon.score("express_payment", t) for t in words), default=0.0)
    if express >= 0.6 or (not words and lexicon.intents["express_payment"].token_score(control.tokens)):
        return f"express payment: {control.words or control.tokens}"
    says_order = max((lexicon.score("place_order", t) for t in words), default=0.0)
    other_face = max((lexicon.score(i, t) for i in ("checkout", "add_to_cart") for t in words), default=0.0)
    two_faced = (
        other_face >= 0.5 and other_face >= says_order
    )  # "order" within "Place order" is no second face
    if says_order >= 0.5 and _ordinary_way_beside(control, snapshot, lexicon):
        return f"buys at once, beside the ordinary way into the cart: {control.words}"
    if not progress.in_checkout:
        # Before anything personal was told, a shop cannot know where to send an order to. What says
        # "order" there and nothing else is still left alone.
        if says_order >= 0.5 and not two_faced:
            return f"says order: {control.words}"
        return (
            ""
            if not knows_customer(snapshot, progress)
            else _by_state(control, snapshot, lexicon, progress, words)
        )
    names_step = leads_to_step(control, lexicon)
    if says_order >= 0.5 and not (names_step and says_order < 0.8):
        if not two_faced or knows_customer(snapshot, progress):
            return f"says order: {control.words}"
    if (
        lexicon.intents["place_order"].token_score(control.tokens)
        and not names_step
        and knows_customer(snapshot, progress)
    ):
        return f"is called order in the page: {control.tokens}"
    return _by_state(control, snapshot, lexicon, progress, words)


def _ordinary_way_beside(control: Control, snapshot: Snapshot, lexicon: Lexicon) -> bool:
    """True when another control puts into the cart in plain words: "Buy now" is then a way to the order."""
    return any(
        c.i != control.i
        and c.visible
        and c.role in ("button", "link", "generic")
        and lexicon.score("add_to_cart", c.name) >= 0.8
        and lexicon.score("place_order", c.name) < 0.5
        for c in snapshot.controls
    ) and any(lexicon.score("add_to_cart", t) >= 0.5 for t in (control.name, control.text))


def _by_state(
    control: Control, snapshot: Snapshot, lexicon: Lexicon, progress: Progress, words: list[str]
) -> str:
    goes_on = any(lexicon.score(i, t) > 0.3 for i in ("continue", "checkout") for t in words)
    if not goes_on and not control.submits:
        return ""
    if _goes_back(control, lexicon):
        return ""
    if _order_is_elsewhere(control, snapshot, lexicon, words):
        return ""
    final = looks_final(snapshot, lexicon, progress)
    if final and not leads_to_step(control, lexicon):
        return f"the state looks final ({final.reason}) and the control says only: {control.words}"
    return ""


def _order_is_elsewhere(control: Control, snapshot: Snapshot, lexicon: Lexicon, words: list[str]) -> bool:
    """True when another control of the page, folded away or switched off, says plainly that it orders.

    An accordion holds its order control in a section that is still closed; what says "on" in an open
    section is then no order. Words that finish ("confirm", "submit") are doubted all the same.
    """
    if max((lexicon.score("continue", t) for t in words), default=0.0) < 0.5:
        return False
    return any(
        c.i != control.i
        and (not c.visible or not c.enabled)
        and c.role in ("button", "link", "generic")
        and lexicon.score("place_order", c.name or c.text) >= 0.9
        and lexicon.score("checkout", c.name or c.text) < 0.5
        for c in snapshot.controls
    )


def _goes_back(control: Control, lexicon: Lexicon) -> bool:
    """Links and buttons of the cart lines and the page's frame that lead nowhere near an order."""
    if control.landmark in ("header", "footer", "nav"):
        return True
    return any(
        lexicon.score(i, control.name) >= 0.8
        for i in (
            "remove_item",
            "update_cart",
            "view_cart",
            "increase",
            "decrease",
            "coupon",
            "login",
            "search_submit",
            "empty_cart",
        )
    )


def leads_to_step(control: Control, lexicon: Lexicon) -> bool:
    """True when the words name a step that comes before the order: "Continue to shipping", "Review order"."""
    words = control.name or control.text or control.value
    if lexicon.score("order_review", words) >= 0.6 and lexicon.score("place_order", words) < 0.8:
        return True
    if lexicon.score("continue", words) < 0.3:
        return False
    return any(
        lexicon.matches(i, words)
        for i in ("shipping_method", "payment_method", "shipping_info", "payment_info", "order_review")
    )


def knows_customer(snapshot: Snapshot, progress: Progress) -> bool:
    """True when the shop knows who and where the customer is: an address was typed, or the page shows it."""
    return len(progress.kinds & ADDRESS_KINDS) >= 2 or shows_back(snapshot, progress)


def shows_back(snapshot: Snapshot, progress: Progress) -> bool:
    """True when two things that the shopper typed stand on the page as text."""
    seen = fold(" ".join(b.text for b in snapshot.blocks if b.visible))
    return sum(1 for value in set(progress.typed) if len(value) > 3 and fold(value) in seen) >= 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Final:
    """Why nothing but the order seems to be left in a state."""

    reason: str
    is_sure: bool
    """False where a further step may come: the control is not pressed, nor the state called the last."""


def looks_final(snapshot: Snapshot, lexicon: Lexicon, progress: Progress) -> Final | None:
    """Whether nothing but the order seems to be left here.

    The shop knows the customer, no declared step follows, and either nothing is asked any more (a review), or
    paying is chosen on this very page.
    """
    if not knows_customer(snapshot, progress):
        return None
    left = steps_left(snapshot, lexicon)
    fields = [
        f
        for f in read_fields(snapshot, lexicon)
        if f.control.landmark not in ("header", "footer", "nav")
        and f.kind not in ("search", "coupon", "comment", "quantity")
    ]
    shows_total = any(
        lexicon.matches("order_total", b.text) for b in snapshot.blocks if b.visible and len(b.text) < 160
    )
    reviews = any(lexicon.matches("order_review", h.text) for h in snapshot.headings)
    asks = [f for f in fields if f.kind in ADDRESS_KINDS or f.required]
    chooses = any(
        c.visible and c.role == "radio" and c.landmark not in ("header", "footer") for c in snapshot.controls
    )
    if (left or 0) > 1 or (left and (asks or chooses)):
        return None
    if not asks and not chooses and shows_back(snapshot, progress) and (reviews or shows_total):
        return Final(reason="nothing is asked any more and the address is shown back", is_sure=True)
    if left:
        return None
    if not asks and not chooses and progress.paid and (shows_total or reviews):
        return Final(reason="paying was chosen before and nothing is asked any more", is_sure=True)
    if left == 0 and shows_total and not asks:
        return Final(reason="the last declared step", is_sure=True)
    if payment_choices(snapshot, lexicon) and shows_total and (reviews or all(f.control.value for f in asks)):
        return Final(reason="paying is chosen here and the rest is known", is_sure=False)
    return None


def payment_choices(snapshot: Snapshot, lexicon: Lexicon) -> tuple[Control, ...]:
    """The radios, tabs or list entries that choose a way to pay."""
    out = []
    for c in snapshot.controls:
        if (
            not c.visible
            or c.role not in ("radio", "tab", "option")
            or c.landmark in ("header", "footer", "nav")
        ):
            continue
        where = f"{c.group} {c.section}"
        tokens = f"{c.tokens} {c.around}"
        if lexicon.matches("payment_method", where) or re.search(
            r"\b(payment|pay|zahlung|paiement|pago|pagamento|platnosc|platba|betaal)\w*", fold(tokens)
        ):
            out.append(c)
    return tuple(out)


def choose_order_control(snapshot: Snapshot, lexicon: Lexicon) -> Choice | None:
    """The control that places the order, by its words; it is only ever looked at."""

    def adjust(control: Control) -> tuple[Reason, ...]:
        if lexicon.score("express_payment", control.name) >= 0.6:
            return (Reason(feature="express", points=-10, because="pays at once"),)
        if leads_to_step(control, lexicon):
            return (Reason(feature="names_a_step", points=-6),)
        return ()

    return choose(snapshot, "place_order", lexicon, adjust=adjust)
