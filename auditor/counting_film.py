"""The walk as a strip of pictures: what a customer saw, and what it took to get there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.counting_steps import STAGE_ROLES, WALKS, Load, clicks_between, screen_number, step_fields
from auditor.models import FilmFrame, Step, Visit

_PLAIN = {
    "home": "Home page",
    "product": "Product page",
    "cart_added": "Put into the cart",
    "cart": "Cart",
    "account_wall": "The shop asks for an account",
    "last_state": "Only the order itself is left",
    "faq": "Questions and answers",
    "contact": "Contact",
    "returns_policy": "Returns",
    "wall": "A wall stopped the visit",
}
_ORDER = ("home", "search_results", "product", "cart_added", "cart", "account_wall", "checkout", "last_state")
_AFTERWARDS = ("faq", "contact", "returns_policy")
_MANY = ("account_wall", "checkout")
"""Roles of which every page is a frame; of the others one picture is enough."""
_CHECKOUT = ("cart", "account_wall", "checkout", "last_state")
_FROM_VISIT = {"home": "home", "search_results": "search", "product": "product", "cart_added": "cart"}
"""Which visit's picture is shown for a role, where several visits have one."""


def film(visits: Sequence[Visit], load: Load | None = None) -> tuple[FilmFrame, ...]:
    """The strip: home, results, product, cart, every checkout screen, last state, then the pages about help.

    Clicks are those since the frame before within the same visit; without `load` no fields are counted.
    """
    return tuple(_frames(_scenes(visits), load))


def _scenes(visits: Sequence[Visit]) -> Iterator[tuple[Visit, Step]]:
    walks = [v for v in visits if v.kind == "walk"]
    for role in _ORDER:
        yield from _of_role(role, _by_preference(role, walks))
    if not any(s.role == "last_state" for v in walks for s in v.steps):
        yield from _of_role("wall", _by_preference("wall", walks))
    for role in _AFTERWARDS:
        yield from _of_role(role, [*walks, *(v for v in visits if v.kind != "walk")])


def _by_preference(role: str, walks: Sequence[Visit]) -> list[Visit]:
    wanted = _FROM_VISIT.get(role, "checkout")
    rest = (*WALKS, wanted)
    return sorted(
        walks,
        key=lambda v: (v.scenario != wanted, rest.index(v.scenario) if v.scenario in rest else len(rest)),
    )


def _of_role(role: str, visits: Sequence[Visit]) -> Iterator[tuple[Visit, Step]]:
    for visit in visits:
        steps = [s for s in visit.steps if s.role == role]
        if not steps:
            continue
        if role in _MANY:
            yield from ((visit, s) for s in steps)
        else:
            yield visit, _best(role, steps)
        return


def _best(role: str, steps: Sequence[Step]) -> Step:
    """The page that shows a role best: the exact search, the product that was bought, the first of others."""
    if role == "search_results":
        return next((s for s in steps if s.facts.get("kind") == "exact"), steps[0])
    if role == "product":
        return next((s for s in steps if s.facts.get("bought")), steps[0])
    return steps[0]


def _frames(scenes: Iterator[tuple[Visit, Step]], load: Load | None) -> Iterator[FilmFrame]:
    before: tuple[Visit, Step] | None = None
    for visit, step in scenes:
        start = before[1].actions if before and before[0] is visit else 0
        is_screen = step.role in _CHECKOUT
        yield FilmFrame(
            stage=_stage(step.role),
            role=step.role,
            caption=_caption(step),
            url=step.url,
            seen_at=step.seen_at,
            screenshot=step.screenshot,
            screen=screen_number(step) if is_screen else None,
            clicks=len(clicks_between(visit, start, step.actions)),
            fields=len(step_fields(step, visit, load)) if load and is_screen and step.role != "cart" else 0,
            seconds=step.seconds,
        )
        before = (visit, step)


def _stage(role: str) -> str:
    """The funnel stage of a role; the pages about help belong to none."""
    if role == "cart_added":
        return "cart"
    return next((stage for stage, roles in STAGE_ROLES.items() if role in roles), "")


def _caption(step: Step) -> str:
    if step.role == "search_results":
        query = step.facts.get("query")
        return f"Search for “{query}”" if query else "Search results"
    if step.role == "checkout":
        number = screen_number(step)
        return f"Checkout, screen {number}" if number else "Checkout"
    if step.role == "last_state" and step.facts.get("order_button"):
        return f"Only the order itself is left: “{step.facts['order_button']}”"
    return _PLAIN.get(step.role, step.role.replace("_", " "))
