"""What the shops sell: the same goods in every engine, each in its own currency.

Read by the shops' own Python environments too, so it needs the standard library alone.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

CATEGORIES = ("Kitchen", "Garden", "Clothing", "Books", "Travel")


@dataclass(frozen=True)
class Variant:
    """One size of a product."""

    size: str
    stock: int


@dataclass(frozen=True)
class Product:
    """Something to buy."""

    sku: str
    title: str
    category: str
    price: Decimal
    stock: int
    """Pieces there are; 0 is sold out. Not used where there are variants."""
    text: str
    variants: tuple[Variant, ...] = ()

    @property
    def slug(self) -> str:
        """The title as part of an address."""
        return "-".join("".join(c if c.isalnum() else " " for c in self.title.lower()).split())


def _product(row: dict[str, str]) -> Product:
    """One line of the file; its stock is a count, or a count for every size: `S:4 M:7`."""
    pairs = [pair.split(":") for pair in row["stock"].split() if ":" in pair]
    return Product(
        sku=row["sku"],
        title=row["title"],
        category=row["category"],
        price=Decimal(row["price"]),
        stock=0 if pairs else int(row["stock"]),
        text=row["text"],
        variants=tuple(Variant(size, int(count)) for size, count in pairs),
    )


def _products() -> tuple[Product, ...]:
    with Path(__file__).with_name("goods.csv").open(encoding="utf-8", newline="") as goods:
        return tuple(map(_product, csv.DictReader(goods)))


PRODUCTS: tuple[Product, ...] = _products()

PAGES = {"faq": "FAQ", "contact": "Contact", "returns": "Returns", "shipping": "Shipping"}
"""Titles of the help pages; each engine's folder has its own words under `pages/`."""


def page(sources: Path, name: str) -> str:
    """The HTML of one help page of an engine."""
    return (sources / "pages" / f"{name}.html").read_text(encoding="utf-8").strip()
