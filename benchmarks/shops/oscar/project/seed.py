"""Fills the empty shop with goods and help pages; imported once Django is set up."""

from pathlib import Path
from tempfile import TemporaryDirectory

from django.contrib.flatpages.models import FlatPage
from django.contrib.sites.models import Site
from django.core.files import File
from oscar.apps.catalogue.categories import create_from_breadcrumbs
from oscar.core.loading import get_model

from benchmarks.shops.catalogue import PAGES, PRODUCTS, Product, page
from benchmarks.shops.pictures import draw

SOURCES = Path(__file__).parents[1]


def main() -> None:
    """Goods with their stock, then pages."""
    kind = get_model("catalogue", "ProductClass").objects.create(
        name="Goods", requires_shipping=True, track_stock=True
    )
    get_model("catalogue", "ProductAttribute").objects.create(
        product_class=kind, code="size", name="Size", type="text", required=False
    )
    partner = get_model("partner", "Partner").objects.create(name="Warehouse")
    with TemporaryDirectory() as folder:
        for product in PRODUCTS:
            add(product, kind, partner, Path(folder))
    site = Site.objects.get(pk=1)
    site.domain, site.name = "127.0.0.1", "Sandbank Supplies"
    site.save()
    for name, title in PAGES.items():
        FlatPage.objects.create(url=f"/{name}/", title=title, content=page(SOURCES, name)).sites.add(site)


def add(product: Product, kind, partner, folder: Path) -> None:
    """One product with its picture; a child for every size."""
    model = get_model("catalogue", "Product")
    made = model.objects.create(
        upc=product.sku,
        title=product.title,
        description=f"<p>{product.text}</p>",
        product_class=kind,
        structure=model.PARENT if product.variants else model.STANDALONE,
    )
    made.categories.add(create_from_breadcrumbs(product.category))
    picture = folder / f"{product.slug}.png"
    draw(product.title, picture)
    with picture.open("rb") as file:
        get_model("catalogue", "ProductImage").objects.create(
            product=made, original=File(file, name=picture.name)
        )
    if not product.variants:
        stock(made, partner, product, product.stock)
    for variant in product.variants:
        child = model(
            upc=f"{product.sku}-{variant.size}",
            title=f"{product.title} {variant.size}",
            structure=model.CHILD,
            parent=made,
        )
        child.attr.size = variant.size
        child.save()
        stock(child, partner, product, variant.stock)


def stock(made, partner, product: Product, count: int) -> None:
    """What it costs and how many there are."""
    get_model("partner", "StockRecord").objects.create(
        product=made,
        partner=partner,
        partner_sku=made.upc,
        price_currency="EUR",
        price=product.price,
        num_in_stock=count,
    )
