"""Radios and boxes of a checkout: what is asked, which answer suits a guest who will never pay."""

from __future__ import annotations

import pytest
from small_pages import lexicon, seen

from auditor.pages.choices import boxes_to_change, needs_card, pick, radio_groups
from auditor.reading.methods import load_methods

EN = lexicon("en")
METHODS = load_methods("en")


def radios(name: str, legend: str, *labels: str, chosen: str = "") -> str:
    members = "".join(
        f"<label><input type=radio name='{name}' value=v{n} {'checked' if w == chosen else ''}> {w}</label>"
        for n, w in enumerate(labels)
    )
    return f"<fieldset><legend>{legend}</legend>{members}</fieldset>"


def group_of(body: str, language: str = "en"):
    (group,) = radio_groups(seen(f"<main><form>{body}</form></main>", lang=language), lexicon(language))
    return group


def answer(body: str, language: str = "en") -> str:
    """The label of what is picked; empty when what is chosen will do."""
    picked = pick(group_of(body, language), lexicon(language), load_methods(language))
    return picked.label if picked else ""


@pytest.mark.parametrize(
    ("legend", "labels", "kind"),
    [
        ("Payment method", ("Bank transfer", "Card"), "payment"),
        ("Delivery method", ("Courier", "Parcel locker"), "shipping"),
        ("How do you want to check out?", ("Checkout as guest", "Register"), "guest"),
        ("Colour of the ribbon", ("Red", "Green"), "other"),
    ],
)
def test_a_group_is_known_by_what_it_asks(legend, labels, kind):
    assert group_of(radios("x", legend, *labels)).kind == kind


@pytest.mark.parametrize(
    ("language", "legend", "labels", "kind"),
    [
        ("de", "Zahlungsart", ("Rechnung", "Kreditkarte"), "payment"),
        ("fr", "Mode de paiement", ("Virement", "Carte"), "payment"),
        ("es", "Método de pago", ("Transferencia", "Tarjeta"), "payment"),
        ("pl", "Sposób płatności", ("Przelew", "Karta"), "payment"),
        ("lt", "Mokėjimo būdas", ("Pavedimas", "Kortelė"), "payment"),
        ("de", "Versandart", ("Standard", "Express"), "shipping"),
        ("fr", "Mode de livraison", ("Standard", "Express"), "shipping"),
        ("pl", "Sposób dostawy", ("Kurier", "Paczkomat"), "shipping"),
    ],
)
def test_a_group_is_known_in_the_shops_language(language, legend, labels, kind):
    assert group_of(radios("x", legend, *labels), language).kind == kind


def test_radios_of_one_name_are_one_group_of_two_names_two():
    page = seen(f"<main>{radios('a', 'Payment', 'X', 'Y')}{radios('b', 'Delivery', 'X', 'Y')}</main>")
    assert [len(g.members) for g in radio_groups(page, EN)] == [2, 2]


@pytest.mark.parametrize(
    ("labels", "wanted"),
    [
        (("Credit card", "Bank transfer", "PayPal"), "Bank transfer"),
        (("Credit card", "PayPal"), "PayPal"),
        (("Debit card", "Invoice", "Apple Pay"), "Invoice"),
        (("Credit card", "Cash on delivery", "Bank transfer"), "Cash on delivery"),
    ],
)
def test_the_way_to_pay_is_one_that_asks_for_no_card(labels, wanted):
    for order in (labels, labels[::-1]):
        assert answer(radios("pay", "Payment method", *order)) == wanted


@pytest.mark.parametrize(
    ("language", "legend", "labels", "wanted"),
    [
        ("de", "Zahlungsart", ("Kreditkarte", "Vorkasse", "PayPal"), "Vorkasse"),
        ("fr", "Mode de paiement", ("Carte bancaire", "Virement bancaire"), "Virement bancaire"),
        ("es", "Método de pago", ("Tarjeta de crédito", "Contra reembolso"), "Contra reembolso"),
        ("pl", "Metoda płatności", ("Karta płatnicza", "Przelew bankowy"), "Przelew bankowy"),
        ("it", "Metodo di pagamento", ("Carta di credito", "Bonifico bancario"), "Bonifico bancario"),
        ("nl", "Betaalmethode", ("Creditcard", "Overschrijving"), "Overschrijving"),
        ("lt", "Mokėjimo būdas", ("Banko kortelė", "Banko pavedimas"), "Banko pavedimas"),
    ],
)
def test_no_card_is_chosen_in_any_language(language, legend, labels, wanted):
    assert answer(radios("pay", legend, *labels), language) == wanted


def test_a_card_that_is_chosen_already_makes_way_for_something_else():
    body = radios("pay", "Payment method", "Credit card", "Bank transfer", chosen="Credit card")
    assert answer(body) == "Bank transfer"


