"""What each field of a checkout asks for, in many languages and by every sign there is."""

from __future__ import annotations

import pytest
from small_pages import lexicon, seen

from auditor.pages.fields import read_fields

EN = lexicon("en")


def kinds(body: str, language: str = "en") -> list[str]:
    page = seen(f"<main><form>{body}</form></main>", lang=language)
    return [f.kind for f in read_fields(page, lexicon(language))]


def labelled(*labels: str) -> str:
    return "".join(f"<p><label>{label} <input name=f{n}></label></p>" for n, label in enumerate(labels))


@pytest.mark.parametrize(
    ("token", "kind"),
    [
        ("email", "email"),
        ("name", "full_name"),
        ("given-name", "first_name"),
        ("family-name", "last_name"),
        ("shipping given-name", "first_name"),
        ("section-a billing postal-code", "postcode"),
        ("address-level1", "region"),
        ("address-level2", "city"),
        ("tel-national", "phone"),
        ("country-name", "country"),
        ("organization", "company"),
        ("bday", "birthday"),
        ("cc-number", "card"),
        ("cc-csc", "card"),
        ("new-password", "password"),
        ("honorific-prefix", "salutation"),
    ],
)
def test_the_autocomplete_attribute_is_believed_before_the_words(token, kind):
    assert kinds(f"<label>Anything <input autocomplete='{token}'></label>") == [kind]


def test_a_field_of_type_email_or_password_is_one():
    assert kinds("<input type=email><input type=tel><input type=password>") == ["email", "phone", "password"]


ADDRESS = ("first_name", "last_name", "street", "postcode", "city", "phone", "email")

LABELS = {
    "en": ("First name", "Last name", "Street address", "Postcode", "City", "Phone", "E-mail"),
    "de": ("Vorname", "Nachname", "Straße", "PLZ", "Ort", "Telefon", "E-Mail-Adresse"),
    "fr": ("Prénom", "Nom", "Adresse", "Code postal", "Ville", "Téléphone", "Adresse e-mail"),
    "es": ("Nombre", "Apellidos", "Dirección", "Código postal", "Ciudad", "Teléfono", "Correo electrónico"),
    "it": ("Nome", "Cognome", "Indirizzo", "CAP", "Città", "Telefono", "E-mail"),
    "pl": ("Imię", "Nazwisko", "Ulica", "Kod pocztowy", "Miasto", "Telefon", "Adres e-mail"),
    "nl": ("Voornaam", "Achternaam", "Straat", "Postcode", "Plaats", "Telefoonnummer", "E-mailadres"),
    "sv": ("Förnamn", "Efternamn", "Gatuadress", "Postnummer", "Ort", "Telefon", "E-post"),
    "lt": ("Vardas", "Pavardė", "Gatvė", "Pašto kodas", "Miestas", "Telefonas", "El. paštas"),
    "cs": ("Jméno", "Příjmení", "Ulice", "PSČ", "Město", "Telefon", "E-mail"),
    "pt": ("Nome", "Apelido", "Morada", "Código postal", "Cidade", "Telefone", "E-mail"),
    "fi": ("Etunimi", "Sukunimi", "Katuosoite", "Postinumero", "Kaupunki", "Puhelin", "Sähköposti"),
    "da": ("Fornavn", "Efternavn", "Adresse", "Postnummer", "By", "Telefon", "E-mail"),
    "tr": ("Ad", "Soyad", "Adres", "Posta kodu", "Şehir", "Telefon", "E-posta"),
    "ru": ("Имя", "Фамилия", "Улица", "Почтовый индекс", "Город", "Телефон", "Электронная почта"),
    "ro": ("Prenume", "Nume", "Strada", "Cod poștal", "Oraș", "Telefon", "E-mail"),
    "hu": ("Keresztnév", "Vezetéknév", "Utca", "Irányítószám", "Város", "Telefonszám", "E-mail cím"),
}


@pytest.mark.parametrize("language", sorted(LABELS))
def test_an_address_is_read_by_its_labels_alone(language):
    assert kinds(labelled(*LABELS[language]), language) == list(ADDRESS)


