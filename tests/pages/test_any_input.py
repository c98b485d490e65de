"""Whatever a shop sends, the choosers answer, and in bounded time."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from small_pages import HOME, lexicon

from auditor.pages.cart import cart_count, choose_remove, is_cart, totals
from auditor.pages.choices import boxes_to_change, radio_groups
from auditor.pages.fields import read_fields
from auditor.pages.going_on import choose_continue
from auditor.pages.language import page_language
from auditor.pages.options import questions, variant_links
from auditor.pages.orders import Progress, choose_order_control, looks_final, may_order
from auditor.pages.overlays import find_overlays
from auditor.pages.products import is_product_page, product_cards, product_title
from auditor.pages.ranking import load_weights, rank
from auditor.pages.results import read_results
from auditor.pages.states import account_wall, error_texts, signature, steps_left, wall_code
from auditor.pages.static import MAX_BLOCKS, MAX_CONTROLS, snapshot_from_html
from auditor.snapshot import Snapshot, dump_snapshot, load_snapshot

EN = lexicon("en")
TOLD = Progress(in_checkout=True, typed=("Anna", "Hamburg", "22765"), kinds=frozenset({"city", "street"}))

UNHURRIED = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def ask_everything(page: Snapshot) -> None:
    """Every question that a walk may ask of a page."""
    for intent in load_weights():
        if intent != "default":
            rank(page, intent, EN)
    for control in page.controls[:50]:
        may_order(control, page, EN, TOLD)
        may_order(control, page, EN, Progress())
    product_cards(page, EN)
    product_title(page)
    is_product_page(page, EN, "Kettle")
    questions(page, EN)
    variant_links(page, EN)
    read_results(page, EN, "kettle")
    is_cart(page, EN, "Kettle")
    cart_count(page, EN)
    choose_remove(page, EN, "Kettle")
    totals(page, EN)
    read_fields(page, EN)
    radio_groups(page, EN)
    boxes_to_change(page, EN)
    choose_continue(page, EN, {0})
    choose_order_control(page, EN)
    looks_final(page, EN, TOLD)
    account_wall(page, EN)
    error_texts(page, EN)
    wall_code(page, EN)
    steps_left(page, EN)
    signature(page, EN)
    find_overlays(page, EN)
    page_language(page)


# --- documents of any kind ---

WORDS = st.sampled_from(
    "Add to cart|Checkout|Place order|PayPal|Size|Total £9.00|Search|×|2 of 4|Ž|ß|\u202e|\x00|²|".split("|")
)
TAGS = st.sampled_from(
    "div p a button input select option form label h1 table tr td li ul nav header footer main iframe script "
    "details summary dialog textarea span svg template fieldset legend base link meta".split()
)
NAMES = st.sampled_from(
    "id class name type href value role aria-label aria-labelledby placeholder for style hidden disabled "
    "checked selected required maxlength minlength autocomplete action method src content property itemprop "
    "itemscope itemtype data-x lang onclick title alt pattern hreflang rel open contenteditable "
    "aria-expanded".split()
)
VALUES = st.one_of(
    WORDS,
    st.sampled_from(
        "submit|radio|checkbox|search|email|http://[|//|https://shop.example:99999/|javascript:x|#|?|²|１２|-1|9999999|"
        "button|link|textbox|']|\"]|{x}|[@id]|a b|application/ld+json|https://schema.org/Product|name|display:none".split(
            "|"
        )
    ),
    st.text(max_size=12),
)


@st.composite
def elements(draw: st.DrawFn, depth: int = 4) -> str:
    """An element with odd attributes and odd insides, closed or not."""
    tag = draw(TAGS)
    attributes = " ".join(
        f"{name}='{value}'" for name, value in draw(st.lists(st.tuples(NAMES, VALUES), max_size=4))
    )
    inside = draw(WORDS)
    if depth:
        inside += "".join(draw(st.lists(elements(depth - 1), max_size=3)))
    return f"<{tag} {attributes}>{inside}" + draw(st.sampled_from([f"</{tag}>", "", "</div>", "<!--"]))


@UNHURRIED
@given(st.lists(elements(), max_size=5).map("".join))
@example("<a href='http://[x'>x</a><form action='http://[x'><button>Buy</button></form>")
@example("<label for='a]'>x</label><input id='a]' aria-labelledby=\"a] b' c\">")
@example("<select></select><option>x</option><input type=radio><table><td>1</table>")
def test_no_markup_makes_a_chooser_raise(html):
    ask_everything(snapshot_from_html(html, HOME))


@UNHURRIED
@given(st.one_of(st.text(max_size=300), st.binary(max_size=300)))
@example("")
@example(b"\xff\xfe\x00")
@example("<!-- only a comment")
@example("<?xml version='1.0' encoding='utf-16'?><a/>")
@example("\ud800")
def test_no_text_and_no_bytes_make_a_snapshot_raise(document):
    page = snapshot_from_html(document, HOME)
    assert load_snapshot(dump_snapshot(page)) == page


@pytest.mark.parametrize(
    "html",
    [
        "<base href='http://[x'><a href='/p'>x</a>",
        "<input maxlength='²'>",
        "<a href='http://[x'>x</a>",
        "<form action='http://[x'><button>x</button></form>",
        "<iframe src='http://[x'></iframe>",
        "<link rel=alternate hreflang=de href='http://[x'>",
        "<div itemscope itemtype=x><a itemprop=url href='http://[x'>x</a></div>",
        '<input aria-labelledby="\' ] x">',
        "<frameset><frame src=a></frameset>",
    ],
)
def test_broken_addresses_and_numbers_are_no_reason_to_raise(html):
    assert snapshot_from_html(html, HOME).url == HOME


@pytest.mark.parametrize("url", ["", "about:blank", "https://shop.example", "not one", "data:text/html,x"])
def test_any_address_will_do_for_a_page(url):
    ask_everything(snapshot_from_html("<a href='x'>View cart</a><button>Checkout</button>", url))


# --- documents of any size ---


def seconds_of(html: str) -> tuple[float, Snapshot]:
    started = time.process_time()
    page = snapshot_from_html(html, HOME)
    return time.process_time() - started, page


BIG = {
    "deep": "<div>" * 100_000 + "x",
    "deep controls": "<div><button>x</button>" * 20_000,
    "deep lists in links": "<ul><li><a href=x>" * 5_000,
    "many buttons": "<button class='add-to-cart'>Add to cart</button>" * 40_000,
    "many links in one row": "<p>" + "<a href='/p'>Kettle £9</a> " * 60_000,
    "many paragraphs": "<p>Kettles, pots and pans for every kitchen.</p>" * 45_000,
    "one long text": "kettle " * 290_000,
    "one long attribute": f"<a class='{'x-' * 1_000_000}' href='/p'>x</a>",
    "many fields": "<label>City <input name=c></label>" * 50_000,
    "one large list": "<select>" + "<option value=1>One</option>" * 70_000 + "</select>",
    "many forms": "<form><input><button>Go</button></form>" * 40_000,
    "many tables": "<table><tr><td>" * 20_000,
    "many labels by name": "".join(f"<label for=i{n}>x</label><input id=i{n}>" for n in range(40_000)),
}


@pytest.mark.parametrize("kind", BIG)
def test_two_megabytes_are_read_in_bounded_time(kind):
    assert len(BIG[kind]) < 2_500_000
    seconds, page = seconds_of(BIG[kind][:2_000_000])
    assert seconds < 12
    assert len(page.controls) <= MAX_CONTROLS
    assert len(page.blocks) <= MAX_BLOCKS


def test_names_that_nobody_bears_are_not_looked_for_again_and_again():
    seconds, page = seconds_of(f"<a href=/ aria-labelledby='{'zz ' * 250}'>x</a>" * 120)
    assert len(page.controls) == 120
    assert seconds < 0.5


def test_a_page_that_was_cut_says_so():
    assert snapshot_from_html("<button>x</button>" * (MAX_CONTROLS + 1), HOME).truncated
    assert snapshot_from_html("<div>" * 300 + "x", HOME).truncated
    assert not snapshot_from_html("<p>Kettle</p>", HOME).truncated
