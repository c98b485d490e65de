"""Where the cart is, what lies in it, what it costs, and how something is taken out again."""

from __future__ import annotations

import pytest
from small_pages import lexicon, picked, seen

from auditor.pages.cart import (
    amounts,
    cart_count,
    choose_cart_link,
    choose_checkout,
    choose_remove,
    choose_update,
    hidden_cart_link,
    is_cart,
    is_empty,
    lists_product,
    totals,
)
from auditor.snapshot import Block, Dialog, Snapshot

EN = lexicon("en")
DE = lexicon("de")
TITLE = "Copper kettle"

ROW = (
    "<tr><td><a href='/p/{n}'>{title}</a></td><td>£{n}9.00</td>"
    "<td><input type=number name='qty[{n}]' aria-label=Quantity value=1></td>"
    "<td><button name=remove value={n}>Remove</button></td></tr>"
)
CART = (
    "<header><a href='/cart'>Basket</a></header><main><h1>Your basket</h1><form action='/cart' method=post>"
    "<table>{rows}</table><p>Subtotal £58.00</p><p>Total £62.50</p>"
    "<button name=update>Update basket</button></form>"
    "<a href='/checkout' class=button>Go to checkout</a></main>"
)


def cart(*titles: str, extra: str = "", url: str = "https://shop.example/cart"):
    rows = "".join(ROW.format(n=n, title=t) for n, t in enumerate(titles, start=1))
    return seen(CART.format(rows=rows).replace("</main>", extra + "</main>"), url=url)


def test_the_cart_with_the_product_in_it_is_known():
    assert is_cart(cart(TITLE), EN, TITLE)


def test_a_cart_without_the_product_is_another_cart():
    assert not is_cart(cart("Oak board"), EN, TITLE)


def test_a_product_page_is_no_cart_though_it_names_the_product_and_shows_a_message():
    page = seen(
        f"<main><div role=alert>{TITLE} was added. <a href='/cart'>View basket</a></div><h1>{TITLE}</h1>"
        "<p>£49.00</p><form action='/cart/add' class=add-to-cart method=post>"
        "<input type=number name=quantity value=1><button class=add-to-cart>Add to basket</button></form>"
        "<a href='/checkout'>Checkout</a></main>"
    )
    assert not is_cart(page, EN, TITLE)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Your basket is empty."),
        ("de", "Ihr Warenkorb ist leer."),
        ("fr", "Votre panier est vide."),
        ("es", "Tu carrito está vacío."),
        ("it", "Il tuo carrello è vuoto."),
        ("pl", "Twój koszyk jest pusty."),
        ("lt", "Jūsų krepšelis tuščias."),
        ("nl", "Je winkelwagen is leeg."),
        ("sv", "Din varukorg är tom."),
        ("ru", "Ваша корзина пуста."),
    ],
)
def test_an_empty_cart_says_so_and_is_no_cart_with_the_product(language, words):
    page = seen(f"<main><h1>Cart</h1><p>{words}</p><p>{TITLE}</p></main>", lang=language)
    assert is_empty(page, lexicon(language))
    assert not is_cart(page, lexicon(language), TITLE)


def test_words_in_the_head_say_nothing_about_the_cart():
    assert not is_empty(seen("<header><p>Your basket is empty</p></header><main>Hi</main>"), EN)


@pytest.mark.parametrize(
    ("shown", "count"),
    [
        ("Basket (2)", 2),
        ("Basket 0", 0),
        ("2 items in basket £58.00", 2),
        ("Basket £58.00", None),
        ("Basket", None),
        ("Basket <span class=badge>12</span>", 12),
        ("Basket 1,299.00", None),
    ],
)
def test_the_number_on_the_cart_is_read_and_no_price_is_taken_for_it(shown, count):
    page = seen(f"<header><a href='/cart' class=cart>{shown}</a></header>")
    assert cart_count(page, EN) == count


def test_the_way_to_the_cart_is_no_button_that_adds_removes_or_checks_out():
    page = seen(
        "<main><form action='/cart/add'><button class=cart-add>Add to cart</button></form>"
        "<button class=cart-remove>Remove</button><a href='/checkout' class=cart>Checkout</a></main>"
        "<header><a href='/basket'>View cart</a></header>"
    )
    assert picked(choose_cart_link(page, EN), page) == "View cart"


