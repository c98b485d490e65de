"""Which state of the shop is this: a wall, an error, a thank-you, an account gate, a review?"""

from __future__ import annotations

import re
from dataclasses import dataclass

from auditor.lexicon import Lexicon, fold
from auditor.models import Candidate, Choice, Reason
from auditor.pages.choices import radio_groups
from auditor.pages.fields import PERSONAL_KINDS, Field, read_fields
from auditor.pages.ranking import choose
from auditor.snapshot import Block, Control, Snapshot

_BODY = ("", "main", "aside")

_OF_STEPS = re.compile(
    r"(?<![\d/.,])([1-9])\s*(?:/|\||\b[^\W\d]{1,9}\b)\s*([2-9])(?=\s*(?:$|[:.)\]–—|-]))"
    r"|^\W*([1-9])\s*/\s*([2-9])(?![\d/.,%])"
)
"""Two numbers that count steps: at the end of a heading, before its colon, or as "2/4" at its beginning."""


def wall_code(snapshot: Snapshot, lexicon: Lexicon, status: int = 200) -> str:
    """The trouble code of a page that is no shop page, or an empty string.

    Why short pages only: the words of a wall stand in many help texts too; a wall has little else.
    """
    visible = [b for b in snapshot.blocks if b.visible]
    length = sum(len(b.text) for b in visible)
    short = length < 1500 and len([c for c in snapshot.controls if c.visible and c.role == "link"]) < 25
    words = " ".join([snapshot.title, *(b.text for b in visible[:40])])[:3000]
    challenge = any(
        re.search(
            r"(challenges\.cloudflare|hcaptcha|recaptcha/api2/(?!aframe)|captcha-delivery|arkoselabs)", f.src
        )
        for f in snapshot.frames
        if f.visible and f.box and f.box.w * f.box.h > 20_000
    )
    if (
        (short and lexicon.matches("bot_wall", words))
        or (challenge and short)
        or (status in (403, 429) and short)
    ):
        return "bot_wall"
    if short and lexicon.matches("geo_wall", words):
        return "geo"
    if status >= 500 or (status == 503):
        return "server_error"
    if (
        short
        and any(f.kind == "password" for f in read_fields(snapshot, lexicon))
        and lexicon.matches("maintenance", words)
    ):
        return "login_required"
    return ""


def is_error_page(snapshot: Snapshot, lexicon: Lexicon, status: int = 200) -> bool:
    """True for a page that says it does not exist, whatever its status."""
    if status in (404, 410) or status >= 500:
        return True
    head = [snapshot.title, *(h.text for h in snapshot.headings[:3])]
    return any(lexicon.score("error_page", text) > 0.6 for text in head)


