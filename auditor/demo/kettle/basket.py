"""The basket of Kettle & Crumb: quantities, removing, saving for later, and a PayPal button that buys."""

from __future__ import annotations

from auditor.demo.kettle.catalogue import BY_SLUG, money
from auditor.demo.kettle.policies import DELIVERIES, FREE_FROM_PENCE
from auditor.demo.kettle.view import favourites, fill, shelf, shop_page
from auditor.demo.templates import Html, escape, join
from auditor.demo.web import Line, Request, Response, Session, see_other


def goods_pence(session: Session) -> int:
    """What the goods in the basket cost."""
    return sum(BY_SLUG[line.product].pence * line.quantity for line in session.cart)


def delivery_pence(session: Session, key: str = "standard") -> int:
    """What a way of delivery costs for this basket."""
    if key == "standard" and goods_pence(session) >= FREE_FROM_PENCE:
        return 0
    return next(option.pence for option in DELIVERIES if option.key == key)


def basket(request: Request) -> Response:
    """The basket page, the first screen of the checkout."""
    session = request.session
    saved = _saved(session)
    if not session.cart:
        body = Html(
            '<h1>Your basket</h1><p class="lead">Your basket is empty.</p><p><a class="cta" href="/">'
            f'Start shopping</a></p>{saved}<h2 class="line">Favourites</h2>'
            f'<div class="shelf">{shelf(favourites()[:4])}</div>'
        )
        return shop_page(request, "Your basket", body, kind="basket-page")
    goods, delivery = goods_pence(session), delivery_pence(session)
    body = fill(
        "basket",
        rows=join(_row(line) for line in session.cart),
        saved=saved,
        goods=money(goods),
        delivery=money(delivery),
        total=money(goods + delivery),
    )
    return shop_page(request, "Your basket", body, kind="basket-page")


def add(request: Request) -> Response:
    """Put a product into the basket and show the basket's message on the product page."""
    item = BY_SLUG.get(request.form.get("item", ""))
    amount = _amount(request.form.get("amount", "1"))
    if item is None or not item.stock or not amount:
        return see_other("/basket")
    line = request.session.add(item.slug, quantity=amount)
    line.quantity = min(line.quantity, item.stock)
    request.session.notice = (
        f"{escape(item.name)} is in your basket. "
        '<a href="/basket">View basket</a> or <a href="/checkout/address">check out</a>.'
    )
    return see_other(f"/product/{item.slug}")


def update(request: Request) -> Response:
    """Take over the quantities; 0 removes a line."""
    for line in list(request.session.cart):
        amount = _amount(request.form.get(f"amount-{line.product}", str(line.quantity)))
        line.quantity = min(amount, BY_SLUG[line.product].stock)
        if not line.quantity:
            request.session.cart.remove(line)
    request.session.notice = "Your basket has been updated."
    return see_other("/basket")


def remove(request: Request) -> Response:
    """Take one line out of the basket."""
    line = _take(request.session.cart, request.form.get("item", ""))
    if line:
        request.session.notice = f"{escape(BY_SLUG[line.product].name)} has been removed."
    return see_other("/basket")


def save_for_later(request: Request) -> Response:
    """Put a line aside."""
    line = _take(request.session.cart, request.form.get("item", ""))
    if line:
        request.session.saved.append(line)
        request.session.notice = f"{escape(BY_SLUG[line.product].name)} is saved for later."
    return see_other("/basket")


def move_back(request: Request) -> Response:
    """Put a saved line back into the basket."""
    line = _take(request.session.saved, request.form.get("item", ""))
    if line:
        request.session.add(line.product, quantity=line.quantity)
    return see_other("/basket")


def express(request: Request) -> Response:
    """The express button buys at once: an order with no more questions asked."""
    if not request.session.cart:
        return see_other("/basket")
    total = goods_pence(request.session) + delivery_pence(request.session)
    number = request.place_order(way="express", total=money(total))
    return see_other(f"/checkout/thank-you?order=KC-{number:06d}")


def _row(line: Line) -> Html:
    item = BY_SLUG[line.product]
    return fill(
        "basket_row",
        slug=item.slug,
        name=item.name,
        price=item.price,
        amount=line.quantity,
        stock=item.stock,
        total=money(item.pence * line.quantity),
    )


def _saved(session: Session) -> Html:
    if not session.saved:
        return Html("")
    rows = join(
        f'<li>{escape(BY_SLUG[line.product].name)} <form action="/basket/move" method="post" '
        f'class="inline"><input type="hidden" name="item" value="{line.product}">'
        '<button class="link" type="submit">Move to basket</button></form></li>'
        for line in session.saved
    )
    return Html(f'<section><h2 class="line">Saved for later</h2><ul>{rows}</ul></section>')


def _take(lines: list[Line], slug: str) -> Line | None:
    line = next((line for line in lines if line.product == slug), None)
    if line:
        lines.remove(line)
    return line


def _amount(words: str) -> int:
    return min(int(words), 99) if words.isascii() and words.isdigit() else 0
