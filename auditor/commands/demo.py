"""`auditor demo`: the bundled shops are opened, audited, and compared with what is true of them."""

from __future__ import annotations

import os
import shutil
import sys
import webbrowser
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from auditor.commands.faults import SOME_NOT_AUDITED
from auditor.commands.funnel_lines import funnel_line
from auditor.commands.options import JsonOption
from auditor.commands.output import print_json, say, show, tell
from auditor.errors import ConfigError

if TYPE_CHECKING:
    from auditor.config import Wave
    from auditor.demo import DemoShops
    from auditor.demo.compare import Compared

EXAMPLE = "Example: auditor demo --no-open"

WAVE = "demo"
MARK = ".auditor-demo"
"""A file that says that a folder was made by the demo and may be made anew."""


def demo(
    no_open: Annotated[
        bool, typer.Option("--no-open", help="Do not open the scorecards in your browser.")
    ] = False,
    pace: Annotated[
        float, typer.Option("--pace", min=0, max=60, help="Seconds a shopper waits between actions.")
    ] = 0.0,
    at_once: Annotated[
        int, typer.Option("--at-once", min=1, max=8, help="Shops walked at the same time.")
    ] = 3,
    workspace: Annotated[
        Path, typer.Option("--workspace", metavar="DIR", help="Folder for the results; made anew each time.")
    ] = Path("demo-data"),
    as_json: JsonOption = False,
) -> None:
    """Open the bundled shops, audit them, compare with the truth, open the scorecards.

    Ends with 1 when an answer is wrong or an order was placed.
    """
    from auditor.commands.walking import walk_and_grade
    from auditor.demo import serve

    make_anew(workspace)
    with serve(workspace / "ledgers") as shops:
        for shop in shops.shops:
            tell(f"{shop.name} ({shop.country}) is open at {shop.url}")
        walked = walk_and_grade(_wave(shops, workspace, pace), at_once=at_once)
        orders = {shop.name: shop.orders() for shop in shops.shops}
        compared = compare(shops, workspace, walked.cards)
    wrong = [f"{name}: {c.name}" for name, all_of in compared.items() for c in all_of if c.match == "wrong"]
    if as_json:
        print_json(demo_document(compared, orders, walked.overview))
    else:
        for card in walked.cards:
            say(funnel_line(card))
        from auditor.commands.truth_table import counts_line, truth_table

        show(truth_table(compared))
        for name, all_of in compared.items():
            say(f"{name}: {counts_line(all_of)}, {orders[name]} orders placed")
        say(f"reports: {walked.overview}")
    if wrong or any(orders.values()) or walked.not_audited:
        tell("something is not as it should be; see above")
        raise typer.Exit(SOME_NOT_AUDITED)
    if walked.overview and not (no_open or as_json) and _has_display():
        webbrowser.open(walked.overview.absolute().as_uri())


def make_anew(folder: Path) -> None:
    """Empty the folder of an earlier demo, or make it.

    Raises: ConfigError when the folder holds something else; nothing is removed then.
    """
    if folder.exists():
        if not folder.is_dir():
            raise ConfigError("is not a folder; name another with --workspace", path=str(folder))
        if any(folder.iterdir()) and not (folder / MARK).exists():
            raise ConfigError(
                "is not empty and was not made by the demo; name another with --workspace", path=str(folder)
            )
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    (folder / MARK).write_text("Made by `auditor demo`; it is made anew each time.\n", encoding="utf-8")


def _wave(shops: DemoShops, workspace: Path, pace: float) -> Wave:
    from auditor.config import Wave
    from auditor.models import Shop

    return Wave(
        name=WAVE,
        shops=tuple(
            Shop(name=s.name, url=s.url, country=s.country, language=s.language, peer_group="demo")
            for s in shops.shops
        ),
        workspace=workspace,
        pace=pace,
        allow_private_addresses=True,
    )


def compare(shops: DemoShops, workspace: Path, cards: Sequence[Any]) -> dict[str, tuple[Compared, ...]]:
    """Shop's name -> every truth beside what was observed."""
    from auditor.demo.compare import compare_all, load_answers
    from auditor.store import open_store

    found = {}
    store = open_store(workspace / "auditor.db")
    try:
        for shop in shops.shops:
            card = next(card for card in cards if card.shop.name == shop.name)
            observed = store.observations(WAVE, card.shop.slug)
            found[shop.name] = compare_all(load_answers(shop.answers), card.funnel, card.checkout, observed)
    finally:
        store.close()
    return found


def demo_document(
    compared: Mapping[str, Sequence[Compared]], orders: Mapping[str, int], overview: Path | None
) -> dict[str, Any]:
    """What `auditor demo --json` prints."""
    return {
        "schema": 1,
        "shops": [
            {
                "shop": name,
                "orders": orders[name],
                "compared": [
                    {
                        "part": c.part,
                        "name": c.name,
                        "truth": list(c.truth) if isinstance(c.truth, tuple) else c.truth,
                        "seen": list(c.seen) if isinstance(c.seen, tuple) else c.seen,
                        "match": c.match.value,
                        "because": c.because,
                    }
                    for c in all_of
                ],
            }
            for name, all_of in compared.items()
        ],
        "overview": str(overview) if overview else None,
    }


def _has_display() -> bool:
    if not sys.stdout.isatty():
        return False
    if sys.platform in ("darwin", "win32"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
