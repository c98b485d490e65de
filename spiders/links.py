"""Which links of a page lead to what a spider looks for?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urldefrag, urlsplit

from auditor.lexicon import Lexicon, fold
from auditor.models import Candidate
from auditor.pages.ranking import load_weights, rank
from auditor.snapshot import Control, Snapshot
from spiders.fetch import Fetched
from spiders.site import place, same_site, split

MOST_WAYS = 3
"""Links that are tried for one page of one role."""
_FOLDED = ("header", "nav", "footer")
"""Where a link that the markup hides is a folded menu, not a trap for robots."""
_DOES_SOMETHING = ("place_order", "add_to_cart", "remove_item", "express_payment", "create_account")
_SURE = 0.95
_MOST_GOOD = 20
_ADDRESS_POINTS = 3.5
"""The least score of an address of a sitemap, where there are no words to go by."""
_MOST_ADDRESSES = 2000


@dataclass(frozen=True, kw_only=True)
class Way:
    """A link to try."""

    href: str
    words: str = ""
    is_sure: bool = False
    """The visible words say exactly what is looked for."""


def ways(page: Fetched, intents: Sequence[str], lexicon: Lexicon) -> tuple[Way, ...]:
    """The links of a page that may lead to these intents, best first.

    Hidden links count only where no visible one does, and only in menus. Why: forms of traps for robots
    are hidden links in the body.
    """
    snapshot = page.snapshot
    links = [c for c in snapshot.controls if c.role == "link" and c.href.startswith(("http:", "https:"))]
    folded = [replace(c, visible=True) for c in links if not c.visible and c.landmark in _FOLDED]
    for among in (links, folded):
        for intent in intents:
            good = (snapshot.controls[c.i] for c in _good(snapshot, intent, lexicon, among))
            found = _distinct(c for c in good if _leads_somewhere(c, page, lexicon))
            if found:
                return tuple(_way(control, intents, lexicon) for control in found[:MOST_WAYS])
    return ()


def ways_by_address(addresses: Iterable[str], intents: Sequence[str], lexicon: Lexicon) -> tuple[Way, ...]:
    """The addresses that name one of these intents, best first.

    Only the shortest are looked at: service pages have short addresses, products long ones.
    """
    shortest = sorted(set(addresses), key=lambda a: (len(a), a))[:_MOST_ADDRESSES]
    links = tuple(Control(i=i, tag="a", role="link", href=a) for i, a in enumerate(shortest))
    snapshot = Snapshot(url="", controls=links)
    found = [
        (c, shortest[c.i])
        for intent in intents
        for c in rank(snapshot, intent, lexicon)
        if c.score >= _ADDRESS_POINTS
    ]
    return tuple(Way(href=a) for a in dict.fromkeys(a for _, a in found))[:MOST_WAYS]


def speaks_of(page: Fetched, intents: Sequence[str], lexicon: Lexicon, *, way: Way | None = None) -> bool:
    """Whether the page is about what is looked for: by its title, headings or, for a link, its address."""
    heads = [page.snapshot.title, *(h.text for h in page.snapshot.headings[:12])]
    if any(lexicon.matches(i, h) for i in intents for h in heads):
        return True
    if way is None:
        return False
    wanted = fold(way.words)
    if way.is_sure or (wanted and any(wanted in fold(h) for h in heads)):
        return True
    parts = urlsplit(page.url)
    path = fold(f"{parts.path} {urlsplit(way.href).fragment}".replace("/", " ").replace("-", " "))
    return any(lexicon.intents[i].token_score(path) or lexicon.matches(i, path) for i in intents)


def _good(snapshot: Snapshot, intent: str, lexicon: Lexicon, among: Sequence[Control]) -> list[Candidate]:
    """The candidates above the threshold, the shop's own pages first.

    Why: help is often linked twice, once at a network or a helper.
    """
    least = (load_weights().get(intent) or load_weights()["default"]).threshold
    good = [c for c in rank(snapshot, intent, lexicon, among=among) if c.score >= least][:_MOST_GOOD]
    return sorted(good, key=lambda c: not same_site(snapshot.controls[c.i].href, snapshot.url))


def _distinct(controls: Iterable[Control]) -> list[Control]:
    """Without further links to the same page."""
    first: dict[str, Control] = {}
    for control in controls:
        first.setdefault(place(control.href), control)
    return list(first.values())


def _way(control: Control, intents: Sequence[str], lexicon: Lexicon) -> Way:
    says = max(lexicon.score(i, t) for i in intents for t in (control.name, control.text))
    return Way(href=control.href, words=control.words, is_sure=control.visible and says >= _SURE)


def _leads_somewhere(control: Control, page: Fetched, lexicon: Lexicon) -> bool:
    """True for a link to another page, or to a place of this one that exists."""
    if split(control.href) is None or _does_something(control, lexicon):
        return False
    if place(control.href) != place(page.url):
        return True
    fragment = re.escape(urldefrag(control.href).fragment)
    return bool(fragment) and bool(re.search(rf"""\s(?:id|name)\s*=\s*["']?{fragment}["'\s>]""", page.html))


def _does_something(control: Control, lexicon: Lexicon) -> bool:
    """True for a link that, by its words or address, would change something at the shop."""
    path = fold(urlsplit(control.href).path.replace("/", " ").replace("-", " ").replace("_", " "))
    return any(
        lexicon.score(i, control.words) >= _SURE or lexicon.intents[i].token_score(path)
        for i in _DOES_SOMETHING
    )
