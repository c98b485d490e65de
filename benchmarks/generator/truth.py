"""What is true of a generated shop, and what its server knows of one visitor's checkout."""

from __future__ import annotations

from dataclasses import dataclass, field

from benchmarks.generator.asking import has_gate, screens
from benchmarks.generator.features import Plan


@dataclass(frozen=True, kw_only=True)
class Truth:
    """How far a customer without an account gets, and through how many screens."""

    checkout: str
    """Outcome of the stage: always reached."""
    last_state: str
    """reached, or login_required where there is no way without an account."""
    screens: int | None
    """Distinct states from the cart (included) to the last state (included); None behind a wall."""


def truth_of(plan: Plan) -> Truth:
    """What a faultless walk finds."""
    if plan["gate"] == "wall":
        return Truth(checkout="reached", last_state="login_required", screens=None)
    return Truth(checkout="reached", last_state="reached", screens=1 + has_gate(plan) + len(screens(plan)))


@dataclass(kw_only=True)
class Seen:
    """What the server knows of one visitor, kept when the visitor has gone and the cart is empty again."""

    session: str
    lines: list[dict[str, object]] = field(default_factory=list)
    """The cart when the checkout was last heard of."""
    screen: int = -1
    """The furthest checkout screen that was shown, from 0."""
    at_last: bool = False
    """The screen with the order button was shown."""
    missing: dict[str, str] = field(default_factory=dict)
    """What would be refused if the order were pressed now, as of the last word from the last screen."""
    order_on: bool = False
    """The order button was there and enabled at that time."""
    orders: int = 0

    @property
    def ready(self) -> bool:
        """Only the order itself was left."""
        return self.at_last and self.order_on and not self.missing and bool(self.lines)
