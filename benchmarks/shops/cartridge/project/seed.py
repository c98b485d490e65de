"""Fills the empty shop with goods and help pages; imported once Django is set up."""

from pathlib import Path

from cartridge.shop.models import (
    Category,
    ProductImage,
    ProductOption,
    ProductVariation,
)
from cartridge.shop.models import Product as Row
from django.conf import settings
from django.contrib.sites.models import Site
from mezzanine.pages.models import RichTextPage

from benchmarks.shops.catalogue import CATEGORIES, PAGES, PRODUCTS, Product, page
from benchmarks.shops.pictures import draw

SOURCES = Path(__file__).parents[1]
PICTURES = "uploads/product"
IN_ALL_MENUS = [1, 2, 3]
SIZE = 1
"""The first of the engine's kinds of options."""


def main() -> None:
    """Categories below one page called Shop, goods, then help pages."""
    Site.objects.filter(pk=settings.SITE_ID).update(domain="127.0.0.1", name=settings.SITE_TITLE)
    shop = Category.objects.create(title="Shop", slug="shop")
    categories = {name: Category.objects.create(title=name, parent=shop) for name in CATEGORIES}
    for product in PRODUCTS:
        add(product, categories[product.category])
    for name, title in PAGES.items():
        RichTextPage.objects.create(
            title=title, slug=name, content=page(SOURCES, name), in_menus=IN_ALL_MENUS
        )


def add(product: Product, category: Category) -> None:
    """One product with its picture; a variation for every size, one without a size otherwise."""
    picture = f"{PICTURES}/{product.slug}.png"
    draw(product.title, Path(settings.MEDIA_ROOT) / picture)
    row = Row.objects.create(
        title=product.title,
        content=f"<p>{product.text}</p>",
        description=product.text,
        available=True,
        status=2,
        sku=product.sku,
        unit_price=product.price,
        image=picture,
    )
    row.categories.add(category)
    image = ProductImage.objects.create(product=row, file=picture, description=product.title)
    for n, variant in enumerate(product.variants):
        ProductOption.objects.get_or_create(type=SIZE, name=variant.size)
        ProductVariation.objects.create(
            product=row,
            option1=variant.size,
            sku=f"{product.sku}-{variant.size}",
            unit_price=product.price,
            num_in_stock=variant.stock,
            default=n == 0,
            image=image,
        )
    if not product.variants:
        ProductVariation.objects.create(
            product=row,
            sku=product.sku,
            unit_price=product.price,
            num_in_stock=product.stock,
            default=True,
            image=image,
        )
    row.copy_default_variation()
