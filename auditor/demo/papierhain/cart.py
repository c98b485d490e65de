"""The cart of Papierhain, as the script sees it."""

from __future__ import annotations

from auditor.demo.papierhain.catalogue import BY_SLUG, euro
from auditor.demo.papierhain.view import fill, shop_page
from auditor.demo.web import Request, Response, Session, data


def goods_cents(session: Session) -> int:
    """What the goods in the cart cost."""
    return sum(BY_SLUG[line.product].cents * line.quantity for line in session.cart)


def cart_page(request: Request) -> Response:
    """The cart as a page; the script fills it."""
    return shop_page(request, "Warenkorb", fill("warenkorb"))


def show(request: Request) -> Response:
    """The cart's lines and their sum."""
    return data(describe(request.session))


def add(request: Request) -> Response:
    """Put an article into the cart."""
    item = BY_SLUG.get(request.form.get("artikel", ""))
    if item is None or not item.in_stock:
        return data({"fehler": "Dieser Artikel ist leider ausverkauft."}, status=409)
    line = request.session.add(item.slug, quantity=_amount(request.form.get("menge", "1")) or 1)
    line.quantity = min(line.quantity, 20)
    return data(describe(request.session))


def change(request: Request) -> Response:
    """Set the quantity of a line; 0 removes it."""
    amount = _amount(request.form.get("menge", ""))
    for line in list(request.session.cart):
        if line.product == request.form.get("artikel"):
            line.quantity = min(amount, 20)
            if not amount:
                request.session.cart.remove(line)
    return data(describe(request.session))


def describe(session: Session) -> dict[str, object]:
    """The cart as the script wants it."""
    return {
        "anzahl": session.pieces,
        "summe": euro(goods_cents(session)),
        "zeilen": [
            {
                "slug": line.product,
                "name": BY_SLUG[line.product].name,
                "menge": line.quantity,
                "preis": BY_SLUG[line.product].price,
                "summe": euro(BY_SLUG[line.product].cents * line.quantity),
            }
            for line in session.cart
        ],
    }


def _amount(words: str) -> int:
    return int(words) if words.isascii() and words.isdigit() and len(words) < 4 else 0
