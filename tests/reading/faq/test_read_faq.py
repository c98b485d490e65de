"""Questions, answers, categories and search of help pages, in several builds and languages."""

from __future__ import annotations

import json

import pytest

from auditor.lexicon import load_lexicon
from auditor.pages.static import snapshot_from_html
from auditor.reading.faq import FaqReading, read_faq, read_topics

QUESTIONS = ("How long does delivery take?", "How can I pay?", "How do I return an item?")


def _read(body: str, lang: str = "en", head: str = "") -> FaqReading:
    page = snapshot_from_html(
        f"<html lang={lang}><head>{head}</head><body><main>{body}</main></body></html>",
        "https://s.example/faq",
    )
    return read_faq(page, load_lexicon(lang))


def _each(template: str) -> str:
    return "".join(template.format(q=q) for q in QUESTIONS)


BUILDS = {
    "details": "<details><summary>{q}</summary><p>It is simple.</p></details>",
    "definition_list": "<dl><dt>{q}</dt><dd>It is simple.</dd></dl>",
    "headings": "<h3>{q}</h3><p>It is simple.</p>",
    "buttons": "<div><button aria-expanded=false>{q}</button><div hidden>It is simple.</div></div>",
    "button_in_heading": "<h3><button aria-expanded=false>{q}</button></h3><div hidden>It is simple.</div>",
    "paragraphs": "<p><b>{q}</b></p><p>It is simple.</p>",
}


@pytest.mark.parametrize("template", BUILDS.values(), ids=BUILDS.keys())
def test_questions_are_found_in_every_build(template: str) -> None:
    found = _read(_each(template))
    assert found.questions == QUESTIONS
    assert found.is_faq
    assert found.topics == ("delivery_time", "payment", "returns")


@pytest.mark.parametrize("build", ["details", "definition_list", "headings", "paragraphs"])
def test_answers_on_the_page_are_counted(build: str) -> None:
    assert _read(_each(BUILDS[build])).answered == 3


def test_questions_of_data_count_with_their_answers() -> None:
    entries = [{"@type": "Question", "name": q, "acceptedAnswer": {"text": "Simple."}} for q in QUESTIONS]
    data = json.dumps({"@type": "FAQPage", "mainEntity": entries})
    head = f"<script type='application/ld+json'>{data}</script>"
    found = _read("<p>Help</p>", head=head)
    assert found.questions == QUESTIONS
    assert found.answered == 3


def test_headings_over_questions_are_categories() -> None:
    body = (
        "<h1>FAQ</h1><h2>Delivery</h2>"
        + _each(BUILDS["details"])
        + "<h2>Payment</h2><details><summary>Can I pay by invoice?</summary>Yes.</details>"
    )
    assert _read(body).categories == ("Delivery", "Payment")


def test_a_help_centre_of_categories_is_a_faq() -> None:
    body = (
        "<h1>Help centre</h1><ul>"
        + "".join(
            f"<li><a href='/help/{n}'>{t}</a></li>"
            for n, t in enumerate(("Delivery", "Returns", "Payments", "Your account", "Gift cards"))
        )
        + "</ul>"
    )
    found = _read(body)
    assert found.is_faq
    assert "Returns" in found.categories


def test_a_page_of_prose_is_no_faq() -> None:
    found = _read(
        "<h1>About us</h1><p>Why tea? Because we like it. We have sold tea since 1990.</p><p>Come by.</p>"
    )
    assert not found.is_faq


def test_a_search_of_its_own_is_seen() -> None:
    found = _read(
        "<form action='/help/search'><input type=search placeholder='How can we help?'></form>"
        + _each(BUILDS["details"])
    )
    assert found.searchable.value is True


def test_the_product_search_is_not_the_faqs() -> None:
    found = _read(
        "<header><form action='/search'><input type=search placeholder='Search products'></form></header>"
        + _each(BUILDS["details"])
    )
    assert found.searchable.value is False


@pytest.mark.parametrize(
    ("language", "question", "topic"),
    [
        ("de", "Wie lange dauert die Lieferung?", "delivery_time"),
        ("de", "Wie kann ich meine Bestellung stornieren?", "change_order"),
        ("fr", "Où en est ma commande ?", "tracking"),
        ("es", "¿Cuánto cuesta el envío?", "delivery_cost"),
        ("it", "Quali metodi di pagamento accettate?", "payment"),
        ("nl", "Hoe kan ik mijn bestelling retourneren?", "returns"),
        ("pl", "Kiedy otrzymam zwrot pieniędzy?", "refund"),
        ("pl", "Jak zwrócić produkt?", "returns"),
        ("cs", "Jak mohu zaplatit?", "payment"),
        ("sk", "Kde je moja objednávka?", "tracking"),
        ("hu", "Mennyibe kerül a szállítás?", "delivery_cost"),
        ("ro", "Cât durează livrarea?", "delivery_time"),
        ("lt", "Kaip grąžinti prekę?", "returns"),
        ("lv", "Kā es varu samaksāt?", "payment"),
        ("et", "Kuidas kaupa tagastada?", "returns"),
        ("ru", "Сколько стоит доставка?", "delivery_cost"),
        ("uk", "Як повернути товар?", "returns"),
        ("sr", "Koji su načini plaćanja?", "payment"),
        ("id", "Bagaimana cara melacak pesanan?", "tracking"),
        ("tr", "Siparişim ne zaman gelir?", "delivery_time"),
        ("sv", "Hur betalar jag?", "payment"),
        ("da", "Hvornår får jeg pengene tilbage?", "refund"),
        ("fi", "Miten voin maksaa?", "payment"),
        ("el", "Πώς μπορώ να πληρώσω;", "payment"),
        ("pt", "Qual é o prazo de entrega?", "delivery_time"),
    ],
)
def test_a_question_is_about_its_topic(language: str, question: str, topic: str) -> None:
    assert topic in read_topics((question,), (language,))
