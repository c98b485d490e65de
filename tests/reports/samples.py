"""Scorecards of shops that never existed, for tests and for looking at.

`python tests/reports/samples.py DIR` writes them as pages.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from gallery import Gallery
from sample_hostile import PAYLOADS, hostile
from sample_nordlicht import nordlicht
from sample_parts import LINKS, START, WAVE, Camera, card_of, judged

from auditor.models import STAGES, CheckoutCounts, FunnelStage, Outcome, Scorecard, Shop, State
from reports.build import build_overview, build_scorecard_report, build_wave
from reports.render import render_overview, render_scorecard, write_report_json

__all__ = [
    "LINKS",
    "PAYLOADS",
    "START",
    "WAVE",
    "card_of",
    "empty",
    "harbour",
    "hostile",
    "judged",
    "nordlicht",
    "panel",
    "walled",
]


def harbour(gallery: Gallery) -> Scorecard:
    """An English shop whose walk ends at an account wall."""
    shop = Shop(
        name="Harbour & Home",
        url="https://harbour-home.example/",
        country="GB",
        language="en",
        peer_group="home",
    )
    see = Camera(gallery, shop, (92, 60, 34))
    see.take("home", "/", "Everything for the kitchen", ("Free delivery over £50",))
    see.take("cart", "/basket", "Your basket", ("Kettle   1 × £39.00",), button="Checkout")
    see.take(
        "account_wall",
        "/login",
        "Sign in to continue",
        ("Please sign in or create an account.",),
        fields=("Email", "Password"),
        button="Sign in",
    )
    findings = (
        judged(
            "search_present",
            "search",
            "Can a customer search by keyword?",
            Outcome.MET,
            True,
            gate=True,
            evidence=(see.ref("home"),),
        ),
        judged(
            "stock_shown",
            "product",
            "Is stock shown before the cart?",
            Outcome.NOT_MET,
            absent=True,
            gate=True,
            because="Looked on the product page.",
            evidence=(see.ref("home"),),
        ),
        judged(
            "guest",
            "checkout",
            "Can a customer order without an account?",
            Outcome.NOT_MET,
            False,
            gate=True,
            possible=4,
            because="The only way on asks for an account.",
            evidence=(see.ref("account_wall", "Please sign in or create an account."),),
        ),
        judged(
            "short_checkout",
            "checkout",
            "How many screens lie between cart and order?",
            Outcome.NOT_OBSERVED,
            code="login_required",
            possible=3,
        ),
        judged(
            "returns_days",
            "returns",
            "How many days does a customer have to send goods back?",
            Outcome.MET,
            365,
            unit="days",
            possible=3,
            evidence=(see.ref("home"),),
        ),
        judged(
            "hours",
            "contact",
            "Are service hours listed?",
            Outcome.MET,
            "24/7",
            unit="opening_hours",
            gate=True,
            evidence=(see.ref("home"),),
        ),
    )
    outcomes = ("reached", "reached", "reached", "reached", "login_required", "login_required")
    return card_of(
        shop,
        findings,
        funnel=tuple(
            FunnelStage(stage=s, outcome=o, seconds=2.0 * n)
            for n, (s, o) in enumerate(zip(STAGES, outcomes, strict=True), 1)
        ),
        checkout=CheckoutCounts(screens=6, clicks=3, fields_shown=2, stopped_at="account_wall"),
        film=(
            see.frame("home", "home", "Home page", seconds=2.0),
            see.frame("cart", "cart", "Basket", screen=1, clicks=2, seconds=8.0),
            see.frame("account_wall", "checkout", "Account wall", screen=2, clicks=1, fields=2, seconds=9.6),
        ),
        pages_loaded=1,
    )


def walled(gallery: Gallery) -> Scorecard:
    """A shop that turned us away: nothing is known, and nothing is held against it."""
    shop = Shop(name="Citadel Outlet", url="https://citadel.example/", peer_group="shoes")
    findings = tuple(
        replace(
            f,
            outcome=Outcome.NOT_OBSERVED,
            state=State.NOT_OBSERVED,
            value=None,
            points=None,
            code="bot_wall",
            because="403 on the home page.",
            evidence=(),
        )
        for f in nordlicht(gallery).findings
        if f.outcome is not Outcome.OUTSIDE_WAVE
    )
    return card_of(
        shop,
        findings,
        funnel=tuple(
            FunnelStage(stage=s, outcome="bot_wall", because="403 on the home page.") for s in STAGES
        ),
        pages_loaded=1,
    )


def empty() -> Scorecard:
    """No findings, no visits, no times."""
    return replace(
        card_of(Shop(name="Nothing Yet", url="https://nothing.example/"), ()),
        started_at=None,
        ended_at=None,
        versions={},
        pages_loaded=0,
        gates=(),
        funnel=(),
    )


def panel(gallery: Gallery) -> tuple[Scorecard, ...]:
    """A wave of shops as different as they come."""
    first = nordlicht(gallery)
    twin = replace(first, shop=replace(first.shop, name="Südwind Schuhe", url="https://suedwind.example/"))
    better = tuple(
        replace(f, outcome=Outcome.MET, points=f.possible) if f.points is not None else f
        for f in first.findings
    )
    best = card_of(
        replace(
            first.shop,
            name="Ostsee Outdoor und Wanderbedarf Handelsgesellschaft",
            url="https://ostsee.example/",
        ),
        better,
        funnel=first.funnel,
        checkout=replace(first.checkout, clicks=4, fields_shown=9),
        film=first.film,
    )
    return (first, twin, best, harbour(gallery), walled(gallery))


def main(out: Path) -> None:
    """Write all samples as pages."""
    gallery = Gallery()
    cards = panel(gallery)
    reports = tuple(build_scorecard_report(card, LINKS) for card in cards)
    for report in reports:
        path = render_scorecard(report, out, gallery.read)
        print(path, path.stat().st_size)
    print(render_overview(build_overview(WAVE, reports), out))
    print(write_report_json(build_wave(WAVE, reports), out))
    odd = tuple(build_scorecard_report(card) for card in (empty(), hostile(gallery)))
    for report in odd:
        print(render_scorecard(report, out / "odd", gallery.read))
    print(render_overview(build_overview(WAVE, odd), out / "odd"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
