"""Scorecards of shops that never existed, for tests and for looking at: `python tests/reports/samples.py DIR`."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from gallery import Box, Gallery

from auditor.models import (
    SECTIONS,
    STAGES,
    CheckoutCounts,
    EvidenceRef,
    FilmFrame,
    Finding,
    FunnelStage,
    GateResult,
    Outcome,
    RubricRef,
    Score,
    Scorecard,
    Shop,
    State,
    Value,
)
from reports.build import Links, build_overview, build_scorecard_report, build_wave
from reports.render import render_overview, render_scorecard, write_report_json

START = datetime(2026, 11, 18, 9, 12, 5, tzinfo=UTC)
WAVE = "2026-11-autumn"
RUBRIC = RubricRef(id="core", version="1.0", sha256="4f1c" + "a0" * 30)
MINIMUM_COVERAGE = 0.6
LINKS = Links(
    overview="index.html",
    evidence_root="../evidence/objects",
    identity="Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36",
    limits={"actions": "80", "pages": "60", "minutes": "6", "megabytes": "200"},
)
OUTCOME_SHARE = {Outcome.MET: 1.0, Outcome.PARTLY_MET: 0.5, Outcome.NOT_MET: 0.0}


def score_of(findings: tuple[Finding, ...]) -> Score:
    """The arithmetic of the scorer, so that samples add up."""
    counted = [f for f in findings if f.outcome in OUTCOME_SHARE or f.outcome is Outcome.NOT_OBSERVED]
    applicable = sum(f.possible for f in counted)
    observed = sum(f.possible for f in counted if f.outcome in OUTCOME_SHARE)
    earned = sum(f.points or 0.0 for f in counted)
    coverage = observed / applicable if applicable else 0.0
    rated = observed > 0 and coverage >= MINIMUM_COVERAGE
    return Score(
        share=earned / observed if rated else None,
        coverage=coverage,
        low=earned / applicable if applicable else 0.0,
        high=(earned + applicable - observed) / applicable if applicable else 1.0,
        rated=rated,
        earned=earned,
        observed=observed,
        applicable=applicable,
    )


def judged(
    criterion: str,
    section: str,
    title: str,
    outcome: Outcome,
    value: Value = None,
    *,
    unit: str = "",
    possible: float = 2.0,
    because: str = "",
    code: str = "",
    gate: bool = False,
    source: str = "",
    evidence: tuple[EvidenceRef, ...] = (),
    absent: bool = False,
) -> Finding:
    """A finding whose points follow from its outcome."""
    states = {Outcome.NOT_APPLICABLE: State.NOT_APPLICABLE, Outcome.NOT_OBSERVED: State.NOT_OBSERVED}
    states[Outcome.OUTSIDE_WAVE] = State.NOT_OBSERVED
    return Finding(
        criterion=criterion,
        title=title,
        section=section,
        check=criterion,
        outcome=outcome,
        state=State.ABSENT if absent else states.get(outcome, State.OBSERVED),
        value=value,
        unit=unit,
        points=OUTCOME_SHARE[outcome] * possible if outcome in OUTCOME_SHARE else None,
        possible=possible,
        gate=gate,
        because=because,
        code=code,
        source=source,
        evidence=evidence,
    )


def card_of(shop: Shop, findings: tuple[Finding, ...], **more: object) -> Scorecard:
    """A scorecard whose scores and must-haves follow from its findings."""
    grouped = {s: tuple(f for f in findings if f.section == s) for s in SECTIONS}
    met = {Outcome.MET: True, Outcome.PARTLY_MET: True, Outcome.NOT_MET: False}
    gates = tuple(
        GateResult(criterion=f.criterion, title=f.title, met=met.get(f.outcome), because=f.because)
        for f in findings
        if f.gate
    )
    base = Scorecard(
        shop=shop,
        wave=WAVE,
        rubric=RUBRIC,
        score=score_of(findings),
        sections={s: score_of(own) for s, own in grouped.items() if own},
        gates=gates,
        funnel=tuple(FunnelStage(stage=s, outcome="not_visited") for s in STAGES),
        checkout=CheckoutCounts(),
        findings=findings,
        started_at=START,
        ended_at=START + timedelta(minutes=14, seconds=32),
        versions={"program": "0.1.0", "lexicon": "3", "browser": "Chromium 140.0"},
        pages_loaded=47,
    )
    return replace(base, **more)  # type: ignore[arg-type]


class Camera:
    """Takes pictures of one invented shop and says where something was seen on them."""

    def __init__(self, gallery: Gallery, shop: Shop, tint: tuple[int, int, int]) -> None:
        self.gallery, self.shop, self.tint = gallery, shop, tint
        self.taken: dict[str, tuple[str, dict[str, Box], datetime, str]] = {}

    def take(self, role: str, path: str, heading: str, lines: tuple[str, ...], **more: object) -> None:
        name, places = self.gallery.page(self.shop.name, heading, lines, tint=self.tint, **more)  # type: ignore[arg-type]
        at = START + timedelta(seconds=41 * len(self.taken))
        self.taken[role] = (name, places, at, self.shop.url.rstrip("/") + path)

    def ref(self, role: str, quote: str = "") -> EvidenceRef:
        name, places, at, url = self.taken[role]
        text = self.gallery.put(f"{role}: {quote}".encode(), ".txt.gz")
        return EvidenceRef(
            url=url, quote=quote, seen_at=at, file=text, screenshot=name, box=places.get(quote), role=role
        )

    def frame(self, role: str, stage: str, caption: str, **more: object) -> FilmFrame:
        name, _, at, url = self.taken[role]
        return FilmFrame(
            stage=stage,
            role=role,
            caption=caption,
            url=url,
            seen_at=at,
            screenshot=name,
            **more,  # type: ignore[arg-type]
        )


def nordlicht(gallery: Gallery) -> Scorecard:
    """A German shop: walked to the end, most things seen, some points lost."""
    shop = Shop(
        name="Nordlicht Schuhe", url="https://nordlicht-schuhe.example/", country="DE", language="de",
        peer_group="shoes",
    )  # fmt: skip
    see = Camera(gallery, shop, (34, 70, 92))
    see.take("home", "/", "Willkommen im Norden", ("Neue Stiefel sind da", "Service: 0431 555 0192"))
    see.take("search_results", "/suche?q=wanderstifel", "Suche: wanderstifel", ("0 Treffer gefunden",))
    see.take("product", "/p/wanderstiefel-fjord", "Wanderstiefel Fjord", ("129,95 €", "Auf Lager"), button="In den Warenkorb")  # fmt: skip
    see.take("cart", "/warenkorb", "Warenkorb", ("Wanderstiefel Fjord   1 ×   129,95 €", "Versand 4,95 €"), button="Zur Kasse")  # fmt: skip
    see.take("checkout", "/kasse/adresse", "Adresse", ("Als Gast bestellen",), fields=("Vorname", "Nachname", "Straße", "PLZ", "Ort"), button="Weiter")  # fmt: skip
    see.take("checkout_filled", "/kasse/versand", "Versand und Zahlung", ("DHL Paket 4,95 €", "DHL Packstation 4,95 €", "PayPal   Rechnung   Karte"), button="Weiter")  # fmt: skip
    see.take("last_state", "/kasse/pruefen", "Bestellung prüfen", ("Gesamtsumme 134,90 €", "Es gelten unsere AGB"), button="Zahlungspflichtig bestellen")  # fmt: skip
    see.take(
        "contact",
        "/kontakt",
        "Kontakt",
        ("Mo–Fr 9–18 Uhr, Sa 10–14 Uhr", "E-Mail: hallo@nordlicht-schuhe.example"),
    )
    see.take("returns_policy", "/rueckgabe", "Rückgabe", ("Sie können Ihre Ware innerhalb von 30 Tagen zurückgeben.", "Die Kosten der Rücksendung tragen Sie: 3,95 €."), height=2600)  # fmt: skip
    ok, part, no, unseen = Outcome.MET, Outcome.PARTLY_MET, Outcome.NOT_MET, Outcome.NOT_OBSERVED
    baymard = "Baymard Institute, 2024"
    findings = (
        judged("search_present", "search", "Can a customer search by keyword?", ok, True, gate=True, evidence=(see.ref("home"),), source="Must-have of the e-tailing group's studies since 2007"),
        judged("search_exact", "search", "Does the exact product name find the product?", ok, True, evidence=(see.ref("search_results"),), because="First of 3 results for its full title."),
        judged("search_typo", "search", "Does a search with one wrong letter still find the product?", no, False, possible=3, because="“wanderstifel” led to no results at all.", evidence=(see.ref("search_results", "0 Treffer gefunden"),), source="18% of 50 sites gave nothing useful, Baymard Institute, 2014"),
        judged("stock_shown", "product", "Is stock shown before the cart?", ok, "in_stock", gate=True, evidence=(see.ref("product", "Auf Lager"),)),
        judged("shipping_on_product", "product", "Is the delivery cost shown on the product page?", no, absent=True, because="Looked on the product page and in what it folds away.", evidence=(see.ref("product"),), source="43% of sites show none, Baymard Institute"),
        judged("reviews", "product", "Are there customer reviews?", unseen, code="ambiguous", because="Stars without a number."),
        judged("cart_edit", "cart", "Can the quantity be changed in the cart?", ok, True, evidence=(see.ref("cart", "Wanderstiefel Fjord   1 ×   129,95 €"),)),
        judged("cart_shipping", "cart", "Is the delivery cost shown in the cart?", ok, "EUR 4.95", evidence=(see.ref("cart", "Versand 4,95 €"),)),
        judged("cart_save", "cart", "Can the cart be saved for later?", no, absent=True, possible=1, because="Looked in the cart and on the product page.", evidence=(see.ref("cart"), see.ref("product"))),
        judged("guest", "checkout", "Can a customer order without an account?", ok, True, gate=True, possible=4, evidence=(see.ref("checkout", "Als Gast bestellen"),), source="76% of 100 US sites, Baymard Institute, 2012"),
        judged("short_checkout", "checkout", "How many screens lie between cart and order?", ok, 4, unit="screens", possible=3, source=f"5.1 on average, {baymard}", evidence=(see.ref("cart"), see.ref("checkout"), see.ref("checkout_filled"), see.ref("last_state"))),
        judged("few_fields", "checkout", "How many form fields does the checkout show?", part, 14, unit="fields", possible=3, because="More than the published average.", source=f"11.3 on average, {baymard}", evidence=(see.ref("checkout", "Vorname"),)),
        judged("order_button", "checkout", "Does the order button say that ordering means paying?", ok, "Zahlungspflichtig bestellen", gate=True, evidence=(see.ref("last_state", "Zahlungspflichtig bestellen"),), source="Directive 2011/83/EU, article 8(2)"),
        judged("payment_methods", "payment", "How many ways to pay are offered?", ok, ("PayPal", "invoice", "card"), evidence=(see.ref("checkout_filled", "PayPal   Rechnung   Karte"),)),
        judged("delivery_options", "delivery", "How many ways of delivery are offered?", part, 2, unit="options", evidence=(see.ref("checkout_filled", "DHL Paket 4,95 €"),)),
        judged("pickup", "delivery", "Can goods be picked up in a store?", Outcome.NOT_APPLICABLE, because="The shop names no stores."),
        judged("faq", "self_service", "Is there an FAQ?", no, absent=True, gate=True, possible=3, because="Looked in the footer, the help menu and the sitemap.", evidence=(see.ref("home"), see.ref("contact"))),
        judged("faq_search", "self_service", "Can the FAQ be searched?", Outcome.NOT_APPLICABLE, because="There is no FAQ."),
        judged("hours", "contact", "Are service hours listed?", ok, "Mo-Fr 09:00-18:00; Sa 10:00-14:00", unit="opening_hours", gate=True, evidence=(see.ref("contact", "Mo–Fr 9–18 Uhr, Sa 10–14 Uhr"),), source="77% of 100 shops, the e-tailing group, 2014"),
        judged("hours_week", "contact", "How many hours a week is someone there?", part, 49.0, unit="hours", because="5 × 9 hours and 1 × 4 hours.", evidence=(see.ref("contact", "Mo–Fr 9–18 Uhr, Sa 10–14 Uhr"),)),
        judged("phone", "contact", "Is a phone number offered?", ok, True, evidence=(see.ref("home", "Service: 0431 555 0192"),)),
        judged("chat", "contact", "Is there a live chat?", unseen, code="timeout", because="The chat window stayed empty for 10 s."),
        judged("returns_found", "returns", "Can the returns policy be found?", ok, True, gate=True, evidence=(see.ref("returns_policy"),)),
        judged("returns_days", "returns", "How many days does a customer have to send goods back?", ok, 30, unit="days", possible=3, evidence=(see.ref("returns_policy", "Sie können Ihre Ware innerhalb von 30 Tagen zurückgeben."),), source="14 days is the law in the EU"),
        judged("returns_cost", "returns", "What does sending back cost the customer?", no, "EUR 3.95", evidence=(see.ref("returns_policy", "Die Kosten der Rücksendung tragen Sie: 3,95 €."),)),
        judged("returns_label", "returns", "Does a prepaid label come with the parcel?", unseen, code="ambiguous", because="“Etikett” is named without saying who pays."),
        judged("https", "trust", "Is every page served encrypted?", ok, True, gate=True, evidence=(see.ref("home"),)),
        judged("answers_24h", "answers", "Is an e-mail answered within 24 hours?", Outcome.OUTSIDE_WAVE),
        judged("parcel_days", "after_order", "How many days does the parcel take?", Outcome.OUTSIDE_WAVE),
    )  # fmt: skip
    seconds = (1.2, 3.9, 5.8, 8.1, 11.4, 16.9)
    return card_of(
        shop,
        findings,
        funnel=tuple(FunnelStage(stage=s, outcome="reached", url=shop.url, seconds=t) for s, t in zip(STAGES, seconds, strict=True)),
        checkout=CheckoutCounts(
            screens=4, steps_declared=3, clicks=6, fields_shown=14, fields_required=9, machine_seconds=8.8,
            stopped_at="last_state", censored=False, order_button="Zahlungspflichtig bestellen",
        ),
        film=(
            see.frame("home", "home", "Home page after closing the cookie notice", clicks=1, seconds=1.2),
            see.frame("search_results", "search", "Search with one wrong letter", clicks=1, seconds=3.9),
            see.frame("product", "product", "Product page", clicks=1, seconds=5.8),
            see.frame("cart", "cart", "Cart with the product in it", screen=1, clicks=2, seconds=8.1),
            see.frame("checkout", "checkout", "Address", screen=2, clicks=2, fields=9, seconds=11.4),
            see.frame("checkout_filled", "checkout", "Delivery and payment", screen=3, clicks=3, fields=5, seconds=14.2),
            see.frame("last_state", "last_state", "Only the order itself is left", screen=4, clicks=1, seconds=16.9),
        ),
        overlays=("Cookie notice: “Nur notwendige” pressed",),
    )  # fmt: skip


def harbour(gallery: Gallery) -> Scorecard:
    """An English shop whose walk ends at an account wall."""
    shop = Shop(name="Harbour & Home", url="https://harbour-home.example/", country="GB", language="en", peer_group="home")  # fmt: skip
    see = Camera(gallery, shop, (92, 60, 34))
    see.take("home", "/", "Everything for the kitchen", ("Free delivery over £50",))
    see.take("cart", "/basket", "Your basket", ("Kettle   1 × £39.00",), button="Checkout")
    see.take("account_wall", "/login", "Sign in to continue", ("Please sign in or create an account.",), fields=("Email", "Password"), button="Sign in")  # fmt: skip
    findings = (
        judged("search_present", "search", "Can a customer search by keyword?", Outcome.MET, True, gate=True, evidence=(see.ref("home"),)),
        judged("stock_shown", "product", "Is stock shown before the cart?", Outcome.NOT_MET, absent=True, gate=True, because="Looked on the product page.", evidence=(see.ref("home"),)),
        judged("guest", "checkout", "Can a customer order without an account?", Outcome.NOT_MET, False, gate=True, possible=4, because="The only way on asks for an account.", evidence=(see.ref("account_wall", "Please sign in or create an account."),)),
        judged("short_checkout", "checkout", "How many screens lie between cart and order?", Outcome.NOT_OBSERVED, code="login_required", possible=3),
        judged("returns_days", "returns", "How many days does a customer have to send goods back?", Outcome.MET, 365, unit="days", possible=3, evidence=(see.ref("home"),)),
        judged("hours", "contact", "Are service hours listed?", Outcome.MET, "24/7", unit="opening_hours", gate=True, evidence=(see.ref("home"),)),
    )  # fmt: skip
    outcomes = ("reached", "reached", "reached", "reached", "login_required", "login_required")
    return card_of(
        shop,
        findings,
        funnel=tuple(FunnelStage(stage=s, outcome=o, seconds=2.0 * n) for n, (s, o) in enumerate(zip(STAGES, outcomes, strict=True), 1)),
        checkout=CheckoutCounts(screens=6, clicks=3, fields_shown=2, stopped_at="account_wall"),
        film=(
            see.frame("home", "home", "Home page", seconds=2.0),
            see.frame("cart", "cart", "Basket", screen=1, clicks=2, seconds=8.0),
            see.frame("account_wall", "checkout", "Account wall", screen=2, clicks=1, fields=2, seconds=9.6),
        ),
        pages_loaded=1,
    )  # fmt: skip


def walled(gallery: Gallery) -> Scorecard:
    """A shop that turned us away: nothing is known, and nothing is held against it."""
    shop = Shop(name="Citadel Outlet", url="https://citadel.example/", peer_group="shoes")
    findings = tuple(
        replace(f, outcome=Outcome.NOT_OBSERVED, state=State.NOT_OBSERVED, value=None, points=None, code="bot_wall", because="403 on the home page.", evidence=())
        for f in nordlicht(gallery).findings
        if f.outcome is not Outcome.OUTSIDE_WAVE
    )  # fmt: skip
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
        started_at=None, ended_at=None, versions={}, pages_loaded=0, gates=(), funnel=(),
    )  # fmt: skip


PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "=HYPERLINK(\"http://evil.example\",\"x\")",
    "{{ 7*7 }}{% raw %}",
    "\u202egnp.exe\u202c",
    "\x1b[31mred\x1b[0m\x00",
    "../../../../etc/passwd",
    "</style><style>*{display:none}",
)  # fmt: skip


def hostile(gallery: Gallery) -> Scorecard:
    """A shop that puts something nasty wherever its words can reach."""
    nasty = " ".join(PAYLOADS)
    shop = Shop(
        name=nasty + "W" * 400, url="javascript:alert(document.domain)", country=nasty, language='de" onload="x',
        peer_group=nasty,
    )  # fmt: skip
    picture, _ = gallery.page("evil", "evil", ("evil",))
    refs = tuple(
        EvidenceRef(url=url, quote=nasty * 3, seen_at=START, file="../../x", screenshot=picture, box=(10, 10, 9e9, 9e9), role=nasty)
        for url in ("javascript:alert(1)", "data:text/html,<script>1</script>", "https://shop@evil.example/", "https://shop.example/?a=\"'<>&")
    )  # fmt: skip
    findings = (
        judged("phone", "contact", nasty, Outcome.NOT_MET, nasty, because=nasty, source=nasty, evidence=refs, gate=True),
        judged("many", "payment", "Values?", Outcome.MET, PAYLOADS, evidence=refs),
        judged("odd_code", "trust", nasty, Outcome.NOT_OBSERVED, code="<b>new</b>{detail}", because="{detail}{0}"),
        judged("broken_picture", "trust", "Picture?", Outcome.MET, True, evidence=(replace(refs[0], screenshot="0" * 64 + ".png", box=(0, 0, 5, 5)),)),
    )  # fmt: skip
    return card_of(
        shop,
        findings,
        wave=WAVE,
        funnel=(FunnelStage(stage="home", outcome=nasty, url="javascript:1", because=nasty, seconds=float("inf")),),
        checkout=CheckoutCounts(screens=3, stopped_at=nasty, order_button=nasty),
        film=(FilmFrame(stage=nasty, role=nasty, caption=nasty, url=nasty, seen_at=START, screenshot=gallery.put(b"not a picture", ".png")),),
        overlays=PAYLOADS,
        versions={nasty: nasty},
    )  # fmt: skip


def panel(gallery: Gallery) -> tuple[Scorecard, ...]:
    """A wave of shops as different as they come."""
    first = nordlicht(gallery)
    twin = replace(first, shop=replace(first.shop, name="Südwind Schuhe", url="https://suedwind.example/"))
    better = tuple(
        replace(f, outcome=Outcome.MET, points=f.possible) if f.points is not None else f
        for f in first.findings
    )
    best = card_of(replace(first.shop, name="Ostsee Outdoor und Wanderbedarf Handelsgesellschaft", url="https://ostsee.example/"), better, funnel=first.funnel, checkout=replace(first.checkout, clicks=4, fields_shown=9), film=first.film)  # fmt: skip
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
