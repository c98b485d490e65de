"""How Kettle & Crumb finds products, forgiving a slip of the finger."""

from __future__ import annotations

import re
import unicodedata

from auditor.demo.kettle.catalogue import CATEGORIES, PRODUCTS, Product

_HELP_PAGES = {
    "/help/returns": {"return", "returns", "refund", "refunds", "exchange", "exchanges"},
    "/help/delivery": {"delivery", "shipping", "postage", "dispatch"},
    "/contact": {"contact", "phone", "email", "hours", "chat"},
    "/help": {"help", "faq", "faqs", "payment", "gift"},
}
_SMALL = {"a", "an", "the", "and", "with", "for", "of", "policy", "cost", "costs", "opening", "my", "us"}


def words(text: str) -> list[str]:
    """Lower-case words without accents: `Glass Cafetière` gives `glass`, `cafetiere`."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.findall(r"[a-z0-9]+", plain)


def help_page(query: str) -> str:
    """The help page that answers a query about the shop itself, or an empty string."""
    asked = [word for word in words(query) if word not in _SMALL]
    for address, known in _HELP_PAGES.items():
        if asked and all(word in known for word in asked):
            return address
    return ""


def find(query: str) -> tuple[list[Product], bool]:
    """Products for a query, best first, and whether a word had to be read generously."""
    asked = [word for word in words(query) if word not in _SMALL]
    if not asked:
        return [], False
    hits = []
    for place, product in enumerate(PRODUCTS):
        title = words(f"{product.name} {product.sku}")
        rest = words(f"{product.keywords} {CATEGORIES[product.category]} {product.text}")
        grades = [_grade(word, title, rest) for word in asked]
        if all(grades):
            hits.append((-sum(grades), place, product, min(grades) < 3))
    hits.sort(key=lambda hit: hit[:2])
    return [hit[2] for hit in hits], bool(hits) and all(hit[3] for hit in hits)


def _grade(word: str, title: list[str], rest: list[str]) -> int:
    """How well a word of the query fits: 5 title, 4 its plural, 3 elsewhere, 2 and 1 misspelt, 0 not."""
    if word in title:
        return 5
    if any(_is_form(word, other) for other in title):
        return 4
    if any(word == other or _is_form(word, other) for other in rest):
        return 3
    if len(word) >= 4 and any(_is_slip(word, other) for other in title):
        return 2
    return 1 if len(word) >= 4 and any(_is_slip(word, other) for other in rest if len(other) > 4) else 0


def _is_form(word: str, other: str) -> bool:
    return word in (other + "s", other + "es") or other in (word + "s", word + "es")


def _is_slip(word: str, other: str) -> bool:
    """Whether one letter is missing, added, wrong, or two neighbours are swapped."""
    if abs(len(word) - len(other)) > 1 or len(other) < 3:
        return False
    same = 0
    while same < min(len(word), len(other)) and word[same] == other[same]:
        same += 1
    left, right = word[same:], other[same:]
    return (
        left[1:] == right[1:]
        or left[1:] == right
        or left == right[1:]
        or (left[:2] == right[:2][::-1] and left[2:] == right[2:])
    )
