"""Which links lead to products, what a product page is, and which control buys."""

from __future__ import annotations

import json

import pytest
from small_pages import control, lexicon, picked, screen, seen

from auditor.pages.products import (
    choose_add_to_cart,
    is_product_page,
    is_sold_out,
    names_product,
    product_cards,
    product_title,
    same_title,
)

EN = lexicon("en")
DE = lexicon("de")

CARD = (
    "<li class=card><a href='/p/{n}'><img alt='' src='{n}.jpg'><h3>{name}</h3></a><span>{price}</span></li>"
)
OWN = "<form action='/cart/add' class=add-to-cart>{}</form>"
NAMES = ("Copper kettle", "Oak board", "Linen apron", "Bread crock")


def shelf(*, price: str = "£12.50", extra: str = "") -> str:
    cards = "".join(CARD.format(n=n, name=name, price=price) for n, name in enumerate(NAMES))
    return f"<main><h1>Kitchen</h1><ul>{cards}</ul>{extra}</main>"


FRAME = (
    "<header><nav><a href='/'>Home</a><a href='/kitchen'>Kitchen</a><a href='/cart'>Cart</a></nav></header>"
    "{}<footer><a href='/contact'>Contact</a><a href='/returns'>Returns</a></footer>"
)

PRODUCT = (
    "<main><h1>Copper kettle</h1><p>£49.00</p><form action='/cart/add' method=post>"
    "<button>Add to cart</button></form><p>In stock</p></main>"
)


def titles(page, words=EN):
    return [card.title for card in product_cards(page, words)]


def test_cards_are_found_in_reading_order_with_their_names():
    assert titles(seen(FRAME.format(shelf()))) == list(NAMES)


def test_a_card_leads_to_its_product_and_tells_all_that_stands_on_it():
    first = product_cards(seen(FRAME.format(shelf())), EN)[0]
    assert first.control.href == "https://shop.example/p/0"
    assert "£12.50" in first.text


def test_two_links_to_one_product_are_one_card():
    card = (
        "<li class=card><a href='/p/{n}'><img alt='' src=x></a><a href='/p/{n}'>{name}</a><b>€ 9,90</b></li>"
    )
    body = "".join(card.format(n=n, name=name) for n, name in enumerate(NAMES))
    assert titles(seen(f"<main><ul>{body}</ul></main>")) == list(NAMES)


def test_menus_footers_and_other_shops_are_no_products():
    page = seen(
        FRAME.format("<main><p>Nothing today.</p></main>") + "<a href='https://other.example/p'>£5</a>"
    )
    assert product_cards(page, EN) == ()


def test_what_stands_on_every_page_is_no_product_even_beside_a_price():
    rows = "".join(
        f"<li><a href='/{href}'>{words}</a> £5.00</li>"
        for href, words in [("cart", "View cart"), ("checkout", "Checkout"), ("login", "Log in")]
    )
    assert product_cards(seen(f"<main><ul>{rows}</ul></main>"), EN) == ()


def test_sold_out_cards_say_so():
    cards = product_cards(seen(FRAME.format(shelf(price="£12.50 Sold out"))), EN)
    assert [c.sold_out for c in cards] == [True] * 4


def test_cards_without_prices_are_found_by_their_number_and_their_pictures():
    cards = "".join(f"<li class=c><a href='/p/{n}'>{name}</a> new</li>" for n, name in enumerate(NAMES))
    assert titles(seen(f"<main><ul>{cards}</ul></main>")) == list(NAMES)


def test_two_links_without_prices_are_no_list_of_products():
    page = seen("<main><p><a href='/a'>Our story</a> and <a href='/b'>our people</a></p></main>")
    assert product_cards(page, EN) == ()


def test_a_product_page_is_known_by_two_signs():
    assert is_product_page(seen(FRAME.format(PRODUCT)), EN)


def test_one_sign_is_not_enough():
    assert not is_product_page(seen("<main><h1>About us</h1><p>Kettles from £49.00</p></main>"), EN)
    assert not is_product_page(seen(FRAME.format(shelf())), EN)


def test_a_list_with_buttons_is_no_product_page():
    card = "<li class=c><a href='/p/{n}'>{name}</a> £9.00 <button class=buy>Add to cart</button></li>"
    body = "".join(card.format(n=n, name=name) for n, name in enumerate(NAMES))
    assert not is_product_page(seen(f"<main><h1>Kitchen</h1><ul>{body}</ul></main>"), EN)


