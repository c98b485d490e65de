"""An order that is really placed stands in the ledger; nothing else does."""

from __future__ import annotations

import json

import pytest

GB = {
    "email": "ann@example.com",
    "phone": "0117 496 0001",
    "first": "Ann",
    "last": "Hill",
    "line1": "1 High Street",
    "line2": "",
    "town": "Bristol",
    "county": "",
    "postcode": "BS1 4DJ",
}
DE = {
    "email": "anna@example.com",
    "vorname": "Anna",
    "nachname": "Beispiel",
    "strasse": "Hauptstraße",
    "hausnummer": "5a",
    "plz": "22765",
    "ort": "Hamburg",
    "land": "DE",
}
LT = {
    "vardas": "Ona",
    "pavarde": "Kazlauskienė",
    "pastas": "ona@example.com",
    "telefonas": "+370 612 34567",
    "gatve": "Laisvės al. 1-2",
    "miestas": "Kaunas",
    "kodas": "LT-44240",
}
LOCKER = "Kaunas: Parduotuvė, Savanorių al. 120"


def last_order(visitor):
    return json.loads(visitor.shop.ledger.read_text(encoding="utf-8").splitlines()[-1])


def kettle_at_review(enter):
    customer = enter("kettle-and-crumb")
    customer.post("basket/add", item="balloon-whisk", amount="1")
    customer.post("checkout/address", **GB)
    customer.post("checkout/delivery", delivery="standard", note="")
    return customer


def papierhain_before_terms(enter):
    customer = enter("papierhain")
    customer.send("api/warenkorb", artikel="tinte-waldsee", menge=1)
    customer.get("kasse")
    customer.send("api/kasse/adresse", **DE)
    customer.send("api/kasse/versand", versand="standard")
    customer.send("api/kasse/zahlung", zahlung="vorkasse")
    return customer


def linuva_at_review(enter):
    customer = enter("linuva")
    customer.post("krepselis/prideti", preke="21-marskiniai-jonas", dydis="M")
    customer.post("uzsakymas/duomenys", **LT)
    customer.post("uzsakymas/pristatymas", pristatymas="pastomatas", pastomatas=LOCKER)
    customer.post("uzsakymas/apmokejimas", apmokejimas="pavedimas")
    return customer


def test_kettle_writes_a_placed_order_down_with_what_was_bought_and_its_total(enter):
    customer = kettle_at_review(enter)
    before = customer.shop.orders()
    assert customer.probe()["ready_to_order"] is True
    customer.post("checkout/place", payment="paypal")
    assert customer.shop.orders() == before + 1
    order = last_order(customer)
    assert (order["lines"][0]["product"], order["total"]) == ("balloon-whisk", "£13.45")
    assert customer.probe()["cart"] == []


def test_kettles_express_button_orders_at_once(enter):
    customer = enter("kettle-and-crumb")
    customer.post("basket/add", item="linen-apron", amount="1")
    before = customer.shop.orders()
    customer.post("basket/express")
    assert customer.shop.orders() == before + 1
    assert last_order(customer)["way"] == "express"


def test_kettle_refuses_an_order_whose_screens_were_skipped(enter):
    customer = enter("kettle-and-crumb")
    customer.post("basket/add", item="linen-apron", amount="1")
    before = customer.shop.orders()
    customer.post("checkout/place", payment="paypal")
    assert customer.shop.orders() == before
    assert customer.probe()["ready_to_order"] is False


def test_papierhain_is_not_ready_until_the_terms_are_accepted(enter):
    customer = papierhain_before_terms(enter)
    before = customer.shop.orders()
    assert customer.probe()["ready_to_order"] is False
    customer.send("api/bestellung")
    assert customer.shop.orders() == before
    assert customer.send("api/kasse/agb", agb=True) == {"bereit": True}
    assert customer.probe()["ready_to_order"] is True
    customer.send("api/bestellung")
    assert customer.shop.orders() == before + 1
    assert last_order(customer)["total"] == "18,40 €"


