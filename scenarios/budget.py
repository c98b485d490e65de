"""What one visit may ask of a shop, at the most."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from auditor.errors import VisitError


@dataclass
class Budget:
    """Counts down; the visit ends with `budget` when something is used up."""

    actions: int = 80
    pages: int = 60
    seconds: float = 360.0
    bytes: int = 200_000_000
    _started: float = field(default_factory=time.monotonic)

    def act(self) -> None:
        """One more action.

        Raises: VisitError("budget").
        """
        self.actions -= 1
        self.check()

    def page(self) -> None:
        """One more page asked for."""
        self.pages -= 1

    def receive(self, size: int) -> None:
        """So many bytes came in."""
        self.bytes -= size

    def check(self) -> None:
        """Raise when anything is used up.

        Raises: VisitError("budget") naming what.
        """
        for name, left in (("actions", self.actions), ("pages", self.pages), ("bytes", self.bytes)):
            if left < 0:
                raise VisitError("budget", f"the limit of {name} was reached")
        if time.monotonic() - self._started > self.seconds:
            raise VisitError("budget", f"the limit of {self.seconds:.0f} seconds was reached")
