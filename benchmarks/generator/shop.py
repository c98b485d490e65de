"""One generated shop: its plan, its pages, its truth, and the answers to what a benchmark asks afterwards."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from auditor.demo.web import Request, Response, Route, Session, Storefront, see_other
from benchmarks.generator import cart_pages, catalogue_pages, gate
from benchmarks.generator.checkout_pages import Checkout
from benchmarks.generator.features import Plan
from benchmarks.generator.truth import Seen, truth_of
from benchmarks.generator.view import View

Page = Callable[..., Response]


class GeneratedShop:
    """A shop made from a plan."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.truth = truth_of(plan)
        self.view = View(plan)
        self.checkout = Checkout(self.view)
        self.storefront = Storefront(
            name=self.view.name,
            slug=f"seed-{plan.seed}-{plan.language.lower()}",
            country=plan.country,
            language=plan.language,
            cookie="sid",
            folder=Path(__file__).parent,
            routes=self._routes(),
            not_found=lambda request: self.view.text_page(request, "404", request.path, status=404),
            is_ready=self._is_ready,
        )

    def seen(self, session: str = "") -> Seen | None:
        """What the server knows of a visitor's checkout; of the one it heard of last when none is named."""
        return self.checkout.seen.get(session or self.checkout.last_seen)

    def _is_ready(self, session: Session) -> bool:
        seen = self.checkout.seen.get(session.id)
        return seen is not None and seen.ready

    def _routes(self) -> tuple[Route, ...]:
        view, checkout = self.view, self.checkout

        def on(page: Page) -> Page:
            return lambda request, **parts: page(view, request, **parts)

        def all_goods(request: Request) -> Response:
            return catalogue_pages.listing(view, request, view.words("all_products"), view.goods)

        def words(key: str) -> Page:
            return lambda request: view.text_page(request, view.words(key), view.words("about_product"))

        def back(_request: Request) -> Response:
            return see_other("/")

        def to_cart(_request: Request) -> Response:
            return see_other(view.cart_path)

        path = view.checkout_path
        product = view.product_pattern.format("<slug>")
        return (
            Route("GET", "/", on(catalogue_pages.home)),
            Route("GET", "/all", all_goods),
            Route("GET", "/category/<number>", on(catalogue_pages.category)),
            Route("GET", "/search", on(catalogue_pages.search)),
            Route("GET", "/img/<slug>.svg", on(catalogue_pages.picture)),
            Route("GET", view.cart_path, on(cart_pages.show)),
            Route("GET", "/added", on(cart_pages.added)),
            Route("POST", "/cart/add", on(cart_pages.add)),
            Route("POST", "/cart/update", on(cart_pages.update)),
            Route("POST", "/cart/drawer", on(cart_pages.drawer)),
            Route("POST", "/cart/coupon", to_cart),
            Route("GET", "/cart/remove/<number>", on(cart_pages.remove)),
            Route("POST", "/express", checkout.express),
            Route("POST", "/checkout-state", checkout.report),
            Route("POST", "/newsletter", back),
            Route("POST", "/login", on(gate.refuse_login)),
            Route("GET", "/login", on(gate.account_page)),
            Route("GET", "/account", on(gate.account_page)),
            Route("GET", "/register", on(gate.account_page)),
            *(Route("GET", f"/{key}", words(key)) for key in ("faq", "contact", "returns")),
            Route("GET", "/left", words("age_text")),
            Route("GET", "/international", words("country_text")),
            Route("GET", f"{path}/guest", on(gate.guest)),
            Route("POST", f"{path}/guest", on(gate.guest)),
            Route("POST", f"{path}/quotes", checkout.quotes),
            Route("GET", path, checkout.show),
            Route("POST", path, checkout.take),
            Route("GET", f"{path}/<number>", checkout.show),
            Route("POST", f"{path}/<number>", checkout.take),
            Route("GET", product, on(catalogue_pages.product)),
        )
