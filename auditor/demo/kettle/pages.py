"""Home, departments, product pages and search of Kettle & Crumb."""

from __future__ import annotations

import json

from auditor.demo.kettle.catalogue import BY_SLUG, CATEGORIES, PRODUCTS, Product, in_category
from auditor.demo.kettle.policies import DELIVERIES, REVIEWS
from auditor.demo.kettle.search import find, help_page
from auditor.demo.kettle.view import favourites, fill, shelf, shop_page
from auditor.demo.templates import Html, escape, join
from auditor.demo.web import Request, Response, see_other


def home(request: Request) -> Response:
    """The first page."""
    doors = join(
        f'<a href="/shop/{slug}"><img src="/pictures/{in_category(slug)[0].slug}.svg" alt="" width="270"'
        f' height="270"><b>{escape(name)}</b></a>'
        for slug, name in CATEGORIES.items()
    )
    body = fill("home", doors=doors, favourites=shelf(favourites()))
    return shop_page(request, "Kitchenware for every day", body, kind="home", letter=True)


def department(request: Request, category: str) -> Response:
    """All products of a category."""
    if category not in CATEGORIES:
        return not_found(request)
    products = in_category(category)
    name = CATEGORIES[category]
    body = Html(
        f'<nav class="crumbs" aria-label="Breadcrumb"><a href="/">Home</a> / {escape(name)}</nav>'
        f'<h1>{escape(name)}</h1><p>{len(products)} products</p><div class="shelf">{shelf(products)}</div>'
    )
    return shop_page(request, name, body, kind="list", letter=True)


def search(request: Request) -> Response:
    """Search results; a question about the shop itself leads to the page that answers it."""
    query = request.query.get("q", "").strip()
    if address := help_page(query):
        return see_other(address)
    products, generous = find(query)
    shown = escape(query)
    if products:
        count = f"{len(products)} result{'s' if len(products) > 1 else ''}"
        lead = f"Nothing matched “{shown}” exactly. Showing the closest we have." if generous else count
        body = f'<h1>Results for “{shown}”</h1><p class="lead">{lead}</p>'
        body += f'<div class="shelf">{shelf(products)}</div>'
    else:
        body = (
            f"<h1>Nothing found for “{shown}”</h1><p class='lead'>We could not find anything for “{shown}”. "
            "Try another word, or browse the departments above.</p>"
            f'<h2 class="line">You may like</h2><div class="shelf">{shelf(favourites()[:4])}</div>'
        )
    return shop_page(request, f"Search: {query}", Html(body), kind="results", query=query)


def product(request: Request, slug: str) -> Response:
    """One product with price, stock, delivery cost and reviews."""
    if slug not in BY_SLUG:
        return not_found(request)
    item = BY_SLUG[slug]
    others = [other for other in in_category(item.category) if other is not item][:4]
    shown = _reviews(item)
    body = fill(
        "product",
        slug=item.slug,
        name=item.name,
        category=item.category,
        category_name=CATEGORIES[item.category],
        price=item.price,
        text=item.text,
        sku=item.sku,
        rating=item.rating,
        stars="★" * round(item.rating) + "☆" * (5 - round(item.rating)),
        review_count=len(shown),
        delivery=f"£{DELIVERIES[0].pence / 100:.2f}",
        stock=_stock(item),
        buy=_buy(item),
        details=join(f"<li>{escape(detail)}</li>" for detail in item.details),
        reviews=join(
            f'<article class="review"><h3>{title}</h3><p class="stars"><span>★★★★★</span></p><p>{words}</p>'
            f'<p class="by">{who}</p></article>'
            for title, words, who in shown
        ),
        others=shelf(others),
    )
    head = f'<script type="application/ld+json">{json.dumps(_linked_data(request, item))}</script>'
    return shop_page(request, item.name, body, kind="product", head=head)


def not_found(request: Request) -> Response:
    """There is no such page."""
    body = Html(
        '<h1>We cannot find that page</h1><p class="lead">It may have moved. Try the search above, or go '
        'back to the <a href="/">home page</a>.</p>'
    )
    return shop_page(request, "Page not found", body, status=404)


def _reviews(item: Product) -> list[tuple[str, str, str]]:
    place = PRODUCTS.index(item)
    return [REVIEWS[(place + step) % len(REVIEWS)] for step in range(2 + place % 3)]


def _stock(item: Product) -> Html:
    if not item.stock:
        return Html('<p class="stock none">Out of stock</p>')
    if item.stock < 5:
        return Html(f'<p class="stock few">Only {item.stock} left in stock</p>')
    return Html(f'<p class="stock">In stock, {item.stock} available</p>')


def _buy(item: Product) -> Html:
    if not item.stock:
        return Html("<p>We expect more at the end of the month.</p>")
    return Html(
        '<form class="buy" action="/basket/add" method="post">'
        f'<input type="hidden" name="item" value="{item.slug}">'
        '<p class="f"><label for="amount">Quantity</label>'
        f'<input id="amount" type="number" name="amount" value="1" min="1" max="{item.stock}"></p>'
        '<button class="cta" type="submit">Add to basket</button></form>'
    )


def _linked_data(request: Request, item: Product) -> dict[str, object]:
    address = f"{request.base}/product/{item.slug}"
    return {
        "@context": "https://schema.org",
        "@type": "Product",
        "name": item.name,
        "sku": item.sku,
        "image": f"{request.base}/pictures/{item.slug}.svg",
        "description": item.text,
        "brand": {"@type": "Brand", "name": "Kettle & Crumb"},
        "aggregateRating": {
            "@type": "AggregateRating",
            "ratingValue": item.rating,
            "reviewCount": len(_reviews(item)),
        },
        "offers": {
            "@type": "Offer",
            "url": address,
            "priceCurrency": "GBP",
            "price": f"{item.pence / 100:.2f}",
            "availability": f"https://schema.org/{'InStock' if item.stock else 'OutOfStock'}",
            "hasMerchantReturnPolicy": {
                "@type": "MerchantReturnPolicy",
                "applicableCountry": "GB",
                "returnPolicyCategory": "https://schema.org/MerchantReturnFiniteReturnWindow",
                "merchantReturnDays": 30,
                "returnFees": "https://schema.org/FreeReturn",
                "returnMethod": "https://schema.org/ReturnByMail",
            },
        },
    }
