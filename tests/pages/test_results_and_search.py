"""The search box among other fields, and what a search led to."""

from __future__ import annotations

import pytest
from small_pages import lexicon, picked, seen

from auditor.pages.results import choose_search_box, read_results

EN = lexicon("en")


@pytest.mark.parametrize(
    ("body", "chosen"),
    [
        ("<header><input type=search placeholder='Search our store'></header>", "Search our store"),
        ("<header><form action='/search'><input name=q aria-label=Search></form></header>", "Search"),
        ("<header><input name=q></header>", "q"),
        ("<form role=search><input type=text id=field aria-label='What are you looking for?'></form>", None),
    ],
    ids=["search type", "form", "name alone", "role"],
)
def test_the_search_box_is_found_however_it_is_built(body, chosen):
    page = seen(body)
    choice = choose_search_box(page, EN)
    assert choice is not None
    assert chosen is None or picked(choice, page) == chosen


@pytest.mark.parametrize(
    "field",
    [
        "<footer><form action='/newsletter'><input type=email placeholder='Your email'></form></footer>",
        "<footer><input name=q placeholder='E-mail address'></footer>",
        "<form><label>User name <input name=user></label><input type=password></form>",
        "<select name=q><option>Search in all departments</option></select>",
        "<input name=q type=number>",
        "<input name=postcode placeholder='Search for a postcode'>",
    ],
    ids=["newsletter", "newsletter named q", "login", "list", "number", "postcode"],
)
def test_other_fields_are_no_search_box(field):
    assert choose_search_box(seen(field), EN) is None


def test_the_box_in_the_head_comes_before_the_one_in_the_foot():
    page = seen("<header><input type=search name=q></header><footer><input type=search name=q></footer>")
    choice = choose_search_box(page, EN)
    assert choice is not None
    assert choice.best.i == 0


def test_a_field_of_type_search_needs_no_words():
    assert choose_search_box(seen("<header><input type=search></header>"), EN) is not None


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "Wonach suchst du?"),
        ("fr", "Rechercher"),
        ("es", "Buscar"),
        ("pl", "Szukaj"),
        ("lt", "Paieška"),
        ("tr", "Ara"),
        ("ru", "Поиск"),
        ("sv", "Sök"),
        ("it", "Cerca"),
        ("nl", "Zoeken"),
    ],
)
def test_the_search_box_is_found_by_its_words_in_the_shops_language(language, words):
    page = seen(f"<header><input class=x1 placeholder='{words}'></header>", lang=language)
    assert choose_search_box(page, lexicon(language)) is not None


FOUND = (
    "<main><h1>Search results for “kettle”</h1><ul>"
    + "".join(
        f"<li class=c><a href='/p/{n}'>{name}</a> £{n}9.00</li>"
        for n, name in enumerate(("Copper kettle", "Enamel kettle", "Teapot"))
    )
    + "</ul></main>"
)


def test_results_are_the_cards_and_the_query_is_echoed():
    results = read_results(seen(FOUND, url="https://shop.example/search?q=kettle"), EN, "kettle")
    assert [c.title for c in results.cards] == ["Copper kettle", "Enamel kettle", "Teapot"]
    assert [c.text for c in results.hits] == ["Copper kettle", "Enamel kettle"]
    assert results.echoes_query
    assert not results.says_none


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "No products were found"),
        ("de", "Leider keine Treffer"),
        ("fr", "Aucun résultat"),
        ("es", "No se encontraron resultados"),
        ("lt", "Nieko nerasta"),
        ("pl", "Brak wyników"),
        ("it", "Nessun risultato"),
    ],
)
def test_a_page_that_found_nothing_says_so(language, words):
    page = seen(f"<main><h1>xyzzy</h1><p>{words}</p></main>", lang=language)
    results = read_results(page, lexicon(language), "xyzzy")
    assert results.says_none
    assert results.echoes_query
    assert results.cards == ()


def test_a_page_that_knows_nothing_of_the_query_does_not_echo_it():
    page = seen("<main><h1>Welcome</h1><p>Pots and pans.</p></main>")
    assert not read_results(page, EN, "kettle").echoes_query


def test_the_query_in_the_box_or_the_address_is_an_echo_too():
    boxed = seen("<header><input type=search value='copper kettle'></header><main><p>2 items</p></main>")
    assert read_results(boxed, EN, "Copper kettle").echoes_query
    plain = seen("<main><p>2 items</p></main>", url="https://shop.example/s/copper+kettle")
    assert read_results(plain, EN, "copper kettle").echoes_query


def test_menus_hold_no_hits():
    page = seen("<nav><a href='/k'>Kettle</a></nav><main><p>Nothing.</p></main>")
    assert read_results(page, EN, "kettle").hits == ()
