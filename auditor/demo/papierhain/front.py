"""Which page of Papierhain answers which address."""

from __future__ import annotations

from auditor.demo.papierhain import cart, checkout, pages
from auditor.demo.papierhain.catalogue import ARTICLES, GROUPS
from auditor.demo.papierhain.view import FOLDER, fill, shop_page
from auditor.demo.web import Handler, Request, Response, Route, Storefront, data, static_files, text

_PAGES = {
    "/haeufige-fragen": ("Häufige Fragen", "fragen"),
    "/rueckgabe": ("Rückgabe", "rueckgabe"),
    "/widerruf": ("Widerrufsbelehrung", "widerruf"),
    "/versand-und-zahlung": ("Versand und Zahlung", "versand"),
    "/kontakt": ("Kontakt", "kontakt"),
    "/impressum": ("Impressum", "impressum"),
    "/agb": ("Allgemeine Geschäftsbedingungen", "agb"),
    "/datenschutz": ("Datenschutzerklärung", "datenschutz"),
    "/ueber-uns": ("Über uns", "ueber"),
}


def _fixed(title: str, template: str) -> Handler:
    def show(request: Request) -> Response:
        return shop_page(request, title, fill(template))

    return show


def _message(_request: Request) -> Response:
    return data({"danke": "Danke für Ihre Nachricht. Wir antworten innerhalb eines Werktags."})


def _robots(request: Request) -> Response:
    rules = "User-agent: *\nDisallow: /kasse\nDisallow: /warenkorb\nDisallow: /api/\n"
    return text(f"{rules}Sitemap: {request.base}/sitemap.xml\n", ".txt")


def _sitemap(request: Request) -> Response:
    paths = ["/", *_PAGES, *(f"/kategorie/{slug}" for slug in GROUPS), *(f"/p/{a.slug}" for a in ARTICLES)]
    entries = "".join(f"<url><loc>{request.base}{path}</loc></url>" for path in paths)
    return text(f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>', ".xml")


STOREFRONT = Storefront(
    name="Papierhain",
    slug="papierhain",
    country="DE",
    language="de",
    cookie="ph_sitzung",
    folder=FOLDER,
    not_found=pages.not_found,
    is_ready=checkout.is_ready,
    routes=(
        Route("GET", "/", pages.home),
        Route("GET", "/kategorie/<slug>", pages.group),
        Route("GET", "/p/<slug>", pages.article),
        Route("GET", "/suche", pages.search_page),
        Route("GET", "/api/suche", pages.search_results),
        Route("GET", "/api/artikel/<slug>", pages.quick_view),
        Route("GET", "/bild/<name>", static_files(FOLDER / "pictures")),
        Route("GET", "/static/<name>", static_files(FOLDER / "static")),
        Route("GET", "/warenkorb", cart.cart_page),
        Route("GET", "/api/warenkorb", cart.show),
        Route("POST", "/api/warenkorb", cart.add),
        Route("POST", "/api/warenkorb/menge", cart.change),
        Route("GET", "/kasse", checkout.checkout_page),
        Route("POST", "/api/kasse/adresse", checkout.take_address),
        Route("GET", "/api/kasse/versand", checkout.shipping_options),
        Route("POST", "/api/kasse/versand", checkout.take_shipping),
        Route("GET", "/api/kasse/zahlung", checkout.payment_options),
        Route("POST", "/api/kasse/zahlung", checkout.take_payment),
        Route("POST", "/api/kasse/agb", checkout.take_terms),
        Route("POST", "/api/bestellung", checkout.order),
        Route("GET", "/danke", checkout.thank_you),
        Route("POST", "/api/nachricht", _message),
        Route("GET", "/robots.txt", _robots),
        Route("GET", "/sitemap.xml", _sitemap),
        *(Route("GET", path, _fixed(*what)) for path, what in _PAGES.items()),
    ),
)
