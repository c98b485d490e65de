"""The guest checkout of Kettle & Crumb: address, delivery, review and pay. Every screen is checked here."""

from __future__ import annotations

import re

from auditor.demo.kettle.basket import delivery_pence, goods_pence
from auditor.demo.kettle.catalogue import BY_SLUG, money
from auditor.demo.kettle.policies import DELIVERIES, PAYMENTS, Option
from auditor.demo.kettle.view import fill, shop_page
from auditor.demo.templates import Html, escape, join
from auditor.demo.web import Request, Response, Session, page, see_other

_STAGES = ("Basket", "Address", "Delivery", "Review & pay")
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}", re.IGNORECASE)
_PHONE = re.compile(r"(\+44|0044|0)0?\d{9,10}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")

_FIELDS = {
    "email": ("E-mail address", "email", "email"),
    "phone": ("Phone number", "tel", "tel"),
    "first": ("First name", "text", "given-name"),
    "last": ("Last name", "text", "family-name"),
    "line1": ("Address line 1", "text", "address-line1"),
    "line2": ("Address line 2", "text", "address-line2"),
    "town": ("Town or city", "text", "address-level2"),
    "county": ("County", "text", "address-level1"),
    "postcode": ("Postcode", "text", "postal-code"),
}
_OPTIONAL = {"line2", "county"}


def is_ready(session: Session) -> bool:
    """Whether address and delivery are accepted; a way to pay is always chosen."""
    return bool(session.cart) and {"email", "postcode", "delivery"} <= session.checkout.keys()


def address(request: Request) -> Response:
    """Second screen, empty or as it was accepted."""
    if not request.session.cart:
        return see_other("/basket")
    return _address(request, request.session.checkout, {})


def take_address(request: Request) -> Response:
    """Check the address; go on only when it is right."""
    if not request.session.cart:
        return see_other("/basket")
    given = {key: request.form.get(key, "").strip() for key in _FIELDS}
    wrong = _wrong(given)
    if wrong:
        return _address(request, given, wrong)
    request.session.checkout.update(given)
    return see_other("/checkout/delivery")


def delivery(request: Request) -> Response:
    """Third screen."""
    session = request.session
    if "postcode" not in session.checkout:
        return see_other("/checkout/address")
    chosen = session.checkout.get("delivery", "standard")
    prices = {option.key: money(delivery_pence(session, option.key)) for option in DELIVERIES}
    body = fill(
        "delivery",
        options=_picks("delivery", DELIVERIES, chosen, prices),
        note=session.checkout.get("note", ""),
    )
    return _till(request, 2, "Delivery", body)


def take_delivery(request: Request) -> Response:
    """Take over the way of delivery."""
    session = request.session
    if "postcode" not in session.checkout:
        return see_other("/checkout/address")
    if request.form.get("delivery") not in {option.key for option in DELIVERIES}:
        return see_other("/checkout/delivery")
    session.checkout.update(delivery=request.form["delivery"], note=request.form.get("note", ""))
    return see_other("/checkout/review")


def review(request: Request) -> Response:
    """Fourth and last screen: only the order is left."""
    session = request.session
    if not is_ready(session):
        return see_other("/checkout/delivery")
    given = session.checkout
    lines = (
        f"{given['first']} {given['last']}",
        given["line1"],
        given["line2"],
        given["town"],
        given["postcode"],
    )
    way = next(option for option in DELIVERIES if option.key == given["delivery"])
    body = fill(
        "review",
        address=Html("<br>".join(escape(line) for line in lines if line)),
        delivery=f"{way.name}, {way.text}",
        options=_picks("payment", PAYMENTS, PAYMENTS[0].key, {}),
    )
    return _till(request, 3, "Review & pay", body)


def place(request: Request) -> Response:
    """The order itself, if everything that it needs has been accepted."""
    if not is_ready(request.session) or request.form.get("payment") not in {p.key for p in PAYMENTS}:
        return see_other("/checkout/review")
    session = request.session
    total = goods_pence(session) + delivery_pence(session, session.checkout["delivery"])
    number = request.place_order(
        way=request.form["payment"], email=session.checkout["email"], total=money(total)
    )
    return see_other(f"/checkout/thank-you?order=KC-{number:06d}")


