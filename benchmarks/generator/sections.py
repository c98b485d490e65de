"""The sections of a generated shop's checkout as HTML: address, delivery, payment, review, and the end."""

from __future__ import annotations

from collections.abc import Mapping

from auditor.demo.templates import Html, escape, join
from auditor.demo.web import Request
from benchmarks.generator import cart_pages, ways
from benchmarks.generator.asking import Ask, asks_of, label_of
from benchmarks.generator.goods import locale_of
from benchmarks.generator.view import View

_OTHER_COUNTRIES = (
    "AT",
    "BE",
    "CZ",
    "DE",
    "DK",
    "ES",
    "FR",
    "GB",
    "HU",
    "IT",
    "LT",
    "NL",
    "NO",
    "PL",
    "SE",
    "US",
)


def section(view: View, request: Request, name: str, wrong: Mapping[str, str], *, with_address: bool) -> Html:
    """One section. with_address: the address is asked for on the same screen."""
    given = request.session.checkout
    match name:
        case "contact" | "address":
            return _fields(view, name, given, wrong)
        case "shipping":
            return ways.shipping(view, given, wrong, with_address=with_address)
        case "payment":
            return ways.payment(view, given, wrong)
        case _:
            return _review(view, request)


def heading_of(view: View, screen: tuple[str, ...]) -> str:
    """What a screen is called."""
    return view.words(f"{screen[0]}_heading")


def _fields(view: View, name: str, given: Mapping[str, str], wrong: Mapping[str, str]) -> Html:
    parts = [
        _field(view, ask, given.get(ask.name, ""), wrong.get(ask.name, ""))
        for ask in asks_of(view.plan, name)
    ]
    made = view.markup.fields(parts)
    if name == "address":
        made = join((made, _boxes(view, given, wrong)))
    return view.markup.group(view.words(f"{name}_heading"), made, css=name)


def _field(view: View, ask: Ask, value: str, error: str) -> Html:
    plan, markup = view.plan, view.markup
    said, label = markup.field_name(ask.name), label_of(view.plan, view.words, ask.name)
    if ask.name == "country":
        return _country(view, said, label, value, error)
    if ask.name == "region" and plan["region"] == "select":
        entries = "".join(ways.option(name, name, value) for name in view.words.things("regions"))
        first = f'<option value="">{escape(view.words("choose"))}</option>'
        control = f'<select name="{said}" {{attributes}}>{first}{entries}</select>'
        return markup.field(ask.name, label, control, required=True, error=error)
    types = {"email": "email", "phone": "tel"} if plan["markup"] != "table" else {}
    check = (
        f' data-pattern="{escape(ask.pattern)}" data-error="{escape(view.words(ask.error))}"'
        if ask.pattern and ask.error != "error_required"
        else ""
    )
    control = (
        f'<input type="{types.get(ask.name, "text")}" name="{said}" value="{escape(value)}"{check} '
        f"{{attributes}}{' data-must' if ask.required else ''}>"
    )
    return markup.field(ask.name, label, control, required=ask.required, error=error)


def _country(view: View, said: str, label: str, value: str, error: str) -> Html:
    plan = view.plan
    names = locale_of(plan).territories
    codes = sorted({plan.country, *_OTHER_COUNTRIES}, key=lambda code: str(names.get(code, code)))
    if plan["country"] == "combobox":
        items = join(
            f'<li role="option" data-value="{code}">{escape(names.get(code, code))}</li>' for code in codes
        )
        shown = escape(names.get(value, "") or view.words("choose"))
        control = (
            f'<span class="combo"><input type="hidden" name="{said}" value="{escape(value)}" data-must>'
            f'<button type="button" role="combobox" aria-expanded="false" aria-label="{escape(label)}" '
            f"data-combo {{attributes}}>{shown}</button>"
            f'<template><ul class="combo-list" role="listbox">{items}</ul></template></span>'
        )
        return view.markup.field("country", label, control, required=True, error=error)
    preset = value or (codes[0] if plan["country"] == "select_other" else "")
    if preset == plan.country and not value:
        preset = codes[1]
    first = "" if preset else f'<option value="">{escape(view.words("choose"))}</option>'
    entries = "".join(ways.option(code, str(names.get(code, code)), preset) for code in codes)
    control = f'<select name="{said}" {{attributes}} data-must>{first}{entries}</select>'
    return view.markup.field("country", label, control, required=True, error=error)


def _boxes(view: View, given: Mapping[str, str], wrong: Mapping[str, str]) -> Html:
    plan, parts = view.plan, []
    ticked = {
        box: bool(given.get(f"_{box}", plan[feature] == "ticked"))
        for box, feature in (("newsletter", "newsletter"), ("account", "account_box"))
    }
    if plan["newsletter"] != "none":
        parts.append(view.markup.box("newsletter", view.words("newsletter"), ticked=ticked["newsletter"]))
    if plan["account_box"] != "none":
        parts.append(view.markup.box("account", view.words("account_box"), ticked=ticked["account"]))
        off = "" if ticked["account"] else " disabled"
        control = f'<input type="password" name="password" {{attributes}}{off}>'
        error = wrong.get("password", "")
        inner = ways.folded(view, "password", view.words("password"), control, error, "new_password")
        parts.append(Html(f'<div data-when="account"{" hidden" if off else ""}>{inner}</div>'))
    return join(parts)


def _review(view: View, request: Request) -> Html:
    """The order once more: the address, the ways, the lines and the total."""
    given, words = request.session.checkout, view.words
    order = (
        "full_name",
        "first_name",
        "last_name",
        "street",
        "house_number",
        "postcode",
        "city",
        "region",
        "email",
        "phone",
    )
    shown = "<br>".join(escape(given[name]) for name in order if given.get(name))
    chosen = [words(given[name]) for name in ("shipping", "payment") if given.get(name)]
    change = view.markup.link(words("change"), f"{view.checkout_path}?step=0", css="edit")
    address = view.markup.group(words("address_heading"), Html(f"<address>{shown}</address>{change}"))
    methods = Html("".join(f"<p>{escape(way)}</p>" for way in chosen))
    return join((address, methods, lines_and_total(view, request)))


def lines_and_total(view: View, request: Request) -> Html:
    """What is bought and what it costs."""
    names = {product.slug: product for product in view.goods}
    rows = "".join(
        f"<tr><td>{escape(names[line.product].name)} {escape(line.option)}</td><td>{line.quantity}</td>"
        f"<td>{view.money(names[line.product].cents * line.quantity)}</td></tr>"
        for line in request.session.cart
    )
    chosen = request.session.checkout.get("shipping", "ship_standard")
    shipping = ways.PRICES["fixed" if view.plan["shipping"] == "fixed" else chosen]
    goods = cart_pages.total(view, request)
    return Html(
        f'<table class="lines">{rows}<tr><td>{escape(view.words("shipping_cost"))}</td><td></td>'
        f"<td>{view.money(shipping)}</td></tr>"
        f'<tr class="grand"><td><b>{escape(view.words("total"))}</b></td><td></td>'
        f"<td><b>{view.money(goods + shipping)}</b></td></tr></table>"
    )


def terms_box(view: View, wrong: Mapping[str, str]) -> Html:
    """The box that has to be ticked before the order, where there is one."""
    if view.plan["terms"] == "none":
        return Html("")
    box = view.markup.box("terms", view.words("terms"), ticked=False, required=True)
    return Html(f'<div class="terms">{box}{ways.complaint(wrong, "terms")}</div>')