def test_papierhain_forgets_what_was_chosen_when_the_address_changes(enter):
    customer = papierhain_before_terms(enter)
    customer.send("api/kasse/agb", agb=True)
    customer.send("api/kasse/adresse", **DE)
    assert customer.probe()["ready_to_order"] is False


def test_linuva_writes_a_placed_order_down(enter):
    customer = linuva_at_review(enter)
    before = customer.shop.orders()
    assert customer.probe()["ready_to_order"] is True
    customer.post("uzsakymas/pateikti", pastaba="")
    assert customer.shop.orders() == before + 1
    order = last_order(customer)
    assert (order["lines"][0]["option"], order["total"]) == ("M", "61,49 €")


@pytest.mark.parametrize(
    ("reach", "order_path"),
    [
        (kettle_at_review, "checkout/review"),
        (linuva_at_review, "uzsakymas/perziura"),
        (papierhain_before_terms, "kasse"),
    ],
    ids=("kettle", "linuva", "papierhain"),
)
def test_looking_at_the_last_screen_orders_nothing(enter, reach, order_path):
    customer = reach(enter)
    before = customer.shop.orders()
    customer.get(order_path)
    customer.get(order_path)
    assert customer.shop.orders() == before


@pytest.mark.parametrize("size", ["", "S", "XXL"], ids=("none chosen", "sold out", "unknown"))
def test_linuva_sells_no_garment_without_a_size_that_is_left(enter, size):
    customer = enter("linuva")
    customer.post("krepselis/prideti", preke="21-marskiniai-jonas", dydis=size)
    assert customer.url.endswith("/preke/21-marskiniai-jonas")
    assert customer.probe()["cart"] == []


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("postcode", "22765", "Enter a UK postcode"),
        ("phone", "12345", "Enter a UK phone number"),
        ("email", "ann@example", "Enter an e-mail address"),
        ("town", "", "Enter your town or city"),
    ],
)
def test_kettle_says_what_is_wrong_with_an_address_and_keeps_the_rest(enter, field, value, words):
    customer = enter("kettle-and-crumb")
    customer.post("basket/add", item="paring-knife", amount="1")
    page = customer.post("checkout/address", **{**GB, field: value})
    assert words in page
    assert 'value="Ann"' in page
    assert "postcode" not in customer.probe()["checkout"]


@pytest.mark.parametrize(
    ("field", "value"), [("plz", "1010"), ("email", "anna"), ("hausnummer", "fünf"), ("ort", "")]
)
def test_papierhain_says_which_field_is_wrong(enter, field, value):
    customer = enter("papierhain")
    customer.send("api/warenkorb", artikel="tinte-waldsee", menge=1)
    answer = customer.send("api/kasse/adresse", **{**DE, field: value})
    assert customer.status == 422
    assert list(answer["fehler"]) == [field]


@pytest.mark.parametrize(("field", "value"), [("kodas", "442"), ("telefonas", "12"), ("pastas", "ona@lt")])
def test_linuva_does_not_go_on_with_wrong_details(enter, field, value):
    customer = enter("linuva")
    customer.post("krepselis/prideti", preke="21-marskiniai-jonas", dydis="M")
    customer.post("uzsakymas/duomenys", **{**LT, field: value})
    assert customer.url.endswith("/uzsakymas/duomenys")


def test_a_parcel_locker_has_to_be_named(enter):
    customer = enter("linuva")
    customer.post("krepselis/prideti", preke="21-marskiniai-jonas", dydis="M")
    customer.post("uzsakymas/duomenys", **LT)
    page = customer.post("uzsakymas/pristatymas", pristatymas="pastomatas", pastomatas="")
    assert "Pasirinkite paštomatą." in page


def test_two_customers_have_two_carts(enter):
    one, other = enter("linuva"), enter("linuva")
    one.post("krepselis/prideti", preke="21-marskiniai-jonas", dydis="M")
    other.get("krepselis")
    assert len(one.probe()["cart"]) == 1
    assert other.probe()["cart"] == []
