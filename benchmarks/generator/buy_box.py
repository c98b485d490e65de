"""The part of a product page with which a product is bought: variants, the button, and traps beside it."""

from __future__ import annotations

from auditor.demo.templates import Html, escape, join
from benchmarks.generator.goods import Product
from benchmarks.generator.view import View

_GONE = ("sold-out", "is-unavailable", "swatch--disabled")
"""How shops call a swatch that cannot be had; it is crossed out and does nothing when pressed."""
WALLETS = ("PayPal Express", "Apple Pay", "Google Pay", "Amazon Pay")


def buy_box(view: View, product: Product, variant: str = "") -> Html:
    """The form that puts the product into the cart, or what stands in its place.

    variant: already chosen by the address, where variants are pages of their own.
    """
    if product.stock == "gone":
        return Html(f'<p class="stock">{escape(view.words("sold_out"))}</p>')
    if view.plan["variant"] == "links" and product.variants and not variant:
        return _variant_links(view, product)
    widget = Html("")
    if product.variants:
        widget = (
            Html(f'<input type="hidden" name="option" value="{escape(variant)}">')
            if variant
            else _widget(view, product)
        )
    is_script = view.plan.has("feedback", "drawer", "flash", "badge")
    early = ' onsubmit="return false"' if is_script and view.plan["slow"] == "hydration" else ""
    off = view.plan["variant"] == "disabled" and bool(product.variants)
    label = escape(view.words("quantity"))
    quantity = f'<input type="number" name="quantity" value="1" min="1" aria-label="{label}">'
    parts = [
        Html(f'<input type="hidden" name="product" value="{product.slug}">'),
        widget,
        Html(quantity if view.plan.seed % 3 else ""),
        view.markup.button(view.words("add_to_cart"), off=off),
    ]
    form = (
        f'<form action="/cart/add" method="post" novalidate {"data-add" if is_script else ""}{early} '
        f'class="buy">{join(parts)}</form>'
    )
    return Html(form + _decoy(view, product))


def _variant_links(view: View, product: Product) -> Html:
    address = view.product_address(product)
    links = (
        f"<li>{view.markup.link(name, f'{address}?v={name}')}</li>"
        for name in product.variants
        if name not in product.gone
    )
    return Html(
        f'<div class="variants">{view.markup.heading(_label(view, product), 3)}<ul>{join(links)}</ul></div>'
    )


def _label(view: View, product: Product) -> str:
    return view.words("size" if "M" in product.variants else "colour")


def _widget(view: View, product: Product) -> Html:
    label = escape(_label(view, product))
    match view.plan["variant"]:
        case "radios":
            made = join(_radio(view, product, name) for name in product.variants)
            return Html(f'<fieldset class="options"><legend>{label}</legend>{made}</fieldset>')
        case "swatches":
            says = ' data-says="1"' if view.plan["markup"] in ("semantic", "plain") else ""
            made = join(_swatch(view, product, name) for name in product.variants)
            chosen = '<input type="hidden" name="option" value="">'
            return Html(f'<div class="swatches options"{says}><span>{label}</span> {made}{chosen}</div>')
        case _:
            unlocks = " data-unlocks" if view.plan["variant"] == "disabled" else ""
            entries = join(_entry(view, product, name) for name in product.variants)
            first = f'<option value="">{escape(view.words("choose"))}</option>'
            select = f'<select name="option" id="option"{unlocks}>{first}{entries}</select>'
            return Html(f'<p class="options"><label for="option">{label}</label> {select}</p>')


def _radio(view: View, product: Product, name: str) -> str:
    off = " disabled" if name in product.gone else ""
    note = f" ({escape(view.words('sold_out'))})" if off else ""
    return (
        f'<label><input type="radio" name="option" value="{escape(name)}"{off}> {escape(name)}{note}</label>'
    )


def _swatch(view: View, product: Product, name: str) -> str:
    css = f"swatch {_GONE[view.plan.seed % len(_GONE)]}" if name in product.gone else "swatch"
    return view.markup.press(name, f'data-option="{escape(name)}"', kind=css)


def _entry(view: View, product: Product, name: str) -> str:
    # The kind that complains afterwards offers sold-out variants like all others.
    is_told = name in product.gone and view.plan["variant"] != "error"
    note = f" – {escape(view.words('sold_out'))}" if is_told else ""
    return f'<option value="{escape(name)}"{" disabled" if is_told else ""}>{escape(name)}{note}</option>'


def _decoy(view: View, product: Product) -> str:
    """A button beside the real one that orders at once, as wallets and one-click purchases do."""
    if not view.plan.has("decoy", "product_wallet", "buy_now"):
        return ""
    is_wallet = view.plan["decoy"] == "product_wallet"
    label = view.plan.random("wallet").choice(WALLETS) if is_wallet else view.words("buy_now")
    hidden = f'<input type="hidden" name="product" value="{product.slug}">'
    button = view.markup.button(label, kind="secondary")
    return f'<form action="/express" method="post" class="express">{hidden}{button}</form>'
