"""Our goods and pages in the engine's own seed format, and the settings that only its admin pages make."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from benchmarks.shops.catalogue import CATEGORIES, PAGES, PRODUCTS, Product, page
from benchmarks.shops.pictures import draw

_SOURCES = Path(__file__).parent
_ON_HOME = ("K-101", "G-202", "B-401", "T-501", "K-103", "C-303", "T-502", "B-404")
_DELIVERY = (("Standard delivery", "4.50"), ("Express delivery", "12.00"))
_COUNTRIES = ("US", "CA", "DE", "GB")


def write(data: Path, pictures: Path) -> None:
    """Replace the engine's demo goods by ours, and draw their pictures."""
    for name, content in (
        ("categories", [_category(name) for name in CATEGORIES]),
        ("collections", [{"name": "On our shelf", "code": "homepage", "description": _text("shelf", "")}]),
        ("products", [entry for product in PRODUCTS for entry in _entries(product)]),
    ):
        (data / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")
    for product in PRODUCTS:
        draw(product.title, pictures / f"{product.sku.lower()}.png")


def _category(name: str) -> dict[str, Any]:
    return {
        "name": name,
        "url_key": name.lower(),
        "description": _text(name.lower(), ""),
        "meta_title": name,
        "meta_description": name,
        "meta_keywords": "",
        "status": 1,
    }


def _entries(product: Product) -> list[dict[str, Any]]:
    """The product, or one entry for every size, tied together by a variant group."""
    if not product.variants:
        return [_entry(product, product.sku, product.title, product.slug, product.stock)]
    return [
        _entry(
            product,
            f"{product.sku}-{variant.size}",
            f"{product.title} {variant.size}",
            f"{product.slug}-{variant.size.lower()}",
            variant.stock,
        )
        | {
            "variant_group": product.slug,
            "attributes": [{"attribute_code": "size", "value": variant.size}],
        }
        for variant in product.variants
    ]


def _entry(product: Product, sku: str, title: str, slug: str, stock: int) -> dict[str, Any]:
    return {
        "type": "simple",
        "visibility": True,
        "status": True,
        "sku": sku,
        "name": title,
        "url_key": slug,
        "price": float(product.price),
        "weight": 0.5,
        "meta_title": title,
        "meta_description": product.text,
        "meta_keywords": "",
        "description": _text(sku, product.text),
        "qty": stock,
        "manage_stock": True,
        "stock_availability": True,
        "category": product.category.lower(),
        "collections": ["homepage"] if product.sku in _ON_HOME else [],
        "attributes": [],
    }


def _text(mark: str, words: str) -> list[dict[str, Any]]:
    return _row(mark, {"id": f"{mark}-words", "type": "paragraph", "data": {"text": words}})


def _row(mark: str, block: dict[str, Any]) -> list[dict[str, Any]]:
    """One block of the engine's page editor, alone in its row."""
    data = {"time": 1_700_000_000_000, "blocks": [block], "version": "2.31.0"}
    column = {"size": 1, "id": f"{mark}-column", "data": data}
    return [{"id": f"{mark}-row", "columns": [column], "size": 1, "className": "md:grid-cols-1"}]


def settings() -> dict[str, str]:
    """What settings.sql is filled with, each as JSON."""
    shop = {
        "storeName": "Maple Row",
        "storeDescription": "Things for house and garden",
        "storePhoneNumber": "+1 802-555-0143",
        "storeEmail": "hello@maplerow.example",
        "storeCountry": "US",
        "storeAddress": "48 Orchard Street",
        "storeCity": "Burlington",
        "storePostalCode": "05401",
        "codPaymentStatus": "1",
        "codDisplayName": "Cash on delivery",
    }
    pages = [{"name": name, "title": title, "content": _html(name)} for name, title in PAGES.items()]
    deliveries = [{"name": name, "cost": cost} for name, cost in _DELIVERY]
    filled = {
        "settings": shop,
        "countries": _COUNTRIES,
        "deliveries": deliveries,
        "pages": pages,
        "widgets": _widgets(),
    }
    return {name: json.dumps(value) for name, value in filled.items()}


def _html(name: str) -> list[dict[str, Any]]:
    return _row(name, {"id": f"{name}-html", "type": "raw", "data": {"html": page(_SOURCES, name)}})


def _widgets() -> list[dict[str, Any]]:
    """Main menu, footer and a shelf on the home page."""
    menu = {"isMain": True, "className": "", "menus": [_menu_entry(name) for name in CATEGORIES]}
    links = [{"id": f"help-{name}", "label": title, "url": f"/{name}"} for name, title in PAGES.items()]
    footer = {"columns": [{"id": "help", "title": "Help", "links": links}]}
    shelf = {"collection": "homepage", "count": 8, "countPerRow": 4, "heading": "On our shelf"}
    placed = (
        ("Main menu", "basic_menu", menu, "all", "headerMiddleLeft"),
        ("Footer", "footer_menu", footer, "all", "footerTop"),
        ("Shelf", "collection_products", shelf, "homepage", "content"),
    )
    names = ("name", "type", "settings", "route", "area")
    return [dict(zip(names, widget, strict=True)) for widget in placed]


def _menu_entry(category: str) -> dict[str, Any]:
    mark = f"menu-{category.lower()}"
    return {
        "id": mark,
        "uuid": mark,
        "name": category,
        "url": f"/{category.lower()}",
        "type": "custom",
        "children": [],
    }
