"""What a checkout screen offers to choose from, and what the choice is about."""

from __future__ import annotations

import pytest

from auditor.counting_choices import choice_sets, offers_about
from auditor.lexicon import load_lexicon
from auditor.pages.static import snapshot_from_html
from auditor.snapshot import Snapshot


def page(html: str) -> Snapshot:
    return snapshot_from_html(f"<body><main>{html}</main>", "https://shop.example/")


def names(html: str, topic: str, language: str = "en") -> list[str]:
    return [o.words for o in offers_about(page(html), topic, load_lexicon(language))]


def test_radios_under_a_question() -> None:
    html = """<fieldset><legend>Payment method</legend>
      <label><input type=radio name=p> PayPal</label>
      <label><input type=radio name=p> Vipps</label></fieldset>"""
    assert names(html, "payment") == ["PayPal", "Vipps"]
    assert names(html, "delivery") == []


def test_names_tell_where_no_question_is_asked() -> None:
    html = """<label><input type=radio name=a> Vorkasse</label>
      <label><input type=radio name=a> Nachnahme</label>"""
    assert names(html, "payment", "de") == ["Vorkasse", "Nachnahme"]


def test_cash_on_delivery_is_a_way_to_pay() -> None:
    html = """<label><input type=radio name=a> Cash on delivery</label>
      <label><input type=radio name=a> Card</label>"""
    assert names(html, "payment") == ["Cash on delivery", "Card"]


def test_a_list_is_a_set_of_choices() -> None:
    html = """<label>Shipping method <select name=shipping-method><option value=''>Please choose
      <option value=1>Standard (4.90)<option value=2>Express (9.90)</select></label>"""
    assert names(html, "delivery") == ["Standard (4.90)", "Express (9.90)"]


def test_rows_with_a_button_each_are_a_set_of_choices() -> None:
    html = """<h1>Shipping method</h1>
      <form class=row><h4>Standard shipping</h4> <p>€4.90</p> <button>Select option</button></form>
      <form class=row><h4>Express shipping</h4> <p>€9.90</p> <button>Select option</button></form>"""
    assert names(html, "delivery") == ["Standard shipping €4.90", "Express shipping €9.90"]


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(
            """<fieldset><legend>Billing address</legend>
            <label><input type=radio name=b> Same as shipping address</label>
            <label><input type=radio name=b> Use a different billing address</label></fieldset>""",
            id="billing address",
        ),
        pytest.param(
            "<label>Country <select name=country><option>France<option>Spain</select></label>", id="country"
        ),
        pytest.param(
            "<label><input type=radio name=g> Mr</label><label><input type=radio name=g> Mrs</label>",
            id="title",
        ),
    ],
)
def test_other_questions_are_about_neither(html: str) -> None:
    assert {s.topic for s in choice_sets(page(html), load_lexicon("en"))} <= {""}


def test_the_line_of_an_offer_holds_its_price_and_nobody_elses() -> None:
    html = """<fieldset><legend>Versandart</legend><ul>
      <li><label><input type=radio name=v> DHL Paket</label> <span>4,90 €</span></li>
      <li><label><input type=radio name=v> Abholung im Laden</label> <span>0,00 €</span></li></ul>
      </fieldset>"""
    offers = offers_about(page(html), "delivery", load_lexicon("de"))
    assert [o.line for o in offers] == ["DHL Paket 4,90 €", "Abholung im Laden 0,00 €"]
