"""What a generated shop is like: every way to build it, drawn from its seed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

COUNTRIES: dict[str, tuple[str, ...]] = {
    "en": ("GB", "US", "IE"), "de": ("DE", "AT"), "fr": ("FR", "BE"), "es": ("ES",), "it": ("IT",),
    "pt": ("PT",), "nl": ("NL",), "pl": ("PL",), "cs": ("CZ",), "sk": ("SK",), "ro": ("RO",),
    "lt": ("LT",), "lv": ("LV",), "et": ("EE",), "ru": ("RU",), "uk": ("UA",), "sr-Latn": ("RS",),
    "sr-Cyrl": ("RS",), "tr": ("TR",), "da": ("DK",), "fi": ("FI",),
    "sv": ("SE",), "el": ("GR",), "hu": ("HU",), "id": ("ID",),
}  # fmt: skip
"""Where a shop of a language is at home."""

HELD_OUT = ("sv", "el", "hu", "id")
"""Languages that are never looked at while the walk is improved; they only report a rate."""
OPEN = tuple(language for language in COUNTRIES if language not in HELD_OUT)
FIRST_HELD_OUT_SEED = 1000
"""Seeds from here on are held out: no failure of theirs is looked into."""

FEATURES: dict[str, dict[str, int]] = {
    "layout": {"classic": 5, "script": 2, "icons": 3},
    "markup": {"semantic": 3, "plain": 3, "divs": 2, "placeholder": 2, "table": 2, "utility": 2},
    "div_role": {"button": 2, "none": 1},
    "names": {"english": 3, "bracket": 2, "camel": 1, "opaque": 1},
    "required_mark": {"attribute": 3, "star": 3, "word": 1, "aria": 1, "none": 1},
    "landmarks": {"yes": 3, "no": 1},
    "copies": {"no": 3, "yes": 1},
    "html_lang": {"right": 8, "missing": 1, "wrong": 1},
    "overlay": {
        "none": 3, "cookie_modal": 3, "cookie_accept": 2, "cookie_bar": 2, "newsletter": 2, "age": 1,
        "country": 1,
    },
    "search": {"form": 5, "overlay": 2, "script": 2, "none": 1},
    "list": {"cards": 5, "pictures": 1, "quick_view": 1, "category_only": 2},
    "variant": {
        "none": 3, "select": 3, "radios": 2, "swatches": 2, "links": 1, "disabled": 2, "error": 2,
    },
    "one_variant_gone": {"no": 1, "yes": 1},
    "stock": {"all": 2, "some_gone": 3, "late": 1},
    "feedback": {"redirect": 3, "interstitial": 2, "drawer": 3, "flash": 2, "badge": 2},
    "cart": {"page": 4, "drawer": 1},
    "cart_edit": {"update": 2, "auto": 2, "plus_minus": 2, "remove_x": 2, "delete_box": 1},
    "cart_extras": {"none": 3, "coupon": 2, "also_like": 1},
    "shape": {"pages": 4, "one_page": 2, "accordion": 2, "one_url": 2},
    "length": {"2": 2, "2r": 2, "3": 3, "4": 2, "5": 1},
    "progress": {"none": 2, "list": 2, "words": 1},
    "gate": {"none": 5, "login_link": 2, "radio": 2, "button": 2, "wall": 1},
    "full_name": {"no": 2, "yes": 1},
    "split_street": {"no": 2, "yes": 1},
    "country": {"none": 1, "select": 2, "select_other": 3, "combobox": 1},
    "region": {"none": 4, "select": 1, "text": 1},
    "extra_fields": {"none": 2, "some": 2},
    "phone": {"none": 2, "optional": 2, "required": 3, "digits": 1, "international": 1},
    "postcode": {"any": 4, "compact": 1},
    "shipping": {"radios": 3, "rows": 1, "select": 1, "after_address": 3, "fixed": 2},
    "payment": {"radios": 4, "card_first": 2, "list": 1, "none": 1},
    "terms": {"none": 3, "box": 4},
    "newsletter": {"none": 2, "ticked": 1, "unticked": 1},
    "account_box": {"none": 4, "ticked": 1, "unticked": 1},
    "order": {"law": 4, "plain": 3, "next": 2, "disabled": 2},
    "errors": {"summary": 2, "inline": 3, "native": 2},
    "slow": {"no": 3, "hydration": 2, "fetch": 2},
    "decoy": {"none": 4, "cart_wallet": 2, "product_wallet": 1, "buy_now": 1},
}  # fmt: skip
"""Every feature with its values and how often each is drawn, against the others."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """One shop before it is built."""

    seed: int
    language: str
    """BCP 47."""
    country: str
    """ISO 3166 alpha-2."""
    values: Mapping[str, str]
    """Feature -> value."""

    def __getitem__(self, feature: str) -> str:
        return self.values[feature]

    def has(self, feature: str, *values: str) -> bool:
        """True when the feature has one of these values."""
        return self.values[feature] in values

    def random(self, purpose: str) -> Random:
        """A generator of random numbers for one purpose: the same for every run of the seed."""
        return Random(f"{self.seed} {self.language} {purpose}")


def language_of(seed: int) -> str:
    """The language of a seed: the open ones in turn, and from the first held-out seed on all of them."""
    pool = tuple(COUNTRIES) if seed >= FIRST_HELD_OUT_SEED else OPEN
    return pool[seed % len(pool)]


def plan_shop(seed: int, language: str = "", **fixed: str) -> Plan:
    """The plan of a seed; with a language of one's own choice, or with features fixed for a test.

    Raises: KeyError for a language, feature or value that there is not.
    """
    language = language or language_of(seed)
    country = Random(f"country {seed}").choice(COUNTRIES[language])
    draw = Random(f"shop {seed}")  # the same draws in every language, so that languages can be compared
    values = {name: draw.choices(list(ways), list(ways.values()))[0] for name, ways in FEATURES.items()}
    for name, value in fixed.items():
        FEATURES[name][value]  # a test that misspells a value must not pass
        values[name] = value
    return Plan(seed=seed, language=language, country=country, values=_made_consistent(values))


def _made_consistent(values: dict[str, str]) -> dict[str, str]:
    """Values that cannot stand together give way to ones that can."""
    values = dict(values)
    if values["order"] == "next":
        # "Next" orders on a review page of its own, as in the engine where it was seen.
        if values["shape"] not in ("pages", "one_url"):
            values["shape"] = "pages"
        if values["length"] in ("2r",):
            values["length"] = "3"
    if values["shape"] in ("one_page", "accordion"):
        values["length"] = "2"
    if values["cart"] == "drawer" and values["feedback"] in ("redirect", "interstitial"):
        values["feedback"] = "drawer"
    if values["cart"] == "drawer" and values["cart_edit"] in ("update", "delete_box"):
        values["cart_edit"] = "remove_x"
    if values["shipping"] == "rows" and (values["shape"] != "pages" or values["length"] not in ("4", "5")):
        values["shipping"] = "radios"
    if values["layout"] == "script" and values["search"] == "form":
        values["search"] = "script"
    if values["markup"] != "divs":
        values["div_role"] = "button"
    if values["errors"] == "native" and values["required_mark"] != "attribute":
        values["errors"] = "inline"
    if values["variant"] == "none":
        values["one_variant_gone"] = "no"
    return values
