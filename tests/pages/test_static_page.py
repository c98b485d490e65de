"""Saved HTML as a snapshot: what is told of a page without a browser."""

from __future__ import annotations

import pytest
from small_pages import seen

from auditor.snapshot import Control, Snapshot


def only(page: Snapshot) -> Control:
    (control,) = page.controls
    return control


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("<button aria-label='View basket'>x</button>", "View basket"),
        ("<b id=b>View basket</b><button aria-labelledby=b>x</button>", "View basket"),
        ("<label for=f>Town</label><input id=f placeholder=x>", "Town"),
        ("<label>Town <input placeholder=x></label>", "Town"),
        ("<input type=image alt=Search value=x src=s.png>", "Search"),
        ("<input type=submit value=Search>", "Search"),
        ("<a href='/b'>Basket <b>3</b></a>", "Basket 3"),
        ("<a href='/b'><img alt=Basket></a>", "Basket"),
        ("<button title=Basket></button>", "Basket"),
        ("<input placeholder=Town>", "Town"),
        ("<button></button>", ""),
    ],
)
def test_a_control_is_named_by_the_first_thing_that_names_it(body, name):
    assert only(seen(body)).name == name


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("<a href='/'>x</a>", "link"),
        ("<a onclick='go()'>x</a>", "generic"),
        ("<a role=button>x</a>", "button"),
        ("<div role=button>x</div>", "button"),
        ("<div onclick='go()'>x</div>", "generic"),
        ("<input>", "textbox"),
        ("<input type=search>", "searchbox"),
        ("<input type=number>", "spinbutton"),
        ("<input type=checkbox>", "checkbox"),
        ("<select><option>x</select>", "combobox"),
        ("<textarea></textarea>", "textbox"),
        ("<details><summary>x</summary></details>", "button"),
        ("<div contenteditable>x</div>", "textbox"),
    ],
)
def test_a_control_has_the_role_a_customer_gives_it(body, role):
    assert only(seen(body)).role == role


@pytest.mark.parametrize(
    "body",
    [
        "<div hidden><button>x</button></div>",
        "<div style='display: none'><button>x</button></div>",
        "<div class='d-none'><button>x</button></div>",
        "<div class='collapse'><button>x</button></div>",
        "<dialog><button>x</button></dialog>",
    ],
)
def test_what_the_markup_hides_is_hidden(body):
    assert not only(seen(body)).visible
    assert seen(body).text == ""


def test_a_closed_fold_shows_its_head_only():
    page = seen("<details><summary>Returns</summary><p>Thirty days.</p></details>")
    assert [(b.text, b.visible) for b in page.blocks] == [("Returns", True), ("Thirty days.", False)]
    assert only(page).visible


@pytest.mark.parametrize(
    ("body", "submits"),
    [
        ("<form><button>x</button></form>", True),
        ("<form><button type=button>x</button></form>", False),
        ("<form><input type=submit></form>", True),
        ("<form><input type=image></form>", True),
        ("<form><input type=reset></form>", False),
        ("<button>x</button>", False),
    ],
)
def test_only_the_button_of_a_form_sends_it(body, submits):
    assert only(seen(body)).submits is submits


def test_a_button_may_belong_to_a_form_that_stands_elsewhere():
    page = seen("<form id=cart action='/cart'></form><button form=cart>Update</button>")
    assert only(page).submits
    assert page.forms[only(page).form].action == "https://shop.example/cart"


def test_a_link_in_a_label_keeps_its_own_words():
    page = seen("<label><input type=checkbox> I agree to the <a href='/terms'>terms</a></label>")
    assert [c.name for c in page.controls] == ["I agree to the terms", "terms"]


def test_addresses_are_whole_whatever_base_the_page_names():
    page = seen("<a href='b'>x</a>", head="<base href='https://cdn.example/a/'>")
    assert only(page).href == "https://cdn.example/a/b"


def test_rows_of_a_table_are_one_block_each_with_cells_apart():
    page = seen("<table><tr><th>Mon</th><td>9-17</td></tr><tr><th>Tue</th><td>9-18</td></tr></table>")
    assert [b.text for b in page.blocks] == ["Mon\t9-17", "Tue\t9-18"]


def test_headings_have_their_level_and_controls_the_heading_above():
    page = seen("<h1>Kitchen</h1><h3>Kettles</h3><button>Buy</button>")
    assert [(h.level, h.text) for h in page.headings] == [(1, "Kitchen"), (3, "Kettles")]
    assert only(page).section == "Kettles"


@pytest.mark.parametrize(
    ("body", "landmark"),
    [
        ("<header><button>x</button></header>", "header"),
        ("<main><button>x</button></main>", "main"),
        ("<div role=contentinfo><button>x</button></div>", "footer"),
        ("<main><article><header><button>x</button></header></article></main>", "main"),
        ("<footer><nav><button>x</button></nav></footer>", "footer"),
        ("<div><button>x</button></div>", ""),
    ],
)
def test_landmarks_are_those_of_the_page(body, landmark):
    assert only(seen(body)).landmark == landmark


def test_attribute_words_are_split_and_lowered():
    control = only(seen("<button id=addToCart-btn class='btn btn--buy' data-action=cart:add></button>"))
    assert control.tokens == "add to cart btn btn btn buy action cart add"


def test_scripts_styles_and_templates_are_not_read():
    page = seen("<style>p{}</style><script>alert('x')</script><template><p>x</p></template><p>Kettle</p>")
    assert page.text == "Kettle"


def test_a_document_of_frames_or_of_nothing_is_an_empty_page():
    assert seen("").controls == ()
    assert seen("<iframe src='/x'></iframe>").frames[0].src == "https://shop.example/x"