def is_thank_you(snapshot: Snapshot, lexicon: Lexicon) -> bool:
    """True when the page says that an order was placed.

    A page that still asks who the customer is says at most what will happen then.
    """
    body = [
        f for f in read_fields(snapshot, lexicon) if f.control.landmark not in ("header", "footer", "nav")
    ]
    if any(f.kind in PERSONAL_KINDS for f in body):
        return False
    texts = [snapshot.title, *(h.text for h in snapshot.headings)]
    if any(lexicon.matches("thank_you", t) for t in texts):
        return True
    goes_on = choose(snapshot, "place_order", lexicon) or choose(snapshot, "continue", lexicon)
    return goes_on is None and any(
        lexicon.matches("thank_you", b.text) for b in snapshot.blocks if b.visible and len(b.text) < 250
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Wall:
    """A screen that asks who the customer is."""

    asks_account: bool
    """A login or a registration is in the way."""
    guest: Control | None
    """The way round it."""


def account_wall(snapshot: Snapshot, lexicon: Lexicon) -> Wall:
    """Whether this state asks for an account, and its guest way.

    A guest way alone (a link or a chosen radio) is part of an address screen in many shops; only a
    login form without fields for an address is a wall.
    """
    fields = read_fields(snapshot, lexicon)
    body = [f for f in fields if f.control.landmark not in ("header", "footer")]
    password = any(f.kind == "password" for f in body)
    address = sum(f.kind in PERSONAL_KINDS for f in body if not _in_login(f, snapshot))
    way = choose_guest(snapshot, lexicon)
    guest = snapshot.controls[way.best.i] if way else None
    login_words = any(
        lexicon.score("login", h.text) > 0.6 or lexicon.score("create_account", h.text) > 0.6
        for h in snapshot.headings
    )
    asks = (password and address < 3) or (login_words and address < 2) or (guest is not None and address < 2)
    return Wall(asks_account=asks, guest=guest)


def _in_login(field: Field, snapshot: Snapshot) -> bool:
    """True for the e-mail of a login form: a form with a password and hardly anything else."""
    form = field.control.form
    if form < 0:
        return False
    members = [
        c
        for c in snapshot.controls
        if c.form == form and c.visible and c.tag in ("input", "select", "textarea")
    ]
    texts = [c for c in members if c.role in ("textbox", "combobox", "spinbutton")]
    return any(c.type == "password" for c in members) and len(texts) <= 3


def choose_guest(snapshot: Snapshot, lexicon: Lexicon) -> Choice | None:
    """The control that goes on without an account, or None."""
    by_words = choose(snapshot, "guest", lexicon)
    if by_words is not None:
        return by_words
    control = _below_guest_words(snapshot, lexicon)
    if control is None:
        return None
    reason = Reason(feature="below_guest_words", points=6, because="a sentence above it offers the guest way")
    return Choice(
        intent="guest", best=Candidate(i=control.i, score=6, words=control.words, reasons=(reason,))
    )


def _below_guest_words(snapshot: Snapshot, lexicon: Lexicon) -> Control | None:
    """The control right below a sentence that offers the way without an account, whatever its words."""
    for block in snapshot.blocks:
        if not block.visible or block.box is None or not lexicon.matches("guest", block.text):
            continue
        below = [
            c
            for c in snapshot.controls
            if c.visible
            and c.box is not None
            and c.role in ("button", "link")
            and block.box.y <= c.box.y <= block.box.y + 350
            and abs(c.box.x - block.box.x) < 400
            and any(lexicon.score(i, c.name) > 0.5 for i in ("checkout", "continue"))
        ]
        if below:
            return min(below, key=lambda c: (c.box.y if c.box else 0, c.i))
    return None


def error_texts(snapshot: Snapshot, lexicon: Lexicon) -> tuple[str, ...]:
    """What the page complains about, in its own words."""
    found: list[str] = []
    for c in snapshot.controls:
        if c.visible and c.error:
            found.append(c.error)
    for b in snapshot.blocks:
        if not b.visible or len(b.text) > 200 or b.landmark in ("header", "footer", "nav"):
            continue
        marked = b.live or lexicon.intents["field_error"].token_score(b.tokens) > 0
        if marked and (lexicon.matches("field_error", b.text) or _error_coloured(b)):
            found.append(b.text)
    return tuple(dict.fromkeys(found))


def _error_coloured(block: Block) -> bool:
    return bool(re.search(r"\b(error|errors|danger|invalid|alert danger)\b", block.tokens))


def steps_left(snapshot: Snapshot, lexicon: Lexicon) -> int | None:
    """How many declared steps still come before the order, or None when the page declares none.

    Read from a progress list, else from "2 of 4" or "2/4" in a short heading. The last step of a list is
    often the thank-you page: it counts only when its words name something that comes before the order.
    """
    current = [n for n, (_, now) in enumerate(snapshot.progress) if now]
    if current:
        rest = [label for label, _ in snapshot.progress[current[-1] + 1 :]]
        if rest and not any(
            lexicon.matches(i, rest[-1])
            for i in ("payment_method", "shipping_method", "payment_info", "shipping_info", "order_review")
        ):
            rest = rest[:-1]
        return len(rest)
    for block in snapshot.blocks:
        if not block.visible or len(block.text) > 90 or block.landmark in ("footer", "nav"):
            continue
        if not block.level:
            continue
        found = _OF_STEPS.search(block.text)
        if found and re.search(r"[^\W\d]", block.text.replace(found.group(), "")):
            now, of = int(found.group(1) or found.group(3)), int(found.group(2) or found.group(4))
            if now <= of:
                return of - now
    return None


def signature(snapshot: Snapshot, lexicon: Lexicon) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """What makes a checkout state distinct: path, main headings, and the fields that it asks for."""
    path = snapshot.url.split("://", 1)[-1].split("?")[0].rstrip("/")
    fragment = snapshot.url.partition("#")[2]
    heads = tuple(
        fold(h.text)
        for h in snapshot.headings
        if h.landmark in _BODY and h.dialog < 0 and h.level in (1, 2, 3)
    )[:8]
    asked = tuple(
        sorted({f.kind for f in read_fields(snapshot, lexicon) if f.kind not in ("search", "coupon")})
    )
    choices = tuple(sorted({f"choice of {g.kind}" for g in radio_groups(snapshot, lexicon)}))
    return f"{path}#{fragment}" if fragment else path, heads, (*asked, *choices)
