"""The ways of delivery and of payment in a generated shop's checkout."""

from __future__ import annotations

from collections.abc import Mapping

from auditor.demo.templates import Html, escape, join
from benchmarks.generator.asking import payment_choices, shipping_choices
from benchmarks.generator.view import View

PRICES = {"ship_standard": 490, "ship_express": 990, "ship_pickup": 0, "fixed": 390}
"""What a way of delivery costs, in euro cents."""


def option(value: str, text: str, chosen: str) -> str:
    """One entry of a list."""
    return f'<option value="{escape(value)}"{" selected" if value == chosen else ""}>{escape(text)}</option>'


def folded(view: View, name: str, label: str, control: str, error: str, field_id: str) -> Html:
    """A field that is asked for only where something else was chosen, and then obligatory."""
    field = view.markup.field(name, label, control, required=True, error=error, field_id=field_id)
    return Html(f"<table>{field}</table>") if view.plan["markup"] == "table" else field


def complaint(wrong: Mapping[str, str], name: str) -> str:
    """What is wrong with a choice, where something is."""
    return f'<p class="error" role="alert">{escape(wrong[name])}</p>' if name in wrong else ""


def price(view: View, key: str) -> str:
    """What a way of delivery costs, as the shop writes it."""
    return view.money(PRICES[key]) if PRICES[key] else view.money(0)


def shipping(view: View, given: Mapping[str, str], wrong: Mapping[str, str], *, with_address: bool) -> Html:
    """The ways of delivery, at once or, from the script, when the address is known."""
    plan = view.plan
    heading = view.words("shipping_heading")
    error = complaint(wrong, "shipping")
    if plan["shipping"] == "fixed":
        line = f'<p class="fixed">{escape(view.words("ship_standard"))} – {price(view, "fixed")}</p>'
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
        entries = "".join(option(key, f"{view.words(key)} ({price(view, key)})", chosen) for key in choices)
        first = f'<option value="">{escape(view.words("choose"))}</option>'
        label = escape(view.words("shipping_heading"))
        return f'<select name="shipping" aria-label="{label}" data-must>{first}{entries}</select>'
    return join(
        view.markup.radio("shipping", key, f"{view.words(key)} – {price(view, key)}", chosen=key == chosen)
        for key in choices
    )


def shipping_rows(view: View, action: str) -> Html:
    """Each way of delivery with a button of its own."""
    rows = (
        f'<form action="{action}" method="post" class="method" data-checkout>'
        f"<h3>{escape(view.words(key))}</h3><p>{price(view, key)}</p>"
        f"{view.markup.button(view.words('select'), name='shipping', value=key)}</form>"
        for key in shipping_choices(view.plan)
    )
    return join(rows)


def payment(view: View, given: Mapping[str, str], wrong: Mapping[str, str]) -> Html:
    """The ways to pay, with the field for a card where one can pay by card."""
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
        inner = folded(view, "card", words("card_number"), control, wrong.get("card", ""), "card_number")
        card = f'<div data-when-pay="pay_card"{" hidden" if off else ""}>{inner}</div>'
    return view.markup.group(
        words("payment_heading"), Html(made + card + complaint(wrong, "payment")), css="payment"
    )
