"""The names of payment and delivery methods: every language has them, and they mean what they say."""

from __future__ import annotations

import pytest

from auditor.lexicon import ANY, FOLDER, fold, load_yaml
from auditor.reading.methods import FILE, SECTIONS, load_methods, method_languages

LANGUAGES = "cs da de el en es et fi fr hu id it lt lv nl pl pt ro ru sk sr sv tr uk".split()
EVERYWHERE = {
    "payment": {"card", "bank_transfer", "cash_on_delivery", "invoice"},
    "delivery": {"home", "express", "pickup_store", "pickup_point", "locker"},
    "delivery_cost": {"label", "free", "later", "estimate", "included"},
    "order_button": {"obliges", "vague"},
}
LAW = {
    "cs": "Objednávka zavazující k platbě",
    "da": "Ordre med betalingsforpligtelse",
    "de": "Zahlungspflichtig bestellen",
    "el": "Παραγγελία με υποχρέωση πληρωμής",
    "en": "Order with obligation to pay",
    "es": "Pedido con obligación de pago",
    "et": "Tellimus koos maksekohustusega",
    "fi": "Maksuvelvoitteen sisältävä tilaus",
    "fr": "Commande avec obligation de paiement",
    "hu": "Fizetési kötelezettséggel járó megrendelés",
    "it": "Ordine con obbligo di pagare",
    "lt": "Užsakymas su prievole sumokėti",
    "lv": "Pasūtījums ar pienākumu maksāt",
    "nl": "Bestelling met betalingsverplichting",
    "pl": "Zamówienie z obowiązkiem zapłaty",
    "pt": "Encomenda com obrigação de pagar",
    "ro": "Comandă cu obligație de plată",
    "sk": "Objednávka s povinnosťou platby",
    "sr": "Porudžbina sa obavezom plaćanja",
    "sv": "Beställning med betalningsskyldighet",
}


def data_of(language: str) -> dict[str, dict[str, list[str]]]:
    return {s: load_yaml(FOLDER / language / FILE)[s] for s in SECTIONS}


def test_every_language_names_its_methods() -> None:
    assert list(method_languages()) == LANGUAGES


@pytest.mark.parametrize("language", [*LANGUAGES, ANY])
def test_a_file_has_its_head_and_nothing_unknown(language: str) -> None:
    data = load_yaml(FOLDER / language / FILE)
    assert set(data) == {"language", "name", "reviewed", *SECTIONS}
    assert data["language"] == language
    assert data["reviewed"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_kind_is_left_without_words(language: str) -> None:
    for section, kinds in data_of(language).items():
        assert EVERYWHERE[section] <= set(kinds), section
        for kind, words in kinds.items():
            assert words, f"{section}.{kind}"


@pytest.mark.parametrize("language", [*LANGUAGES, ANY])
def test_words_are_words_and_stand_once(language: str) -> None:
    for section, kinds in data_of(language).items():
        for kind, words in kinds.items():
            assert all(isinstance(w, str) and fold(w) for w in words), f"{section}.{kind}"
            twice = sorted({w for w in words if words.count(w) > 1})
            assert not twice, f"{section}.{kind}: {twice}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_wording_of_a_button_is_both_plain_and_vague(language: str) -> None:
    button = data_of(language)["order_button"]
    both = {fold(w) for w in button["obliges"]} & {fold(w) for w in button["vague"]}
    assert not both


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_vague_wording_is_never_read_as_plain(language: str) -> None:
    methods = load_methods(language)
    wrong = [w for w in data_of(language)["order_button"]["vague"] if methods.obliges_to_pay(w)]
    assert not wrong


@pytest.mark.parametrize(("language", "words"), LAW.items(), ids=LAW)
def test_the_words_of_the_law_oblige(language: str, words: str) -> None:
    assert load_methods(language).obliges_to_pay(words) is True
    assert load_methods(language).obliges_to_pay(words.upper()) is True


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_name_is_read_as_its_own_kind(language: str) -> None:
    methods = load_methods(language)
    for kind, words in data_of(language)["payment"].items():
        missed = [w for w in words if kind not in methods.payment_kinds(w)]
        assert not missed, kind
    for kind, words in data_of(language)["delivery"].items():
        missed = [w for w in words if kind not in methods.delivery_kinds(w)]
        assert not missed, kind


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_fetched_is_no_delivery_to_the_door(language: str) -> None:
    methods = load_methods(language)
    for kind in ("pickup_store", "pickup_point", "locker", "express"):
        for words in data_of(language)["delivery"][kind]:
            assert methods.is_ordinary_delivery(words) is False, words
    plain = [w for w in data_of(language)["delivery"]["home"] if methods.is_ordinary_delivery(w) is not True]
    assert not plain


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Kreditkarte (Visa, Mastercard)", ("card",)),
        ("Klarna Rechnung", ("invoice", "klarna")),
        ("Barzahlung bei Abholung", ("pay_on_pickup",)),
        ("Wir liefern gern", ()),
    ],
)
def test_a_name_within_a_longer_name_is_not_counted_again(text: str, kinds: tuple[str, ...]) -> None:
    assert load_methods("de").payment_kinds(text) == kinds


def test_an_unknown_language_still_knows_brands_and_english() -> None:
    methods = load_methods("xx")
    assert methods.payment_kinds("PayPal") == ("paypal",)
    assert methods.obliges_to_pay("Buy now") is True
    assert methods.obliges_to_pay("Πάτα εδώ") is None
