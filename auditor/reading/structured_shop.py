"""What do structured data say about the shop, its returns, its delivery and its questions?"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from auditor.reading.structured_json import Node, listed, of_type, text_of, texts
from auditor.reading.structured_money import data_money, whole

_SHOPS = ("Organization", "OnlineStore", "OnlineBusiness", "Store", "LocalBusiness", "Corporation", "Brand")
_ISO_DAYS = re.compile(r"P(?:(\d{1,3})M)?(?:(\d{1,3})W)?(?:(\d{1,3})D)?(?:T.*)?")
_TAGS = re.compile(r"<[^<>]{0,500}>")


@dataclass(frozen=True, kw_only=True, slots=True)
class ReturnPolicyData:
    """A schema.org MerchantReturnPolicy; None and empty text where it does not say."""

    days: int | None = None
    """0 where returns are not permitted."""
    unlimited: bool = False
    payer: str = ""
    """shop, customer or empty."""
    fee: str = ""
    """Money text of the return shipping fee."""
    label: str = ""
    """in_box, printable, none or empty."""
    in_store: bool | None = None
    countries: tuple[str, ...] = ()
    """ISO 3166, upper case; empty: everywhere."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ShippingData:
    """A schema.org OfferShippingDetails."""

    cost: str = ""
    """Money text."""
    free_from: str = ""
    days_low: int | None = None
    """Handling and transit together."""
    days_high: int | None = None
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class QuestionData:
    """A question of a FAQPage."""

    question: str
    answer: str


def return_policies(nodes: Sequence[Node], country: str = "") -> tuple[ReturnPolicyData, ...]:
    """The return policies that hold in a country; all of them where no country is given."""
    found = [_policy(node) for node in of_type(nodes, "MerchantReturnPolicy")]
    return tuple(p for p in found if not country or not p.countries or country.upper() in p.countries)


def shipping_details(nodes: Sequence[Node], country: str = "") -> tuple[ShippingData, ...]:
    """The shipping details that hold in a country; all of them where no country is given."""
    found = [_shipping(node) for node in of_type(nodes, "OfferShippingDetails")]
    return tuple(s for s in found if not country or not s.countries or country.upper() in s.countries)


def questions(nodes: Sequence[Node]) -> tuple[QuestionData, ...]:
    """The questions and answers of FAQPage and QAPage data, markup taken out."""
    found = []
    for node in of_type(nodes, "Question"):
        answers = [text_of(a, "text") for a in listed(node.get("acceptedAnswer")) if isinstance(a, dict)]
        question = plain(text_of(node, "name", "text"))
        if question:
            found.append(QuestionData(question=question, answer=plain(answers[0]) if answers else ""))
    return tuple(dict.fromkeys(found))


def organizations(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """The nodes that stand for the shop or its company."""
    return of_type(nodes, *_SHOPS)


def contact_points(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """The contact points of all nodes."""
    return of_type(nodes, "ContactPoint")


def postal_addresses(nodes: Sequence[Node]) -> tuple[str, ...]:
    """The postal addresses as one line each: street, postcode and place, country."""
    found = []
    for node in of_type(nodes, "PostalAddress"):
        place = f"{text_of(node, 'postalCode')} {text_of(node, 'addressLocality')}".strip()
        parts = (text_of(node, "streetAddress"), place, text_of(node, "addressCountry"))
        if text_of(node, "streetAddress") and place:
            found.append(", ".join(p for p in parts if p))
    return tuple(dict.fromkeys(found))


def plain(text: str) -> str:
    """A text of structured data without markup."""
    return " ".join(html.unescape(_TAGS.sub(" ", text)).split())


def _bare(node: Node, key: str) -> tuple[str, ...]:
    return tuple(re.split(r"[/#:]", t)[-1] for t in texts(node.get(key)))


def _countries(value: object) -> tuple[str, ...]:
    codes: list[str] = []
    for item in listed(value):
        region = item.get("addressCountry") if isinstance(item, dict) else item
        codes.extend(t.upper() for t in texts(region) if len(t) == 2)
    return tuple(codes)


def _policy(node: Node) -> ReturnPolicyData:
    category = _bare(node, "returnPolicyCategory")
    fees = (*_bare(node, "returnFees"), *_bare(node, "customerRemorseReturnFees"))
    labels = (*_bare(node, "returnLabelSource"), *_bare(node, "customerRemorseReturnLabelSource"))
    methods = _bare(node, "returnMethod")
    days = whole(text_of(node, "merchantReturnDays"))
    if "MerchantReturnNotPermitted" in category:
        days = 0
    fee = ""
    for key in ("returnShippingFeesAmount", "customerRemorseReturnShippingFeesAmount"):
        for amount in listed(node.get(key)):
            if isinstance(amount, dict):
                fee = fee or data_money(text_of(amount, "value"), text_of(amount, "currency"))
    payer = "shop" if "FreeReturn" in fees else ""
    if fee or {"ReturnFeesCustomerResponsibility", "ReturnShippingFees"} & set(fees):
        payer = "" if payer else "customer"
    names = {
        "ReturnLabelInBox": "in_box",
        "ReturnLabelDownloadAndPrint": "printable",
        "ReturnLabelCustomerResponsibility": "none",
    }
    return ReturnPolicyData(
        days=days,
        unlimited="MerchantReturnUnlimitedWindow" in category,
        payer=payer,
        fee=fee,
        label=next((names[label] for label in labels if label in names), ""),
        in_store=True if "ReturnInStore" in methods else (False if methods == ("ReturnByMail",) else None),
        countries=_countries(node.get("applicableCountry")),
    )


def _shipping(node: Node) -> ShippingData:
    cost = free_from = ""
    for rate in listed(node.get("shippingRate")):
        if isinstance(rate, dict):
            cost = cost or data_money(text_of(rate, "value", "maxValue"), text_of(rate, "currency"))
    low = high = 0
    known = False
    for time in listed(node.get("deliveryTime")):
        for key in ("handlingTime", "transitTime"):
            part = time.get(key) if isinstance(time, dict) else None
            days = _days(part) if isinstance(part, dict) else None
            if days:
                known, low, high = True, low + days[0], high + days[1]
    for destination in listed(node.get("freeShippingThreshold")):
        if isinstance(destination, dict):
            free_from = data_money(text_of(destination, "value", "price"), text_of(destination, "currency"))
    return ShippingData(
        cost=cost,
        free_from=free_from,
        days_low=low if known else None,
        days_high=high if known else None,
        countries=_countries(node.get("shippingDestination")),
    )


def _days(part: Node) -> tuple[int, int] | None:
    low, high = whole(text_of(part, "minValue", "value")), whole(text_of(part, "maxValue", "value"))
    if high is None:
        period = _ISO_DAYS.fullmatch(text_of(part, "duration", "maxValue", "value"))
        if period is None or not any(period.groups()):
            return None
        months, weeks, days = (int(g or 0) for g in period.groups())
        high = low = months * 30 + weeks * 7 + days
    return (low if low is not None else high, high)
