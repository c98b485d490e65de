"""What a generated shop sells, in which variants, at which price, and what is sold out."""

from __future__ import annotations

from dataclasses import dataclass, field

from babel import Locale
from babel.numbers import format_currency

from benchmarks.generator.features import Plan
from benchmarks.generator.words import Words

_MODELS = ("Vela", "Nordo", "Alma", "Tresko", "Lumi", "Kanto", "Brisa", "Orsa", "Pilo", "Mareno")
_CURRENCIES = {
    "GB": "GBP", "US": "USD", "PL": "PLN", "CZ": "CZK", "HU": "HUF", "RO": "RON", "RU": "RUB", "UA": "UAH",
    "RS": "RSD", "ID": "IDR", "TR": "TRY", "SE": "SEK", "DK": "DKK",
}  # fmt: skip
_RATES = {"PLN": 4, "CZK": 25, "HUF": 400, "RON": 5, "RUB": 90, "UAH": 40, "RSD": 117, "IDR": 17000,
          "TRY": 40, "SEK": 11, "DKK": 7}  # fmt: skip
SIZES = ("S", "M", "L")


@dataclass(frozen=True, kw_only=True)
class Product:
    """One product."""

    slug: str
    name: str
    category: int
    cents: int
    """Price in euro cents; money() shows it in the shop's currency."""
    variants: tuple[str, ...] = ()
    gone: frozenset[str] = field(default_factory=frozenset)
    """Variants that are sold out."""
    stock: str = "yes"
    """yes, gone (the page says so), or late (only found out when buying)."""


def catalogue(plan: Plan, words: Words) -> tuple[Product, ...]:
    """The products in the order in which the shop lists them."""
    draw = plan.random("goods")
    nouns = draw.sample(words.things("goods"), 8)
    models = draw.sample(_MODELS, 8)
    by_colour = draw.random() < 0.4
    found = []
    for n, (noun, model) in enumerate(zip(nouns, models, strict=True)):
        variants = () if plan["variant"] == "none" else words.things("colours") if by_colour else SIZES
        is_one_gone = plan["one_variant_gone"] == "yes" and bool(variants)
        found.append(
            Product(
                slug=f"{model.lower()}-{n + 1}",
                name=f"{noun} {model}",
                category=n % len(words.things("categories")),
                cents=draw.randrange(900, 9900, 50) + draw.choice((0, 49, 99)),
                variants=variants,
                gone=frozenset(variants[:1]) if is_one_gone else frozenset(),
                stock=_stock(plan, n),
            )
        )
    return tuple(found)


def _stock(plan: Plan, n: int) -> str:
    """The first of the list is the one that customers press, so there the trouble is."""
    if plan["stock"] == "some_gone" and n in (0, 3):
        return "gone"
    return "late" if plan["stock"] == "late" and n == 0 else "yes"


def money(cents: int, plan: Plan) -> str:
    """A price as the shop's country writes it."""
    currency = _CURRENCIES.get(plan.country, "EUR")
    amount = cents * _RATES.get(currency, 1) / 100
    if currency in ("IDR", "HUF", "RSD", "RUB", "CZK"):
        amount = round(amount)
    return str(format_currency(amount, currency, locale=locale_of(plan)))


def locale_of(plan: Plan) -> Locale:
    """The locale for names of countries and for prices."""
    if plan.language.startswith("sr"):
        return Locale.parse(f"{plan.language.replace('-', '_')}_RS")
    return Locale.parse(f"{plan.language}_{plan.country}")
