"""The sample that looks like an ordinary audit."""

from __future__ import annotations

from gallery import Gallery
from sample_parts import Camera, card_of, judged

from auditor.models import STAGES, CheckoutCounts, FunnelStage, Outcome, Scorecard, Shop


def nordlicht(gallery: Gallery) -> Scorecard:
    """A German shop: walked to the end, most things seen, some points lost."""
    shop = Shop(
        name="Nordlicht Schuhe",
        url="https://nordlicht-schuhe.example/",
        country="DE",
        language="de",
        peer_group="shoes",
    )
    see = Camera(gallery, shop, (34, 70, 92))
    see.take("home", "/", "Willkommen im Norden", ("Neue Stiefel sind da", "Service: 0431 555 0192"))
    see.take("search_results", "/suche?q=wanderstifel", "Suche: wanderstifel", ("0 Treffer gefunden",))
    see.take(
        "product",
        "/p/wanderstiefel-fjord",
        "Wanderstiefel Fjord",
        ("129,95 €", "Auf Lager"),
        button="In den Warenkorb",
    )
    see.take(
        "cart",
        "/warenkorb",
        "Warenkorb",
        ("Wanderstiefel Fjord   1 ×   129,95 €", "Versand 4,95 €"),
        button="Zur Kasse",
    )
    see.take(
        "checkout",
        "/kasse/adresse",
        "Adresse",
        ("Als Gast bestellen",),
        fields=("Vorname", "Nachname", "Straße", "PLZ", "Ort"),
        button="Weiter",
    )
    see.take(
        "checkout_filled",
        "/kasse/versand",
        "Versand und Zahlung",
        ("DHL Paket 4,95 €", "DHL Packstation 4,95 €", "PayPal   Rechnung   Karte"),
        button="Weiter",
    )
    see.take(
        "last_state",
        "/kasse/pruefen",
        "Bestellung prüfen",
        ("Gesamtsumme 134,90 €", "Es gelten unsere AGB"),
        button="Zahlungspflichtig bestellen",
    )
    see.take(
        "contact",
        "/kontakt",
        "Kontakt",
        ("Mo–Fr 9–18 Uhr, Sa 10–14 Uhr", "E-Mail: hallo@nordlicht-schuhe.example"),
    )
    see.take(
        "returns_policy",
        "/rueckgabe",
        "Rückgabe",
        (
            "Sie können Ihre Ware innerhalb von 30 Tagen zurückgeben.",
            "Die Kosten der Rücksendung tragen Sie: 3,95 €.",
        ),
        height=2600,
    )
    ok, part, no, unseen = Outcome.MET, Outcome.PARTLY_MET, Outcome.NOT_MET, Outcome.NOT_OBSERVED
    baymard = "Baymard Institute, 2024"
    findings = (
        judged(
            "search_present",
            "search",
            "Can a customer search by keyword?",
            ok,
            True,
            gate=True,
            evidence=(see.ref("home"),),
            source="Must-have of the e-tailing group's studies since 2007",
        ),
        judged(
            "search_exact",
            "search",
            "Does the exact product name find the product?",
            ok,
            True,
            evidence=(see.ref("search_results"),),
            because="First of 3 results for its full title.",
        ),
        judged(
            "search_typo",
            "search",
            "Does a search with one wrong letter still find the product?",
            no,
            False,
            possible=3,
            because="“wanderstifel” led to no results at all.",
            evidence=(see.ref("search_results", "0 Treffer gefunden"),),
            source="18% of 50 sites gave nothing useful, Baymard Institute, 2014",
        ),
        judged(
            "stock_shown",
            "product",
            "Is stock shown before the cart?",
            ok,
            "in_stock",
            gate=True,
            evidence=(see.ref("product", "Auf Lager"),),
        ),
        judged(
            "shipping_on_product",
            "product",
            "Is the delivery cost shown on the product page?",
            no,
            absent=True,
            because="Looked on the product page and in what it folds away.",
            evidence=(see.ref("product"),),
            source="43% of sites show none, Baymard Institute",
        ),
        judged(
            "reviews",
            "product",
            "Are there customer reviews?",
            unseen,
            code="ambiguous",
            because="Stars without a number.",
        ),
        judged(
            "cart_edit",
            "cart",
            "Can the quantity be changed in the cart?",
            ok,
            True,
            evidence=(see.ref("cart", "Wanderstiefel Fjord   1 ×   129,95 €"),),
        ),
        judged(
            "cart_shipping",
            "cart",
            "Is the delivery cost shown in the cart?",
            ok,
            "EUR 4.95",
            evidence=(see.ref("cart", "Versand 4,95 €"),),
        ),
        judged(
            "cart_save",
            "cart",
            "Can the cart be saved for later?",
            no,
            absent=True,
            possible=1,
            because="Looked in the cart and on the product page.",
            evidence=(see.ref("cart"), see.ref("product")),
        ),
        judged(
            "guest",
            "checkout",
            "Can a customer order without an account?",
            ok,
            True,
            gate=True,
            possible=4,
            evidence=(see.ref("checkout", "Als Gast bestellen"),),
            source="76% of 100 US sites, Baymard Institute, 2012",
        ),
        judged(
            "short_checkout",
            "checkout",
            "How many screens lie between cart and order?",
            ok,
            4,
            unit="screens",
            possible=3,
            source=f"5.1 on average, {baymard}",
            evidence=(
                see.ref("cart"),
                see.ref("checkout"),
                see.ref("checkout_filled"),
                see.ref("last_state"),
            ),
        ),
        judged(
            "few_fields",
            "checkout",
            "How many form fields does the checkout show?",
            part,
            14,
            unit="fields",
            possible=3,
            because="More than the published average.",
            source=f"11.3 on average, {baymard}",
            evidence=(see.ref("checkout", "Vorname"),),
        ),
        judged(
            "order_button",
            "checkout",
            "Does the order button say that ordering means paying?",
            ok,
            "Zahlungspflichtig bestellen",
            gate=True,
            evidence=(see.ref("last_state", "Zahlungspflichtig bestellen"),),
            source="Directive 2011/83/EU, article 8(2)",
        ),
        judged(
            "payment_methods",
            "payment",
            "How many ways to pay are offered?",
            ok,
            ("PayPal", "invoice", "card"),
            evidence=(see.ref("checkout_filled", "PayPal   Rechnung   Karte"),),
        ),
        judged(
            "delivery_options",
            "delivery",
            "How many ways of delivery are offered?",
            part,
            2,
            unit="options",
            evidence=(see.ref("checkout_filled", "DHL Paket 4,95 €"),),
        ),
        judged(
            "pickup",
            "delivery",
            "Can goods be picked up in a store?",
            Outcome.NOT_APPLICABLE,
            because="The shop names no stores.",
        ),
        judged(
            "faq",
            "self_service",
            "Is there an FAQ?",
            no,
            absent=True,
            gate=True,
            possible=3,
            because="Looked in the footer, the help menu and the sitemap.",
            evidence=(see.ref("home"), see.ref("contact")),
        ),
        judged(
            "faq_search",
            "self_service",
            "Can the FAQ be searched?",
            Outcome.NOT_APPLICABLE,
            because="There is no FAQ.",
        ),
        judged(
            "hours",
            "contact",
            "Are service hours listed?",
            ok,
            "Mo-Fr 09:00-18:00; Sa 10:00-14:00",
            unit="opening_hours",
            gate=True,
            evidence=(see.ref("contact", "Mo–Fr 9–18 Uhr, Sa 10–14 Uhr"),),
            source="77% of 100 shops, the e-tailing group, 2014",
        ),
        judged(
            "hours_week",
            "contact",
            "How many hours a week is someone there?",
            part,
            49.0,
            unit="hours",
            because="5 × 9 hours and 1 × 4 hours.",
            evidence=(see.ref("contact", "Mo–Fr 9–18 Uhr, Sa 10–14 Uhr"),),
        ),
        judged(
            "phone",
            "contact",
            "Is a phone number offered?",
            ok,
            True,
            evidence=(see.ref("home", "Service: 0431 555 0192"),),
        ),
        judged(
            "chat",
            "contact",
            "Is there a live chat?",
            unseen,
            code="timeout",
            because="The chat window stayed empty for 10 s.",
        ),
        judged(
            "returns_found",
            "returns",
            "Can the returns policy be found?",
            ok,
            True,
            gate=True,
            evidence=(see.ref("returns_policy"),),
        ),
        judged(
            "returns_days",
            "returns",
            "How many days does a customer have to send goods back?",
            ok,
            30,
            unit="days",
            possible=3,
            evidence=(see.ref("returns_policy", "Sie können Ihre Ware innerhalb von 30 Tagen zurückgeben."),),
            source="14 days is the law in the EU",
        ),
        judged(
            "returns_cost",
            "returns",
            "What does sending back cost the customer?",
            no,
            "EUR 3.95",
            evidence=(see.ref("returns_policy", "Die Kosten der Rücksendung tragen Sie: 3,95 €."),),
        ),
        judged(
            "returns_label",
            "returns",
            "Does a prepaid label come with the parcel?",
            unseen,
            code="ambiguous",
            because="“Etikett” is named without saying who pays.",
        ),
        judged(
            "https",
            "trust",
            "Is every page served encrypted?",
            ok,
            True,
            gate=True,
            evidence=(see.ref("home"),),
        ),
        judged("answers_24h", "answers", "Is an e-mail answered within 24 hours?", Outcome.OUTSIDE_WAVE),
        judged("parcel_days", "after_order", "How many days does the parcel take?", Outcome.OUTSIDE_WAVE),
    )
    seconds = (1.2, 3.9, 5.8, 8.1, 11.4, 16.9)
    return card_of(
        shop,
        findings,
        funnel=tuple(
            FunnelStage(stage=s, outcome="reached", url=shop.url, seconds=t)
            for s, t in zip(STAGES, seconds, strict=True)
        ),
        checkout=CheckoutCounts(
            screens=4,
            steps_declared=3,
            clicks=6,
            fields_shown=14,
            fields_required=9,
            machine_seconds=8.8,
            stopped_at="last_state",
            censored=False,
            order_button="Zahlungspflichtig bestellen",
        ),
        film=(
            see.frame("home", "home", "Home page after closing the cookie notice", clicks=1, seconds=1.2),
            see.frame("search_results", "search", "Search with one wrong letter", clicks=1, seconds=3.9),
            see.frame("product", "product", "Product page", clicks=1, seconds=5.8),
            see.frame("cart", "cart", "Cart with the product in it", screen=1, clicks=2, seconds=8.1),
            see.frame("checkout", "checkout", "Address", screen=2, clicks=2, fields=9, seconds=11.4),
            see.frame(
                "checkout_filled",
                "checkout",
                "Delivery and payment",
                screen=3,
                clicks=3,
                fields=5,
                seconds=14.2,
            ),
            see.frame(
                "last_state", "last_state", "Only the order itself is left", screen=4, clicks=1, seconds=16.9
            ),
        ),
        overlays=("Cookie notice: “Nur notwendige” pressed",),
    )
