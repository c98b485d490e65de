"""How far did the walk come, and what does a customer have to do between the cart and the order?

Pure: reads visits and their snapshots. What counts as a screen, a click and a field is written down in
docs/counting.md; change it there first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.counting_fields import FormField, distinct
from auditor.counting_film import film
from auditor.counting_steps import (
    SCREEN_ROLES,
    STAGE_ROLES,
    WALKS,
    Load,
    clicks_between,
    screen_number,
    step_fields,
)
from auditor.models import STAGES, Action, CheckoutCounts, FunnelStage, Step, Visit

__all__ = [
    "HistoricalCounts",
    "Load",
    "checkout_clicks",
    "checkout_counts",
    "checkout_fields",
    "film",
    "funnel",
    "historical_counts",
]

_SHOWN_ROLES = ("account_wall", "checkout", "last_state")
_BEST = ("reached", "not_found")


@dataclass(frozen=True, kw_only=True, slots=True)
class HistoricalCounts:
    """The same walk by the definitions of published studies, so that their figures can stand beside ours."""

    etailing_clicks: int | None = None
    """Presses of buttons and links from the cart to the placed order, that last press included; choosing
    and ticking within a page is none."""
    baymard_steps: int | None = None
    """Phases to complete from the cart to the order review, both included."""
    baymard_fields: int | None = None
    """Text fields shown by default; lists, radios and checkboxes are left out."""
    baymard_elements: int | None = None
    """Text fields, lists, groups of radios and checkboxes shown by default."""
    censored: bool = True
    """True: the walk stopped before the end, every count is "at least"."""


def funnel(visits: Sequence[Visit]) -> tuple[FunnelStage, ...]:
    """How far the walk came, one entry for each of STAGES.

    `seconds` is the machine time of the whole walk up to the first page of the stage: the visits before
    it in the order home, search, product, cart, checkout, and the part of its own visit.
    """
    walks = _walks(visits)
    return tuple(_stage(stage, walks) for stage in STAGES)


def checkout_counts(visits: Sequence[Visit], load: Load) -> CheckoutCounts:
    """What there is to do between the cart and the last state before the order.

    Censored counts are "at least": the walk stopped at `stopped_at`.
    """
    visit = _checkout_visit(visits)
    if visit is None:
        return CheckoutCounts()
    cart = _cart_step(visit)
    if cart is None:
        return CheckoutCounts(stopped_at=_last_url(visit))
    last = _last_state(visit, cart)
    screens = [s for s in _from(visit, cart) if s.role in SCREEN_ROLES]
    end = last or screens[-1]
    fields = checkout_fields(visit, load)
    return CheckoutCounts(
        screens=len({number for s in screens if (number := screen_number(s)) is not None}),
        steps_declared=_declared(screens, load),
        clicks=len(_clicks(visit, cart, last)),
        fields_shown=len(fields),
        fields_required=sum(f.required for f in fields),
        machine_seconds=round(max(0.0, end.seconds - cart.seconds), 3),
        stopped_at=end.url,
        censored=last is None,
        order_button=str(last.facts.get("order_button") or "") if last else "",
    )


def historical_counts(visits: Sequence[Visit], load: Load) -> HistoricalCounts:
    """The counts of `checkout_counts` by the definitions of e-tailing group and Baymard Institute."""
    counts = checkout_counts(visits, load)
    visit = _checkout_visit(visits)
    cart = _cart_step(visit) if visit else None
    if visit is None or cart is None:
        return HistoricalCounts()
    last = _last_state(visit, cart)
    pressed = [a for a in _clicks(visit, cart, last) if a.kind == "click"]
    fields = checkout_fields(visit, load)
    return HistoricalCounts(
        etailing_clicks=len(pressed) + (1 if last else 0),
        baymard_steps=counts.screens,
        baymard_fields=sum(f.kind == "text" for f in fields),
        baymard_elements=len(fields),
        censored=counts.censored,
    )


def checkout_clicks(visits: Sequence[Visit]) -> tuple[Action, ...]:
    """The presses that `CheckoutCounts.clicks` counts, in order."""
    visit = _checkout_visit(visits)
    cart = _cart_step(visit) if visit else None
    if visit is None or cart is None:
        return ()
    return _clicks(visit, cart, _last_state(visit, cart))


def checkout_fields(visit: Visit, load: Load) -> tuple[FormField, ...]:
    """The distinct fields on all screens of a checkout as they were first shown, in reading order."""
    cart = _cart_step(visit)
    if cart is None:
        return ()
    return distinct(step_fields(step, visit, load) for step in _first_shown(visit, cart))


# --- stages ---


def _walks(visits: Sequence[Visit]) -> tuple[Visit, ...]:
    walks = [v for v in visits if v.kind == "walk" and v.scenario in WALKS]
    return tuple(sorted(walks, key=lambda v: WALKS.index(v.scenario)))


def _stage(stage: str, walks: Sequence[Visit]) -> FunnelStage:
    outcome, because = _outcome(stage, walks)
    before = 0.0
    for visit in walks:
        for step in visit.steps:
            if step.role in STAGE_ROLES[stage]:
                seconds = round(before + step.seconds, 3)
                return FunnelStage(
                    stage=stage, outcome=outcome, url=step.url, seconds=seconds, because=because
                )
        before += visit.seconds
    return FunnelStage(stage=stage, outcome=outcome, because=because)


def _outcome(stage: str, walks: Sequence[Visit]) -> tuple[str, str]:
    """The best outcome of a stage over all visits, with the sentence behind it."""
    said = [(v.outcomes[stage], v.details.get(stage, "")) for v in walks if stage in v.outcomes]
    if not said:
        return ("reached" if _shown(stage, walks) else "not_visited"), ""
    return min(said, key=lambda pair: _BEST.index(pair[0]) if pair[0] in _BEST else len(_BEST))


def _shown(stage: str, walks: Sequence[Visit]) -> bool:
    """Whether a kept page proves the stage, where no visit said how it went."""
    return any(
        step.role in STAGE_ROLES[stage] and step.facts.get("ready") is not False
        for visit in walks
        for step in visit.steps
    )


# --- the checkout ---


def _checkout_visit(visits: Sequence[Visit]) -> Visit | None:
    return next((v for v in visits if v.kind == "walk" and v.scenario == "checkout"), None)


def _cart_step(visit: Visit) -> Step | None:
    """The cart that the customer goes to the checkout from: the last one before the first further screen."""
    cart: Step | None = None
    for step in visit.steps:
        if step.role == "cart":
            cart = step
        elif step.role in _SHOWN_ROLES and cart is not None:
            break
    return cart


def _from(visit: Visit, cart: Step) -> Iterator[Step]:
    return (s for s in visit.steps if s.n >= cart.n)


def _last_state(visit: Visit, cart: Step) -> Step | None:
    """The step where only the order itself is left, if the walk came there."""
    found = next((s for s in _from(visit, cart) if s.role == "last_state"), None)
    reached = visit.outcomes.get("last_state", "reached") == "reached"
    return found if found and reached and found.facts.get("ready") is not False else None


def _clicks(visit: Visit, cart: Step, last: Step | None) -> tuple[Action, ...]:
    return clicks_between(visit, cart.actions, last.actions if last else len(visit.actions))


def _first_shown(visit: Visit, cart: Step) -> tuple[Step, ...]:
    """The steps that show a screen as it was first shown.

    The last state is a screen of its own only where no earlier step has its number.
    """
    shown = [s for s in _from(visit, cart) if s.role in ("account_wall", "checkout")]
    numbers = {screen_number(s) for s in shown} - {None}
    last = [s for s in _from(visit, cart) if s.role == "last_state" and screen_number(s) not in numbers]
    return (*shown, *last[:1])


def _declared(screens: Sequence[Step], load: Load) -> int | None:
    """The length of the shop's own progress list; the longest where it grows on the way."""
    lengths = [len(load(s.snapshot).progress) for s in screens if s.snapshot]
    return max((n for n in lengths if n > 1), default=None)


def _last_url(visit: Visit) -> str:
    return visit.steps[-1].url if visit.steps else ""
