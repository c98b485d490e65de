"""Which ways to pay and to deliver does a text name, and does an order button say that one must pay?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from auditor.lexicon import ANY, FALLBACK, FOLDER, Intent, fold, load_yaml

FILE = "methods.yaml"
SECTIONS = ("payment", "delivery", "delivery_cost", "order_button")

PICK_UP = frozenset({"pickup_store", "pickup_point", "locker"})
"""Kinds of delivery where the customer fetches the goods."""
SPECIAL = PICK_UP | {"express", "same_day", "weekend", "time_slot", "freight", "digital"}
"""Kinds of delivery that are not the ordinary one to the door."""
ORDINARY = frozenset({"home", "carrier"})


@dataclass(frozen=True)
class Methods:
    """The names of payment and delivery methods in one or more languages, by kind."""

    payment: Mapping[str, Intent]
    delivery: Mapping[str, Intent]
    delivery_cost: Mapping[str, Intent]
    order_button: Mapping[str, Intent]

    def payment_kinds(self, text: str) -> tuple[str, ...]:
        """The ways to pay that a text names: "Visa or bank transfer" -> ("bank_transfer", "card").

        Value: kinds in alphabetical order. All brands of cards are the one kind `card`; another brand
        is a kind of its own.
        """
        return _kinds(self.payment, text)

    def delivery_kinds(self, text: str) -> tuple[str, ...]:
        """The ways of delivery that a text names: "DHL Packstation" -> ("carrier", "locker").

        Value: kinds in alphabetical order; `carrier` is a carrier's name without a word about the way.
        """
        return _kinds(self.delivery, text)

    def is_ordinary_delivery(self, text: str) -> bool | None:
        """True for the ordinary way to the door, False for any other, None where the name does not say."""
        kinds = set(self.delivery_kinds(text))
        if kinds & SPECIAL:
            return False
        return True if kinds & ORDINARY else None

    def obliges_to_pay(self, words: str) -> bool | None:
        """Whether words on an order button say that ordering means paying; None for words not known.

        Why the plain words win: "Place order and pay" says it, although "Place order" alone does not.
        """
        if self.order_button["obliges"].find(words):
            return True
        return False if self.order_button["vague"].find(words) else None


def _kinds(intents: Mapping[str, Intent], text: str) -> tuple[str, ...]:
    """Kinds named in a text, without those whose words are only a part of a longer name in it."""
    found = {kind: words for kind, intent in intents.items() if (words := intent.find(text))}
    longer = tuple(found.values())
    return tuple(sorted(k for k, words in found.items() if not _is_part(words, longer)))


def _is_part(words: str, others: Iterable[str]) -> bool:
    return any(len(other) > len(words) and f" {words} " in f" {other} " for other in others)


@cache
def method_languages() -> tuple[str, ...]:
    """Every language whose methods are named, without `und`."""
    return tuple(sorted(p.parent.name for p in FOLDER.glob(f"*/{FILE}") if p.parent.name != ANY))


@cache
def load_methods(*languages: str) -> Methods:
    """The names in these languages (BCP 47), in English, and the brands that are the same everywhere.

    Raises: ConfigError when a file is no YAML.
    """
    known = method_languages()
    bases = (tag.replace("_", "-").split("-")[0].lower() for tag in (*languages, FALLBACK))
    chosen = (*dict.fromkeys(base for base in bases if base in known), ANY)
    data = [load_yaml(FOLDER / language / FILE) for language in chosen]
    payment, delivery, cost, button = (_merged(section, [d[section] for d in data]) for section in SECTIONS)
    return Methods(payment=payment, delivery=delivery, delivery_cost=cost, order_button=button)


def _merged(section: str, entries: list[dict[str, list[str]]]) -> dict[str, Intent]:
    kinds = dict.fromkeys(kind for entry in entries for kind in entry)
    return {
        kind: Intent(
            name=f"{section}.{kind}",
            phrases=tuple(dict.fromkeys(w for entry in entries for w in entry.get(kind, ()) if fold(w))),
        )
        for kind in kinds
    }
