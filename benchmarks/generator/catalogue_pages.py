"""Home, lists, search results and the product page of a generated shop."""

from __future__ import annotations

from auditor.demo.templates import Html, escape, join
from auditor.demo.web import Request, Response, data, text
from benchmarks.generator.buy_box import buy_box
from benchmarks.generator.goods import Product
from benchmarks.generator.view import View


def home(view: View, request: Request) -> Response:
    """The first page; some shops show no products there."""
    parts = [view.markup.heading(view.words("welcome"))]
    if view.plan["list"] == "category_only":
        tiles = (
            f'<li class="tile">{view.markup.link(name, f"/category/{n}")}</li>'
            for n, name in enumerate(view.words.things("categories"))
        )
        parts.append(Html(f'<ul class="tiles">{join(tiles)}</ul>'))
    else:
        parts.append(cards(view, view.goods))
    return view.page(request, view.words("home"), join(parts))


def listing(view: View, request: Request, heading: str, goods: tuple[Product, ...]) -> Response:
    """A page that lists products."""
    return view.page(request, heading, Html(f"{view.markup.heading(heading)}{cards(view, goods)}"))


def category(view: View, request: Request, number: str) -> Response:
    """One category."""
    names = view.words.things("categories")
    if not number.isdigit() or int(number) >= len(names):
        return view.text_page(request, "404", number, status=404)
    goods = tuple(product for product in view.goods if product.category == int(number))
    return listing(view, request, names[int(number)], goods)


def search(view: View, request: Request) -> Response:
    """What was found; names that hold every word of the query."""
    query = request.query.get("q", "").strip()
    asked = query.lower().split()
    found = tuple(p for p in view.goods if asked and all(word in p.name.lower() for word in asked))
    heading = view.words("results", query=query) if found else view.words("no_results", query=query)
    body = Html(f"{view.markup.heading(heading)}{cards(view, found)}")
    if "_results" in request.query:
        return data({"html": body}, delay=view.delay)
    return view.page(request, heading, body)


def product(view: View, request: Request, slug: str) -> Response:
    """A product's page, or the part of it that a quick view shows."""
    found = view.product(slug)
    if found is None:
        return view.text_page(request, "404", slug, status=404)
    notice = "" if view.is_shell(request) else request.session.take_notice()
    variant = request.query.get("v", "")
    tax_note = escape(view.words("tax_note"))
    name = f"{found.name} – {variant}" if variant else found.name
    parts = [
        view.markup.heading(name),
        Html(f'<img class="shot" src="/img/{found.slug}.svg" alt="{escape(found.name)}">'),
        Html(f'<p class="price">{escape(view.money(found.cents))} <small>{tax_note}</small></p>'),
        Html(f'<p class="alert error" role="alert">{escape(notice)}</p>' if notice else ""),
        buy_box(view, found, variant),
        Html(f'<p class="description">{escape(view.words("about_product"))}</p>'),
    ]
    if "_quick" in request.query:
        return data({"html": join((*parts, view.markup.press(view.words("close"), "data-quick-close")))})
    return view.page(request, name, join(parts))


def picture(view: View, _request: Request, slug: str) -> Response:
    """A drawn picture of a product."""
    hue = sum(map(ord, slug + view.name)) % 360
    shape = f'<circle cx="100" cy="75" r="50" fill="hsl({hue},50%,60%)"/>'
    return text(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 150">{shape}</svg>', ".svg")


def cards(view: View, goods: tuple[Product, ...]) -> Html:
    """The products of a list."""
    inner = join(f'<li class="card">{_card(view, product)}</li>' for product in goods)
    if view.plan["markup"] in ("divs", "utility"):
        inner = Html(inner.replace("<li ", "<div ").replace("</li>", "</div>"))
        return Html(f'<div class="grid">{inner}</div>')
    return Html(f'<ul class="grid">{inner}</ul>')


def _card(view: View, product: Product) -> Html:
    address, name = view.product_address(product), escape(product.name)
    picture = f'<img src="/img/{product.slug}.svg" alt="{name}">'
    if view.plan["list"] == "pictures":
        return Html(f'<a href="{address}">{picture}</a>')
    price = f'<span class="price">{escape(view.money(product.cents))}</span>'
    gone = f'<span class="badge">{escape(view.words("sold_out"))}</span>' if product.stock == "gone" else ""
    quick = ""
    if view.plan["list"] == "quick_view":
        quick = view.markup.press(view.words("quick_view"), f'data-quick="{address}"')
    if view.plan["markup"] == "utility":
        return Html(f'<a href="{address}">{picture}<span>{name}</span>{price}{gone}</a>{quick}')
    return Html(f'<a href="{address}">{picture}</a><a href="{address}">{name}</a> {price} {gone}{quick}')