def thank_you(request: Request) -> Response:
    """After the order."""
    number = escape(request.query.get("order", ""))
    body = Html(
        f'<h1>Thank you, your order is in</h1><p class="lead">Order number <b>{number}</b>. '
        "We have sent a confirmation to your e-mail address.</p>"
    )
    return shop_page(request, "Thank you", body)


def _wrong(given: dict[str, str]) -> dict[str, str]:
    wrong = {
        key: f"Enter your {_FIELDS[key][0].lower()}"
        for key, value in given.items()
        if not value and key not in _OPTIONAL
    }
    if given["email"] and not _EMAIL.fullmatch(given["email"]):
        wrong["email"] = "Enter an e-mail address like name@example.com"
    if given["phone"] and not _PHONE.fullmatch(re.sub(r"[\s()\-]", "", given["phone"])):
        wrong["phone"] = "Enter a UK phone number like 0117 496 0000"
    if given["postcode"] and not _POSTCODE.fullmatch(given["postcode"]):
        wrong["postcode"] = "Enter a UK postcode like BS1 4ZZ"
    return wrong


def _address(request: Request, given: dict[str, str], wrong: dict[str, str]) -> Response:
    fields = {key: _field(key, given.get(key, ""), wrong.get(key, "")) for key in _FIELDS}
    errors = ""
    if wrong:
        items = "".join(f'<li><a href="#f-{key}">{why}</a></li>' for key, why in wrong.items())
        errors = f'<div class="errors" role="alert"><h2>There is a problem</h2><ul>{items}</ul></div>'
    return _till(request, 1, "Address", fill("address", **fields), errors)


def _field(key: str, value: str, why: str) -> Html:
    label, kind, hint = _FIELDS[key]
    optional = " <i>(optional)</i>" if key in _OPTIONAL else ""
    wrong = f'<p class="why" id="w-{key}">{why}</p>' if why else ""
    described = f' aria-invalid="true" aria-describedby="w-{key}"' if why else ""
    required = "" if key in _OPTIONAL else " required"
    return Html(
        f'<div class="f{" bad" if why else ""}"><label for="f-{key}">{label}{optional}</label>'
        f'<input id="f-{key}" name="{key}" type="{kind}" value="{escape(value)}" autocomplete="{hint}"'
        f"{required}{described}>{wrong}</div>"
    )


def _picks(name: str, options: tuple[Option, ...], chosen: str, prices: dict[str, str]) -> Html:
    return join(
        f'<label><input type="radio" name="{name}" value="{option.key}"'
        f"{' checked' if option.key == chosen else ''}><span>{option.name}<small>{option.text}</small></span>"
        f"<b>{prices.get(option.key, '')}</b></label>"
        for option in options
    )


def _till(request: Request, stage: int, title: str, body: Html, errors: str = "") -> Response:
    session = request.session
    stages = join(
        f"<li{' class=done' if place < stage else ''}{' aria-current=step' if place == stage else ''}>"
        f"{escape(name)}</li>"
        for place, name in enumerate(_STAGES)
    )
    key = session.checkout.get("delivery", "standard")
    goods, post = goods_pence(session), delivery_pence(session, key)
    lines = join(
        f"<dt>{line.quantity} &times; {escape(BY_SLUG[line.product].name)}</dt>"
        f"<dd>{money(BY_SLUG[line.product].pence * line.quantity)}</dd>"
        for line in session.cart
    )
    summary = Html(
        f"<dl>{lines}<dt>Delivery</dt><dd>{money(post)}</dd>"
        f'<dt class="all">Total</dt><dd class="all">{money(goods + post)}</dd></dl>'
    )
    return page(
        fill("checkout_layout", title=title, stages=stages, body=body, errors=Html(errors), summary=summary)
    )
