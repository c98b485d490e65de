"""The pieces that the pages of Kettle & Crumb are made of."""

from __future__ import annotations

from pathlib import Path

from auditor.demo.kettle.catalogue import CATEGORIES, PRODUCTS, Product
from auditor.demo.templates import Html, Templates, escape, join
from auditor.demo.web import Request, Response, page

FOLDER = Path(__file__).parent
fill = Templates(FOLDER / "templates")


def shop_page(
    request: Request,
    title: str,
    body: Html,
    *,
    kind: str = "words",
    head: str = "",
    letter: bool = False,
    query: str = "",
    status: int = 200,
) -> Response:
    """A page with the shop's header and footer; with `letter`, the newsletter asks after some seconds."""
    notice = request.session.take_notice()
    return page(
        fill(
            "layout",
            title=title,
            body=body,
            kind=kind,
            head=Html(head),
            query=query,
            pieces=request.session.pieces,
            departments=join(
                f'<li><a href="/shop/{slug}">{escape(name)}</a></li>' for slug, name in CATEGORIES.items()
            ),
            notice=Html(f'<p class="note" role="status">{notice}</p>' if notice else ""),
            overlay=fill("letter") if letter else "",
        ),
        status=status,
    )


def card(product: Product) -> Html:
    """A product on a shelf."""
    sold_out = "" if product.stock else '<span class="out">Sold out</span>'
    return Html(
        f'<article class="card"><a href="/product/{product.slug}">{sold_out}'
        f'<img src="/pictures/{product.slug}.svg" alt="" width="270" height="270" loading="lazy">'
        f"<h3>{escape(product.name)}</h3></a><p>{product.price}</p></article>"
    )


def shelf(products: tuple[Product, ...] | list[Product]) -> Html:
    """Several products side by side."""
    return join(card(product) for product in products)


def favourites() -> tuple[Product, ...]:
    """What the home page shows."""
    return tuple(PRODUCTS[i] for i in (2, 5, 10, 15, 7, 1, 12, 16))
