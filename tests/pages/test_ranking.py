"""One ranking engine: words before names, reasons for everything, and words that rule a control out."""

from __future__ import annotations

import pytest
from small_pages import box, control, lexicon, picked, screen, seen

from auditor.models import Reason
from auditor.pages.ranking import RUNNERS_UP, choose, load_weights, rank

EN = lexicon("en")
BUY_FORM = "<form action='/cart/add' method=post>{}</form>"


def test_a_choice_says_why_and_its_points_are_the_sum_of_its_reasons():
    page = seen(BUY_FORM.format("<button class='add-to-cart'>Add to cart</button>"))
    choice = choose(page, "add_to_cart", EN)
    assert choice is not None
    features = {r.feature for r in choice.best.reasons}
    assert {"words", "tokens", "submits", "action"} <= features
    assert choice.best.score == pytest.approx(sum(r.points for r in choice.best.reasons))
    assert choice.best.words == "Add to cart"


def test_runners_up_come_in_order_and_are_few():
    page = seen("".join(f"<button id=b{n}>Add to cart</button>" for n in range(9)))
    choice = choose(page, "add_to_cart", EN)
    assert choice is not None
    assert choice.best.i == 0
    assert [c.i for c in choice.runners_up] == list(range(1, 1 + RUNNERS_UP))


def test_equal_controls_are_taken_in_reading_order():
    page = seen("<button>Checkout</button><button>Checkout</button>")
    assert [c.i for c in rank(page, "checkout", EN)] == [0, 1]


def test_below_the_threshold_nothing_is_chosen():
    page = seen("<button>Read about us</button>")
    assert choose(page, "add_to_cart", EN) is None


def test_the_same_words_count_more_when_they_are_all_that_stands_there():
    page = seen("<button>Checkout and then a long story about it</button><button>Checkout</button>")
    ranked = rank(page, "checkout", EN)
    assert ranked[0].i == 1
    assert ranked[0].score > ranked[-1].score


@pytest.mark.parametrize(
    ("intent", "words"),
    [
        ("add_to_cart", "Add to wish list"),
        ("add_to_cart", "Remove from cart"),
        ("add_to_cart", "Buy again"),
        ("view_cart", "Continue shopping"),
        ("view_cart", "Add to cart"),
        ("checkout", "Checkout with PayPal"),
        ("checkout", "Express checkout"),
        ("continue", "Continue shopping"),
        ("continue", "Back to cart"),
        ("remove_item", "Remove filter"),
        ("close", "Close account"),
        ("returns", "Return to shop"),
        ("contact", "Contact lenses"),
    ],
)
def test_words_that_rule_an_intent_out_do_so_whatever_else_speaks_for_it(intent, words):
    tokens = " ".join(EN.intents[intent].tokens[:3])
    page = screen(control(name=words, tokens=tokens, submits=True, box=box(w=300, h=60)))
    assert rank(page, intent, EN) == []


def test_words_outweigh_the_tokens_of_the_form_they_stand_in():
    page = seen(
        BUY_FORM.format("<button name=save value=1>Save for later</button><button name=buy>Buy</button>")
    )
    assert picked(choose(page, "add_to_cart", EN), page) == "Buy"


def test_a_button_with_other_words_is_not_chosen_for_its_form_alone():
    page = seen(BUY_FORM.format("<button>Ask a question</button>"))
    assert choose(page, "add_to_cart", EN) is None


def test_a_control_without_words_is_known_by_its_name_in_the_page():
    page = seen("<header><a href='/x17' class='icon-cart'><svg></svg></a></header>")
    choice = choose(page, "view_cart", EN)
    assert choice is not None
    assert "tokens_alone" in {r.feature for r in choice.best.reasons}


def test_the_address_of_a_link_speaks_for_it():
    page = seen("<a href='/help/faq'>Good to know</a><a href='/news'>Good news</a>")
    assert [c.i for c in rank(page, "faq", EN)] == [0]


@pytest.mark.parametrize("href", ["javascript:cart()", "mailto:cart@x.example", "http://[cart"])
def test_addresses_that_lead_to_no_page_say_nothing(href):
    link = control(tag="a", role="link", name="Somewhere", href=href)
    assert rank(screen(link), "view_cart", EN) == []


def test_what_cannot_be_seen_is_not_ranked():
    page = screen(control(name="Checkout", visible=False), control(name="Checkout"))
    assert [c.i for c in rank(page, "checkout", EN)] == [1]


def test_what_is_switched_off_comes_after_what_is_not():
    page = screen(control(name="Continue", enabled=False), control(name="Continue"))
    assert [c.i for c in rank(page, "continue", EN)] == [1, 0]


@pytest.mark.parametrize("landmark", ["header", "footer", "nav"])
def test_the_way_on_stands_in_the_body_not_in_the_frame_of_the_page(landmark):
    page = screen(control(name="Continue", landmark=landmark), control(name="Continue", landmark="main"))
    assert rank(page, "continue", EN)[0].i == 1


def test_callers_may_add_what_only_they_know():
    page = screen(control(name="Checkout"), control(name="Checkout"))

    def adjust(c):
        return (Reason(feature="known", points=3),) if c.i == 1 else ()

    choice = choose(page, "checkout", EN, adjust=adjust)
    assert choice is not None
    assert choice.best.i == 1
    assert choice.best.reasons[-1].feature == "known"


def test_only_the_controls_that_are_asked_about_are_looked_at():
    page = screen(control(name="Checkout"), control(name="Checkout"))
    assert [c.i for c in rank(page, "checkout", EN, among=page.controls[1:])] == [1]


def test_every_intent_with_weights_is_one_that_the_lexicon_knows():
    assert set(load_weights()) - {"default"} <= set(EN.intents)


def test_every_threshold_can_be_reached_by_words_alone():
    for name, weights in load_weights().items():
        assert weights.weights["words"] >= min(weights.threshold, 10) - 1, name


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "In den Warenkorb"),
        ("fr", "Ajouter au panier"),
        ("es", "Añadir al carrito"),
        ("it", "Aggiungi al carrello"),
        ("pl", "Do koszyka"),
        ("nl", "In winkelwagen"),
        ("sv", "Lägg i varukorgen"),
        ("lt", "Į krepšelį"),
        ("cs", "Do košíku"),
        ("tr", "Sepete ekle"),
        ("ru", "В корзину"),
        ("el", "Προσθήκη στο καλάθι"),
        ("fi", "Lisää ostoskoriin"),
        ("hu", "Kosárba"),
        ("ro", "Adaugă în coș"),
    ],
)
def test_the_shops_language_is_understood_without_help_from_names(language, words):
    page = seen(f"<main><button>{words}</button></main>", lang=language)
    assert picked(choose(page, "add_to_cart", lexicon(language)), page) == words
