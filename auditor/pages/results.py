"""What did a search lead to?"""

from __future__ import annotations

from dataclasses import dataclass

from auditor.lexicon import Lexicon, fold
from auditor.models import Choice, Reason
from auditor.pages.products import Card, product_cards
from auditor.pages.ranking import choose
from auditor.snapshot import Control, Snapshot


@dataclass(frozen=True, kw_only=True, slots=True)
class Results:
    """A page after a search."""

    cards: tuple[Card, ...]
    hits: tuple[Control, ...]
    """Links of the body with most words of the query; lists without pictures and prices have only these."""
    says_none: bool
    """The page says that nothing was found."""
    echoes_query: bool
    """The query stands on the page or in its address: this is an answer to it."""


def choose_search_box(snapshot: Snapshot, lexicon: Lexicon) -> Choice | None:
    """The field for searching products; a newsletter's or login's text field is none."""

    def adjust(control: Control) -> tuple[Reason, ...]:
        reasons = []
        if control.type in ("email", "password", "tel", "number") or "email" in control.autocomplete:
            reasons.append(Reason(feature="other_field", points=-20))
        if lexicon.score("field_email", control.words + " " + control.placeholder) > 0.5:
            reasons.append(Reason(feature="email_words", points=-10))
        if control.tag == "select":
            reasons.append(Reason(feature="is_select", points=-20))
        if not control.enabled:
            reasons.append(Reason(feature="off", points=-10))
        return tuple(reasons)

    return choose(snapshot, "search_box", lexicon, adjust=adjust)


def read_results(snapshot: Snapshot, lexicon: Lexicon, query: str) -> Results:
    """The products a search gave, and whether the page is an answer to the query at all."""
    main = [b for b in snapshot.blocks if b.visible and b.landmark not in ("footer", "nav")]
    wanted = fold(query)
    echo = any(wanted in fold(b.text) for b in main if len(b.text) < 300) or any(
        wanted in fold(c.value) for c in snapshot.controls if c.role in ("searchbox", "textbox", "combobox")
    )
    address = fold(snapshot.url.replace("+", " ").replace("%20", " "))
    return Results(
        cards=product_cards(snapshot, lexicon),
        hits=tuple(c for c in snapshot.controls if _is_hit(c, snapshot, wanted)),
        says_none=any(lexicon.matches("no_results", b.text) for b in main if len(b.text) < 200),
        echoes_query=echo or (len(wanted) > 2 and wanted in address),
    )


def _is_hit(control: Control, snapshot: Snapshot, wanted: str) -> bool:
    if not control.visible or control.role != "link" or control.landmark in ("header", "footer", "nav"):
        return False
    words = wanted.split()
    shown = set(fold(control.text).split())
    leads_on = bool(control.href) and control.href.split("#")[0] != snapshot.url.split("#")[0]
    return leads_on and len(control.text) < 160 and sum(w in shown for w in words) * 2 > len(words)
