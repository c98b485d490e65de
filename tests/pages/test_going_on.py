"""Which control takes a checkout to its next state?"""

from __future__ import annotations

import pytest
from small_pages import lexicon, picked, seen

from auditor.pages.going_on import choose_continue

EN = lexicon("en")
FIELDS = "".join(f"<label>{w} <input></label>" for w in ("Name", "Street", "City", "Postcode"))


def on(body: str, language: str = "en", filled: tuple[int, ...] = ()) -> str:
    page = seen(f"<main>{body}</main>", lang=language)
    return picked(choose_continue(page, lexicon(language), filled), page)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Continue to delivery"),
        ("de", "Weiter"),
        ("fr", "Continuer"),
        ("es", "Siguiente"),
        ("it", "Prosegui"),
        ("pl", "Dalej"),
        ("nl", "Doorgaan"),
        ("sv", "Fortsätt"),
        ("lt", "Toliau"),
        ("cs", "Pokračovat"),
        ("pt", "Continuar"),
        ("tr", "Devam et"),
        ("ru", "Далее"),
        ("hu", "Tovább"),
        ("fi", "Jatka"),
    ],
)
def test_the_way_on_is_found_in_the_shops_language(language, words):
    assert on(f"<form>{FIELDS}<button>{words}</button></form>", language) == words


def test_the_form_that_was_filled_in_comes_first():
    body = (
        f"<form action='/a'>{FIELDS}<button>Save</button></form>"
        f"<form action='/b'>{FIELDS}<button>Save address</button></form>"
    )
    assert on(body, filled=(0,)) == "Save"
    assert on(body, filled=(1,)) == "Save address"


@pytest.mark.parametrize(
    "side",
    [
        "<form><label>Coupon <input></label><button>Apply</button></form>",
        "<form><label>E-mail <input type=email></label><label>Password <input type=password></label>"
        "<button>Continue</button></form>",
        "<form><input name=q aria-label=Search><button>Go</button></form>",
    ],
    ids=["coupon", "login", "search"],
)
def test_a_code_a_login_or_a_search_leads_nowhere(side):
    assert on(f"{side}<form>{FIELDS}<button>Next step</button></form>", filled=(1,)) == "Next step"


@pytest.mark.parametrize(
    "words", ["Continue shopping", "Back to cart", "Continue with Google", "Keep shopping"]
)
def test_ways_back_and_out_are_no_way_on(words):
    assert on(f"<a href='/x'>{words}</a>") == ""


def test_the_checkouts_own_words_count_on_a_cart_like_state():
    assert on("<button>Update cart</button><button>Proceed to checkout</button>") == "Proceed to checkout"


def test_words_that_nobody_reads_are_found_by_being_the_only_button_of_the_form():
    body = f"<form>{FIELDS}<button>Qqq www</button></form>"
    assert on(body, filled=(0,)) == "Qqq www"
    assert on(body) == ""
    assert on(f"<form>{FIELDS}<button>Qqq</button><button>Www</button></form>", filled=(0,)) == ""


def test_what_stands_in_the_frame_of_the_page_leads_no_further():
    page = seen("<header><button>Continue</button></header><footer><button>Next</button></footer>")
    assert choose_continue(page, EN) is None
