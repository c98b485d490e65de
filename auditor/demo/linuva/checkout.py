"""The checkout of Linuva: account wall, details, delivery, payment, review, each a page of its own."""

from __future__ import annotations

import re

from auditor.demo.linuva.catalogue import BY_KEY, euro
from auditor.demo.linuva.view import fill, goods_cents, shop_page
from auditor.demo.templates import Html, escape, join
from auditor.demo.web import Request, Response, Session, see_other

_STAGES = ("Duomenys", "Pristatymas", "Apmokėjimas", "Peržiūra")
DELIVERY = {"pastomatas": ("Į paštomatą", 249), "kurjeris": ("Kurjeris į namus", 449)}
PAYMENT = {
    "bankas": ("Elektroninė bankininkystė", "Banką pasirinksite pateikę užsakymą"),
    "pavedimas": ("Banko pavedimas", "Sąskaitą atsiųsime el. paštu"),
}
LOCKERS = {
    "Vilnius": ("Prekybos miestelis „Šilas“, Pušyno g. 4", "Degalinė, Ąžuolyno pr. 18"),
    "Kaunas": ("Prekybos centras „Nemuno krantas“, Upės g. 2", "Parduotuvė, Savanorių al. 120"),
    "Klaipėda": ("Prekybos centras „Marios“, Kopų g. 7",),
    "Šiauliai": ("Autobusų stotis, Tilžės al. 1",),
}

_FIELDS = {
    "vardas": ("Vardas", "Įrašykite vardą."),
    "pavarde": ("Pavardė", "Įrašykite pavardę."),
    "pastas": ("El. paštas", "Įrašykite el. pašto adresą."),
    "telefonas": ("Telefonas", "Įrašykite telefono numerį."),
    "gatve": ("Gatvė, namo ir buto numeris", "Įrašykite adresą."),
    "miestas": ("Miestas", "Įrašykite miestą."),
    "kodas": ("Pašto kodas", "Įrašykite pašto kodą."),
}
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_PHONE = re.compile(r"(\+370|8|0)\d{8}")
_POSTCODE = re.compile(r"(LT-?)?\d{5}", re.IGNORECASE)


def is_ready(session: Session) -> bool:
    """Whether details, delivery and payment are accepted."""
    return bool(session.cart) and {"pastas", "pristatymas", "apmokejimas"} <= session.checkout.keys()


def wall(request: Request) -> Response:
    """The second screen asks for an account; the way round it stands further down."""
    if not request.session.cart:
        return see_other("/krepselis")
    return shop_page(request, "Prisijungimas", fill("siena", answer=""))


def refuse_account(request: Request) -> Response:
    """Nobody has an account here, and none is made."""
    answer = Html('<div class="zinute" role="alert">Prisijungti nepavyko. Patikrinkite duomenis.</div>')
    return shop_page(request, "Prisijungimas", fill("siena", answer=answer))


def details(request: Request) -> Response:
    """Who buys."""
    if not request.session.cart:
        return see_other("/krepselis")
    return _details(request, request.session.checkout, {})


def take_details(request: Request) -> Response:
    """Check who buys; go on only when it is right."""
    if not request.session.cart:
        return see_other("/krepselis")
    given = {key: request.form.get(key, "").strip() for key in _FIELDS}
    wrong = {key: why for key, (_, why) in _FIELDS.items() if not given[key]}
    if given["pastas"] and not _EMAIL.fullmatch(given["pastas"]):
        wrong["pastas"] = "Neteisingas el. pašto adresas."
    if given["telefonas"] and not _PHONE.fullmatch(re.sub(r"[\s()\-]", "", given["telefonas"])):
        wrong["telefonas"] = "Neteisingas numeris. Pavyzdys: +370 600 00000."
    if given["kodas"] and not _POSTCODE.fullmatch(given["kodas"].replace(" ", "")):
        wrong["kodas"] = "Pašto kodą sudaro penki skaitmenys, pavyzdžiui, LT-44001."
    if wrong:
        return _details(request, given, wrong)
    request.session.checkout.update(given)
    return see_other("/uzsakymas/pristatymas")


def delivery(request: Request) -> Response:
    """How it is sent; what it costs is said here for the first time."""
    if "pastas" not in request.session.checkout:
        return see_other("/uzsakymas/duomenys")
    chosen = request.session.checkout.get("pristatymas", "pastomatas")
    options = join(
        f'<label class="pasirinkimas"><input type="radio" name="pristatymas" value="{key}"'
        f"{' checked' if key == chosen else ''}> {name} <b>{euro(cents)}</b></label>"
        for key, (name, cents) in DELIVERY.items()
    )
    lockers = join(
        f'<optgroup label="{town}">'
        + "".join(f'<option value="{town}: {place}">{place}</option>' for place in places)
        + "</optgroup>"
        for town, places in LOCKERS.items()
    )
    return _step(request, 1, "Pristatymas", fill("pristatymas", options=options, lockers=lockers))


