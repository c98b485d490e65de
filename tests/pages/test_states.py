"""Walls, gates, errors, and what makes a checkout state distinct from the one before."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small_pages import lexicon, picked, seen

from auditor.pages.states import (
    account_wall,
    choose_guest,
    error_texts,
    is_error_page,
    is_thank_you,
    signature,
    steps_left,
    wall_code,
)
from auditor.snapshot import Block, Snapshot

EN = lexicon("en")

LOGIN = (
    "<form action='/login'><label>E-mail <input type=email></label>"
    "<label>Password <input type=password></label><button>Sign in</button></form>"
)
ADDRESS = "".join(
    f"<p><label>{w} <input></label></p>" for w in ("First name", "Last name", "Street", "City", "Postcode")
)
LONG = "<p>" + "We make kettles and pots and send them everywhere in two days. " * 60 + "</p>"


# --- walls ---


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Please verify you are human", "bot_wall"),
        ("Checking your browser before accessing the shop", "bot_wall"),
        ("Attention Required! You have been blocked", "bot_wall"),
        ("This product is not available in your country", "geo"),
        ("Welcome to our shop", ""),
    ],
)
def test_a_short_page_is_judged_by_its_words(words, code):
    assert wall_code(seen(f"<h1>{words}</h1>"), EN) == code


def test_a_long_page_may_speak_of_walls_without_being_one():
    assert wall_code(seen(f"<h1>Help</h1><p>Why do I see a captcha?</p>{LONG}"), EN) == ""


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (403, "bot_wall"),
        (429, "bot_wall"),
        (503, "server_error"),
        (500, "server_error"),
        (200, ""),
        (404, ""),
    ],
)
def test_a_short_page_is_judged_by_its_status(status, code):
    assert wall_code(seen("<h1>Oops</h1>"), EN, status) == code


def test_a_page_of_403_that_shows_the_whole_shop_is_no_wall():
    assert wall_code(seen(f"<h1>Shop</h1>{LONG}"), EN, 403) == ""


def test_a_shop_that_is_not_open_yet_asks_for_a_password():
    page = seen("<h1>Opening soon</h1><form><input type=password><button>Enter</button></form>")
    assert wall_code(page, EN) == "login_required"
    assert wall_code(seen("<h1>Opening soon: our second store</h1>"), EN) == ""


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Page not found"),
        ("de", "Seite nicht gefunden"),
        ("fr", "Page introuvable"),
        ("es", "Página no encontrada"),
        ("pl", "Strona nie została znaleziona"),
    ],
)
def test_a_page_that_says_it_does_not_exist_is_believed_whatever_its_status(language, title):
    assert is_error_page(seen(f"<h1>{title}</h1>", lang=language), lexicon(language), 200)
    assert not is_error_page(seen("<h1>Kettles</h1>", lang=language), lexicon(language), 200)


def test_a_status_says_it_too():
    for status in (404, 410, 500, 503):
        assert is_error_page(seen("<h1>Kettles</h1>"), EN, status)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Thank you for your order"),
        ("de", "Vielen Dank für Ihre Bestellung"),
        ("fr", "Merci pour votre commande"),
        ("es", "Gracias por tu pedido"),
        ("it", "Grazie per il tuo ordine"),
        ("pl", "Dziękujemy za zamówienie"),
        ("nl", "Bedankt voor je bestelling"),
        ("lt", "Ačiū už užsakymą"),
    ],
)
def test_an_order_that_was_placed_is_seen(language, words):
    assert is_thank_you(seen(f"<h1>{words}</h1>", lang=language), lexicon(language))
    assert not is_thank_you(seen("<h1>Checkout</h1>", lang=language), lexicon(language))


# --- who the customer is ---


def test_a_login_alone_is_a_wall_without_a_way_round():
    wall = account_wall(seen(f"<main><h1>Sign in</h1>{LOGIN}</main>"), EN)
    assert wall.asks_account
    assert wall.guest is None


@pytest.mark.parametrize(
    "way",
    [
        "<a href='/checkout/guest'>Continue as guest</a>",
        "<button>Checkout without an account</button>",
        "<label><input type=radio name=how> Guest checkout</label>",
    ],
    ids=["link", "button", "radio"],
)
def test_a_wall_with_a_guest_way_names_it(way):
    wall = account_wall(seen(f"<main><h1>Sign in</h1>{LOGIN}{way}</main>"), EN)
    assert wall.asks_account
    assert wall.guest is not None


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "Als Gast bestellen"),
        ("fr", "Commander en tant qu'invité"),
        ("es", "Comprar como invitado"),
        ("it", "Continua come ospite"),
        ("pl", "Zamów bez rejestracji"),
        ("nl", "Bestellen als gast"),
        ("lt", "Pirkti be registracijos"),
        ("sv", "Fortsätt som gäst"),
        ("cs", "Pokračovat bez registrace"),
        ("ru", "Оформить без регистрации"),
    ],
)
def test_the_guest_way_is_found_in_the_shops_language(language, words):
    page = seen(f"<main>{LOGIN}<a href='/x/2'>{words}</a></main>", lang=language)
    found = choose_guest(page, lexicon(language))
    assert found is not None
    assert picked(found, page) == words


def test_an_address_screen_with_a_login_beside_it_is_no_wall():
    assert not account_wall(
        seen(f"<main><h1>Address</h1>{LOGIN}<form>{ADDRESS}</form></main>"), EN
    ).asks_account


def test_an_address_screen_that_offers_a_password_is_no_wall():
    body = f"<form>{ADDRESS}<label>Password (optional) <input type=password></label></form>"
    assert not account_wall(seen(f"<main><h1>Address</h1>{body}</main>"), EN).asks_account


def test_a_login_in_the_head_of_the_page_is_no_wall():
    page = seen(f"<header>{LOGIN}</header><main><h1>Delivery</h1><p>Choose how.</p></main>")
    assert not account_wall(page, EN).asks_account


# --- what the page complains about ---


def test_complaints_are_read_where_they_are_marked():
    page = seen("<main><div class=error>Please enter your postcode</div><p>Enter what you like</p></main>")
    assert error_texts(page, EN) == ("Please enter your postcode",)


def test_news_of_another_kind_is_no_complaint():
    assert error_texts(seen("<main><div role=status>Delivery is free today</div></main>"), EN) == ()


# --- how far it is ---


def test_a_progress_list_tells_how_many_steps_are_left():
    page = Snapshot(url="x", progress=(("Cart", False), ("Address", True), ("Payment", False)))
    assert steps_left(page, EN) == 1
    assert steps_left(replace(page, progress=(("Cart", False), ("Review", True))), EN) == 0


def test_a_progress_list_that_marks_no_step_tells_nothing():
    assert steps_left(Snapshot(url="x", progress=(("Cart", False), ("Address", False))), EN) is None


@pytest.mark.parametrize(
    ("heading", "left"),
    [
        ("Step 2 of 4", 2),
        ("Schritt 3 von 3", 0),
        ("Étape 1/3: Adresse", 2),
        ("2 / 4 Pristatymas", 2),
        ("Delivery in 2 to 3 days", None),
        ("Save 2 of 4 pounds", None),
        ("Address", None),
    ],
)
def test_a_heading_may_count_the_steps(heading, left):
    assert steps_left(Snapshot(url="x", blocks=(Block(text=heading, tag="h2", level=2),)), EN) == left


def test_numbers_in_running_text_count_no_steps():
    assert steps_left(Snapshot(url="x", blocks=(Block(text="Rated 2 of 4 by others", tag="p"),)), EN) is None


# --- distinct states ---


def test_a_state_is_the_same_while_path_headings_and_questions_are():
    one = seen(
        f"<main><h1>Address</h1><form>{ADDRESS}</form></main>", url="https://shop.example/checkout?t=1"
    )
    other = seen(
        f"<main><h1>Address</h1><p>Sale!</p><form>{ADDRESS}</form></main>",
        url="https://shop.example/checkout?t=2",
    )
    assert signature(one, EN) == signature(other, EN)


@pytest.mark.parametrize(
    ("body", "url"),
    [
        (f"<main><h1>Address</h1><form>{ADDRESS}</form></main>", "https://shop.example/checkout/2"),
        (f"<main><h1>Delivery</h1><form>{ADDRESS}</form></main>", "https://shop.example/checkout"),
        ("<main><h1>Address</h1><label>E-mail <input></label></main>", "https://shop.example/checkout"),
        (f"<main><h1>Address</h1><form>{ADDRESS}</form></main>", "https://shop.example/checkout#payment"),
    ],
    ids=["path", "heading", "questions", "fragment"],
)
def test_a_state_is_another_when_one_of_them_changes(body, url):
    first = seen(f"<main><h1>Address</h1><form>{ADDRESS}</form></main>", url="https://shop.example/checkout")
    assert signature(first, EN) != signature(seen(body, url=url), EN)
