"""Which page of Kettle & Crumb answers which address, and its pages of help."""

from __future__ import annotations

from auditor.demo.kettle import basket, checkout, pages
from auditor.demo.kettle.catalogue import CATEGORIES, PRODUCTS, money
from auditor.demo.kettle.policies import DELIVERIES, QUESTIONS
from auditor.demo.kettle.search import words
from auditor.demo.kettle.view import FOLDER, fill, shop_page
from auditor.demo.templates import Html, escape, join
from auditor.demo.web import Handler, Request, Response, Route, Storefront, see_other, static_files, text

_PAGES = {
    "/about": ("Our story", "about"),
    "/terms": ("Terms of sale", "terms"),
    "/privacy": ("Privacy", "privacy"),
    "/help/returns": ("Returns policy", "returns"),
}


def help_and_faq(request: Request) -> Response:
    """Questions and answers by category, with a search of their own."""
    asked = request.query.get("q", "").strip()
    wanted = words(asked)
    groups = {
        name: [pair for pair in pairs if all(w in words(" ".join(pair)) for w in wanted)]
        for name, pairs in QUESTIONS.items()
    }
    shown = join(
        f'<section id="{words(name)[0]}"><h2>{escape(name)}</h2>'
        + "".join(f"<details><summary>{escape(q)}</summary><p>{escape(a)}</p></details>" for q, a in pairs)
        + "</section>"
        for name, pairs in groups.items()
        if pairs
    )
    jump = join(f'<li><a href="#{words(name)[0]}">{escape(name)}</a></li>' for name in QUESTIONS)
    nothing = Html(f"<p>No answer mentions “{escape(asked)}”. Call us, we are happy to help.</p>")
    body = fill(
        "help",
        asked=asked,
        groups=shown or nothing,
        jump=Html("" if wanted else f'<ul class="topics">{jump}</ul>'),
    )
    return shop_page(request, "Help & FAQ", body, kind="help")


def delivery_help(request: Request) -> Response:
    """What delivery costs."""
    rows = join(
        f"<tr><td>{option.name}</td><td>{option.text}</td><td>{money(option.pence)}</td></tr>"
        for option in DELIVERIES
    )
    return shop_page(request, "Delivery", fill("delivery_help", rows=rows), kind="help")


def _fixed(title: str, template: str) -> Handler:
    def show(request: Request) -> Response:
        return shop_page(request, title, fill(template))

    return show


def _asking(title: str, template: str, answer: str) -> Handler:
    """A page with a form whose posting is answered by a sentence."""

    def show(request: Request) -> Response:
        sentence = f'<p class="note" role="status">{answer}</p>' if request.method == "POST" else ""
        return shop_page(request, title, fill(template, answer=Html(sentence)))

    return show


def _newsletter(request: Request) -> Response:
    request.session.notice = "Thank you, the first letter is on its way."
    return see_other("/")


def _sitemap(request: Request) -> Response:
    paths = ["/", *(f"/shop/{slug}" for slug in CATEGORIES), *(f"/product/{p.slug}" for p in PRODUCTS)]
    paths += ["/help", "/help/delivery", "/returns/start", "/contact", *_PAGES]
    entries = "".join(f"<url><loc>{request.base}{path}</loc></url>" for path in paths)
    return text(f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>', ".xml")


def _robots(request: Request) -> Response:
    rules = "User-agent: *\nDisallow: /basket\nDisallow: /checkout\nDisallow: /account\n"
    return text(f"{rules}Sitemap: {request.base}/sitemap.xml\n", ".txt")


_contact = _asking("Contact us", "contact", "Thank you. We answer within one working day.")
_portal = _asking("Start a return", "portal", "We cannot find that order. Please check the number.")
_sign_in = _asking("Sign in", "sign_in", "We do not know this e-mail address and password.")

STOREFRONT = Storefront(
    name="Kettle & Crumb",
    slug="kettle-and-crumb",
    country="GB",
    language="en",
    cookie="kc_basket",
    folder=FOLDER,
    not_found=pages.not_found,
    is_ready=checkout.is_ready,
    routes=(
        Route("GET", "/", pages.home),
        Route("GET", "/search", pages.search),
        Route("GET", "/shop/<category>", pages.department),
        Route("GET", "/product/<slug>", pages.product),
        Route("GET", "/pictures/<name>", static_files(FOLDER / "pictures")),
        Route("GET", "/assets/<name>", static_files(FOLDER / "static")),
        Route("GET", "/basket", basket.basket),
        Route("POST", "/basket/add", basket.add),
        Route("POST", "/basket/update", basket.update),
        Route("POST", "/basket/remove", basket.remove),
        Route("POST", "/basket/save", basket.save_for_later),
        Route("POST", "/basket/move", basket.move_back),
        Route("POST", "/basket/express", basket.express),
        Route("GET", "/checkout/address", checkout.address),
        Route("POST", "/checkout/address", checkout.take_address),
        Route("GET", "/checkout/delivery", checkout.delivery),
        Route("POST", "/checkout/delivery", checkout.take_delivery),
        Route("GET", "/checkout/review", checkout.review),
        Route("POST", "/checkout/place", checkout.place),
        Route("GET", "/checkout/thank-you", checkout.thank_you),
        Route("GET", "/help", help_and_faq),
        Route("GET", "/help/delivery", delivery_help),
        Route("GET", "/contact", _contact),
        Route("POST", "/contact", _contact),
        Route("GET", "/returns/start", _portal),
        Route("POST", "/returns/start", _portal),
        Route("GET", "/account/sign-in", _sign_in),
        Route("POST", "/account/sign-in", _sign_in),
        Route("POST", "/newsletter", _newsletter),
        Route("GET", "/robots.txt", _robots),
        Route("GET", "/sitemap.xml", _sitemap),
        *(Route("GET", path, _fixed(*what)) for path, what in _PAGES.items()),
    ),
)
