"""Opens the demo shops in the foreground: `python -m auditor.demo [FOLDER]`."""

from __future__ import annotations

import argparse
import signal
import threading
from pathlib import Path

from auditor.demo.server import serve


def main() -> None:
    """Serve until interrupted, then say how many orders came in."""
    parser = argparse.ArgumentParser(prog="python -m auditor.demo", description=main.__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="where the order ledgers are kept")
    parser.add_argument("--ports", nargs=3, type=int, default=(8201, 8202, 8203), metavar="PORT")
    chosen = parser.parse_args()
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    with serve(chosen.folder, chosen.ports) as open_shops:
        for shop in open_shops.shops:
            print(f"{shop.url}  {shop.name} ({shop.country})", flush=True)
        stop.wait()
        for shop in open_shops.shops:
            print(f"{shop.name}: {shop.orders()} orders")


if __name__ == "__main__":
    main()
