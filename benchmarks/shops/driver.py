"""Installs, opens, closes and counts the shops; every call may be repeated."""

from __future__ import annotations

import hashlib
import shutil
import time
from pathlib import Path

from benchmarks.shops import needs, processes
from benchmarks.shops.engine import CHECKOUT, SOURCES, Engine, Place, ShopError

FOLDER = CHECKOUT / ".shops"
"""Where shops are installed when nothing else is said."""

_SHARED = ("catalogue.py", "goods.csv", "pictures.py", "python_shop.py")


def place_of(engine: Engine, folder: Path) -> Place:
    """Where this shop lives below the folder of all shops."""
    return Place(folder=folder / engine.name, logs=folder / "logs")


def install(engine: Engine, folder: Path) -> float | None:
    """Make the shop from nothing; the seconds it took, or None when it was there already.

    A shop made by other scripts, texts or versions than ours of today is made anew.
    Raises: ShopError.
    """
    place = place_of(engine, folder)
    stamp, mark = place.folder / "installed", _fingerprint(engine)
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == mark:
        return None
    began = time.monotonic()
    stop(engine, folder)
    needs.meet(engine.name, engine.needs, place.log(f"{engine.name}-install"))
    stamp.unlink(missing_ok=True)
    place.folder.mkdir(parents=True, exist_ok=True)
    engine.install(place)
    stamp.write_text(mark, encoding="utf-8")
    return time.monotonic() - began


def start(engine: Engine, folder: Path) -> None:
    """Open the shop, installing it first where needed. Raises: ShopError."""
    install(engine, folder)
    place = place_of(engine, folder)
    for process in engine.processes(place):
        processes.start(process, place)


def stop(engine: Engine, folder: Path) -> bool:
    """Close the shop; False when it was not open."""
    place = place_of(engine, folder)
    if not place.folder.is_dir():
        return False
    stopped = [processes.stop(process, place) for process in reversed(engine.processes(place))]
    return any(stopped)


def is_installed(engine: Engine, folder: Path) -> bool:
    """Whether the shop was made to its end, by whichever version of our scripts."""
    return (place_of(engine, folder).folder / "installed").is_file()


def is_open(engine: Engine, folder: Path) -> bool:
    """Whether every program of the shop that we started still runs and answers."""
    place = place_of(engine, folder)
    if not is_installed(engine, folder):
        return False
    return all(processes.is_running(p, place) and processes.answers(p) for p in engine.processes(place))


def count_orders(engine: Engine, folder: Path) -> int:
    """Orders in the engine's own database. Raises: ShopError."""
    if not is_installed(engine, folder):
        raise ShopError(f"{engine.name} is not installed: python -m benchmarks.shops install {engine.name}")
    return engine.count_orders(place_of(engine, folder))


def remove(engine: Engine, folder: Path) -> None:
    """Close the shop and delete it with its data."""
    stop(engine, folder)
    if engine.discard is not None:
        engine.discard(place_of(engine, folder))
    shutil.rmtree(place_of(engine, folder).folder, ignore_errors=True)


def _fingerprint(engine: Engine) -> str:
    """Digest of all that makes the shop; the answers do not, they only describe it."""
    files = [SOURCES / name for name in _SHARED]
    files += sorted(p for p in engine.sources.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    digest = hashlib.sha256(engine.version.encode())
    for path in files:
        if path != engine.answers:
            digest.update(f"{path.relative_to(SOURCES)}\0".encode() + path.read_bytes())
    return digest.hexdigest()
