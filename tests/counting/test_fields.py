"""Which fields of a screen count."""

from __future__ import annotations

import pytest

from auditor.counting_fields import FormField, distinct, form_fields
from auditor.lexicon import load_lexicon
from auditor.pages.static import snapshot_from_html


def fields(html: str, language: str = "en") -> tuple[FormField, ...]:
    return form_fields(
        snapshot_from_html(f"<body><main>{html}</main>", "https://shop.example/"), load_lexicon(language)
    )


@pytest.mark.parametrize(
    ("html", "count"),
    [
        pytest.param("<input name=city>", 1, id="text"),
        pytest.param("<textarea name=note></textarea>", 1, id="text area"),
        pytest.param("<select name=country><option>A<option>B</select>", 1, id="list"),
        pytest.param("<input type=checkbox name=terms>", 1, id="checkbox"),
        pytest.param("<input type=radio name=pay><input type=radio name=pay>", 1, id="group of radios"),
        pytest.param("<input type=hidden name=token>", 0, id="hidden"),
        pytest.param("<div hidden><input name=city></div>", 0, id="not shown"),
        pytest.param("<label>Voucher code <input name=coupon></label>", 0, id="coupon"),
        pytest.param("<input type=search name=q>", 0, id="search"),
        pytest.param("<label>Quantity <input type=number name=qty></label>", 0, id="quantity"),
        pytest.param("<button>Continue</button>", 0, id="button"),
        pytest.param("</main><footer><input type=email name=e></footer>", 0, id="newsletter in the foot"),
        pytest.param(
            "<form class=newsletter><input type=email name=e><button>Subscribe</button></form>",
            0,
            id="newsletter in the page",
        ),
    ],
)
def test_one_field_counts_or_not(html: str, count: int) -> None:
    assert len(fields(html)) == count


def test_two_groups_of_radios_are_two_though_nothing_separates_them() -> None:
    html = """<form>
      <label><input type=radio name=shipping_method> Standard delivery</label>
      <label><input type=radio name=shipping_method> Express delivery</label>
      <label><input type=radio name=payment_method> Cash on delivery</label>
      <label><input type=radio name=payment_method> Bank transfer</label></form>"""
    assert [f.kind for f in fields(html)] == ["radios", "radios"]


def test_choices_about_the_address_and_about_paying_are_two_groups() -> None:
    html = """<form><label><input type=radio class="border flex"> Same as shipping address</label>
      <label><input type=radio class="border flex"> Use a different billing address</label>
      <label><input type=radio class="border flex"> Cash on delivery</label></form>"""
    assert [f.kind for f in fields(html)] == ["radios", "radios"]


def test_the_login_beside_the_guests_way_does_not_count() -> None:
    html = """<h2>Returning customer</h2><form><label>E-mail <input type=email name=login></label>
      <label>Password <input type=password name=pw></label><label><input type=checkbox> Remember me</label>
      <button>Log in</button></form>
      <h2>Checkout as guest</h2><form><label>E-mail* <input type=email name=guest></label>
      <button>Continue as guest</button></form>"""
    assert [f.words for f in fields(html)] == ["E-mail*"]


def test_a_gate_with_radios_counts_the_guests_fields_only() -> None:
    html = """<form><label>My e-mail <input type=email name=email></label>
      <label><input type=radio name=options checked> Checkout as a guest</label>
      <label><input type=radio name=options> I am a returning customer</label>
      <label><input type=radio name=options> I am a new customer and want to create an account</label>
      <label>Returning customer, my password is <input type=password name=pw></label></form>"""
    assert [f.kind for f in fields(html)] == ["text", "radios"]


def test_a_password_that_a_checkout_asks_for_counts() -> None:
    names = ("first_name", "last_name", "street", "city")
    inputs = "".join(f"<input name={n}>" for n in names)
    assert len(fields(f"<form>{inputs}<label>Choose a password <input type=password></label></form>")) == 5


def test_a_star_makes_a_field_required_and_the_word_optional_does_not() -> None:
    html = """<label>Vorname* <input name=a></label><label>Firma (optional) <input name=b></label>
      <label>Nachname <input name=c required></label>"""
    assert [f.required for f in fields(html, "de")] == [True, False, True]


def test_a_word_beside_or_under_the_label_makes_a_field_required() -> None:
    beside = (
        "<label>Vardas (privaloma) <input name=v></label><label>Pastaba (nebūtina) <input name=p></label>"
    )
    assert [f.required for f in fields(beside, "lt")] == [True, False]
    under = """<div><label for=a>First name</label><input id=a name=a><p class=help>required</p></div>
      <div><label for=b>Region</label><input id=b name=b></div>"""
    assert [f.required for f in fields(under)] == [True, False]


def test_a_field_that_stays_on_the_page_is_counted_once() -> None:
    first = fields("<input name=email placeholder=E-mail>")
    second = fields("<input name=email placeholder=E-mail><input name=city placeholder=City>")
    assert len(distinct([first, second])) == 2


def test_two_fields_that_look_alike_on_one_screen_are_two() -> None:
    twice = fields("<input placeholder=Name><input placeholder=Name>")
    assert len(distinct([twice, twice])) == 2


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("lt", "Vardas (privaloma)"),
        ("de", "Vorname (Pflichtfeld)"),
        ("fr", "Prénom (obligatoire)"),
        ("pl", "Imię (wymagane)"),
        ("en", "First name (required)"),
    ],
)
def test_a_field_is_required_when_its_label_says_so(language: str, label: str) -> None:
    marked = f"<label>{label} <input name=f></label><input name=g aria-label='{label}'>"
    assert [f.required for f in fields(marked, language)] == [True, True]


def test_a_note_on_how_required_fields_are_marked_makes_none_of_them_required() -> None:
    note = "<p>Required fields are marked</p><label>Company <input name=c></label>"
    assert [f.required for f in fields(note)] == [False]


def test_the_question_of_a_set_of_choices_may_say_that_one_is_required() -> None:
    html = "<fieldset><legend>Title (required)</legend><label><input type=radio name=t> Mr</label></fieldset>"
    assert [f.required for f in fields(html)] == [True]
