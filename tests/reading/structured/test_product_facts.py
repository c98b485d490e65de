"""The product of a page, from JSON-LD, microdata or meta tags."""

from __future__ import annotations

import json
from typing import Any

import pytest

from auditor.reading.structured import (
    contact_points,
    organizations,
    postal_addresses,
    product_facts,
    questions,
)
from auditor.reading.structured_money import data_money
from auditor.snapshot import Block, Item, Snapshot


def _page(*nodes: Any, **more: Any) -> Snapshot:
    return Snapshot(url="https://shop.example/p", jsonld=tuple(json.dumps(n) for n in nodes), **more)


def _product(**more: Any) -> dict[str, Any]:
    return {"@type": "Product", "name": "Cup", **more}


OFFER = {
    "@type": "Offer",
    "price": "12.50",
    "priceCurrency": "EUR",
    "availability": "https://schema.org/InStock",
}


def test_an_offer_gives_price_and_availability() -> None:
    found = product_facts(_page(_product(sku="C1", offers=OFFER)))
    assert found is not None
    assert (found.name, found.sku, found.price, found.availability) == (
        "Cup",
        "C1",
        "EUR 12.50",
        ("InStock",),
    )


def test_offers_that_differ_give_lowest_and_highest() -> None:
    found = product_facts(_page(_product(offers=[OFFER, {**OFFER, "price": 9}])))
    assert found is not None
    assert (found.price, found.price_high) == ("EUR 9.00", "EUR 12.50")


def test_variants_of_a_group_are_its_offers() -> None:
    group = {
        "@type": "ProductGroup",
        "name": "Cup",
        "hasVariant": [{"@type": "Product", "name": "Cup red", "offers": OFFER}],
    }
    found = product_facts(_page(group, more_title := {"@type": "WebSite", "name": "x"}))
    assert more_title
    assert found is not None
    assert found.price == "EUR 12.50"


def test_an_offer_by_reference_is_followed() -> None:
    found = product_facts(_page(_product(offers={"@id": "#o"}), {"@id": "#o", **OFFER}))
    assert found is not None
    assert found.price == "EUR 12.50"


def test_among_several_the_one_in_the_heading_is_meant() -> None:
    heading = (Block(text="Red cup", tag="h1", level=1),)
    found = product_facts(_page(_product(name="Blue cup"), _product(name="Red cup"), blocks=heading))
    assert found is not None
    assert found.name == "Red cup"


def test_a_rating_is_brought_to_five() -> None:
    found = product_facts(
        _page(_product(aggregateRating={"ratingValue": "9,0", "bestRating": 10, "reviewCount": "1,204"}))
    )
    assert found is not None
    assert (found.rating, found.rating_count) == (4.5, 1204)


def test_microdata_come_second() -> None:
    items = (
        Item(type="https://schema.org/Product", props=(("name", "Cup"),)),
        Item(type="https://schema.org/Offer", props=(("price", "12.50"), ("priceCurrency", "EUR"))),
    )
    found = product_facts(Snapshot(url="", items=items))
    assert found is not None
    assert (found.name, found.price, found.source) == ("Cup", "EUR 12.50", "microdata")


def test_meta_tags_come_last() -> None:
    meta = (("og:title", "Cup"), ("product:price:amount", "12.50"), ("product:price:currency", "EUR"))
    found = product_facts(Snapshot(url="", meta=meta))
    assert found is not None
    assert (found.name, found.price, found.source) == ("Cup", "EUR 12.50", "meta")


def test_a_page_without_product_data_has_none() -> None:
    assert product_facts(_page({"@type": "WebSite", "name": "Shop"})) is None


@pytest.mark.parametrize(
    "offers",
    [None, 3, "x", [], [None], {"price": {}}, {"price": "free"}, {"price": "-1", "priceCurrency": "EUR"}],
)
def test_offers_of_any_kind_are_survived(offers: Any) -> None:
    found = product_facts(_page(_product(offers=offers)))
    assert found is not None
    assert found.price == ""


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        ("12.5", "EUR", "EUR 12.50"),
        ("500", "JPY", "JPY 500"),
        ("1299.00", "usd", "USD 1299.00"),
        ("", "EUR", ""),
        ("12", "", ""),
        ("abc", "EUR", ""),
    ],
)
def test_an_amount_of_data(amount: str, currency: str, text: str) -> None:
    assert data_money(amount, currency) == text


def test_shop_contact_and_address() -> None:
    address = {
        "@type": "PostalAddress",
        "streetAddress": "5 Mill Lane",
        "postalCode": "LS1 4AP",
        "addressLocality": "Leeds",
    }
    shop = {
        "@type": "OnlineStore",
        "name": "Kettle",
        "contactPoint": {"@type": "ContactPoint", "telephone": "1"},
        "address": address,
    }
    assert len(organizations((shop,))) == 1
    assert len(contact_points((shop,))) == 1
    assert postal_addresses((shop,)) == ("5 Mill Lane, LS1 4AP Leeds",)


def test_questions_lose_their_markup() -> None:
    answer = {"@type": "Answer", "text": "<p>Within <b>3</b> days.</p>"}
    page = {
        "@type": "FAQPage",
        "mainEntity": [{"@type": "Question", "name": "When?", "acceptedAnswer": answer}],
    }
    (found,) = questions((page,))
    assert (found.question, found.answer) == ("When?", "Within 3 days.")
