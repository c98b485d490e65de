"""The sections of a generated shop's checkout as HTML: address, delivery, payment, review, and the end."""

from __future__ import annotations

from collections.abc import Mapping

from auditor.demo.templates import Html, escape, join
from auditor.demo.web import Request
from benchmarks.generator import cart_pages
from benchmarks.generator.asking import Ask, asks_of, label_of, payment_choices, shipping_choices
from benchmarks.generator.goods import locale_of
from benchmarks.generator.view import View

_PRICES = {"ship_standard": 490, "ship_express": 990, "ship_pickup": 0, "fixed": 390}
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
            return _shipping(view, given, wrong, with_address=with_address)
        case "payment":
            return _payment(view, given, wrong)
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
        entries = "".join(_option(name, name, value) for name in view.words.things("regions"))
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


def _option(value: str, text: str, chosen: str) -> str:
    return f'<option value="{escape(value)}"{" selected" if value == chosen else ""}>{escape(text)}</option>'


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
            f'<button type="button" role="combobox" aria-expanded="false" aria-label="{escape(label)}" data-combo '
            f'{{attributes}}>{shown}</button><template><ul class="combo-list" role="listbox">{items}</ul></template></span>'
        )
        return view.markup.field("country", label, control, required=True, error=error)
    preset = value or (codes[0] if plan["country"] == "select_other" else "")
    if preset == plan.country and not value:
        preset = codes[1]
    first = "" if preset else f'<option value="">{escape(view.words("choose"))}</option>'
    entries = "".join(_option(code, str(names.get(code, code)), preset) for code in codes)
    control = f'<select name="{said}" {{attributes}} data-must>{first}{entries}</select>'
    return view.markup.field("country", label, control, required=True, error=error)


def _boxes(view: View, given: Mapping[str, str], wrong: Mapping[str, str]) -> Html:
    plan, parts = view.plan, []
    if plan["newsletter"] != "none":
        parts.append(
            view.markup.box("newsletter", view.words("newsletter"), ticked=plan["newsletter"] == "ticked")
        )
    if plan["account_box"] != "none":
        is_ticked = plan["account_box"] == "ticked"
        parts.append(view.markup.box("account", view.words("account_box"), ticked=is_ticked))
        off = "" if is_ticked else " disabled"
        control = f'<input type="password" name="password" {{attributes}}{off}>'
        error = wrong.get("password", "")
        inner = _folded(view, "password", view.words("password"), control, error, "new_password")
        parts.append(Html(f'<div data-when="account"{" hidden" if off else ""}>{inner}</div>'))
    return join(parts)


def _folded(view: View, name: str, label: str, control: str, error: str, field_id: str) -> Html:
    """A field that is asked for only where something else was chosen, and then obligatory."""
    field = view.markup.field(name, label, control, required=True, error=error, field_id=field_id)
    return Html(f"<table>{field}</table>") if view.plan["markup"] == "table" else field


def _price(view: View, key: str) -> str:
    return view.money(_PRICES[key]) if _PRICES[key] else view.money(0)


def _shipping(view: View, given: Mapping[str, str], wrong: Mapping[str, str], *, with_address: bool) -> Html:
    plan = view.plan
    heading = view.words("shipping_heading")
    error = _error(wrong, "shipping")
    if plan["shipping"] == "fixed":
        line = f'<p class="fixed">{escape(view.words("ship_standard"))} – {_price(view, "fixed")}</p>'
        return view.markup.group(heading, Html(line), css="shipping")
    if plan["shipping"] == "after_address":
        needs = ' data-needs-address="1"' if with_address else ""
        waiting = "" if with_address else f'<p class="loading">{escape(view.words("loading"))}</p>'
        return view.markup.group(
            heading,
            Html(f'<div data-quotes="{view.checkout_path}/quotes"{needs}>{waiting}</div>{error}'),
            css="shipping",
        )
    return view.markup.group(heading, Html(shipping_widget(view, given) + error), css="shipping")


