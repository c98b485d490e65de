"""The driver on the command line: `python -m benchmarks.shops COMMAND [NAME ...]`."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.shops import driver
from benchmarks.shops.engine import Engine, ShopError
from benchmarks.shops.engines import ENGINES


def main(arguments: list[str] | None = None) -> int:
    """Do one thing with some shops or with all; 0, or 2 when one of them could not."""
    commands: dict[str, Callable[[Engine, Path], str]] = {
        "install": _install,
        "start": _start,
        "stop": _stop,
        "status": _status,
        "orders": _orders,
        "remove": _remove,
    }
    engines = {engine.name: engine for engine in ENGINES}
    parser = argparse.ArgumentParser(prog="python -m benchmarks.shops", description=__doc__)
    parser.add_argument("command", choices=commands)
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"of {', '.join(engines)}; all when left out"
    )
    parser.add_argument("--folder", type=Path, default=driver.FOLDER, help="where the shops are installed")
    chosen = parser.parse_args(arguments)
    if unknown := [name for name in chosen.names if name not in engines]:
        parser.error(f"no such shop: {', '.join(unknown)}; there are {', '.join(engines)}")
    troubled = False
    for name in chosen.names or engines:
        try:
            print(f"{name}: {commands[chosen.command](engines[name], chosen.folder.resolve())}", flush=True)
        except ShopError as error:
            troubled = True
            print(f"{name}: {error}", file=sys.stderr, flush=True)
    return 2 if troubled else 0


def _install(engine: Engine, folder: Path) -> str:
    seconds = driver.install(engine, folder)
    return "is installed already" if seconds is None else f"{engine.version} installed in {seconds:.0f} s"


def _start(engine: Engine, folder: Path) -> str:
    began = time.monotonic()
    driver.start(engine, folder)
    return f"open at {engine.url} after {time.monotonic() - began:.1f} s"


def _stop(engine: Engine, folder: Path) -> str:
    return "closed" if driver.stop(engine, folder) else "was not open"


def _status(engine: Engine, folder: Path) -> str:
    if not driver.is_installed(engine, folder):
        return "not installed"
    return f"open at {engine.url}" if driver.is_open(engine, folder) else "installed, not open"


def _orders(engine: Engine, folder: Path) -> str:
    return f"{driver.count_orders(engine, folder)} orders"


def _remove(engine: Engine, folder: Path) -> str:
    driver.remove(engine, folder)
    return "removed"


if __name__ == "__main__":
    sys.exit(main())