def test_what_is_chosen_already_is_left_when_it_will_do():
    assert answer(radios("pay", "Payment method", "Bank transfer", "Card", chosen="Bank transfer")) == ""


@pytest.mark.parametrize(
    "words", ["Credit card", "Visa / Mastercard", "Apple Pay", "Google Pay", "Direct debit"]
)
def test_ways_that_ask_for_card_or_bank_data_say_so(words):
    group = group_of(radios("pay", "Payment method", words, "Bank transfer"))
    assert needs_card(group.members[0], METHODS)
    assert not needs_card(group.members[1], METHODS)


@pytest.mark.parametrize(
    ("language", "legend", "labels", "wanted"),
    [
        ("en", "Delivery method", ("Click and collect", "Standard delivery"), "Standard delivery"),
        ("de", "Versandart", ("Abholung im Laden", "Standardversand"), "Standardversand"),
        ("pl", "Sposób dostawy", ("Odbiór osobisty", "Kurier"), "Kurier"),
        ("fr", "Mode de livraison", ("Retrait en magasin", "Livraison à domicile"), "Livraison à domicile"),
    ],
)
def test_nothing_is_picked_up_where_it_can_be_sent(language, legend, labels, wanted):
    assert answer(radios("ship", legend, *labels), language) == wanted


def test_where_pick_up_is_the_only_way_it_is_taken():
    assert answer(radios("ship", "Delivery method", "Click and collect")) == "Click and collect"


def test_what_is_switched_off_is_never_picked():
    body = radios("pay", "Payment method", "Bank transfer", "PayPal").replace("v0", "v0 disabled")
    assert answer(body) == "PayPal"


def changes(*boxes: str, language: str = "en") -> list[tuple[str, str]]:
    page = seen(f"<main><form>{''.join(boxes)}</form></main>", lang=language)
    return [(c.label, why) for c, why in boxes_to_change(page, lexicon(language))]


def box(label: str, *, checked: bool = False, required: bool = False) -> str:
    state = f"{'checked' if checked else ''} {'required' if required else ''}"
    return f"<p><label><input type=checkbox {state}> {label}</label></p>"


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("en", "I agree to the terms and conditions"),
        ("de", "Ich habe die AGB gelesen und stimme zu"),
        ("fr", "J'accepte les conditions générales de vente"),
        ("es", "Acepto los términos y condiciones"),
        ("it", "Accetto i termini e le condizioni"),
        ("pl", "Akceptuję regulamin"),
        ("nl", "Ik ga akkoord met de algemene voorwaarden"),
        ("lt", "Sutinku su taisyklėmis"),
        ("cs", "Souhlasím s obchodními podmínkami"),
    ],
)
def test_terms_are_ticked(language, label):
    assert changes(box(label), language=language) == [(label, "terms_box")]
    assert changes(box(label, checked=True), language=language) == []


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("en", "Subscribe to our newsletter"),
        ("de", "Ja, ich möchte den Newsletter erhalten"),
        ("fr", "Je m'inscris à la newsletter"),
        ("pl", "Zapisz mnie do newslettera"),
        ("lt", "Noriu gauti naujienlaiškį"),
    ],
)
def test_newsletters_are_unticked_and_never_ticked(language, label):
    assert changes(box(label), language=language) == []
    assert changes(box(label, checked=True), language=language) == [(label, "newsletter_box")]


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("en", "Create an account"),
        ("de", "Kundenkonto anlegen"),
        ("fr", "Créer un compte"),
        ("pl", "Załóż konto"),
    ],
)
def test_accounts_are_unticked_and_never_ticked(language, label):
    assert changes(box(label), language=language) == []
    assert changes(box(label, required=True), language=language) == []
    assert changes(box(label, checked=True), language=language) == [(label, "create_account")]


def test_whatever_is_required_and_is_neither_is_ticked():
    assert changes(box("I am over 18", required=True)) == [("I am over 18", "required")]
    assert changes(box("Gift wrapping")) == []


def test_the_same_address_is_said_to_be_the_same_where_it_is_asked_for_twice():
    fields = "".join(f"<p><label>{w} <input></label></p>" for w in ("Street", "City", "Postcode"))
    same = box("Billing address same as shipping address")
    assert changes(fields, same) == []
    assert [why for _, why in changes(fields, same, fields)] == ["same_address"]


def test_a_second_address_is_not_asked_for():
    assert [why for _, why in changes(box("Ship to a different address", checked=True))] == [
        "different_address"
    ]


def test_boxes_of_the_page_s_frame_are_left_alone():
    page = seen(f"<footer><form>{box('I agree to the terms and conditions')}</form></footer>")
    assert boxes_to_change(page, EN) == ()