def test_a_cart_link_in_a_closed_menu_is_still_an_address():
    page = seen("<nav hidden><a href='/basket'>Shopping basket</a></nav><main>Hi</main>")
    assert choose_cart_link(page, EN) is None
    assert hidden_cart_link(page, EN) == "https://shop.example/basket"


EXPRESS = (
    "<button class=paypal-button>PayPal</button><button>Express checkout</button>"
    "<a href='/checkout/paypal'>Checkout with PayPal</a><button aria-label='Apple Pay'></button>"
    "<button>Buy now with 1-Click</button>"
)


def test_the_way_into_the_checkout_is_never_an_express_one():
    assert picked(choose_checkout(cart(TITLE, extra=EXPRESS), EN), cart(TITLE)) == "Go to checkout"
    only = seen(f"<main><h1>Basket</h1>{EXPRESS}</main>")
    assert choose_checkout(only, EN) is None


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "Zur Kasse"),
        ("fr", "Passer commande"),
        ("es", "Tramitar pedido"),
        ("it", "Procedi all'acquisto"),
        ("pl", "Przejdź do kasy"),
        ("nl", "Afrekenen"),
        ("sv", "Till kassan"),
        ("lt", "Pirkti"),
        ("cs", "K pokladně"),
        ("pt", "Finalizar compra"),
        ("ru", "Оформить заказ"),
        ("tr", "Ödemeye geç"),
    ],
)
def test_the_way_into_the_checkout_is_found_in_the_shops_language(language, words):
    page = seen(f"<main><h1>{TITLE}</h1><a href='/x/17' class=b1>{words}</a></main>", lang=language)
    assert picked(choose_checkout(page, lexicon(language)), page) == words


def test_the_control_that_removes_is_the_one_in_the_products_row():
    page = cart("Oak board", TITLE, "Linen apron")
    choice = choose_remove(page, EN, TITLE)
    assert choice is not None
    assert page.controls[choice.best.i].value == "2"


def test_a_cross_that_closes_a_message_removes_nothing():
    page = cart(
        TITLE, extra=f"<div class='alert message'>{TITLE} was added <button class=close>×</button></div>"
    )
    assert picked(choose_remove(page, EN, TITLE), page) == "Remove"


def test_without_a_way_to_remove_one_the_whole_cart_is_emptied():
    page = seen(f"<main><h1>Basket</h1><p>{TITLE}</p><button>Empty basket</button></main>")
    assert picked(choose_remove(page, EN, TITLE), page) == "Empty basket"


def test_totals_are_told_from_subtotals_as_the_page_writes_them():
    assert totals(cart(TITLE), EN) == ("£62.50",)
    german = seen("<dl><dt>Zwischensumme</dt><dd>58,00 €</dd><dt>Gesamtsumme</dt><dd>62,50 €</dd></dl>")
    assert totals(german, DE)[-1] == "62,50 €"


def test_amounts_are_those_of_the_body():
    page = seen("<header><p>Free delivery from £50</p></header><main><p>£9.00 and £12.50</p></main>")
    assert amounts(page) == ("£9.00", "£12.50")


def test_a_cart_is_recalculated_by_its_words_or_by_the_one_button_of_its_form():
    assert picked(choose_update(cart(TITLE), EN), cart(TITLE)) == "Update basket"
    silent = seen("<form action='/c'><input type=number name=qty value=1><button class=go>↵</button></form>")
    choice = choose_update(silent, EN)
    assert choice is not None
    two = seen(
        "<form action='/c'><input type=number name=qty value=1><button>A</button><button>B</button></form>"
    )
    assert choose_update(two, EN) is None


def test_in_a_drawer_only_what_lies_over_the_page_counts():
    page = Snapshot(
        url="https://shop.example/",
        blocks=(Block(text=TITLE, dialog=0), Block(text="Oak board")),
        dialogs=(Dialog(i=0, text="Your cart"),),
    )
    assert lists_product(page, TITLE, dialog=True)
    assert not lists_product(page, TITLE, dialog=False)
    assert not lists_product(page, "Oak board", dialog=True)
