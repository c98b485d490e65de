"""Who pays for a return, and how much?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from babel.numbers import get_territory_currencies

from auditor.reading.base import Reading
from auditor.reading.money import Money, read_money
from auditor.reading.policy_text import SILENT, Statement, clauses
from auditor.reading.policy_words import Found, PolicyWords, Span

_LIMITS = ("condition", "exception_sale", "faulty", "in_store")


@dataclass(frozen=True, kw_only=True, slots=True)
class Costs:
    """What the statements say of the cost of a return."""

    cost: Reading = SILENT
    payer: Reading = SILENT
    contradictions: tuple[Reading, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class _Said:
    who: str
    """shop, customer, fee, or above: the shop pays from an order value on."""
    quote: str
    money: str = ""


def free_text(country: str) -> str:
    """Nothing to pay, in the country's currency: "EUR 0.00"; an empty string where it has none."""
    found = get_territory_currencies(country.upper()) if country else []
    return Money(minor=0, currency=found[-1], quote="").text if found else ""


def read_costs(said: Sequence[Statement], words: PolicyWords, country: str) -> Costs:
    """Read all statements of a page; what holds only for faulty goods or some customers is left out."""
    found: list[_Said] = []
    for statement in said:
        if statement.is_question or not statement.about(
            "returns", "withdrawal", "return_cost", "free_return"
        ):
            continue
        found.extend(_of(statement, words, country))
    split = next((s for s in found if s.who == "above"), None)
    if split is not None and any(s.who in ("customer", "fee") for s in found):
        cost = Reading(value=None, quote=split.quote, because="who pays depends on the order")
        return Costs(cost=cost, payer=Reading(value="depends", quote=split.quote))
    free = [s for s in found if s.who == "shop"]
    paid = [s for s in found if s.who == "customer"]
    fees = [s for s in found if s.who == "fee"]
    amounts = sorted({s.money for s in fees})
    if free and (paid or fees):
        other = (fees or paid)[0]
        because = "one sentence says free, another that the customer pays"
        clash = Reading(value=None, quote=f"{free[0].quote} … {other.quote}", because=because)
        payer = Reading(value="depends", quote=clash.quote)
        return Costs(cost=clash, payer=payer, contradictions=(clash,))
    if free:
        return _free(free[0], country)
    if len(amounts) == 1:
        payer = Reading(value="customer", quote=fees[0].quote)
        return Costs(cost=Reading(value=amounts[0], quote=fees[0].quote), payer=payer)
    if amounts:
        cost = Reading(value=None, quote=fees[0].quote, because=f"several amounts: {', '.join(amounts)}")
        return Costs(cost=cost, payer=Reading(value="customer", quote=fees[0].quote))
    if paid:
        cost = Reading(value=None, quote=paid[0].quote, because="the customer pays, no amount given")
        return Costs(cost=cost, payer=Reading(value="customer", quote=paid[0].quote))
    return Costs()


def _free(said: _Said, country: str) -> Costs:
    payer = Reading(value="shop", quote=said.quote)
    if text := free_text(country):
        return Costs(cost=Reading(value=text, quote=said.quote), payer=payer)
    return Costs(
        cost=Reading(value=None, quote=said.quote, because="free, but no country to name a currency"),
        payer=payer,
    )


def _of(statement: Statement, words: PolicyWords, country: str) -> list[_Said]:
    """What one sentence says; clause by clause where it names a condition or both payers."""
    fees = _fees(statement, words, country)
    if fees:
        return fees
    mixed = statement.said.has(*_LIMITS) or (
        statement.said.has("customer_pays") and statement.said.has("shop_pays", "free_return")
    )
    if not mixed:
        who = _who(statement.said, statement)
        return [_Said(who=who, quote=statement.text)] if who else []
    parts = [words.find(statement.text[start:end]) for start, end in clauses(statement.text)]
    payers = ("" if said.has(*_LIMITS) else _who(said, statement) for said in parts)
    found = [_Said(who=who, quote=statement.text) for who in payers if who]
    if statement.said.has("condition") and "shop" in {_who(said, statement) for said in parts}:
        value = any(m.minor for m in read_money(statement.text, words.languages, country))
        return (
            [*(s for s in found if s.who == "customer"), _Said(who="above", quote=statement.text)]
            if value
            else []
        )
    if statement.said.has(*_LIMITS):  # "if it is faulty, we pay": what is given there is not given to all
        found = [s for s in found if s.who == "customer"]
    return found if len({s.who for s in found}) == 1 else []


def _of_return(statement: Statement) -> bool:
    """Whether a sentence is about sending back, by its own words or those of its heading."""
    if statement.said.has("returns", "withdrawal", "return_cost", "free_return"):
        return True
    under = statement.heading.has("returns", "withdrawal", "return_cost")
    return under and not statement.heading.has("delivery") and not _is_about_delivery(statement)


def _who(said: Found, statement: Statement) -> str:
    """shop or customer, by the words of a sentence or clause whose whole is about sending back."""
    spans = said.apart("customer_pays", "shop_pays", "free_return", "free_delivery")
    if "free_return" in spans and all(_denies(said, span) for span in spans["free_return"]):
        return ""
    priced = statement.said.has("return_cost", "shipping_cost", "label") or statement.heading.has(
        "return_cost"
    )
    if "customer_pays" in spans and (priced or not _is_about_delivery(statement)):
        return "customer"
    if "free_return" in spans:
        return "shop"
    if "shop_pays" in spans and priced and not _is_about_delivery(statement):
        return "shop"
    return ""


def _denies(said: Found, span: Span) -> bool:
    """True where a word such as "not" stands within: "the return is not free" promises nothing."""
    return any(span[0] <= start and end <= span[1] for start, end in said.spans.get("negation", ()))


def _is_about_delivery(statement: Statement) -> bool:
    """True where it is the way to the customer that is spoken of."""
    return statement.said.has("free_delivery", "delivery_time", "opt_express") and not statement.said.has(
        "return_cost"
    )


def _fees(statement: Statement, words: PolicyWords, country: str) -> list[_Said]:
    """Amounts that are the price of a return: beside words for its cost, or beside a label and "deducted"."""
    said = statement.said
    of_return = said.has("returns", "label") or statement.heading.has("return_cost")
    priced = said.has("return_cost") or (of_return and said.has("deduct", "shipping_cost"))
    if not priced or said.has("condition", "exception_sale", "faulty", "foreign"):
        return []
    found = read_money(statement.text, words.languages, country)
    amounts = {m.text for m in found if m.minor > 0 and not m.is_from and m.upto_minor is None}
    if said.has("threshold", "free_delivery") and len(amounts) > 1:
        return []
    return [_Said(who="fee", quote=statement.text, money=text) for text in sorted(amounts)]
