"""The checkout of Papierhain: one page whose sections open one after the other."""

from __future__ import annotations

import re

from auditor.demo.papierhain.cart import goods_cents
from auditor.demo.papierhain.catalogue import BY_SLUG, euro
from auditor.demo.papierhain.view import fill, shop_page
from auditor.demo.templates import Html, escape, join
from auditor.demo.web import Request, Response, Session, data, page, see_other

FREE_FROM_CENTS = 5900
_SLOW = 0.5
"""Seconds that the carrier and the bank take to say what they offer."""
SHIPPING = {
    "standard": ("Standardversand mit DHL", "2 bis 3 Werktage", 390),
    "express": ("Expressversand mit DHL", "am nächsten Werktag, bei Bestellung bis 11 Uhr", 990),
}
PAYMENT = {
    "paypal": ("PayPal", "Sie werden nach der Bestellung weitergeleitet"),
    "rechnung": ("Kauf auf Rechnung", "zahlbar innerhalb von 14 Tagen"),
    "vorkasse": ("Vorkasse", "Überweisung, wir versenden nach Zahlungseingang"),
    "karte": ("Kreditkarte", "Eingabe nach der Bestellung bei unserem Zahlungspartner"),
}

_OBLIGATORY = {
    "email": "Bitte geben Sie Ihre E-Mail-Adresse an.",
    "vorname": "Bitte geben Sie Ihren Vornamen an.",
    "nachname": "Bitte geben Sie Ihren Nachnamen an.",
    "strasse": "Bitte geben Sie Ihre Straße an.",
    "hausnummer": "Bitte geben Sie Ihre Hausnummer an.",
    "plz": "Bitte geben Sie Ihre Postleitzahl an.",
    "ort": "Bitte geben Sie Ihren Ort an.",
}
_FREE = ("anrede", "telefon", "land")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


def is_ready(session: Session) -> bool:
    """Whether all sections are complete and the terms are accepted."""
    return bool(session.cart) and {"email", "versand", "zahlung", "agb"} <= session.checkout.keys()


def checkout_page(request: Request) -> Response:
    """The page with all sections, the first one open."""
    if not request.session.cart:
        return see_other("/warenkorb")
    request.session.checkout.clear()
    lines = join(
        f"<li><span>{line.quantity} × {escape(BY_SLUG[line.product].name)}</span>"
        f"<span>{euro(BY_SLUG[line.product].cents * line.quantity)}</span></li>"
        for line in request.session.cart
    )
    return page(fill("kasse", lines=lines, goods=euro(goods_cents(request.session))))


def take_address(request: Request) -> Response:
    """First section; whatever comes after has to be chosen again when the address changes."""
    given = {key: request.form.get(key, "").strip() for key in (*_OBLIGATORY, *_FREE)}
    wrong = {key: why for key, why in _OBLIGATORY.items() if not given[key]}
    if given["email"] and not _EMAIL.fullmatch(given["email"]):
        wrong["email"] = "Diese E-Mail-Adresse ist nicht vollständig."
    digits = 4 if given["land"] == "AT" else 5
    if given["plz"] and not re.fullmatch(rf"\d{{{digits}}}", given["plz"]):
        wrong["plz"] = f"Die Postleitzahl hat {digits} Ziffern."
    if given["hausnummer"] and not re.search(r"\d", given["hausnummer"]):
        wrong["hausnummer"] = "Bitte geben Sie die Hausnummer mit Ziffern an."
    if given["telefon"] and not re.fullmatch(r"[+0][\d\s/()\-]{6,20}", given["telefon"]):
        wrong["telefon"] = "Diese Telefonnummer ist nicht gültig."
    if wrong or not request.session.cart:
        return data({"fehler": wrong}, status=422)
    request.session.checkout.clear()
    request.session.checkout.update(given)
    return data({"name": f"{given['vorname']} {given['nachname']}", "ort": f"{given['plz']} {given['ort']}"})


def shipping_options(request: Request) -> Response:
    """What can be chosen in the second section, once the address is known."""
    if "email" not in request.session.checkout:
        return data({"fehler": "Adresse fehlt"}, status=409)
    return data(
        [
            {"key": key, "name": name, "text": when, "preis": euro(_shipping_cents(request.session, key))}
            for key, (name, when, _) in SHIPPING.items()
        ],
        delay=_SLOW,
    )


def take_shipping(request: Request) -> Response:
    """Second section."""
    key = request.form.get("versand", "")
    if "email" not in request.session.checkout or key not in SHIPPING:
        return data({"fehler": {"versand": "Bitte wählen Sie eine Versandart."}}, status=422)
    request.session.checkout["versand"] = key
    return data(_totals(request.session))


def payment_options(request: Request) -> Response:
    """What can be chosen in the third section."""
    if "versand" not in request.session.checkout:
        return data({"fehler": "Versandart fehlt"}, status=409)
    return data(
        [{"key": key, "name": name, "text": words, "preis": ""} for key, (name, words) in PAYMENT.items()],
        delay=_SLOW,
    )


def take_payment(request: Request) -> Response:
    """Third section."""
    key = request.form.get("zahlung", "")
    if "versand" not in request.session.checkout or key not in PAYMENT:
        return data({"fehler": {"zahlung": "Bitte wählen Sie eine Zahlungsart."}}, status=422)
    request.session.checkout["zahlung"] = key
    return data(_totals(request.session))


def take_terms(request: Request) -> Response:
    """The box under the last section, ticked or not."""
    if request.form.get("agb") == "True" and "zahlung" in request.session.checkout:
        request.session.checkout["agb"] = "ja"
    else:
        request.session.checkout.pop("agb", None)
    return data({"bereit": is_ready(request.session)})


def order(request: Request) -> Response:
    """The order itself."""
    if not is_ready(request.session):
        return data({"fehler": "Bitte füllen Sie alle Abschnitte aus."}, status=409)
    total = _totals(request.session)["gesamt"]
    number = request.place_order(
        way=request.session.checkout["zahlung"], email=request.session.checkout["email"], total=total
    )
    return data({"weiter": f"/danke?nr=PH-{number:05d}"})


def thank_you(request: Request) -> Response:
    """After the order."""
    number = escape(request.query.get("nr", ""))
    body = Html(
        f'<h1 class="ph-h1">Vielen Dank für Ihre Bestellung</h1><p>Ihre Bestellnummer ist <b>{number}</b>. '
        "Die Bestätigung ist per E-Mail unterwegs.</p>"
    )
    return shop_page(request, "Vielen Dank", body)


def _shipping_cents(session: Session, key: str) -> int:
    return 0 if key == "standard" and goods_cents(session) >= FREE_FROM_CENTS else SHIPPING[key][2]


def _totals(session: Session) -> dict[str, str]:
    goods = goods_cents(session)
    shipping = _shipping_cents(session, session.checkout["versand"])
    way = session.checkout.get("zahlung", "")
    return {
        "versand": euro(shipping),
        "gesamt": euro(goods + shipping),
        "versandart": SHIPPING[session.checkout["versand"]][0],
        "zahlungsart": PAYMENT[way][0] if way else "",
    }
