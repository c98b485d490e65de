"""Write-once evidence: files named by their contents, sealed visit by visit.

Layout under the evidence folder::

    objects/ab/abcdef….png          every file, named by its SHA-256
    visits/<wave>/<shop>/<scenario>.json   one sealed manifest per visit

A visit's manifest is written last and names every file of the visit; a visit
without one never counts. Writing is atomic and flushed to disk, so that a cut
in the middle leaves either the whole file or none.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from auditor.errors import EvidenceError
from auditor.models import Visit
from auditor.snapshot import Snapshot, load_snapshot

COMPRESSED = (".json", ".html", ".txt")
"""Kinds that are stored gzipped (and so cannot come alive by a double click)."""

_NAME = re.compile(r"[0-9a-f]{64}(\.[a-z0-9]{1,8}){1,2}")


@cache
def _visits() -> TypeAdapter[Visit]:
    return TypeAdapter(Visit)


def visit_id(wave: str, shop_slug: str, scenario: str) -> str:
    """The address of a planned visit: `2026-11-autumn/acme/checkout`."""
    for part in (wave, shop_slug, scenario):
        if not re.fullmatch(r"[\w][\w.+-]{0,99}", part):
            raise EvidenceError(f"{part!r} cannot be part of a visit's name")
    return f"{wave}/{shop_slug}/{scenario}"


@dataclass(frozen=True)
class EvidenceStore:
    """The evidence folder of a workspace."""

    root: Path

    def put(self, data: bytes, suffix: str) -> str:
        """Keep a file and give its name; the same bytes always get the same name."""
        digest = hashlib.sha256(data).hexdigest()
        name = f"{digest}{suffix}" + (".gz" if suffix in COMPRESSED else "")
        path = self._path(name)
        if not path.exists():
            packed = gzip.compress(data, 6, mtime=0) if name.endswith(".gz") else data
            _write_whole(path, packed)
        return name

    def get(self, name: str) -> bytes:
        """The bytes of an evidence file.

        Raises: EvidenceError when the file is missing or no longer what was sealed.
        """
        path = self._path(name)
        try:
            data = path.read_bytes()
            if name.endswith(".gz"):
                data = gzip.decompress(data)
        except (OSError, EOFError, gzip.BadGzipFile) as error:
            raise EvidenceError(f"evidence file {name} cannot be read: {error}") from error
        if hashlib.sha256(data).hexdigest() != name[:64]:
            raise EvidenceError(f"evidence file {name} was changed after it was sealed")
        return data

    def path(self, name: str) -> Path:
        """Where a file lies, for links from reports."""
        return self._path(name)

    def snapshot(self, name: str) -> Snapshot:
        """A saved snapshot.

        Raises: EvidenceError when the file is missing or was changed.
        """
        return load_snapshot(self.get(name))

    def seal(self, visit: Visit) -> None:
        """Write the manifest that makes a visit count.

        Raises: EvidenceError when the visit is sealed already or one of its files is missing.
        """
        path = self._manifest(visit.id)
        if path.exists():
            raise EvidenceError(f"visit {visit.id} is sealed already")
        for name in _files(visit):
            if not self._path(name).exists():
                raise EvidenceError(f"visit {visit.id} names {name}, which was not kept")
        body = json.loads(_visits().dump_json(visit))
        text = json.dumps(body, ensure_ascii=False, sort_keys=True, indent=1)
        seal = hashlib.sha256(text.encode()).hexdigest()
        _write_whole(
            path,
            json.dumps({"seal": seal, "visit": body}, ensure_ascii=False, sort_keys=True, indent=1).encode(),
        )

    def sealed(self, visit_id: str) -> Visit | None:
        """The sealed visit, or None when there is none (never begun, or cut off).

        Raises: EvidenceError when the manifest was changed after the seal.
        """
        path = self._manifest(visit_id)
        return _read_manifest(path) if path.exists() else None

    def visits(self, wave: str | None = None) -> Iterator[Visit]:
        """Every sealed visit, in the order of wave, shop and scenario names."""
        folder = self.root / "visits"
        for path in sorted(folder.glob(f"{wave or '*'}/*/*.json")):
            yield _read_manifest(path)

    def _path(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise EvidenceError(f"{name!r} is no name of an evidence file")
        return self.root / "objects" / name[:2] / name

    def _manifest(self, visit: str) -> Path:
        return self.root / "visits" / (visit_id(*visit.split("/")) + ".json")


def _files(visit: Visit) -> Iterator[str]:
    for step in visit.steps:
        yield from (f for f in (step.snapshot, step.html, step.text, step.screenshot, step.document) if f)
    if visit.network:
        yield visit.network


def _read_manifest(path: Path) -> Visit:
    try:
        whole = json.loads(path.read_text(encoding="utf-8"))
        text = json.dumps(whole["visit"], ensure_ascii=False, sort_keys=True, indent=1)
        if hashlib.sha256(text.encode()).hexdigest() != whole["seal"]:
            raise EvidenceError(f"{path.name}: the manifest was changed after it was sealed")
        return _visits().validate_python(whole["visit"])
    except (OSError, ValueError, KeyError, TypeError, ValidationError) as error:
        raise EvidenceError(f"{path}: not a readable manifest ({error})") from error


def _write_whole(path: Path, data: bytes) -> None:
    """Write all of a file or nothing of it, and see it on the disk before going on."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".partial-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
