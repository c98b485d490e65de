"""A visitor who talks plain HTTP to a generated shop, without sockets, and knows what it asks for."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urlsplit

from bs4 import BeautifulSoup

from auditor.demo.ledger import Ledger
from auditor.demo.opened import OpenShop
from auditor.demo.web import Response
from benchmarks.generator.asking import payment_choices, shipping_choices
from benchmarks.generator.features import Plan
from benchmarks.generator.shop import GeneratedShop

_ANSWERS = {
    "email": "anna@example.com",
    "first_name": "Anna",
    "last_name": "Muster",
    "full_name": "Anna Muster",
    "street": "Main Street 12",
    "house_number": "12",
    "city": "Town",
    "region": "Somewhere",
}
_POSTCODES = {
    "GB": "BS1 4DJ",
    "IE": "D02 X285",
    "NL": "3511 AA",
    "PL": "31-146",
    "PT": "1100-048",
    "LV": "LV-1010",
}


class Visitor:
    """One visitor with a cookie."""

    def __init__(self, plan: Plan, folder: Path) -> None:
        self.shop = GeneratedShop(plan)
        self._open = OpenShop(
            front=self.shop.storefront, ledger=Ledger(folder / "orders.jsonl"), base="http://127.0.0.1:1"
        )
        self._cookie = ""

    def orders(self) -> int:
        """Orders in the ledger."""
        return self._open.ledger.count()

    def get(self, target: str) -> Response:
        """Ask for a page and follow where it leads."""
        return self._ask("GET", target, {})

    def post(self, target: str, **form: str) -> Response:
        """Send a form and follow where it leads."""
        return self._ask("POST", target, form)

    def _ask(self, method: str, target: str, form: dict[str, str]) -> Response:
        response = self._open.answer(method=method, target=target, cookies=self._cookie, form=form)
        headers = dict(response.headers)
        if "Set-Cookie" in headers:
            self._cookie = headers["Set-Cookie"].split(";")[0]
        return self.get(headers["Location"]) if response.status == 303 else response

    def buy(self) -> None:
        """Put the first product that can be had into the cart."""
        product = next(p for p in self.shop.view.goods if p.stock == "yes")
        option = next((v for v in product.variants if v not in product.gone), "")
        self.post("/cart/add", product=product.slug, option=option, ajax="1")

    def pass_gate(self) -> Response:
        """Go to the checkout as a guest."""
        path = self.shop.view.checkout_path
        if self.shop.plan["gate"] == "none":
            return self.get(path)
        email = {self.shop.view.markup.field_name("email"): _ANSWERS["email"]}
        return self.post(f"{path}/guest", who="guest", **email)

    def answers(self) -> dict[str, str]:
        """Everything that the shop could ask, as its forms call it."""
        plan = self.shop.plan
        phone = "+441632960000" if plan["phone"] == "international" else "01632960000"
        said = _ANSWERS | {
            "postcode": _POSTCODES.get(plan.country, "10827" if plan.country not in "LT US" else "62701"),
            "phone": phone,
            "country": plan.country,
        }
        named = {self.shop.view.markup.field_name(name): text for name, text in said.items()}
        named |= {"terms": "1", "shipping": (*shipping_choices(plan), "")[0]}
        ways = [way for way in payment_choices(plan) if way != "pay_card"]
        return named | {"payment": (*ways, "")[0]}

    def send_screens(self, count: int) -> Response:
        """Send so many screens of the checkout."""
        path = self.shop.view.checkout_path
        response = Response()
        for screen in range(count):
            target = f"{path}/{screen}" if self.shop.plan["shape"] == "pages" else path
            response = self.post(target, _screen=str(screen), **self.answers())
        return response


def words_of(response: Response) -> str:
    """A page or a script's answer as text."""
    text = response.body.decode()
    return (
        str(json.loads(text).get("html", "")) if response.media_type.startswith("application/json") else text
    )


def addresses(page: str) -> set[str]:
    """The addresses within the shop that a page's links lead to."""
    links = BeautifulSoup(page, "lxml").select("a[href]")
    return {str(link["href"]) for link in links if not urlsplit(str(link["href"])).netloc}
