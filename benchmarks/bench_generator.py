"""How far do walks come in shops made from seeds? `python -m benchmarks.bench_generator --seeds 0-49`.

Walks each shop with the auditor's own shopper, and lays its verdict and its count of screens beside the
shop's truth and beside what the shop's server knew of that visitor.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.generator import tables
from benchmarks.generator.features import COUNTRIES, FIRST_HELD_OUT_SEED, HELD_OUT, Plan, plan_shop
from benchmarks.generator.opening import opened
from benchmarks.generator.walking import ALL, CHECKOUT_ONLY, Walked, walk_shops


def main(arguments: list[str] | None = None) -> int:
    """0 when every walk ended as in truth and nothing was ordered, 1 when not."""
    chosen = _parser().parse_args(arguments)
    if chosen.serve:
        return serve(*chosen.serve)
    plans = planned(chosen.seeds, chosen.languages, held_out=chosen.held_out)
    if chosen.show is not None:
        print(describe(plan_shop(chosen.show, chosen.languages[0] if chosen.languages else "")))
        return 0
    folder = chosen.workspace or Path(tempfile.mkdtemp(prefix="bench-generator-"))
    print(f"evidence: {folder}", file=sys.stderr)
    began = time.monotonic()
    walks = walk_shops(
        plans,
        folder,
        scenarios=ALL if chosen.all else CHECKOUT_ONLY,
        at_once=chosen.at_once,
        tell=_tell,
    )
    seconds = time.monotonic() - began
    if chosen.json:
        print(json.dumps(tables.for_programs(walks) | {"seconds": seconds}, indent=1, ensure_ascii=False))
    else:
        print(tables.for_terminal(walks))
        print(f"the whole run: {seconds:.0f} s")
    is_whole = all(walk.is_as_truth for walk in walks if not walk.is_held_out)
    return 0 if is_whole and not any(walk.orders for walk in walks) else 1


def planned(seeds: Sequence[int], languages: Sequence[str], *, held_out: bool) -> list[Plan]:
    """The plans to walk: each seed in its own language, or in every language named.

    held_out: seeds that nobody looks into, as many, and all of those languages.
    """
    if held_out:
        seeds = [FIRST_HELD_OUT_SEED + seed for seed in seeds if seed < FIRST_HELD_OUT_SEED]
        own = [plan_shop(seed) for seed in seeds] if not languages else []
        extra = languages or [HELD_OUT[n % len(HELD_OUT)] for n in range(len(seeds))]
        more = zip(seeds, extra, strict=False) if not languages else ((s, x) for s in seeds for x in extra)
        known = {(plan.seed, plan.language) for plan in own}
        return own + [plan_shop(s, x) for s, x in more if (s, x) not in known]
    return [plan_shop(seed, language) for seed in seeds for language in (languages or [""])]


def describe(plan: Plan) -> str:
    """A plan for people."""
    lines = [f"seed {plan.seed}: {plan.language} in {plan.country}"]
    return "\n".join([*lines, *(f"  {feature:<17} {value}" for feature, value in plan.values.items())])


def serve(seed: int, port: int) -> int:
    """Keep one shop open to look at, until interrupted."""
    with (
        tempfile.TemporaryDirectory(prefix="generator-") as folder,
        opened(plan_shop(seed), Path(folder), port) as shop,
    ):
        print(describe(shop.shop.plan))
        print(f"{shop.url} – press Ctrl-C to close it")
        try:
            while True:
                time.sleep(3600)
        except KeyboardInterrupt:
            print(f"orders placed: {shop.orders()}")
    return 0


def _tell(walk: Walked) -> None:
    mark = "held out" if walk.is_held_out else "as in truth" if walk.is_as_truth else tables.why(walk)
    print(f"seed {walk.plan.seed} {walk.plan.language} {walk.seconds:.1f} s: {mark}", file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bench_generator", description=__doc__)
    parser.add_argument("--seeds", type=_seeds, default=list(range(50)), help="0-49, or 3,7,12; default 0-49")
    parser.add_argument(
        "--languages", nargs="+", choices=COUNTRIES, default=[], help="instead of the seeds' own"
    )
    parser.add_argument(
        "--held-out", action="store_true", help="the same number of seeds that only report a rate"
    )
    parser.add_argument("--all", action="store_true", help="all walks, not only the checkout")
    parser.add_argument("--at-once", type=int, default=2, help="shops walked at the same time")
    parser.add_argument("--workspace", type=Path, help="where evidence is kept for looking into")
    parser.add_argument("--json", action="store_true", help="the result as JSON on standard output")
    parser.add_argument("--show", type=int, metavar="SEED", help="print the plan of a seed and stop")
    parser.add_argument(
        "--serve", type=int, nargs=2, metavar=("SEED", "PORT"), help="open one shop to look at"
    )
    return parser


def _seeds(text: str) -> list[int]:
    """Example: "0-3,9" -> [0, 1, 2, 3, 9]."""
    found: list[int] = []
    for part in text.split(","):
        first, _, last = part.partition("-")
        if not first.isdigit() or (last and not last.isdigit()):
            raise argparse.ArgumentTypeError(f"{text} is no list of seeds like 0-49 or 3,7,12")
        found += range(int(first), int(last or first) + 1)
    return found


if __name__ == "__main__":
    sys.exit(main())
