"""How far do walks come, and is what they say true? `python -m benchmarks.bench_walk`.

Opens the shops of a wave, counts their orders, has the auditor walk them in a fresh workspace, counts again,
and lays every stage, count and check beside the truth.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.shops.driver import FOLDER
from benchmarks.walk import auditing, tables
from benchmarks.walk.opening import Counter, open_shops
from benchmarks.walk.result import ShopResult, compare, without_scorecard
from benchmarks.walk.truth import BenchError, Known, load_wave

ROOT = Path(__file__).parents[1]
WAVE = ROOT / "benchmarks" / "shops" / "wave.yaml"
REPORT = ROOT / "docs" / "accuracy.md"


def main(arguments: list[str] | None = None) -> int:
    """0 when every walk went as in truth and nothing was ordered, 1 when not, 2 when it could not be run."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bench_walk", description=__doc__)
    parser.add_argument("--wave", type=Path, default=WAVE, help="a wave with NAME.truth.yaml beside it")
    parser.add_argument(
        "--only", nargs="+", metavar="SHOP", default=[], help="shops by name; all when left out"
    )
    parser.add_argument("--workspace", type=Path, help="kept for looking into; must be new or empty")
    parser.add_argument("--shops", type=Path, default=FOLDER, help="where the engines are installed")
    parser.add_argument("--json", action="store_true", help="the result as JSON on standard output")
    parser.add_argument("--write", action="store_true", help=f"put the table into {REPORT.relative_to(ROOT)}")
    chosen = parser.parse_args(arguments)
    try:
        results, seconds = measure(chosen.wave, chosen.only, chosen.workspace, chosen.shops.resolve())
    except BenchError as error:
        print(error, file=sys.stderr)
        return 2
    if chosen.json:
        print(json.dumps(tables.for_programs(results) | {"seconds": seconds}, indent=1, ensure_ascii=False))
    else:
        print(tables.for_terminal(results))
        print(f"  the whole run: {seconds:.0f} s")
    if chosen.write:
        when = (
            f"Measured on {datetime.now(UTC):%Y-%m-%d} by `make bench-walk`, {seconds:.0f} s for all shops."
        )
        tables.write_between_marks(REPORT, f"{when}\n\n{tables.for_markdown(results)}")
    return 0 if all(result.is_whole for result in results) else 1


def measure(
    wave_path: Path, only: Sequence[str], workspace: Path | None, installed: Path
) -> tuple[tuple[ShopResult, ...], float]:
    """The shops' results and the seconds that `auditor run` took. Raises: BenchError."""
    wave, known = load_wave(wave_path)
    if unknown := sorted(set(only) - {shop.name for shop in known}):
        raise BenchError(f"{wave_path} has no shop {', '.join(unknown)}")
    shops = [shop for shop in known if not only or shop.name in only]
    workspace = _fresh(workspace)
    print(f"workspace: {workspace}", file=sys.stderr)
    with open_shops(shops, workspace / "ledgers", installed) as counters:
        before = _orders(counters)
        began = time.monotonic()
        auditing.run(auditing.prepared(wave, [s.name for s in shops], wave_path, workspace / "data"))
        seconds = time.monotonic() - began
        after = _orders(counters)
    placed = {name: after[name] - before[name] for name in counters}
    results = (_result(shop, workspace / "data", wave, placed.get(shop.name)) for shop in shops)
    return tuple(results), seconds


def _result(shop: Known, workspace: Path, wave: dict[str, Any], orders: int | None) -> ShopResult:
    try:
        return compare(shop, auditing.show(shop.name, workspace, str(wave["wave"])), orders)
    except BenchError as error:
        return without_scorecard(shop, str(error), orders)


def _orders(counters: dict[str, Counter]) -> dict[str, int]:
    return {name: count() for name, count in counters.items()}


def _fresh(workspace: Path | None) -> Path:
    """A folder without an older wave, which would be resumed instead of walked."""
    if workspace is None:
        return Path(tempfile.mkdtemp(prefix="bench-walk-"))
    if workspace.exists() and any(workspace.iterdir()):
        raise BenchError(f"{workspace} is not empty; a measurement begins with a fresh workspace")
    workspace.mkdir(parents=True, exist_ok=True)
    return workspace.resolve()


if __name__ == "__main__":
    sys.exit(main())