def take_delivery(request: Request) -> Response:
    """Take over the way of delivery; a parcel locker has to be named."""
    if "pastas" not in request.session.checkout:
        return see_other("/uzsakymas/duomenys")
    way = request.form.get("pristatymas", "")
    locker = request.form.get("pastomatas", "")
    known = {f"{town}: {place}" for town, places in LOCKERS.items() for place in places}
    if way not in DELIVERY or (way == "pastomatas" and locker not in known):
        request.session.notice = "Pasirinkite paštomatą."
        return see_other("/uzsakymas/pristatymas")
    request.session.checkout.update(pristatymas=way, pastomatas=locker if way == "pastomatas" else "")
    return see_other("/uzsakymas/apmokejimas")


def payment(request: Request) -> Response:
    """How it is paid."""
    if "pristatymas" not in request.session.checkout:
        return see_other("/uzsakymas/pristatymas")
    options = join(
        f'<label class="pasirinkimas"><input type="radio" name="apmokejimas" value="{key}"> {name}'
        f"<small>{words}</small></label>"
        for key, (name, words) in PAYMENT.items()
    )
    return _step(request, 2, "Apmokėjimas", fill("apmokejimas", options=options))


def take_payment(request: Request) -> Response:
    """Take over the way of payment."""
    if "pristatymas" not in request.session.checkout:
        return see_other("/uzsakymas/pristatymas")
    if request.form.get("apmokejimas") not in PAYMENT:
        request.session.notice = "Pasirinkite apmokėjimo būdą."
        return see_other("/uzsakymas/apmokejimas")
    request.session.checkout["apmokejimas"] = request.form["apmokejimas"]
    return see_other("/uzsakymas/perziura")


def review(request: Request) -> Response:
    """The last screen: only the order is left, and Enter in its one field places it."""
    session = request.session
    if not is_ready(session):
        return see_other("/uzsakymas/apmokejimas")
    given = session.checkout
    name, cents = DELIVERY[given["pristatymas"]]
    goods = goods_cents(session)
    lines = join(
        f"<tr><td>{escape(BY_KEY[line.product].name)}, {line.option}</td><td>{line.quantity} vnt.</td>"
        f"<td>{euro(BY_KEY[line.product].cents * line.quantity)}</td></tr>"
        for line in session.cart
    )
    body = fill(
        "perziura",
        lines=lines,
        who=f"{given['vardas']} {given['pavarde']}, {given['gatve']}, {given['kodas']} {given['miestas']}",
        reach=f"{given['pastas']}, {given['telefonas']}",
        where=given["pastomatas"] or name,
        pay=PAYMENT[given["apmokejimas"]][0],
        delivery=euro(cents),
        total=euro(goods + cents),
    )
    return _step(request, 3, "Užsakymo peržiūra", body)


def place(request: Request) -> Response:
    """The order itself."""
    session = request.session
    if not is_ready(session):
        return see_other("/uzsakymas/apmokejimas")
    total = goods_cents(session) + DELIVERY[session.checkout["pristatymas"]][1]
    number = request.place_order(
        way=session.checkout["apmokejimas"], email=session.checkout["pastas"], total=euro(total)
    )
    return see_other(f"/uzsakymas/aciu?nr={2000 + number}")


def thank_you(request: Request) -> Response:
    """After the order."""
    number = escape(request.query.get("nr", ""))
    body = Html(
        f"<h1>Ačiū, užsakymas priimtas</h1><p>Užsakymo numeris {number}. "
        "Patvirtinimą išsiuntėme el. paštu.</p>"
    )
    return shop_page(request, "Ačiū", body)


def _details(request: Request, given: dict[str, str], wrong: dict[str, str]) -> Response:
    fields = join(
        f'<div class="laukas{" klaida" if key in wrong else ""}"><div class="pavadinimas">{label} '
        f'<span>(privaloma)</span></div><input name="{key}" id="u_{key}" value="{escape(given.get(key, ""))}"'
        f' title="{label}"><div class="kas">{wrong.get(key, "")}</div></div>'
        for key, (label, _) in _FIELDS.items()
    )
    return _step(request, 0, "Pirkėjo duomenys", fill("duomenys", fields=fields))


def _step(request: Request, stage: int, title: str, body: Html) -> Response:
    stages = join(
        f'<li class="{"active" if place == stage else "done" if place < stage else ""}">{name}</li>'
        for place, name in enumerate(_STAGES)
    )
    return shop_page(
        request,
        title,
        Html(f'<ol class="checkout-steps">{stages}</ol><div class="zingsnis"><h1>{title}</h1>{body}</div>'),
    )