def test_the_title_on_the_card_is_a_sign():
    page = seen("<main><h1>Copper kettle</h1><p>£49.00</p></main>")
    assert not is_product_page(page, EN)
    assert is_product_page(page, EN, expected="Copper Kettle")


def test_structured_data_is_a_sign():
    data = {"@context": "https://schema.org", "@type": "Product", "name": "Copper kettle"}
    head = f"<script type='application/ld+json'>{json.dumps(data)}</script>"
    assert is_product_page(seen("<main><h1>Copper kettle</h1><p>£49.00</p></main>", head=head), EN)


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("", "<main><h1>Copper kettle</h1></main>", "Copper kettle"),
        ("", "<header><h1>The Shop</h1></header><main><h1>Copper kettle</h1></main>", "Copper kettle"),
        ("", "<header><h1>The Shop</h1></header><main><h2>Copper kettle</h2></main>", "Copper kettle"),
        ("<meta property='og:title' content='Copper kettle | The Shop'>", "<p>£4</p>", "Copper kettle"),
        ("<title>Copper kettle – The Shop</title>", "<p>£4</p>", "Copper kettle"),
    ],
    ids=["heading", "not the shop's name", "second level", "og:title", "title"],
)
def test_a_product_is_called_what_its_page_calls_it(head, body, title):
    assert product_title(seen(body, head=head)) == title


def test_the_control_that_buys_is_the_pages_own():
    other = "<li class=c><a href='/p/{n}'>{n}</a> <button class=b>Add to cart</button></li>"
    also = "<aside><ul>" + "".join(other.format(n=n) for n in range(4)) + "</ul></aside>"
    page = seen(
        f"<main><h1>Copper kettle</h1>{also}{OWN.format('<button id=own>Add to cart</button>')}</main>"
    )
    choice = choose_add_to_cart(page, EN)
    assert choice is not None
    assert page.controls[choice.best.i].tokens == "own"


@pytest.mark.parametrize(
    "words",
    [
        "Buy with PayPal",
        "PayPal",
        "Buy now with 1-Click",
        "Buy with Apple Pay",
        "Buy it now",
        "Add to wish list",
        "Save for later",
        "Sold out",
        "Notify me",
        "Compare",
    ],
)
def test_what_pays_keeps_or_cannot_be_bought_is_never_the_way_into_the_cart(words):
    page = seen(f"<main><h1>Kettle</h1>{OWN.format(f'<button>{words}</button>')}</main>")
    assert choose_add_to_cart(page, EN) is None


def test_beside_an_express_button_the_ordinary_one_is_chosen():
    page = seen(OWN.format("<button>Buy with Shop Pay</button><button>Add to bag</button>"))
    assert picked(choose_add_to_cart(page, EN), page) == "Add to bag"


def test_a_page_that_says_sold_out_and_sells_nothing_is_sold_out():
    assert is_sold_out(seen("<main><h1>Kettle</h1><p>Sold out</p></main>"), EN)
    assert is_sold_out(seen("<main><h1>Kessel</h1><p>Ausverkauft</p></main>", lang="de"), DE)
    assert not is_sold_out(seen(FRAME.format(PRODUCT)), EN)


def test_a_page_that_still_sells_is_not_sold_out_whatever_stands_on_it():
    body = PRODUCT.replace("</main>", "<p>Size 40: sold out</p></main>")
    assert not is_sold_out(seen(body), EN)


def test_a_button_that_is_off_does_not_sell():
    page = screen(control(name="Add to cart", enabled=False), blocks=("Out of stock",))
    assert is_sold_out(page, EN)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Stoneware Coffee Mug", "Stoneware Coffee Mug – Black", True),
        ("Füllfederhalter Ahorn", "FULLFEDERHALTER AHORN", True),
        ("Copper kettle", "Oak board", False),
        ("Copper kettle", "Copper pan", False),
        ("", "Copper kettle", False),
        ("Mug", "Mug", True),
    ],
)
def test_titles_are_the_same_when_one_holds_the_other(one, other, same):
    assert same_title(one, other) is same
    assert same_title(other, one) is same


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("1 × Large oak chopping board £30.00", True),
        ("Large oak board", False),
        ("Oak chopping board, large", True),
        ("", False),
    ],
)
def test_a_text_names_a_product_when_nearly_all_its_words_stand_there(text, named):
    assert names_product(text, "Large oak chopping board") is named