@pytest.mark.parametrize("language", sorted(LABELS))
def test_stars_and_remarks_change_nothing(language):
    starred = [f"{label} *" for label in LABELS[language]]
    assert kinds(labelled(*starred), language) == list(ADDRESS)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("firstname", "first_name"),
        ("billing[last_name]", "last_name"),
        ("address1", "street"),
        ("shippingAddress.postalCode", "postcode"),
        ("plz", "postcode"),
        ("hausnummer", "house_number"),
        ("addressLine2", "address2"),
        ("phone_number", "phone"),
        ("cardnumber", "card"),
        ("couponCode", "coupon"),
        ("qty", "quantity"),
    ],
)
def test_a_field_without_words_is_read_by_its_name(name, kind):
    assert kinds(f"<input name='{name}'>") == [kind]


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Email address", "email"),
        ("Address line 2 (optional)", "address2"),
        ("Discount code", "coupon"),
        ("Name on card", "card"),
        ("Card number", "card"),
        ("Company name", "company"),
        ("Full name", "full_name"),
        ("Confirm e-mail", "email_confirm"),
        ("Order notes", "comment"),
        ("VAT number", "vat"),
        ("Date of birth", "birthday"),
        ("Favourite colour", "unknown"),
    ],
)
def test_words_that_share_a_part_are_told_apart(label, kind):
    assert kinds(labelled(label)) == [kind]


def test_lines_of_one_address_are_its_street_and_its_further_lines():
    assert kinds(labelled("Address", "Address", "Town", "Postcode")) == [
        "street",
        "address2",
        "city",
        "postcode",
    ]


def test_a_second_address_has_a_street_of_its_own():
    one = ("Street", "Town", "Postcode")
    assert kinds(labelled(*one, *one)) == ["street", "city", "postcode"] * 2


def test_an_address_without_a_street_has_its_first_line_for_one():
    found = kinds(labelled("Apartment, suite, etc.", "Town", "Postcode"))
    assert found == ["street", "city", "postcode"]


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("de", ("Straße", "Hausnummer")),
        ("nl", ("Straat", "Huisnummer")),
        ("pl", ("Ulica", "Numer domu")),
        ("it", ("Via", "Numero civico")),
    ],
)
def test_street_and_house_number_are_told_apart(language, labels):
    assert kinds(labelled(*labels), language) == ["street", "house_number"]


def test_a_house_number_that_calls_itself_an_address_line_is_still_one():
    body = (
        "<label>Straße <input autocomplete=address-line1></label>"
        "<label>Hausnummer <input autocomplete=address-line1></label>"
    )
    assert kinds(body, "de") == ["street", "house_number"]


def test_choices_buttons_and_hidden_fields_are_no_fields():
    body = (
        "<input type=radio name=a><input type=checkbox name=b><input type=hidden name=c><button>Go</button>"
    )
    assert kinds(body) == []


def test_what_is_folded_away_is_not_asked():
    assert kinds("<div hidden><label>City <input></label></div><label>Town <input></label>") == ["city"]


@pytest.mark.parametrize(
    ("body", "required"),
    [
        ("<label>City <input required></label>", True),
        ("<label>City * <input></label>", True),
        ("<label>City <input aria-required=true></label>", True),
        ("<label>City <input class=required></label>", True),
        ("<label>City <input></label>", False),
        ("<label>Company (optional) <input class=required></label>", False),
    ],
)
def test_required_is_what_the_page_says_it_is(body, required):
    (field,) = read_fields(seen(f"<main><form>{body}</form></main>"), EN)
    assert field.required is required


def test_the_label_beside_a_field_in_a_table_is_its_label():
    body = "<table><tr><td>Last name:</td><td><input name=x1></td></tr></table>"
    assert kinds(body) == ["last_name"]


def test_every_field_says_what_told():
    page = seen(
        "<p><input autocomplete=email></p><p><label>City <input></label></p><h2>Who</h2>"
        "<p><input name=fname></p>"
    )
    assert [f.because for f in read_fields(page, EN)] == ["autocomplete email", "words", "name"]


@pytest.mark.parametrize(
    "body",
    [
        "<label>City <input name=x1></label><input name=plz>",
        "<p><label>City <input name=x1></label></p><p><input name=plz></p>",
        "<p><label>City <input name=x1></label></p><p><input placeholder=Postcode></p>",
    ],
    ids=["beside it", "in the row before", "with words of its own"],
)
def test_the_label_of_one_field_does_not_name_the_next(body):
    assert kinds(body) == ["city", "postcode"]
