"""What has to be chosen before a product can be bought, and what is no such choice."""

from __future__ import annotations

import pytest
from small_pages import lexicon, seen

from auditor.pages.options import open_questions, questions, variant_links

EN = lexicon("en")
BUY = "<button name=add>Add to cart</button>"


def product(inside: str, *, lang: str = "en"):
    return seen(
        f"<main><h1>Linen shirt</h1><form action='/cart/add' method=post>{inside}{BUY}</form></main>",
        lang=lang,
    )


SIZES = (
    "<label for=s>Size</label><select id=s name=size required><option value=''>Please choose</option>"
    "<option value=1>S</option><option value=2>M</option><option value=3 disabled>L</option>"
    "<option value=4>XL (sold out)</option></select>"
)


def test_a_list_of_sizes_is_open_until_something_is_chosen():
    (question,) = open_questions(product(SIZES), EN)
    assert question.label == "Size"
    assert question.control is not None
    chosen = SIZES.replace("<option value=2>", "<option value=2 selected>")
    assert open_questions(product(chosen), EN) == ()
    assert len(questions(product(chosen), EN)) == 1


def test_placeholders_and_what_is_sold_out_are_not_offered():
    (question,) = open_questions(product(SIZES), EN)
    assert [o.text for o in question.options] == ["S", "M"]


@pytest.mark.parametrize(
    "first",
    [
        "<option value=''>Please choose</option>",
        "<option>Choose an option</option>",
        "<option value=0>--- Please select ---</option>",
        "<option value=-1>…</option>",
        "<option>— Size —</option>",
    ],
)
def test_every_usual_placeholder_is_known(first):
    page = product(f"<label for=s>Size</label><select id=s>{first}<option value=7>S</option></select>")
    (question,) = questions(page, EN)
    assert [o.text for o in question.options] == ["S"]
    assert not question.answered


def test_radios_of_one_name_are_one_question_and_sold_out_ones_are_left_out():
    radios = "".join(
        f"<label><input type=radio name=size value={s} {'disabled' if s == 'L' else ''}>{s}</label>"
        for s in "SML"
    )
    (question,) = open_questions(product(f"<fieldset><legend>Size</legend>{radios}</fieldset>"), EN)
    assert question.label == "Size"
    assert [c.label for c in question.answers] == ["S", "M"]


def test_a_chosen_radio_answers_its_question():
    radios = "".join(
        f"<label><input type=radio name=size value={s} {'checked' if s == 'M' else ''}>{s}</label>"
        for s in "SML"
    )
    assert open_questions(product(f"<fieldset><legend>Size</legend>{radios}</fieldset>"), EN) == ()


def test_swatches_are_buttons_and_those_that_are_gone_are_left_out():
    swatches = (
        "<div role=group aria-label=Colour class=swatches><button type=button class=swatch>Sand</button>"
        "<button type=button class=swatch>Moss</button>"
        "<button type=button class='swatch sold-out'>Slate</button></div>"
    )
    (question,) = open_questions(product(swatches), EN)
    assert [c.text for c in question.answers] == ["Sand", "Moss"]


def test_sizes_are_known_by_their_look_in_any_language():
    sizes = "<div class=x>" + "".join(f"<button type=button>{n}</button>" for n in (36, 38, 40)) + "</div>"
    (question,) = open_questions(product(sizes, lang="fi"), lexicon("fi"))
    assert [c.text for c in question.answers] == ["36", "38", "40"]


@pytest.mark.parametrize(
    ("language", "label", "placeholder"),
    [
        ("de", "Größe", "Bitte wählen"),
        ("fr", "Taille", "Choisir une option"),
        ("es", "Talla", "Elige una opción"),
        ("pl", "Rozmiar", "Wybierz"),
        ("lt", "Dydis", "Pasirinkite"),
        ("cs", "Velikost", "Vyberte"),
        ("nl", "Maat", "Kies een optie"),
        ("ru", "Размер", "Выберите"),
    ],
)
def test_a_list_is_open_in_every_language(language, label, placeholder):
    page = product(
        f"<label for=s>{label}</label><select id=s><option value=''>{placeholder}</option>"
        "<option value=1>S</option><option value=2>M</option></select>",
        lang=language,
    )
    (question,) = open_questions(page, lexicon(language))
    assert [o.text for o in question.options] == ["S", "M"]


@pytest.mark.parametrize(
    "other",
    [
        "<label for=q>Quantity</label><select id=q name=qty><option>1</option><option>2</option></select>",
        "<select name=sort><option value=''>Sort by</option><option value=p>Price</option></select>",
        "<select name=currency><option>EUR</option><option>GBP</option></select>",
        "<select id=language-switch><option>English</option><option>Deutsch</option></select>",
        "<label for=c>Country</label><select id=c name=country><option>Spain</option></select>",
    ],
    ids=["quantity", "sorting", "currency", "language", "country"],
)
def test_lists_that_are_about_something_else_are_no_options(other):
    assert questions(product(other), EN) == ()


def test_stars_of_a_rating_are_no_options():
    stars = "".join(f"<label><input type=radio name=rating value={n}>{n} stars</label>" for n in range(1, 6))
    page = seen(
        f"<main><form action='/cart/add'>{BUY}</form><h2>Write a review</h2>"
        f"<form action='/reviews'><fieldset><legend>Rating</legend>{stars}</fieldset>"
        "<button>Send</button></form></main>"
    )
    assert questions(page, EN) == ()


def test_a_newsletter_form_asks_nothing_about_the_product():
    page = seen(
        f"<main><form action='/cart/add'>{BUY}</form><form action='/news'><select name=style>"
        "<option value=''>Please choose</option><option value=1>Her</option></select>"
        "<button>Subscribe</button></form></main>"
    )
    assert questions(page, EN) == ()


def test_variants_on_pages_of_their_own_are_links_under_a_word_for_options():
    links = "".join(f"<li class=v><a href='/p/9/{s}'>{s}</a></li>" for s in ("S", "M", "L"))
    page = seen(f"<main><h1>Linen shirt</h1><h3>Size</h3><ul>{links}</ul></main>")
    assert [c.text for c in variant_links(page, EN)] == ["S", "M", "L"]


def test_ordinary_links_are_no_variants():
    links = "".join(f"<li class=v><a href='/n/{n}'>Story {n}</a></li>" for n in range(4))
    assert variant_links(seen(f"<main><h1>Shirt</h1><h3>Stories</h3><ul>{links}</ul></main>"), EN) == ()
