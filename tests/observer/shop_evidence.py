"""A small shop's evidence, sealed in a folder: what the tests of this folder look at."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from auditor.evidence import EvidenceStore, visit_id
from auditor.models import Shop, Step, Visit
from auditor.pages.static import snapshot_from_html
from auditor.snapshot import dump_snapshot

SHOP = Shop(name="Acme Outfitters", url="https://shop.example/", country="DE", language="")
WAVE = "2026-11"
BEGIN = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)

GERMAN = (
    "Unser Kundendienst hilft Ihnen gerne weiter, wenn Sie eine Frage zu Ihrer Bestellung haben. "
    "Bitte halten Sie dafür Ihre Bestellnummer bereit, damit wir Ihnen schneller helfen können. "
    "Sie erreichen uns werktags, und wir antworten Ihnen meistens noch am selben Tag."
)
ICELANDIC = (
    "Þjónustuverið okkar hjálpar þér með ánægju ef þú hefur spurningar um pöntunina þína. "
    "Vinsamlegast hafðu pöntunarnúmerið við höndina svo að við getum hjálpað þér hraðar. "
    "Við svörum oftast samdægurs og opið er alla virka daga á venjulegum skrifstofutíma."
)


def html(text: str, lang: str) -> str:
    return f'<html lang="{lang}"><body><main><h1>Kontakt</h1><p>{text}</p></main></body></html>'


def keep(store: EvidenceStore, role: str, body: str, n: int = 0, url: str = "") -> Step:
    """A kept page."""
    address = url or f"https://shop.example/{role}"
    name = store.put(dump_snapshot(snapshot_from_html(body, address)), ".json")
    seen_at = BEGIN + timedelta(minutes=n)
    return Step(
        n=n, role=role, url=address, seen_at=seen_at, snapshot=name, html=store.put(body.encode(), ".html")
    )


def visit(
    scenario: str, *steps: Step, kind: str = "walk", shop: Shop = SHOP, minute: int = 0, **more: object
) -> Visit:
    """A visit of the shop; not sealed yet."""
    begin = BEGIN + timedelta(minutes=minute)
    return Visit(
        id=visit_id(WAVE, shop.slug, scenario),
        wave=WAVE,
        shop=shop,
        scenario=scenario,
        kind=kind,
        started_at=begin,
        ended_at=begin + timedelta(minutes=1),
        seconds=12.5,
        versions={"program": "0.1.0"},
        steps=steps,
        **more,  # type: ignore[arg-type]
    )


def sealed_shop(store: EvidenceStore, shop: Shop = SHOP, text: str = GERMAN, lang: str = "de") -> list[Visit]:
    """Two visits of a shop, sealed: a walk to the home page and a crawl for contact details."""
    home = visit("home", keep(store, "home", html(text, lang)), shop=shop, outcomes={"home": "reached"})
    contact = visit(
        "contact_info",
        keep(store, "contact", html(text + " Telefon: 030 901820, service@shop.example", lang)),
        kind="crawl",
        shop=shop,
        minute=5,
        outcomes={"contact": "reached", "faq": "not_found"},
        details={"faq": "no link leads there"},
    )
    for one in (home, contact):
        store.seal(one)
    return [home, contact]
