"""Products on lists and on their own pages: which links lead to one, is this one, what is it called?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from auditor.lexicon import Lexicon, fold
from auditor.models import Choice, Reason
from auditor.pages.options import variant_links
from auditor.pages.prices import PRICE
from auditor.pages.ranking import choose, rank
from auditor.reading.structured import product_facts
from auditor.snapshot import Block, Control, Snapshot

NOT_PRODUCTS = (
    "view_cart",
    "checkout",
    "account",
    "faq",
    "contact",
    "returns",
    "shipping_info",
    "payment_info",
    "terms",
    "privacy",
    "imprint",
    "help",
    "login",
    "wish_list",
    "next_page",
    "reviews",
)
"""Intents whose links stand on every page and lead to no product."""

_PICTURE = re.compile(r"\.(jpe?g|png|webp|avif|gif|svg|pdf|zip)$", re.I)
_DOMINANT = 8.0
"""An add-to-cart control from this score on speaks for a product page."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Card:
    """One product in a list."""

    control: Control
    """The link that leads to the product."""
    title: str
    text: str
    """All that stands on the card."""
    sold_out: bool


def product_cards(snapshot: Snapshot, lexicon: Lexicon) -> tuple[Card, ...]:
    """The products listed on a page, in reading order.

    Why groups: a list of products is a group of siblings with the same structure, each with a
    link and mostly a price; menus have no prices, and teasers no siblings. What
    the menu links to is a list, however it looks.
    """
    menu = {c.href.split("#")[0] for c in snapshot.controls if c.landmark in ("nav", "header") and c.href}
    links = [
        c
        for c in snapshot.controls
        if c.href.split("#")[0] not in menu and _may_lead_to_product(c, snapshot, lexicon)
    ]
    priced = [c for c in links if c.price_near]
    pool = priced or [c for c in links if c.landmark == "main" or c.landmark == ""]
    groups = Counter(c.path for c in pool)
    if priced:
        kept = [c for c in pool if groups[c.path] >= 2] or pool
    else:
        largest = max(groups.values(), default=0)
        kept = [c for c in pool if groups[c.path] == largest and largest >= 3 and _has_picture(c)]
    cards: dict[str, Card] = {}
    for control in kept:
        place = control.href.split("#")[0] or f"#{control.i}"
        title = _card_title(control, [c for c in links if c.href == control.href])
        known = cards.get(place)
        if known is None or (
            len(title) > len(known.title) and PRICE.search(known.title) is None and not known.title
        ):
            text = control.row or control.text
            cards[place] = Card(
                control=control, title=title, text=text, sold_out=lexicon.matches("sold_out", text)
            )
    return tuple(cards.values())


def _may_lead_to_product(control: Control, snapshot: Snapshot, lexicon: Lexicon) -> bool:
    if (
        not control.visible
        or control.role not in ("link", "generic")
        or control.landmark in ("header", "footer", "nav")
    ):
        return False
    if control.role == "generic":
        return control.price_near and bool(control.text) and not lexicon.matches("add_to_cart", control.text)
    here, there = urlsplit(snapshot.url), urlsplit(control.href)
    if there.scheme not in ("http", "https") or there.hostname != here.hostname:
        return False
    if (
        there.path in ("", "/", here.path)
        and not there.query
        and not (there.path == here.path and there.fragment)
    ):
        return False
    words = control.name or control.text
    if len(words) > 250 or _PICTURE.search(there.path):
        return False
    path = there.path.replace("/", " ").replace("-", " ")
    for intent in NOT_PRODUCTS:
        spoken = lexicon.score(intent, words)
        if spoken >= 0.8 or (spoken >= 0.3 and lexicon.intents[intent].token_score(path)):
            return False
    return True


def _has_picture(control: Control) -> bool:
    return not control.text or len(control.row) > len(control.text)


def _card_title(control: Control, same: Iterable[Control]) -> str:
    """The longest words on the card's links that are not a price, first line of them."""
    options = []
    for link in (control, *same):
        words = (link.text or link.name).strip()
        words = PRICE.sub(" ", words).strip(" -–|·")
        if 2 < len(words) <= 160:
            options.append(words)
    if not options:  # a picture is the link; the name stands beside it
        beside = PRICE.sub("|", control.row).split("|")[0].strip(" -–·")
        return beside[:80]
    return options[0]


def product_title(snapshot: Snapshot) -> str:
    """What the page calls its product: the main heading, else structured data, else the page's title."""
    headings = [
        b
        for b in snapshot.headings
        if b.dialog < 0 and b.landmark not in ("header", "footer", "nav", "aside")
    ]
    first = next((b.text for b in headings if b.level == 1), "")
    facts = product_facts(snapshot)
    named = facts.name if facts and facts.name else ""
    if first and named:
        return named if fold(named) in fold(first) or fold(first) in fold(named) else first
    if first or named:
        return first or named
    og = snapshot.meta_value("og:title")
    if headings:
        return headings[0].text
    return re.split(r"\s[|–—-]\s", og or snapshot.title)[0].strip()


