"""Which requests of a checkout would place or pay an order? The second line of defence, by words alone."""

from __future__ import annotations

import pytest

from scenarios.guard import order_request

S = "https://shop.example"

ORDERS = [
    ("form", "POST", "/checkout/place-order", ""),
    ("camel", "POST", "/api/placeOrder", ""),
    ("complete", "POST", "/checkout/complete", ""),
    ("finish", "PUT", "/checkout/finish", ""),
    ("woocommerce", "POST", "/?wc-ajax=checkout", ""),
    ("store api", "POST", "/wp-json/wc/store/v1/checkout", "{}"),
    ("magento", "POST", "/rest/default/V1/guest-carts/x1/payment-information", "{}"),
    ("shopware", "POST", "/checkout/order", "tos=on"),
    ("opencart", "POST", "/index.php?route=extension/payment/cod/confirm", ""),
    ("oscommerce", "POST", "/checkout_process.php", ""),
    ("oscar", "POST", "/checkout/preview/", "action=place_order"),
    ("saleor", "POST", "/graphql/", '{"query": "mutation { checkoutComplete(id: 1) { order { id } } }"}'),
    ("medusa", "POST", "/store/carts/cart_1/complete", ""),
    ("sylius", "PUT", "/en_US/checkout/complete", ""),
    ("odoo", "POST", "/shop/payment/transaction/7", ""),
    ("bitrix", "POST", "/bitrix/components/sale.order.ajax/ajax.php", "soa-action=saveOrderAjax"),
    ("payment", "POST", "/payments/confirm", ""),
    ("german", "POST", "/kasse/bestellung-abschicken", ""),
    ("german api", "POST", "/api/bestellung", "{}"),
    ("french", "POST", "/commande/valider", ""),
    ("spanish", "POST", "/pedido/confirmar", ""),
    ("polish", "POST", "/zamowienie/zloz", ""),
    ("czech", "POST", "/objednavka/odeslat", ""),
    ("lithuanian", "POST", "/uzsakymas/pateikti", "pastaba="),
    ("dutch", "POST", "/bestelling/plaatsen", ""),
]


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [pytest.param(*row, id=name) for name, *row in ORDERS],
)
def test_a_request_that_places_an_order_is_refused(method, path, body):
    assert order_request(method, S + path, body, False)


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/checkout/place-order", ""),
        ("GET", "/static/place-order.js", ""),
        ("POST", "/cart/add", "product=7&quantity=1"),
        ("POST", "/checkout/address", "first=Anna&street=Hauptstrasse+5"),
        ("POST", "/checkout/shipping-method", "method=courier"),
        ("POST", "/checkout/payment-method", "payment=invoice"),
        ("POST", "/?wc-ajax=update_order_review", "payment_method=bacs"),
        ("POST", "/cart/coupon", "code=SPRING"),
        ("POST", "/search", "q=order"),
        ("POST", "/kasse/adresse", "plz=22765"),
        ("POST", "/graphql/", '{"query": "mutation { checkoutShippingAddressUpdate(id: 1) { ok } }"}'),
        ("OPTIONS", "/checkout/complete", ""),
    ],
)
def test_what_a_customer_does_on_the_way_is_let_through(method, path, body):
    assert order_request(method, S + path, body, False) == ""


@pytest.mark.parametrize(
    ("url", "refused"),
    [
        ("https://www.paypal.com/checkoutnow?token=1", True),
        ("https://checkout.stripe.com/c/pay/1", True),
        ("https://secure.przelewy24.pl/trnRequest", True),
        ("https://shop.example/pay", False),
        ("https://paypal.com.shop.example/", False),
        ("https://notpaypal.com/", False),
    ],
)
def test_a_page_of_a_payment_provider_is_never_opened(url, refused):
    assert bool(order_request("GET", url, "", True)) is refused


def test_scripts_of_a_payment_provider_may_load():
    assert order_request("GET", "https://js.stripe.com/v3/", "", False) == ""