def shipping_widget(view: View, given: Mapping[str, str]) -> str:
    """The choices of delivery themselves."""
    plan, chosen = view.plan, given.get("shipping", "")
    choices = shipping_choices(plan)
    if plan["shipping"] == "select":
        entries = "".join(_option(key, f"{view.words(key)} ({_price(view, key)})", chosen) for key in choices)
        first = f'<option value="">{escape(view.words("choose"))}</option>'
        label = escape(view.words("shipping_heading"))
        return f'<select name="shipping" aria-label="{label}" data-must>{first}{entries}</select>'
    return join(
        view.markup.radio("shipping", key, f"{view.words(key)} – {_price(view, key)}", chosen=key == chosen)
        for key in choices
    )


def shipping_rows(view: View, action: str) -> Html:
    """Each way of delivery with a button of its own."""
    rows = (
        f'<form action="{action}" method="post" class="method" data-checkout><h3>{escape(view.words(key))}</h3>'
        f"<p>{_price(view, key)}</p>{view.markup.button(view.words('select'), name='shipping', value=key)}</form>"
        for key in shipping_choices(view.plan)
    )
    return join(rows)


def _payment(view: View, given: Mapping[str, str], wrong: Mapping[str, str]) -> Html:
    plan, words = view.plan, view.words
    chosen = given.get("payment", "pay_card" if plan["payment"] == "card_first" else "")
    choices = payment_choices(plan)
    if plan["payment"] == "list":
        hidden = f'<input type="hidden" name="payment" value="{chosen}" data-must>'
        made = join(
            view.markup.press(
                words(key), f'data-pay="{key}"', kind=f"pay-card{' chosen' if key == chosen else ''}"
            )
            for key in choices
        )
        made = Html(f'<div class="payments">{made}{hidden}</div>')
    else:
        made = join(view.markup.radio("payment", key, words(key), chosen=key == chosen) for key in choices)
    card = ""
    if "pay_card" in choices:
        off = "" if chosen == "pay_card" else " disabled"
        control = f'<input type="text" name="card" autocomplete="cc-number" {{attributes}}{off}>'
        inner = _folded(view, "card", words("card_number"), control, wrong.get("card", ""), "card_number")
        card = f'<div data-when-pay="pay_card"{" hidden" if off else ""}>{inner}</div>'
    return view.markup.group(
        words("payment_heading"), Html(made + card + _error(wrong, "payment")), css="payment"
    )


def _error(wrong: Mapping[str, str], name: str) -> str:
    return f'<p class="error" role="alert">{escape(wrong[name])}</p>' if name in wrong else ""


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
    ways = [words(given[name]) for name in ("shipping", "payment") if given.get(name)]
    change = view.markup.link(words("change"), f"{view.checkout_path}?step=0", css="edit")
    address = view.markup.group(words("address_heading"), Html(f"<address>{shown}</address>{change}"))
    methods = Html("".join(f"<p>{escape(way)}</p>" for way in ways))
    return join((address, methods, lines_and_total(view, request)))


def lines_and_total(view: View, request: Request) -> Html:
    """What is bought and what it costs."""
    names = {product.slug: product for product in view.goods}
    rows = "".join(
        f"<tr><td>{escape(names[line.product].name)} {escape(line.option)}</td><td>{line.quantity}</td>"
        f"<td>{view.money(names[line.product].cents * line.quantity)}</td></tr>"
        for line in request.session.cart
    )
    shipping = _PRICES[
        "fixed"
        if view.plan["shipping"] == "fixed"
        else request.session.checkout.get("shipping", "ship_standard")
    ]
    goods = cart_pages.total(view, request)
    return Html(
        f'<table class="lines">{rows}<tr><td>{escape(view.words("shipping_cost"))}</td><td></td>'
        f'<td>{view.money(shipping)}</td></tr><tr class="grand"><td><b>{escape(view.words("total"))}</b></td><td></td>'
        f"<td><b>{view.money(goods + shipping)}</b></td></tr></table>"
    )


def terms_box(view: View, wrong: Mapping[str, str]) -> Html:
    """The box that has to be ticked before the order, where there is one."""
    if view.plan["terms"] == "none":
        return Html("")
    box = view.markup.box("terms", view.words("terms"), ticked=False, required=True)
    return Html(f'<div class="terms">{box}{_error(wrong, "terms")}</div>')
