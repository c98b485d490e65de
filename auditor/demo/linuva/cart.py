"""The cart of Linuva."""

from __future__ import annotations

from auditor.demo.linuva.catalogue import BY_KEY, SIZES, euro
from auditor.demo.linuva.view import fill, goods_cents, shop_page
from auditor.demo.templates import Html, join
from auditor.demo.web import Line, Request, Response, see_other


def cart(request: Request) -> Response:
    """The cart page, the first screen of the checkout."""
    session = request.session
    if not session.cart:
        body = Html(
            "<h1>Pirkinių krepšelis</h1><p>Jūsų krepšelis tuščias.</p>"
            '<p><a class="m m-sviesus" href="/">Tęsti apsipirkimą</a></p>'
        )
        return shop_page(request, "Pirkinių krepšelis", body)
    rows = join(_row(place, line) for place, line in enumerate(session.cart))
    body = fill("krepselis", rows=rows, total=euro(goods_cents(session)))
    return shop_page(request, "Pirkinių krepšelis", body)


def add(request: Request) -> Response:
    """Put a garment into the cart, if a size is chosen that is left."""
    item = BY_KEY.get(request.form.get("preke", ""))
    if item is None:
        return see_other("/krepselis")
    size = request.form.get("dydis", "")
    if size not in SIZES or size in item.missing:
        missing = "Šio dydžio nebeturime." if size in SIZES else "Pasirinkite dydį."
        request.session.notice = missing
        return see_other(f"/preke/{item.key}")
    line = request.session.add(item.key, size)
    line.quantity = min(line.quantity, 9)
    return see_other("/krepselis")


def update(request: Request) -> Response:
    """Take over the quantities; 0 removes a line."""
    for place, line in enumerate(list(request.session.cart)):
        amount = request.form.get(f"kiekis{place}", "")
        if not (amount.isascii() and amount.isdigit()):
            continue
        line.quantity = min(int(amount[:3]), 9)
        if not line.quantity:
            request.session.cart.remove(line)
    return see_other("/krepselis")


def remove(request: Request) -> Response:
    """Take one line out of the cart."""
    wanted = (request.form.get("preke"), request.form.get("dydis"))
    request.session.cart[:] = [line for line in request.session.cart if (line.product, line.option) != wanted]
    return see_other("/krepselis")


def _row(place: int, line: Line) -> Html:
    item = BY_KEY[line.product]
    return fill(
        "eilute",
        key=item.key,
        name=item.name,
        size=line.option,
        place=place,
        amount=line.quantity,
        total=euro(item.cents * line.quantity),
    )
