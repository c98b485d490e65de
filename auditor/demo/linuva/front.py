"""Which page of Linuva answers which address."""

from __future__ import annotations

from auditor.demo.linuva import cart, checkout, pages
from auditor.demo.linuva.policy import returns_policy
from auditor.demo.linuva.view import FOLDER, fill, shop_page
from auditor.demo.web import MEDIA_TYPES, Handler, Request, Response, Route, Storefront, static_files

_PAGES = {
    "/kontaktai": ("Kontaktai", "kontaktai"),
    "/apie-mus": ("Apie mus", "apie"),
    "/pristatymas": ("Pristatymas", "apie_pristatyma"),
    "/dydziai": ("Dydžių lentelė", "dydziai"),
    "/taisykles": ("Pirkimo taisyklės", "taisykles"),
    "/privatumas": ("Privatumo politika", "privatumas"),
}


def _fixed(title: str, template: str) -> Handler:
    def show(request: Request) -> Response:
        return shop_page(request, title, fill(template))

    return show


def _policy(_request: Request) -> Response:
    return Response(body=returns_policy(), media_type=MEDIA_TYPES[".pdf"])


STOREFRONT = Storefront(
    name="Linuva",
    slug="linuva",
    country="LT",
    language="lt",
    cookie="LINUVASID",
    folder=FOLDER,
    not_found=pages.not_found,
    is_ready=checkout.is_ready,
    routes=(
        Route("GET", "/", pages.home),
        Route("GET", "/katalogas/<kind>", pages.catalogue),
        Route("GET", "/paieska", pages.search),
        Route("GET", "/preke/<key>", pages.garment),
        Route("GET", "/nuotraukos/<name>", static_files(FOLDER / "pictures")),
        Route("GET", "/f/<name>", static_files(FOLDER / "static")),
        Route("GET", "/krepselis", cart.cart),
        Route("POST", "/krepselis/prideti", cart.add),
        Route("POST", "/krepselis/keisti", cart.update),
        Route("POST", "/krepselis/salinti", cart.remove),
        Route("GET", "/uzsakymas/prisijungimas", checkout.wall),
        Route("POST", "/uzsakymas/prisijungimas", checkout.refuse_account),
        Route("GET", "/uzsakymas/duomenys", checkout.details),
        Route("POST", "/uzsakymas/duomenys", checkout.take_details),
        Route("GET", "/uzsakymas/pristatymas", checkout.delivery),
        Route("POST", "/uzsakymas/pristatymas", checkout.take_delivery),
        Route("GET", "/uzsakymas/apmokejimas", checkout.payment),
        Route("POST", "/uzsakymas/apmokejimas", checkout.take_payment),
        Route("GET", "/uzsakymas/perziura", checkout.review),
        Route("POST", "/uzsakymas/pateikti", checkout.place),
        Route("GET", "/uzsakymas/aciu", checkout.thank_you),
        Route("GET", r"/dokumentai/grazinimo-taisykles\.pdf", _policy),
        *(Route("GET", path, _fixed(*what)) for path, what in _PAGES.items()),
    ),
)
