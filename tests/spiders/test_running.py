"""Do crawls run where a browser runs: in one loop, one after another and side by side?"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from spider_shop import OpenShop, page, run

from auditor.demo import serve
from auditor.evidence import EvidenceStore
from auditor.models import Shop
from auditor.recorder import Recorder
from spiders.crawl import SPIDERS, CrawlManners, crawl

OURS = CrawlManners(pace=0)
SHOP = {
    "/": page("Tea", ("/contact", "Contact"), ("/faq", "FAQ"), ("/help", "Help")),
    "/contact": page("Contact"),
    "/faq": page("FAQ"),
    "/help": page("Help"),
}


def test_crawls_run_one_after_another_in_one_loop(
    open_shop: OpenShop, recorder_of: Callable[..., Recorder]
) -> None:
    shop = open_shop(dict(SHOP))
    recorders = [recorder_of(shop.url, "service_hours") for _ in range(2)]

    async def both() -> None:
        for recorder in recorders:
            await crawl(recorder, manners=OURS)

    run(both())
    assert [set(r.outcomes.values()) for r in recorders] == [{"reached"}, {"reached"}]


def test_crawls_of_several_shops_run_side_by_side(
    open_shop: OpenShop, recorder_of: Callable[..., Recorder]
) -> None:
    shops = [open_shop(dict(SHOP)) for _ in range(3)]
    recorders = [recorder_of(shop.url, "service_hours") for shop in shops]

    async def all_of_them() -> float:
        began = time.monotonic()
        await asyncio.gather(*(crawl(r, manners=CrawlManners(pace=0.4)) for r in recorders))
        return time.monotonic() - began

    seconds = run(all_of_them())
    assert all(set(r.outcomes.values()) == {"reached"} for r in recorders)
    assert seconds < 3 * 4 * 0.4
    assert [shop.at_once for shop in shops] == [1, 1, 1]


def test_a_crawl_that_is_cancelled_stops_asking_and_leaves_no_process(
    open_shop: OpenShop, recorder_of: Callable[..., Recorder]
) -> None:
    shop = open_shop({**SHOP, "/contact": lambda handler: time.sleep(2)})

    async def cut() -> None:
        task = asyncio.create_task(crawl(recorder_of(shop.url, "service_hours"), manners=OURS))
        while "/contact" not in shop.paths():
            await asyncio.sleep(0.02)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    before = _children()
    run(cut())
    asked = len(shop.asked)
    time.sleep(0.3)
    assert len(shop.asked) == asked
    assert _children() <= before


def test_crawls_leave_no_process_and_no_open_file(
    open_shop: OpenShop, recorder_of: Callable[..., Recorder]
) -> None:
    shop = open_shop(dict(SHOP))
    run(crawl(recorder_of(shop.url, "service_hours"), manners=OURS))
    children, files = _children(), _open_files()
    for _ in range(3):
        run(crawl(recorder_of(shop.url, "service_hours"), manners=OURS))
    assert _children() <= children
    assert _open_files() <= files + 2


def test_the_spiders_find_the_pages_of_the_demo_shops(tmp_path: Path) -> None:
    missing = {
        "kettle-and-crumb": {},
        "papierhain": {"help": "not_found"},
        "linuva": {"help": "not_found", "faq": "not_found", "payment_info": "not_found"},
    }
    with serve() as shops:
        for shop in shops.shops:
            outcomes: dict[str, str] = {}
            for spider in SPIDERS:
                recorder = Recorder(
                    EvidenceStore(tmp_path),
                    visit_id=f"wave/{shop.slug}/{spider}",
                    wave="wave",
                    shop=Shop(name=shop.name, url=shop.url, country=shop.country),
                    scenario=spider,
                    kind="crawl",
                )
                run(crawl(recorder, manners=OURS))
                outcomes |= recorder.seal().outcomes
                if shop.slug == "linuva" and spider == "policies":
                    assert [bool(s.document) for s in recorder.steps if s.role == "returns_policy"] == [True]
            assert {r: o for r, o in outcomes.items() if o != "reached"} == missing[shop.slug]
        assert shops.orders() == 0


def _children() -> set[str]:
    """Process ids of our children, zombies included."""
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if fields[1] == str(os.getpid()):
            found.add(stat.parent.name)
    return found


def _open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))
