"""The walk as a strip of pictures."""

from __future__ import annotations

from auditor.counting import film

from .conftest import Diary, acts


def test_the_strip_goes_from_the_home_page_to_the_last_state_and_then_to_the_help_pages(diary: Diary) -> None:
    visits = [
        diary.visit("contact", diary.step("contact")),
        diary.visit(
            "checkout",
            diary.step("cart"),
            diary.step("checkout", screen=2),
            diary.step("checkout", screen=3),
            diary.step("last_state", screen=4, ready=True, order_button="Pay now"),
        ),
        diary.visit("cart", diary.step("cart_added"), diary.step("cart")),
        diary.visit("product", diary.step("product")),
        diary.visit("search", diary.step("search_results", query="mug", kind="exact")),
        diary.visit("home", diary.step("home")),
    ]
    frames = film(visits, diary.load)
    assert [f.role for f in frames] == [
        *("home", "search_results", "product", "cart_added", "cart"),
        *("checkout", "checkout", "last_state", "contact"),
    ]
    assert [f.caption for f in frames] == [
        "Home page",
        "Search for “mug”",
        "Product page",
        "Put into the cart",
        "Cart",
        "Checkout, screen 2",
        "Checkout, screen 3",
        "Only the order itself is left: “Pay now”",
        "Contact",
    ]
    assert [f.screen for f in frames] == [None, None, None, None, 1, 2, 3, 4, None]


def test_the_product_that_was_bought_and_the_exact_search_are_shown(diary: Diary) -> None:
    visits = [
        diary.visit("product", diary.step("product", title="Other"), diary.step("product", bought=True)),
        diary.visit(
            "search", diary.step("search_results", kind="typo"), diary.step("search_results", kind="exact")
        ),
    ]
    results, product = film(visits)
    assert results.screenshot == visits[1].steps[1].screenshot
    assert product.screenshot == visits[0].steps[1].screenshot


def test_clicks_and_fields_stand_on_the_frame_that_they_led_to(diary: Diary) -> None:
    visit = diary.visit(
        "checkout",
        diary.step("cart", actions=1),
        diary.step("checkout", "<input name=city><input name=zip>", actions=2, screen=2),
        diary.step("last_state", actions=5, screen=3, ready=True),
        actions=acts("goto", "click", "type", "choose", "click"),
    )
    frames = film([visit], diary.load)
    assert [f.clicks for f in frames] == [0, 1, 2]
    assert [f.fields for f in frames] == [0, 2, 0]


def test_a_wall_ends_the_strip_where_the_walk_was_stopped(diary: Diary) -> None:
    visit = diary.visit("checkout", diary.step("cart"), diary.step("wall", code="bot_wall"))
    assert [f.role for f in film([visit])] == ["cart", "wall"]
