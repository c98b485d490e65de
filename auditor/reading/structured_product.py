"""Which product do a page's JSON-LD, microdata or meta tags name, and on which terms?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from auditor.lexicon import fold
from auditor.reading.structured_json import Node, listed, of_type, read_jsonld, text_of, texts
from auditor.reading.structured_money import data_money, decimal, fraction, whole
from auditor.snapshot import Snapshot

_PRODUCTS = ("Product", "ProductGroup", "IndividualProduct", "ProductModel", "Book")
_MAX_OFFERS = 500


@dataclass(frozen=True, kw_only=True, slots=True)
class ProductFacts:
    """A product as structured data state it; empty text and None where they do not."""

    name: str = ""
    sku: str = ""
    gtin: str = ""
    brand: str = ""
    price: str = ""
    """Money text of the lowest offer: "EUR 4.99"."""
    price_high: str = ""
    """Money text of the highest offer where offers differ."""
    currency: str = ""
    availability: tuple[str, ...] = ()
    """Bare schema.org names, each once: InStock, OutOfStock, PreOrder, BackOrder, ..."""
    rating: float | None = None
    """On a scale of 0 to 5."""
    rating_count: int | None = None
    """Ratings or reviews."""
    source: str = ""
    """jsonld, microdata or meta."""


def product_facts(snapshot: Snapshot) -> ProductFacts | None:
    """The product of a product page, or None where no data name one.

    JSON-LD comes before microdata, microdata before meta tags. Where data name several products (a list
    of related ones), it is the one whose name stands in the page's title or main heading.
    """
    nodes = read_jsonld(snapshot.jsonld)
    product = _meant(of_type(nodes, *_PRODUCTS), snapshot)
    if product is not None:
        return _from_node(product, nodes)
    return _from_items(snapshot) or _from_meta(snapshot)


def _meant(products: Sequence[Node], snapshot: Snapshot) -> Node | None:
    named = [p for p in products if text_of(p, "name") or p.get("offers")]
    if len(named) <= 1:
        return named[0] if named else None
    titles = [fold(t) for t in (*(h.text for h in snapshot.headings if h.level == 1), snapshot.title) if t]
    for title in titles:
        if hit := next((p for p in named if (name := fold(text_of(p, "name"))) and name in title), None):
            return hit
    return next((p for p in named if p.get("offers") or p.get("hasVariant")), named[0])


def _from_node(product: Node, nodes: Sequence[Node]) -> ProductFacts:
    offers = list(_offers(product, nodes))
    prices = [p for o in offers for p in _prices(o)]
    low, high = _ends(prices)
    stock = (re.split(r"[/#:]", t)[-1] for o in offers for t in texts(o.get("availability")))
    rating, count = _rating(product)
    return ProductFacts(
        name=text_of(product, "name"),
        sku=text_of(product, "sku", "mpn", "productID")
        or next((t for o in offers if (t := text_of(o, "sku"))), ""),
        gtin=text_of(product, "gtin13", "gtin", "gtin14", "gtin12", "gtin8", "isbn"),
        brand=text_of(product, "brand", "manufacturer"),
        price=low,
        price_high=high if high != low else "",
        currency=low[:3],
        availability=tuple(dict.fromkeys(stock)),
        rating=rating,
        rating_count=count,
        source="jsonld",
    )


def _offers(product: Node, nodes: Sequence[Node]) -> Iterator[Node]:
    """The offers of a product and its variants, references followed."""
    by_id = {str(n["@id"]): n for n in nodes if isinstance(n.get("@id"), str)}
    waiting = [*listed(product.get("offers")), *_variants(product)]
    seen = 0
    while waiting and seen < _MAX_OFFERS:
        offer = waiting.pop(0)
        seen += 1
        if isinstance(offer, dict):
            if set(offer) == {"@id"}:
                offer = by_id.get(str(offer["@id"]), offer)
            yield offer
            waiting.extend(o for o in listed(offer.get("offers")) if isinstance(o, dict))


def _variants(product: Node) -> list[Any]:
    return [
        o for v in listed(product.get("hasVariant")) if isinstance(v, dict) for o in listed(v.get("offers"))
    ]


def _prices(offer: Mapping[str, Any]) -> Iterator[str]:
    currency = text_of(offer, "priceCurrency")
    for key in ("lowPrice", "price", "highPrice"):
        if text := text_of(offer, key):
            yield data_money(text, currency)
    if not text_of(offer, "price", "lowPrice"):
        for spec in listed(offer.get("priceSpecification")):
            if isinstance(spec, dict):
                kind = text_of(spec, "priceType")
                if "ListPrice" not in kind and "SRP" not in kind:
                    yield data_money(text_of(spec, "price"), text_of(spec, "priceCurrency") or currency)


def _ends(prices: Sequence[str]) -> tuple[str, str]:
    """Lowest and highest of several money texts; empty where they are in different currencies."""
    known = [p for p in prices if p]
    if not known or len({p[:3] for p in known}) > 1:
        return "", ""
    return min(known, key=_number), max(known, key=_number)


def _number(money: str) -> Decimal:
    return decimal(money[4:]) or Decimal(0)


def _rating(product: Node) -> tuple[float | None, int | None]:
    for node in listed(product.get("aggregateRating")):
        if isinstance(node, dict):
            value, best = fraction(text_of(node, "ratingValue")), fraction(text_of(node, "bestRating"))
            count = whole(text_of(node, "ratingCount", "reviewCount"))
            return _of_five(value, best), count
    return None, None


def _of_five(value: float | None, best: float | None) -> float | None:
    if value is None:
        return None
    scaled = value * 5 / best if best and best > 0 else value
    return round(scaled, 2) if 0 <= scaled <= 5 else None


def _from_items(snapshot: Snapshot) -> ProductFacts | None:
    """The first microdata product; its offer and rating are items of their own behind it."""
    items = [(re.split(r"[/#:]", i.type)[-1], dict(reversed(i.props))) for i in snapshot.items]
    at = next((n for n, (kind, _) in enumerate(items) if kind in _PRODUCTS), None)
    if at is None:
        return None
    facts = dict(items[at][1])
    for kind, props in items[at + 1 :]:
        if kind in _PRODUCTS:
            break
        if kind in ("Offer", "AggregateOffer", "AggregateRating"):
            facts = {**props, **facts}
    price = data_money(facts.get("price") or facts.get("lowPrice") or "", facts.get("priceCurrency", ""))
    return ProductFacts(
        name=facts.get("name", ""),
        sku=facts.get("sku", ""),
        gtin=facts.get("gtin13", ""),
        brand=facts.get("brand", ""),
        price=price,
        currency=price[:3],
        availability=(re.split(r"[/#:]", facts["availability"])[-1],) if facts.get("availability") else (),
        rating=_of_five(fraction(facts.get("ratingValue", "")), fraction(facts.get("bestRating", ""))),
        rating_count=whole(facts.get("ratingCount") or facts.get("reviewCount") or ""),
        source="microdata",
    )


def _from_meta(snapshot: Snapshot) -> ProductFacts | None:
    """A product in Open Graph tags; a page is none without a price or the type product."""
    get = snapshot.meta_value
    amount = get("product:price:amount") or get("og:price:amount")
    currency = get("product:price:currency") or get("og:price:currency")
    if not amount and "product" not in get("og:type"):
        return None
    price = data_money(amount, currency)
    stock = get("product:availability") or get("og:availability")
    return ProductFacts(
        name=get("og:title"),
        sku=get("product:retailer_item_id"),
        brand=get("product:brand"),
        price=price,
        currency=price[:3],
        availability=(_STOCK.get(fold(stock), stock),) if stock else (),
        source="meta",
    )


_STOCK = {
    "in stock": "InStock",
    "instock": "InStock",
    "out of stock": "OutOfStock",
    "oos": "OutOfStock",
    "preorder": "PreOrder",
    "available for order": "BackOrder",
    "backorder": "BackOrder",
    "discontinued": "Discontinued",
}
