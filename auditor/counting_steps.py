"""What one kept moment of a walk is worth: its screen number, its fields, the clicks before it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from auditor.counting_fields import FormField, form_fields
from auditor.lexicon import load_lexicon
from auditor.models import Action, Step, Visit
from auditor.pages.language import page_language
from auditor.snapshot import Snapshot

Load = Callable[[str], Snapshot]
"""Name of an evidence file -> its snapshot."""

WALKS = ("home", "search", "product", "cart", "checkout")
"""The visits of one walk, in the order in which a customer would make them."""

STAGE_ROLES = {
    "home": ("home",),
    "search": ("search_results", "search_suggestions"),
    "product": ("product",),
    "cart": ("cart",),
    "checkout": ("account_wall", "checkout"),
    "last_state": ("last_state",),
}
"""Which kept pages show that a stage was reached."""

SCREEN_ROLES = ("cart", "account_wall", "checkout", "last_state")
"""Roles of pages that are screens of a checkout."""

_POINTER = ("click", "choose")


def screen_number(step: Step) -> int | None:
    """The number of a step's checkout screen; the cart is 1 though nobody numbered it."""
    number = step.facts.get("screen")
    if isinstance(number, int) and not isinstance(number, bool):
        return number
    return 1 if step.role == "cart" else None


def clicks_between(visit: Visit, start: int, end: int) -> tuple[Action, ...]:
    """The clicks that a customer needs between two numbers of actions of a visit."""
    return tuple(a for a in visit.actions[start:end] if a.counts and a.kind in _POINTER)


def step_fields(step: Step, visit: Visit, load: Load) -> tuple[FormField, ...]:
    """The fields on the page of one step."""
    if not step.snapshot:
        return ()
    return _fields_in(step.snapshot, visit.shop.language, load)


@lru_cache(maxsize=256)
def _fields_in(name: str, shop_language: str, load: Load) -> tuple[FormField, ...]:
    snapshot = load(name)
    return form_fields(snapshot, load_lexicon(page_language(snapshot, shop_language)))
