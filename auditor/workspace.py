"""The folder of a workspace: database, evidence, reports, and who is at work in it."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from auditor.errors import ConfigError
from auditor.evidence import EvidenceStore

LEAST_FREE = 200_000_000
"""Bytes that must be free on the disk before a wave begins."""


@dataclass(frozen=True)
class Workspace:
    """Where everything of one user lies."""

    root: Path

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.root / "auditor.db"

    @property
    def evidence(self) -> EvidenceStore:
        """The write-once evidence."""
        return EvidenceStore(self.root / "evidence")

    def reports(self, wave: str) -> Path:
        """Folder of a wave's reports."""
        return self.root / "reports" / wave

    def keep_terms(self, wave: str, settings: dict[str, Any], rubric: bytes) -> None:
        """Keep beside the evidence with which settings and rubric a wave was walked; the first ones stand."""
        folder = self.root / "evidence" / "waves"
        folder.mkdir(parents=True, exist_ok=True)
        for path, data in (
            (
                folder / f"{wave}.json",
                json.dumps(settings, indent=1, sort_keys=True, ensure_ascii=False).encode(),
            ),
            (folder / f"{wave}.rubric.yaml", rubric),
        ):
            if not path.exists():
                partial = path.with_suffix(".partial")
                partial.write_bytes(data)
                partial.replace(path)

    def terms(self, wave: str) -> dict[str, Any]:
        """The settings under which a wave was walked, empty when they were not kept."""
        path = self.root / "evidence" / "waves" / f"{wave}.json"
        try:
            loaded = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return dict(loaded)

    def rubric(self, wave: str) -> Path:
        """The rubric that was kept with a wave."""
        return self.root / "evidence" / "waves" / f"{wave}.rubric.yaml"

    def check(self) -> None:
        """See that the workspace can be used.

        Raises: ConfigError when the folder cannot be written or the disk is nearly full.
        """
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            probe = self.root / ".probe"
            probe.write_bytes(b"x")
            probe.unlink()
        except OSError as error:
            raise ConfigError(
                f"the workspace cannot be written: {error.strerror or error}", path=str(self.root)
            ) from error
        free = shutil.disk_usage(self.root).free
        if free < LEAST_FREE:
            raise ConfigError(
                f"only {free // 1_000_000} MB are free; a wave wants at least {LEAST_FREE // 1_000_000} MB",
                path=str(self.root),
            )

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Be the only one who works in this workspace.

        Raises: ConfigError when another run is at work here.
        """
        self.check()
        handle = (self.root / ".lock").open("a+")
        try:
            try:
                _lock(handle.fileno())
            except OSError as error:
                handle.seek(0)
                raise ConfigError(
                    f"another run is at work here (process {handle.read().strip() or 'unknown'})",
                    path=str(self.root),
                ) from error
            handle.truncate(0)
            handle.write(str(os.getpid()))
            handle.flush()
            yield
        finally:
            handle.close()  # gives the lock back; a killed process gives it back too


def _lock(descriptor: int) -> None:
    if os.name == "nt":  # pragma: no cover
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
