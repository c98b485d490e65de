"""What do a page's JSON-LD, microdata and meta tags say about the product, the shop and its terms?"""

from __future__ import annotations

from dataclasses import dataclass

from auditor.reading.structured_json import Node, of_type, read_jsonld, text_of, texts, types_of
from auditor.snapshot import Snapshot

__all__ = ["Node", "ProductFacts", "of_type", "product_facts", "read_jsonld", "text_of", "texts", "types_of"]


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
    """The product of a product page, or None where no data name one."""
    return None
