"""The book of orders that were really placed, one JSON line each."""

from __future__ import annotations

import json
import threading
from datetime import UTC, datetime
from pathlib import Path


class Ledger:
    """An append-only file of orders. A shop writes it when an order comes in, whatever caused the order."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()

    def append(self, order: dict[str, object]) -> int:
        """Write an order down and give its number, counted from 1."""
        with self._lock:
            number = self._count() + 1
            entry = {"number": number, "placed_at": datetime.now(UTC).isoformat(), **order}
            with self.path.open("a", encoding="utf-8") as book:
                book.write(json.dumps(entry, ensure_ascii=False) + "\n")
            return number

    def count(self) -> int:
        """Number of orders placed so far, read from the file."""
        with self._lock:
            return self._count()

    def _count(self) -> int:
        return sum(1 for line in self.path.read_text(encoding="utf-8").splitlines() if line.strip())
