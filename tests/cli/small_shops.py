"""Two small shops, the wave over them, and what a visit of one leaves behind."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta

from auditor.evidence import EvidenceStore, visit_id
from auditor.models import Shop, Step, Visit
from auditor.pages.static import snapshot_from_html
from auditor.snapshot import dump_snapshot

BEGIN = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
HOME = """<html lang="en"><body><header><form role="search"><input type="search" aria-label="Search">
<button>Search</button></form></header><main><h1>Acme</h1><p>Free returns within 30 days.</p>
<button>Add to basket</button><a href="/contact">Contact us</a></main></body></html>"""

WAVE = """\
wave: autumn
workspace: ./data
pace: 0
allow_private_addresses: true
shops:
  - {name: Acme Outfitters, url: "http://127.0.0.1:9/", country: GB, language: en}
  - {name: Börse & Söhne, url: "http://127.0.0.1:10/", country: DE, language: de}
"""


def a_visit(
    store: EvidenceStore, shop: Shop, scenario: str, outcomes: dict[str, str], *, wave: str = "autumn"
) -> Visit:
    """A visit that kept the home page; not sealed yet."""
    name = store.put(dump_snapshot(snapshot_from_html(HOME, shop.url)), ".json")
    step = Step(n=0, role="home", url=shop.url, seen_at=BEGIN, snapshot=name, seconds=1.5)
    return Visit(
        id=visit_id(wave, shop.slug, scenario),
        wave=wave,
        shop=shop,
        scenario=scenario,
        kind="walk",
        started_at=BEGIN,
        ended_at=BEGIN + timedelta(seconds=2),
        seconds=2.0,
        versions={"program": "0.1.0", "lexicon": "en"},
        steps=(step,),
        outcomes=outcomes,
    )


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
