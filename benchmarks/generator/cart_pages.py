"""The cart of a generated shop: what is put in, how it is shown and changed, and where it leads."""

from __future__ import annotations

from auditor.demo.templates import Html, escape, join
from auditor.demo.web import Request, Response, data, see_other
from benchmarks.generator.buy_box import WALLETS
from benchmarks.generator.view import View


def total(view: View, request: Request) -> int:
    """What lies in the cart, in cents."""
    prices = {product.slug: product.cents for product in view.goods}
    return sum(prices[line.product] * line.quantity for line in request.session.cart)


def add(view: View, request: Request) -> Response:
    """Put a product into the cart, or say why not."""
    product = view.product(request.form.get("product", ""))
    if product is None:
        return view.text_page(request, "404", "", status=404)
    option = request.form.get("option", "")
    is_script = "ajax" in request.form
    refused = ""
    if product.variants and option not in product.variants:
        refused = view.words("choose_error")
    elif option in product.gone or product.stock != "yes":
        refused = view.words("sold_out")
    if refused:
        if is_script:
            return data({"error": refused}, delay=view.delay)
        request.session.notice = refused
        address = view.product_address(product)
        return see_other(f"{address}?v={option}" if view.plan["variant"] == "links" and option else address)
    quantity = request.form.get("quantity", "1")
    request.session.add(product.slug, option, int(quantity) if quantity.isdigit() and quantity != "0" else 1)
    if not is_script:
        return see_other("/added" if view.plan["feedback"] == "interstitial" else view.cart_path)
    answer: dict[str, object] = {"count": request.session.pieces}
    if view.plan["feedback"] == "drawer":
        answer["drawer"] = drawer_body(view, request)
    if view.plan["feedback"] == "flash":
        answer["flash"] = view.words("added", name=product.name)
    return data(answer, delay=view.delay)


def added(view: View, request: Request) -> Response:
    """The page between the product and the cart that some engines show."""
    lines = request.session.cart
    product = view.product(lines[-1].product) if lines else None
    if product is None:
        return see_other(view.cart_path)
    body = join(
        (
            view.markup.heading(view.words("added", name=product.name)),
            view.markup.link(view.words("go_shopping"), "/all", css="secondary"),
            view.markup.link(view.words("view_cart"), view.cart_path, css="btn primary"),
        )
    )
    return view.page(request, view.words("cart"), body)


def show(view: View, request: Request) -> Response:
    """The cart as a page; shops with a drawer only have none, and show the products instead."""
    if view.plan["cart"] == "drawer":
        return see_other("/")
    body = join((view.markup.heading(view.words("cart")), cart_body(view, request)))
    return view.page(request, view.words("cart"), body)


def drawer(view: View, request: Request) -> Response:
    """The drawer's content, for the script."""
    return data({"drawer": drawer_body(view, request)}, delay=view.delay)


def drawer_body(view: View, request: Request) -> Html:
    """What stands in the drawer: the cart, and a way to its page where there is one."""
    parts = [view.markup.press(view.words("close"), "data-drawer-close", icon="icon-close")]
    parts.append(view.markup.heading(view.words("cart"), 2))
    if view.plan["cart"] == "page":
        parts.append(view.markup.link(view.words("view_cart"), view.cart_path, css="secondary"))
    return join((*parts, cart_body(view, request)))


def update(view: View, request: Request) -> Response:
    """Change quantities and remove lines, from a form or from the script."""
    lines = request.session.cart
    form = request.form
    if form.get("line", "").isdigit() and int(form["line"]) < len(lines):
        line = lines[int(form["line"])]
        step, wanted = form.get("step", ""), form.get("quantity", "")
        if step in ("1", "-1"):
            line.quantity += int(step)
        elif wanted.isdigit():
            line.quantity = int(wanted)
    for n, line in enumerate(lines):
        wanted = form.get(f"quantity-{n}", "")
        if wanted.isdigit():
            line.quantity = int(wanted)
        if form.get(f"delete-{n}"):
            line.quantity = 0
    lines[:] = [line for line in lines if line.quantity > 0]
    if "ajax" in form:
        return data({"count": request.session.pieces, "cart": cart_body(view, request)}, delay=view.delay)
    return see_other(view.cart_path)


def remove(view: View, request: Request, number: str) -> Response:
    """Take out one line by a link."""
    if number.isdigit() and int(number) < len(request.session.cart):
        del request.session.cart[int(number)]
    return see_other(view.cart_path)


