"""Could pressing this place or pay an order? Labels lie, so the state decides; in doubt, yes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small_pages import control, lexicon, screen, seen

from auditor.pages.orders import (
    Progress,
    choose_order_control,
    knows_customer,
    leads_to_step,
    looks_final,
    may_order,
    payment_choices,
    shows_back,
)
from auditor.snapshot import Snapshot

EN = lexicon("en")

TYPED = ("Anna", "Beispiel", "Hauptstrasse 5", "22765", "Hamburg")
KINDS = frozenset({"first_name", "last_name", "street", "postcode", "city", "email"})

SHOPPING = Progress()
STARTED = Progress(in_checkout=True)
TOLD = Progress(in_checkout=True, typed=TYPED, kinds=KINDS)
PAID = replace(TOLD, paid=True)

TOTALS = {
    "en": "Total", "de": "Gesamtsumme", "fr": "Total à payer", "es": "Total del pedido",
    "it": "Totale ordine", "pl": "Do zapłaty", "nl": "Te betalen", "sv": "Att betala",
    "lt": "Iš viso", "cs": "Celkem", "pt": "Total", "tr": "Toplam", "ru": "Итого",
    "fi": "Yhteensä", "da": "Total", "hu": "Összesen", "ro": "Total", "el": "Σύνολο",
    "lv": "Kopā", "et": "Kokku", "sk": "Spolu", "uk": "Разом", "id": "Total", "sr": "Ukupno",
}  # fmt: skip

FIELDS = "".join(
    f"<p><label>{w} <input required></label></p>"
    for w in ("First name", "Last name", "Street", "City", "Postcode")
)
PAYMENT = (
    "<fieldset><legend>Payment method</legend><label><input type=radio name=payment> PayPal</label>"
    "<label><input type=radio name=payment checked> Bank transfer</label></fieldset>"
)
SHOWN_BACK = "<p>Anna Beispiel, Hauptstrasse 5, 22765 Hamburg</p>"


def page(kind: str, words: str, language: str) -> Snapshot:
    """A state of a checkout of one address, with one button that carries these words."""
    total = f"<p>{TOTALS[language]} 62,50 €</p>"
    body = {
        "cart": f"<h1>x</h1><p>Copper kettle 49,00 €</p>{total}",
        "address": f"<h1>x</h1>{FIELDS}{total}",
        "payment": f"<h1>x</h1>{PAYMENT}{total}",
        "review": f"<h1>x</h1>{SHOWN_BACK}<p>Copper kettle 49,00 €</p>{total}",
        "shipping": "<h1>x</h1><fieldset><legend>Delivery method</legend>"
        "<label><input type=radio name=ship checked> Courier</label>"
        f"<label><input type=radio name=ship> Parcel locker</label></fieldset>{total}",
    }[kind]
    return seen(
        f"<main><form action='/checkout' method=post>{body}<button class=b1>{words}</button></form></main>",
        lang=language,
        url="https://shop.example/checkout",
    )


def verdict(kind: str, words: str, language: str, progress: Progress) -> str:
    snapshot = page(kind, words, language)
    button = next(c for c in snapshot.controls if c.text == words)
    return may_order(button, snapshot, lexicon(language), progress)


ORDERS = [
    # Words that place an order in so many words, on the last screen.
    ("en", "Place order", "review", PAID),
    ("en", "Pay now", "payment", TOLD),
    ("en", "Order with obligation to pay", "review", PAID),
    ("en", "Complete purchase", "review", PAID),
    ("de", "Zahlungspflichtig bestellen", "review", PAID),
    ("de", "Jetzt kaufen", "review", PAID),
    ("de", "Kostenpflichtig bestellen", "payment", TOLD),
    ("fr", "Commander avec obligation de paiement", "review", PAID),
    ("fr", "Valider et payer", "review", PAID),
    ("fr", "Passer commande", "review", PAID),
    ("fr", "Confirmer la commande", "review", PAID),
    ("es", "Realizar pedido", "review", PAID),
    ("es", "Confirmar pedido", "review", PAID),
    ("es", "Pagar", "payment", TOLD),
    ("it", "Ordine con obbligo di pagare", "review", PAID),
    ("it", "Conferma ordine", "review", PAID),
    ("pl", "Zamawiam z obowiązkiem zapłaty", "review", PAID),
    ("pl", "Kupuję i płacę", "review", PAID),
    ("nl", "Bestelling met betaalverplichting", "review", PAID),
    ("nl", "Bestelling plaatsen", "review", PAID),
    ("sv", "Slutför köp", "review", PAID),
    ("lt", "Užsakymas su įpareigojimu apmokėti", "review", PAID),
    ("lt", "Pateikti užsakymą", "review", PAID),
    ("cs", "Objednávka zavazující k platbě", "review", PAID),
    ("pt", "Finalizar compra", "review", PAID),
    ("tr", "Siparişi onayla", "review", PAID),
    ("ru", "Оформить заказ", "review", PAID),
    ("ru", "Подтвердить заказ", "review", PAID),
    ("fi", "Tilaa ja maksa", "review", PAID),
    ("da", "Gennemfør køb", "review", PAID),
    ("hu", "Megrendelés elküldése", "review", PAID),
    ("ro", "Trimite comanda", "review", PAID),
    ("sk", "Objednať s povinnosťou platby", "review", PAID),
    ("id", "Buat pesanan", "review", PAID),
    ("uk", "Підтвердити замовлення", "review", PAID),
    ("el", "Ολοκλήρωση παραγγελίας", "review", PAID),
    # Words that only go on, where nothing but the order is left.
    ("en", "Next", "review", TOLD),
    ("en", "Continue", "review", PAID),
    ("en", "Checkout", "review", PAID),
    ("en", "Submit", "review", PAID),
    ("en", "OK", "review", TOLD),
    ("en", "↵", "review", TOLD),
    ("en", "Continue", "payment", TOLD),
    ("de", "Weiter", "review", PAID),
    ("de", "Zur Kasse", "review", TOLD),
    ("fr", "Continuer", "review", PAID),
    ("pl", "Dalej", "review", PAID),
    ("es", "Continuar", "review", PAID),
    ("lt", "Toliau", "review", PAID),
    ("tr", "Devam et", "review", PAID),
    # Express controls, wherever they stand.
    ("en", "PayPal", "cart", SHOPPING),
    ("en", "Express checkout", "cart", SHOPPING),
    ("en", "Buy now with 1-Click", "cart", SHOPPING),
    ("de", "Mit PayPal bezahlen", "cart", SHOPPING),
    ("ru", "Купить в один клик", "cart", SHOPPING),
    ("pl", "Kup jednym kliknięciem", "cart", SHOPPING),
    # Before anything was told, what says "order" and nothing else is left alone all the same.
    ("de", "Zahlungspflichtig bestellen", "cart", SHOPPING),
]

FREE = [
    # The way into the checkout, from the cart.
    ("en", "Checkout", "cart", SHOPPING),
    ("en", "Proceed to checkout", "cart", SHOPPING),
    ("de", "Zur Kasse", "cart", SHOPPING),
    ("fr", "Passer commande", "cart", SHOPPING),
    ("fr", "Valider mon panier", "cart", SHOPPING),
    ("es", "Realizar pedido", "cart", SHOPPING),
    ("es", "Tramitar pedido", "cart", SHOPPING),
    ("it", "Procedi all'ordine", "cart", SHOPPING),
    ("pl", "Złóż zamówienie", "cart", SHOPPING),
    ("nl", "Bestellen", "cart", SHOPPING),
    ("sv", "Till kassan", "cart", SHOPPING),
    ("lt", "Pirkti", "cart", SHOPPING),
    ("pt", "Finalizar compra", "cart", SHOPPING),
    ("ru", "Оформить заказ", "cart", SHOPPING),
    ("tr", "Ödemeye geç", "cart", SHOPPING),
    # The way on, while an address is still asked for.
    ("en", "Continue", "address", STARTED),
    ("en", "Next", "address", TOLD),
    ("de", "Weiter", "address", TOLD),
    ("fr", "Continuer", "address", TOLD),
    ("es", "Continuar", "address", TOLD),
    ("lt", "Toliau", "address", TOLD),
    ("pl", "Dalej", "address", TOLD),
    ("it", "Avanti", "address", TOLD),
    ("ru", "Далее", "address", TOLD),
    # The way on, where only the delivery is chosen.
    ("en", "Continue", "shipping", TOLD),
    ("de", "Weiter", "shipping", TOLD),
    ("nl", "Doorgaan", "shipping", TOLD),
    # Words that name a step before the order, wherever they stand.
    ("en", "Continue to payment", "review", TOLD),
    ("en", "Continue to shipping", "address", TOLD),
    ("en", "Review order", "payment", TOLD),
    ("de", "Weiter zur Zahlung", "review", TOLD),
    ("fr", "Passer au paiement", "review", TOLD),
    ("pl", "Przejdź do płatności", "review", TOLD),
    # What leads back or changes the cart.
    ("en", "Update cart", "review", PAID),
    ("en", "Remove", "review", PAID),
    ("en", "View cart", "review", PAID),
]


def ids(rows):
    return [f"{language}-{words}-{kind}" for language, words, kind, _ in rows]


@pytest.mark.parametrize(("language", "words", "kind", "progress"), ORDERS, ids=ids(ORDERS))
def test_what_may_order_is_refused_with_a_reason(language, words, kind, progress):
    assert verdict(kind, words, language, progress)


@pytest.mark.parametrize(("language", "words", "kind", "progress"), FREE, ids=ids(FREE))
def test_what_cannot_order_is_let_through(language, words, kind, progress):
    assert verdict(kind, words, language, progress) == ""


def test_place_order_is_left_alone_in_the_cart_too():
    assert verdict("cart", "Place order", "en", SHOPPING)


@pytest.mark.parametrize("role", ["radio", "checkbox", "option", "combobox", "textbox"])
def test_choosing_how_to_pay_is_no_paying(role):
    choice = control(role=role, tag="input", name="PayPal", tokens="paypal")
    assert may_order(choice, screen(choice), EN, PAID) == ""


def test_a_field_that_sends_its_form_by_itself_is_judged_like_a_button():
    field = control(role="combobox", tag="select", name="Place order", submits=True)
    assert may_order(field, screen(field), EN, PAID)


@pytest.mark.parametrize(
    "tokens", ["paypal button", "apple pay", "gpay", "shop pay", "express checkout", "one click"]
)
def test_an_express_control_without_words_is_known_by_its_name_on_any_page(tokens):
    wallet = control(name="", tokens=tokens)
    assert may_order(wallet, screen(wallet), EN, SHOPPING).startswith("express payment")


def test_a_control_that_the_page_calls_order_is_believed_before_its_words():
    button = control(name="Continue", tokens="btn place order", submits=True)
    assert may_order(button, screen(button), EN, TOLD).startswith("is called order")


def test_an_order_control_is_one_even_when_it_is_switched_off():
    button = control(name="Place order", enabled=False, submits=True)
    assert may_order(button, screen(button), EN, PAID)


def test_buy_on_a_product_page_puts_into_the_cart_and_in_a_checkout_it_buys():
    buy = control(name="Buy now", submits=True)
    assert may_order(buy, screen(buy), EN, SHOPPING) == ""
    assert may_order(buy, screen(buy), EN, TOLD)


def test_in_an_open_section_the_way_on_is_free_while_the_order_control_is_folded_away():
    on = control(name="Continue", submits=True)
    order = control(name="Place order", visible=False)
    total = ("Total £62.50", "Anna Beispiel, Hauptstrasse 5, 22765 Hamburg")
    assert may_order(on, screen(on, blocks=total), EN, TOLD)
    assert may_order(on, screen(on, order, blocks=total), EN, TOLD) == ""


def test_words_that_finish_are_doubted_even_then():
    finish = control(name="Send", submits=True)
    order = control(name="Place order", visible=False)
    blocks = ("Total £62.50", "Anna Beispiel, Hauptstrasse 5, 22765 Hamburg")
    assert may_order(finish, screen(finish, order, blocks=blocks), EN, PAID)


def test_a_declared_step_that_follows_frees_the_way_on():
    on = control(name="Next", submits=True)
    blocks = ("Total £62.50", "Anna Beispiel, Hauptstrasse 5, 22765 Hamburg")
    steps = (("Address", True), ("Delivery", False), ("Payment", False))
    assert may_order(on, screen(on, blocks=blocks), EN, TOLD)
    assert may_order(on, screen(on, blocks=blocks, progress=steps), EN, TOLD) == ""


def test_the_frame_of_the_page_orders_nothing():
    link = control(tag="a", role="link", name="Checkout", href="https://shop.example/c", landmark="header")
    blocks = ("Total £62.50", "Anna Beispiel, Hauptstrasse 5, 22765 Hamburg")
    assert may_order(link, screen(link, blocks=blocks), EN, PAID) == ""


@pytest.mark.parametrize(
    ("kind", "progress", "final"),
    [
        ("cart", SHOPPING, False),
        ("address", STARTED, False),
        ("address", TOLD, False),
        ("shipping", TOLD, False),
        ("payment", STARTED, False),
        ("payment", TOLD, True),
        ("review", STARTED, False),
        ("review", TOLD, True),
        ("review", PAID, True),
        ("cart", PAID, True),
    ],
)
def test_a_state_is_final_when_the_shop_knows_all_and_asks_nothing(kind, progress, final):
    assert bool(looks_final(page(kind, "Go", "en"), EN, progress)) is final


def test_a_customer_is_known_by_what_was_told_or_by_what_is_shown_back():
    empty, back = screen(), screen(blocks=("Anna Beispiel", "22765 Hamburg"))
    assert knows_customer(empty, TOLD)
    assert not knows_customer(empty, STARTED)
    assert knows_customer(back, Progress(typed=TYPED))
    assert not shows_back(screen(blocks=("Anna",)), TOLD)


@pytest.mark.parametrize(
    ("language", "words", "names"),
    [
        ("en", "Continue to shipping", True),
        ("en", "Go to payment", True),
        ("en", "Review your order", True),
        ("de", "Weiter zur Zahlungsart", True),
        ("fr", "Continuer vers la livraison", True),
        ("en", "Continue", False),
        ("en", "Pay now", False),
        ("en", "Place order", False),
        ("de", "Zahlungspflichtig bestellen", False),
    ],
)
def test_words_may_name_the_step_that_comes_next(language, words, names):
    assert leads_to_step(control(name=words), lexicon(language)) is names


def test_ways_to_pay_are_seen_by_the_question_or_by_their_name():
    assert len(payment_choices(page("payment", "Go", "en"), EN)) == 2
    named = control(role="radio", tag="input", name="A", tokens="zahlung invoice")
    assert payment_choices(screen(named), EN) == (named,)
    assert payment_choices(page("shipping", "Go", "en"), EN) == ()


@pytest.mark.parametrize(
    ("language", "words"),
    sorted({(language, words) for language, words, _, p in ORDERS if p is PAID and len(words) > 9}),
)
def test_the_order_control_is_found_by_its_words(language, words):
    snapshot = page("review", words, language)
    choice = choose_order_control(snapshot, lexicon(language))
    if lexicon(language).score("place_order", words) < 0.5:
        assert choice is None
    else:
        assert choice is not None
        assert choice.best.words == words


def test_the_order_control_is_no_express_one_and_no_step():
    snapshot = screen(control(name="PayPal"), control(name="Continue to payment"), control(name="Pay now"))
    choice = choose_order_control(snapshot, EN)
    assert choice is not None
    assert choice.best.words == "Pay now"