def choose_add_to_cart(snapshot: Snapshot, lexicon: Lexicon) -> Choice | None:
    """The control that puts this page's product into the cart.

    Buttons that stand many times in the same structure belong to cards of other products.
    """
    paths = Counter(
        c.path for c in snapshot.controls if c.visible and lexicon.score("add_to_cart", c.name) > 0.5
    )
    title = fold(product_title(snapshot))
    plain = {
        c.name
        for c in snapshot.controls
        if c.visible
        and lexicon.score("add_to_cart", c.name) >= 0.8
        and lexicon.score("place_order", c.name) < 0.5
    }

    def adjust(control: Control) -> tuple[Reason, ...]:
        reasons = []
        if paths[control.path] >= 3 and fold(control.row).find(title[:40]) < 0:
            reasons.append(Reason(feature="repeated", points=-4, because="one of many alike"))
        if control.dialog >= 0 and snapshot.dialogs[control.dialog].modal:
            reasons.append(Reason(feature="modal", points=1))
        if lexicon.score("express_payment", control.name) >= 0.8:
            reasons.append(Reason(feature="express", points=-20, because="pays at once"))
        if plain and lexicon.score("place_order", control.name) >= 0.5 and control.name not in plain:
            reasons.append(Reason(feature="buys_at_once", points=-20, because="beside the ordinary way"))
        if max(lexicon.score(i, control.name) for i in ("save_for_later", "wish_list")) >= 0.8:
            reasons.append(Reason(feature="keeps_for_later", points=-20))
        if lexicon.matches("sold_out", control.name):
            reasons.append(Reason(feature="sold_out", points=-20))
        return tuple(reasons)

    return choose(snapshot, "add_to_cart", lexicon, adjust=adjust)


def product_signs(snapshot: Snapshot, lexicon: Lexicon, expected: str = "") -> tuple[Reason, ...]:
    """What speaks for this being the page of one product; two points are enough (see `is_product_page`)."""
    reasons: list[Reason] = []
    facts = product_facts(snapshot)
    if facts and facts.name:
        reasons.append(Reason(feature="structured_data", points=1.5, because=facts.name))
    if snapshot.meta_value("og:type").lower() in ("product", "og:product", "product.item"):
        reasons.append(Reason(feature="og_type", points=1.5))
    buttons = [c for c in rank(snapshot, "add_to_cart", lexicon) if c.score >= _DOMINANT]
    if buttons:
        one = len(buttons) <= 2
        repeated = len(buttons) > 3 and len({snapshot.controls[b.i].path for b in buttons}) == 1
        reasons.append(
            Reason(
                feature="add_to_cart",
                points=1.5 if one else -1.0 if repeated else 0.5,
                because=buttons[0].words,
            )
        )
    heading = _main_heading(snapshot)
    if heading and _price_near(snapshot, heading):
        reasons.append(Reason(feature="heading_with_price", points=0.75, because=heading.text))
    if expected and heading and same_title(expected, heading.text):
        reasons.append(Reason(feature="title_as_on_card", points=1.5, because=heading.text))
    if is_sold_out(snapshot, lexicon) or lexicon.intents["notify_me"].matches(
        " ".join(_main_words(snapshot))
    ):
        reasons.append(Reason(feature="stock_words", points=0.5))
    nothing_to_press = not buttons and not (facts and facts.name) and not variant_links(snapshot, lexicon)
    if nothing_to_press and len(product_cards(snapshot, lexicon)) >= 2:
        # A heading with prices below it and many products: the list of a category.
        reasons.append(Reason(feature="many_products", points=-1.0))
    return tuple(reasons)


def is_product_page(snapshot: Snapshot, lexicon: Lexicon, expected: str = "") -> bool:
    """True when at least two signs agree; expected: the title on the card that led here."""
    return sum(r.points for r in product_signs(snapshot, lexicon, expected)) >= 2.0


def is_sold_out(snapshot: Snapshot, lexicon: Lexicon) -> bool:
    """True when the page says that its product cannot be bought, and offers no working way to buy it."""
    button = choose_add_to_cart(snapshot, lexicon)
    if button and snapshot.controls[button.best.i].enabled:
        return False
    facts = product_facts(snapshot)
    if (
        facts
        and facts.availability
        and any("outofstock" in a.lower().replace("_", "") for a in facts.availability)
    ):
        return True
    return any(lexicon.matches("sold_out", words) for words in _main_words(snapshot))


def _main_heading(snapshot: Snapshot) -> Block | None:
    """The first heading of the highest level in the page's body; many shops have no first-level one there."""
    body = [b for b in snapshot.headings if b.landmark not in ("header", "nav", "footer") and b.dialog < 0]
    return min(body, key=lambda b: b.level, default=None)


def _main_words(snapshot: Snapshot) -> list[str]:
    """Short texts of the page's main part, where a status stands."""
    near = [
        b.text
        for b in snapshot.blocks
        if b.visible and len(b.text) < 120 and b.landmark not in ("header", "footer", "nav")
    ]
    buttons = [
        c.name
        for c in snapshot.controls
        if c.visible and c.role == "button" and c.landmark not in ("header", "footer", "nav")
    ]
    return near[:80] + buttons[:40]


def _price_near(snapshot: Snapshot, heading: Block) -> bool:
    start = next((n for n, b in enumerate(snapshot.blocks) if b is heading), 0)
    return any(b.visible and PRICE.search(b.text) for b in snapshot.blocks[start : start + 15])


def same_title(one: str, other: str) -> bool:
    """True when two texts name the same product: one within the other, or three quarters of the words shared.

    Example: "Stoneware Coffee Mug" and "Stoneware Coffee Mug – Black" are the same.
    """
    a, b = fold(one), fold(other)
    if not a or not b:
        return False
    if a in b or b in a:
        return min(len(a), len(b)) >= 3
    left, right = set(a.split()), set(b.split())
    return len(left & right) / max(1, min(len(left), len(right))) >= 0.75 and len(left & right) >= 2


def names_product(text: str, title: str) -> bool:
    """True when a text names the product: its whole title, or nearly all words of it."""
    a, b = fold(title), fold(text)
    if not a or not b:
        return False
    if f" {a} " in f" {b} ":
        return True
    words = set(a.split())
    return len(words) >= 3 and len(words & set(b.split())) / len(words) >= 0.8
