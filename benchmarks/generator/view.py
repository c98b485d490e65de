"""The page around everything: head, header, menu, footer, and what lies over it all at first."""

from __future__ import annotations

import json

from auditor.demo.templates import Html, escape, join
from auditor.demo.web import Request, Response, data, page
from benchmarks.generator.features import Plan
from benchmarks.generator.goods import Product, catalogue, money
from benchmarks.generator.markup import Markup
from benchmarks.generator.overlays import overlay
from benchmarks.generator.script import SCRIPT, STYLE
from benchmarks.generator.words import Words

_CART_PATHS = ("cart", "basket", "bag", "shop/cart", "c", "k")
_CHECKOUT_PATHS = ("checkout", "kasse", "shop/checkout", "onestep", "co", "order")
_PRODUCT_PATHS = ("/p/{}", "/product/{}", "/{}.html", "/shop/item/{}")
_NAMES = ("Larkfield", "Omberg", "Casavia", "Tiranda", "Velmora", "Perrotin", "Nordlys", "Zelenka")


class View:
    """What all pages of one shop share."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.words = Words(plan.language, plan.random("words"))
        self.markup = Markup(plan, self.words)
        self.goods = catalogue(plan, self.words)
        draw = plan.random("addresses")
        self.name = draw.choice(_NAMES)
        self.cart_path = "/" + draw.choice(_CART_PATHS)
        self.checkout_path = "/" + draw.choice(_CHECKOUT_PATHS)
        self.product_pattern = draw.choice(_PRODUCT_PATHS)
        self._bare_checkout = draw.random() < 0.5
        self.delay = draw.choice((0.3, 0.6, 0.9)) if plan["slow"] == "fetch" else 0.05

    def product_address(self, product: Product) -> str:
        """Where a product's page is."""
        return self.product_pattern.format(product.slug)

    def money(self, cents: int) -> str:
        """A price in the shop's currency."""
        return money(cents, self.plan)

    def product(self, slug: str) -> Product | None:
        """The product with this slug."""
        return next((product for product in self.goods if product.slug == slug), None)

    def is_shell(self, request: Request) -> bool:
        """True when only an empty page is sent, which fetches its content by script."""
        return self.plan["layout"] == "script" and not {"_part", "_quick"} & request.query.keys()

    def page(
        self,
        request: Request,
        title: str,
        body: Html,
        *,
        checkout: bool = False,
        status: int = 200,
        state: str = "",
    ) -> Response:
        """A whole page. Script-rendered shops send an empty one, and its body when the script asks for it.

        state: data attributes of the body, for the shop's script.
        """
        in_script = self.plan["layout"] == "script" and not checkout and status == 200
        if in_script and "_part" in request.query:
            return data({"html": body}, delay=self.delay)
        loading = f'<p class="loading">{escape(self.words("loading"))}</p>'
        content = Html(f'<div id="app" data-part>{loading}</div>') if in_script else body
        settings = {
            "hydration": 400 if self.plan["slow"] == "hydration" else 0,
            "search": self.plan["search"],
            "choose": self.words("choose_error"),
            "overlay": self.plan["overlay"],
            "wait": self.plan.random("overlay").choice((1200, 2000, 3000)),
        }
        language = {"right": f' lang="{self.plan.language}"', "wrong": ' lang="en"'}.get(
            self.plan["html_lang"], ""
        )
        markup = f"""<!doctype html>
<html{language}><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)} – {self.name}</title><style>{STYLE}</style></head>
<body class="{"checkout" if checkout else "store"}" {state}>
{self._header(request, bare=checkout and self._bare_checkout)}
{self._wrap("main", content, "content")}
{self._footer()}
{self._copies(request)}
<template id="overlay">{overlay(self.plan, self.words, self.markup)}</template>
<script>window.SHOP={json.dumps(settings).replace("<", chr(92) + "u003c")};</script>
<script>{SCRIPT}</script>
</body></html>"""
        return page(markup, status=status)

    def _wrap(self, landmark: str, inner: Html, css: str) -> Html:
        tag = landmark if self.plan["landmarks"] == "yes" else "div"
        return Html(f'<{tag} class="{css}">{inner}</{tag}>')

    def _header(self, request: Request, *, bare: bool) -> Html:
        logo = Html(f'<a href="/" class="logo">{self.name}</a>')
        if bare:
            return self._wrap("header", logo, "top")
        parts = [logo, self._search_entry(), self._account(), self.cart_entry(request)]
        if self.plan["layout"] == "icons":
            parts.insert(1, self.markup.press(self.words("menu"), "data-menu", icon="icon-menu"))
        return join((self._wrap("header", join(parts), "top"), self._menu()))

    def _menu(self) -> Html:
        links = [
            self.markup.link(self.words("home"), "/"),
            self.markup.link(self.words("all_products"), "/all"),
        ]
        links += [
            self.markup.link(name, f"/category/{n}") for n, name in enumerate(self.words.things("categories"))
        ]
        folded = " folded" if self.plan["layout"] == "icons" else ""
        return self._wrap(
            "nav", Html(f'<ul class="menu{folded}">{join(f"<li>{link}</li>" for link in links)}</ul>'), "bar"
        )

    def _search_entry(self) -> Html:
        hint, label = escape(self.words("search_hint")), self.words("search")
        box = f'<input type="search" name="q" placeholder="{hint}" autocomplete="off">'
        if self.plan["markup"] == "table":
            box = f'<input type="text" name="q" size="20" title="{hint}">'
        match self.plan["search"]:
            case "form":
                button = self.markup.button(label)
                return Html(f'<form action="/search" method="get" class="search">{box}{button}</form>')
            case "script":
                return Html(f'<div class="search" data-live>{box}</div>')
            case "overlay":
                panel = f'<div class="search-panel" hidden>{box}</div>'
                return Html(self.markup.press(label, "data-search-open", icon="icon-search") + panel)
            case _:
                return Html("")

    def _account(self) -> Html:
        icon = "icon-user" if self.plan["layout"] == "icons" else ""
        return self.markup.link(self.words("account"), "/account", icon=icon)

    def cart_entry(self, request: Request) -> Html:
        """The way to the cart in the header, with the number of pieces."""
        count = f'<span class="count" data-count>{request.session.pieces}</span>'
        icon = "icon-cart" if self.plan["layout"] == "icons" else ""
        if self.plan["cart"] == "drawer":
            entry = self.markup.press(self.words("cart"), "data-cart-open", icon=icon)
        else:
            entry = self.markup.link(self.words("cart"), self.cart_path, css="cart-link", icon=icon)
        return Html(f'<span class="minicart">{entry} {count}</span>')

    def _footer(self) -> Html:
        links = [self.markup.link(self.words(key), f"/{key}") for key in ("faq", "contact", "returns")]
        return self._wrap("footer", join(links), "foot")

    def _copies(self, request: Request) -> Html:
        """The header once more, for phones: hidden here, as many themes have it."""
        if self.plan["copies"] == "no":
            return Html("")
        inner = join((self._search_entry(), self._account(), self.cart_entry(request)))
        return Html(f'<div class="mobile-only">{inner}</div>')

    def text_page(self, request: Request, heading: str, text: str, *, status: int = 200) -> Response:
        """A page of words only."""
        body = Html(f"{self.markup.heading(heading)}<p>{escape(text)}</p>")
        return self.page(request, heading, body, status=status)