def cart_body(view: View, request: Request) -> Html:
    """The lines, the totals and the ways on; what the script puts anew after a change."""
    words, session = view.words, request.session
    if not session.cart:
        return Html(f'<div data-cart><p class="empty">{escape(words("cart_empty"))}</p></div>')
    rows = join(_row(view, request, n) for n in range(len(session.cart)))
    table = Html(f'<table class="cart">{rows}</table>')
    if view.plan.has("cart_edit", "update", "delete_box"):
        table = Html(
            f'<form action="/cart/update" method="post">{table}'
            f"{view.markup.button(words('update'), kind='secondary')}</form>"
        )
    sum_line = f'<p class="total">{escape(words("subtotal"))}: <b>{view.money(total(view, request))}</b></p>'
    parts = [table, Html(sum_line), _extras(view), _wallet(view), _way_on(view)]
    return Html(f"<div data-cart>{join(parts)}</div>")


def _row(view: View, request: Request, n: int) -> str:
    line = request.session.cart[n]
    product = next(p for p in view.goods if p.slug == line.product)
    option = f" <small>{escape(line.option)}</small>" if line.option else ""
    name = f'<a href="{view.product_address(product)}">{escape(product.name)}</a>{option}'
    price = view.money(product.cents * line.quantity)
    return f'<tr class="line"><td>{name}</td><td>{_amount(view, n, line.quantity)}</td><td>{price}</td></tr>'


def _amount(view: View, n: int, quantity: int) -> str:
    """How the quantity is changed and the line removed."""
    words, markup = view.words, view.markup
    label = escape(words("quantity"))
    number = f'<input type="number" min="0" value="{quantity}" aria-label="{label}"'
    removal = markup.link(words("remove"), f"/cart/remove/{n}", css="remove")
    match view.plan["cart_edit"]:
        case "update":
            return f'{number} name="quantity-{n}"> {removal}'
        case "delete_box":
            tick = f'<input type="checkbox" name="delete-{n}" value="1">'
            box = f"<label>{tick} {escape(words('remove'))}</label>"
            return f'{number} name="quantity-{n}"> {box}'
        case "auto":
            gone = markup.press(words("remove"), f'data-remove="{n}"')
            return f'{number} name="qty" data-auto="{n}"> {gone}'
        case "plus_minus":
            less = markup.press("-", f'data-step="-1" data-line="{n}"', icon="icon-minus")
            more = markup.press("+", f'data-step="1" data-line="{n}"', icon="icon-plus")
            gone = markup.press(words("remove"), f'data-remove="{n}"', icon="icon-trash")
            return f"{less} <span>{quantity}</span> {more} {gone}"
        case _:
            gone = markup.press("×", f'data-remove="{n}" title="{escape(words("remove"))}"')
            return f'{number} name="qty" data-auto="{n}"> {gone}'


def _extras(view: View) -> Html:
    match view.plan["cart_extras"]:
        case "coupon":
            field = f'<input type="text" name="coupon" placeholder="{escape(view.words("coupon"))}">'
            button = view.markup.button(view.words("apply"), kind="secondary")
            return Html(f'<form action="/cart/coupon" method="post" class="coupon">{field}{button}</form>')
        case "also_like":
            other = view.goods[-1]
            link = view.markup.link(other.name, view.product_address(other))
            heading = view.markup.heading(view.words("also_like"), 3)
            return Html(f'<div class="also">{heading}{link} {view.money(other.cents)}</div>')
        case _:
            return Html("")


def _wallet(view: View) -> Html:
    if view.plan["decoy"] != "cart_wallet":
        return Html("")
    label = view.plan.random("wallet").choice(WALLETS)
    button = view.markup.button(label, kind="secondary")
    return Html(f'<form action="/express" method="post" class="express">{button}</form>')


def _way_on(view: View) -> Html:
    """The entry to the checkout: a link, a form of its own, or something that only looks like a button."""
    label = view.words("checkout")
    if view.plan["markup"] == "divs":
        return view.markup.press(label, f'data-go="{view.checkout_path}"', kind="primary")
    if view.plan["markup"] == "table":
        return Html(f'<form action="{view.checkout_path}" method="get">{view.markup.button(label)}</form>')
    return view.markup.link(label, view.checkout_path, css="btn primary")
