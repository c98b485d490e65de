"""Which language a page speaks: its text before what it declares, and no guess from a few words."""

from __future__ import annotations

import pytest
from small_pages import seen

from auditor.lexicon import load_lexicon, resolve_language
from auditor.pages.language import page_language

TEXTS = {
    "de": "Wir liefern Kessel, Töpfe und Pfannen innerhalb von zwei Werktagen an Ihre Haustür. "
    "Die Rückgabe ist innerhalb von dreißig Tagen möglich, und unsere Beratung hilft gern bei jeder Frage.",
    "fr": "Nous livrons bouilloires, casseroles et poêles en deux jours ouvrables jusqu'à votre porte. "
    "Le retour est possible pendant trente jours et notre service répond volontiers à toutes vos questions.",
    "es": "Entregamos hervidores, ollas y sartenes en dos días laborables en la puerta de su casa. "
    "La devolución es posible durante treinta días y respondemos con gusto a todas sus preguntas.",
    "lt": "Pristatome virdulius, puodus ir keptuves per dvi darbo dienas tiesiai į namus. "
    "Prekes galite grąžinti per trisdešimt dienų, o mūsų darbuotojai mielai atsakys į jūsų klausimus.",
    "pl": "Dostarczamy czajniki, garnki i patelnie w ciągu dwóch dni roboczych prosto pod drzwi. "
    "Zwrot jest możliwy przez trzydzieści dni, a nasza obsługa chętnie odpowie na każde pytanie.",
    "en": "We deliver kettles, pots and pans within two working days to your door. "
    "You may send anything back within thirty days, and our staff are happy to help with every question.",
    "ru": "Мы доставляем чайники, кастрюли и сковороды за два рабочих дня прямо до двери. "
    "Вернуть товар можно в течение тридцати дней, а наши сотрудники с радостью ответят на любой вопрос.",
}
JAPANESE = "やかん、鍋、フライパンを二営業日以内にご自宅までお届けします。三十日以内に返品できます。" * 8


def page(text: str, lang: str = "", **known: str):
    return seen(f"<main>{f'<p>{text}</p>' * 4}</main>", lang=lang, **known)


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_enough_text_tells_the_language_by_itself(language):
    assert page_language(page(TEXTS[language])) == language


@pytest.mark.parametrize("language", sorted(set(TEXTS) - {"en"}))
def test_text_is_believed_before_a_wrong_declaration(language):
    assert page_language(page(TEXTS[language], lang="en")) == language


def test_a_short_page_is_believed_in_what_it_declares():
    assert page_language(seen("<p>Kasse</p>", lang="de-AT")) == "de"
    assert page_language(seen("<p>Kasse</p>", lang="de-AT"), "fr") == "de"


def test_a_short_page_that_declares_nothing_speaks_as_the_wave_says_or_not_at_all():
    assert page_language(seen("<p>Kasse</p>", lang=""), "de") == "de"
    assert page_language(seen("<p>Kasse</p>", lang="")) == ""


@pytest.mark.parametrize("declared", ["ja", "zh-Hans", "ar", "xx", "tlh"])
def test_a_declared_language_without_a_lexicon_is_not_read_with_wrong_words(declared):
    assert page_language(seen("<p>…</p>", lang=declared)) == ""
    assert page_language(seen("<p>…</p>", lang=declared), "de") == ""


def test_text_that_nobody_reads_is_not_taken_for_another_language():
    assert page_language(page(JAPANESE, lang="ja")) == ""
    assert page_language(page(JAPANESE)) == ""


def test_a_declared_language_without_a_lexicon_gives_way_to_text_that_is_read():
    assert page_language(page(TEXTS["de"], lang="xx")) == "de"


def test_og_locale_declares_where_html_does_not():
    head = "<meta property='og:locale' content='pl_PL'>"
    assert page_language(seen("<p>Kasa</p>", lang="", head=head)) == "pl"


def test_a_hreflang_that_names_this_address_declares_too():
    head = (
        "<link rel=alternate hreflang=x-default href='https://shop.example/'>"
        "<link rel=alternate hreflang=sv href='https://shop.example/'>"
        "<link rel=alternate hreflang=de href='https://shop.example/de'>"
    )
    assert page_language(seen("<p>Kassa</p>", lang="", head=head)) == "sv"


@pytest.mark.parametrize(
    ("tag", "language"),
    [("de-CH", "de"), ("sr-Latn-RS", "sr"), ("pt_BR", "pt"), ("EN", "en"), ("", ""), ("x", ""), ("-", "")],
)
def test_tags_are_resolved_to_lexicons(tag, language):
    assert resolve_language(tag) == language


def test_an_unknown_language_leaves_the_english_words():
    assert load_lexicon("xx").languages == ("en",)
    assert load_lexicon("de", "xx").languages == ("de", "en")
