"""What a generated shop's checkout asks for, on which screens, and when an answer is good enough."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks.generator.features import Plan
from benchmarks.generator.words import Words

_SCREENS: dict[str, tuple[tuple[str, ...], ...]] = {
    "2": (("contact", "address", "shipping", "payment"), ("review",)),
    "2r": (("contact", "address"), ("shipping", "payment")),
    "3": (("contact", "address"), ("shipping", "payment"), ("review",)),
    "4": (("contact", "address"), ("shipping",), ("payment",), ("review",)),
    "5": (("contact",), ("address",), ("shipping",), ("payment",), ("review",)),
}
_POSTCODES = {
    "GB": r"[A-Za-z]{1,2}\d[A-Za-z\d]? ?\d[A-Za-z]{2}", "IE": r"[A-Za-z]\d[\dWw] ?[A-Za-z\d]{4}",
    "US": r"\d{5}(-\d{4})?", "NL": r"\d{4} ?[A-Za-z]{2}", "PL": r"\d{2}-\d{3}", "PT": r"\d{4}-\d{3}",
    "LV": r"(LV-)?\d{4}", "LT": r"(LT-)?\d{5}",
}  # fmt: skip
_EMAIL = r"[^@\s]+@[^@\s]+\.[A-Za-z]{2,}"


@dataclass(frozen=True)
class Ask:
    """One field of the address."""

    name: str
    required: bool
    pattern: str = ""
    """What a good answer matches; empty: anything."""
    error: str = "error_required"


def screens(plan: Plan) -> tuple[tuple[str, ...], ...]:
    """The sections on each screen after the cart and the gate; the last screen holds the order button."""
    match plan["shape"]:
        case "one_page":
            made: tuple[tuple[str, ...], ...] = (("contact", "address", "shipping", "payment"),)
        case "accordion":
            made = (("contact", "address"), ("shipping",), ("payment",))
        case _:
            made = _SCREENS[plan["length"]]
    absent = {"payment"} if plan["payment"] == "none" else set()
    if not asks_of(plan, "contact"):
        absent.add("contact")
    kept = (tuple(section for section in screen if section not in absent) for screen in made)
    return tuple(screen for screen in kept if screen)


def has_gate(plan: Plan) -> bool:
    """True when the checkout first asks who the customer is."""
    return plan["gate"] != "none"


def asks_of(plan: Plan, section: str) -> tuple[Ask, ...]:
    """The fields of a section, in order."""
    if section == "contact":
        found = [] if plan["gate"] == "radio" else [Ask("email", True, _EMAIL)]
        if plan["phone"] != "none":
            patterns = {"digits": r"\d{6,15}", "international": r"\+[\d ]{8,20}"}
            pattern = patterns.get(plan["phone"], r"[\d +()/.-]{5,25}")
            found.append(Ask("phone", plan["phone"] != "optional", pattern, "error_phone"))
        return tuple(found)
    if section != "address":
        return ()
    found = (
        [Ask("full_name", True)]
        if plan["full_name"] == "yes"
        else [Ask("first_name", True), Ask("last_name", True)]
    )
    if plan["extra_fields"] == "some":
        found.append(Ask("company", False))
    found.append(Ask("street", True))
    if plan["split_street"] == "yes":
        found.append(Ask("house_number", True))
    if plan["extra_fields"] == "some":
        found.append(Ask("address2", False))
    found += [Ask("postcode", True, postcode_pattern(plan), "error_postcode"), Ask("city", True)]
    if plan["region"] != "none":
        found.append(Ask("region", True))
    if plan["country"] != "none":
        found.append(Ask("country", True, plan.country, "error_country"))
    return tuple(found)


def postcode_pattern(plan: Plan) -> str:
    """How the shop wants postcodes written."""
    usual = _POSTCODES.get(plan.country)
    if usual:
        return usual
    return r"\d{4,6}" if plan["postcode"] == "compact" else r"\d{3} ?\d{1,3}|\d{6}"


def shipping_choices(plan: Plan) -> tuple[str, ...]:
    """The ways of delivery that a customer chooses from."""
    return (
        ()
        if plan["shipping"] == "fixed"
        else ("ship_standard", "ship_express", "ship_pickup")[: 2 + plan.seed % 2]
    )


def payment_choices(plan: Plan) -> tuple[str, ...]:
    """The ways to pay, in the order shown."""
    match plan["payment"]:
        case "none":
            return ()
        case "card_first":
            return ("pay_card", "pay_transfer", "pay_cod")
        case _:
            return ("pay_transfer", "pay_cod", "pay_card") if plan.seed % 2 else ("pay_cod", "pay_transfer")


def complaints(plan: Plan, words: Words, section: str, given: Mapping[str, str]) -> dict[str, str]:
    """What is wrong with the answers of a section: field -> the shop's sentence."""
    found: dict[str, str] = {}
    for ask in asks_of(plan, section):
        answer = given.get(ask.name, "").strip()
        if not answer and ask.required:
            found[ask.name] = words("error_required", label=label_of(plan, words, ask.name))
        elif answer and ask.pattern and not re.fullmatch(ask.pattern, answer):
            label = label_of(plan, words, ask.name)
            found[ask.name] = (
                words(ask.error, label=label) if ask.error == "error_required" else words(ask.error)
            )
    if section == "address" and given.get("account") and len(given.get("password", "")) < 6:
        found["password"] = words("error_required", label=words("password"))
    if section == "shipping" and (choices := shipping_choices(plan)) and given.get("shipping") not in choices:
        found["shipping"] = words("error_choice")
    if section == "payment" and (choices := payment_choices(plan)):
        if given.get("payment") not in choices:
            found["payment"] = words("error_choice")
        elif given["payment"] == "pay_card" and not re.fullmatch(r"\d{12,19}", given.get("card", "")):
            found["card"] = words("error_required", label=words("card_number"))
    if section == "end" and plan["terms"] == "box" and not given.get("terms"):
        found["terms"] = words("error_terms")
    return found


def label_of(plan: Plan, words: Words, name: str) -> str:
    """What a field is called on the page."""
    return words("street_only") if name == "street" and plan["split_street"] == "yes" else words(name)
