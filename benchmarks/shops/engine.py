"""What a shop engine brings along: how it is installed, what runs in it, how its orders are counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from signal import SIGTERM, Signals

SOURCES = Path(__file__).parent
"""Where our scripts, texts and answers are."""

CHECKOUT = SOURCES.parents[1]
"""Root of the source tree; shops are told it as PYTHONPATH so that they find the catalogue."""


class ShopError(Exception):
    """A shop cannot be installed, opened or counted; the sentence says what to do."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where one shop lives on this machine; nothing of it is under version control."""

    folder: Path
    """Programs, data and pid files of this shop alone."""
    logs: Path

    def log(self, name: str) -> Path:
        """The log file of that name."""
        return self.logs / f"{name}.log"


@dataclass(frozen=True, kw_only=True)
class Process:
    """A program that has to run while a shop is open."""

    name: str
    argv: tuple[str, ...]
    cwd: Path
    port: int
    """On 127.0.0.1; the program is up when somebody answers there."""
    env: dict[str, str] = field(default_factory=dict)
    """Added to our own environment."""
    path: str | None = "/"
    """Asked for over HTTP to see whether it is up; None where the port alone tells."""
    user: str | None = None
    """Who runs it; None is whoever started us."""
    stop_signal: Signals = SIGTERM


@dataclass(frozen=True, kw_only=True)
class Need:
    """Something of the operating system that a shop cannot bring along."""

    what: str
    is_met: Callable[[], bool]
    packages: tuple[str, ...]
    """Debian packages that provide it."""


@dataclass(frozen=True, kw_only=True)
class Engine:
    """One shop engine with our catalogue in it."""

    name: str
    version: str
    port: int
    needs: tuple[Need, ...] = ()
    install: Callable[[Place], None]
    """Make the shop from nothing; leaves nothing running. Raises: ShopError."""
    processes: Callable[[Place], tuple[Process, ...]]
    """What runs while it is open, in the order of starting."""
    count_orders: Callable[[Place], int]
    """Rows in the engine's own table of orders. Raises: ShopError when it cannot be read."""
    discard: Callable[[Place], None] | None = None
    """Delete what the shop keeps outside its folder."""

    @property
    def url(self) -> str:
        """Where a customer begins."""
        return f"http://127.0.0.1:{self.port}/"

    @property
    def sources(self) -> Path:
        """Our scripts, texts and answers for this engine."""
        return SOURCES / self.name

    @property
    def answers(self) -> Path:
        """YAML with the truth about this shop."""
        return self.sources / "answers.yaml"
