"""What a customer has to do between the cart and the last state, by the rules of docs/counting.md."""

from __future__ import annotations

import dataclasses

import pytest

from auditor.counting import checkout_counts, historical_counts
from auditor.models import CheckoutCounts, Visit

from .conftest import Diary, acts

ADDRESS_FORM = """
<h1>Delivery address</h1>
<form><label>E-mail* <input type=email name=email required></label>
<label>Name* <input name=name required></label>
<label>Company (optional) <input name=company></label>
<label>Country <select name=country><option>Germany<option>France</select></label>
<label><input type=checkbox name=same checked> Bill to the same address</label>
<button>Continue</button></form>
"""
PAYMENT_FORM = """
<h1>Payment</h1>
<form><fieldset><legend>Payment method</legend>
<label><input type=radio name=payment value=cod required> Cash on delivery</label>
<label><input type=radio name=payment value=bank> Bank transfer</label></fieldset>
<button>Review order</button></form>
"""


def walk(diary: Diary) -> Visit:
    """Cart, address, payment, review: four screens."""
    actions = acts(
        *("goto", "click", "click"),  # to the cart
        *("click", "type", "type", "choose", "(click)", "click"),  # address
        *("choose", "click"),  # payment
    )
    return diary.visit(
        "checkout",
        diary.step("product", actions=1, seconds=1.0),
        diary.step("cart", "<input type=number name=quantity>", actions=3, seconds=2.0),
        diary.step("checkout", ADDRESS_FORM, actions=4, seconds=3.0, screen=2),
        diary.step("checkout_filled", ADDRESS_FORM, actions=8, seconds=3.5, screen=2),
        diary.step("checkout", PAYMENT_FORM, actions=9, seconds=4.0, screen=3),
        diary.step(
            "last_state",
            "<h1>Review</h1><label><input type=checkbox required> I accept the terms</label>",
            actions=11,
            seconds=5.25,
            screen=4,
            ready=True,
            order_button="Buy now",
        ),
        actions=actions,
        last_state="reached",
    )


def test_screens_are_counted_from_the_cart_to_the_last_state_both_included(diary: Diary) -> None:
    assert checkout_counts([walk(diary)], diary.load).screens == 4


def test_a_screen_kept_twice_is_one(diary: Diary) -> None:
    visit = diary.visit(
        "checkout",
        diary.step("cart"),
        diary.step("checkout", ADDRESS_FORM, screen=2),
        diary.step("last_state", ADDRESS_FORM, screen=2, ready=True),
    )
    counts = checkout_counts([visit], diary.load)
    assert counts.screens == 2
    assert counts.fields_shown == 5


def test_clicks_are_presses_and_choices_without_our_own_recovery(diary: Diary) -> None:
    counts = checkout_counts([walk(diary)], diary.load)
    assert counts.clicks == 5  # to checkout, country, continue, payment, review


def test_fields_are_those_shown_by_default_on_all_screens(diary: Diary) -> None:
    counts = checkout_counts([walk(diary)], diary.load)
    assert counts.fields_shown == 4 + 1 + 1 + 1  # texts and list, same-address box, payment radios, terms
    assert counts.fields_required == 2 + 1 + 1  # e-mail, name, payment, terms


def test_machine_time_runs_from_the_cart_to_the_last_state(diary: Diary) -> None:
    assert checkout_counts([walk(diary)], diary.load).machine_seconds == 3.25


def test_the_words_of_the_order_button_are_kept(diary: Diary) -> None:
    counts = checkout_counts([walk(diary)], diary.load)
    assert counts.order_button == "Buy now"
    assert counts.stopped_at == "https://shop.example/last_state"
    assert not counts.censored


def test_a_walk_that_stopped_early_is_censored_and_says_where(diary: Diary) -> None:
    visit = diary.visit(
        "checkout",
        diary.step("cart", actions=1, seconds=1.0),
        diary.step("checkout", ADDRESS_FORM, actions=2, seconds=2.0, screen=2),
        actions=acts("click", "click", "type", "click"),
        last_state="form_refused",
    )
    counts = checkout_counts([visit], diary.load)
    assert counts.censored
    assert (counts.screens, counts.clicks, counts.fields_shown) == (2, 2, 5)
    assert counts.stopped_at == "https://shop.example/checkout"
    assert counts.machine_seconds == 1.0


def test_a_last_state_that_was_not_ready_is_censored(diary: Diary) -> None:
    visit = diary.visit("checkout", diary.step("cart"), diary.step("last_state", screen=2, ready=False))
    assert checkout_counts([visit], diary.load).censored


def test_without_a_walk_nothing_is_counted(diary: Diary) -> None:
    assert checkout_counts([], diary.load) == CheckoutCounts()
    assert checkout_counts([diary.visit("home", diary.step("home"))], diary.load) == CheckoutCounts()


def test_without_a_cart_only_the_place_is_known(diary: Diary) -> None:
    visit = diary.visit("checkout", diary.step("wall", url="https://shop.example/wall"), cart="bot_wall")
    counts = checkout_counts([visit], diary.load)
    assert counts.screens is None
    assert counts.stopped_at == "https://shop.example/wall"


def test_editing_the_cart_before_is_no_part_of_the_checkout(diary: Diary) -> None:
    visit = diary.visit(
        "checkout",
        diary.step("cart", actions=1),
        diary.step("cart_edited", actions=3),
        diary.step("cart", actions=3),
        diary.step("checkout", screen=2, actions=4),
        diary.step("last_state", screen=3, ready=True, actions=5),
        actions=acts("click", "click", "click", "click", "click"),
    )
    assert checkout_counts([visit], diary.load).clicks == 2


def test_the_shops_own_progress_list_is_kept_beside_the_screens(
    diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = walk(diary)
    plain = diary.load
    steps = (("Address", True), ("Payment", False), ("Done", False))
    monkeypatch.setattr(diary, "load", lambda name: dataclasses.replace(plain(name), progress=steps))
    assert checkout_counts([visit], diary.load).steps_declared == 3
    assert checkout_counts([visit], plain).steps_declared is None


def test_older_definitions_stand_beside_ours(diary: Diary) -> None:
    old = historical_counts([walk(diary)], diary.load)
    assert old.etailing_clicks == 3 + 1  # to checkout, continue, review, and the order itself
    assert old.baymard_steps == 4
    assert old.baymard_fields == 3
    assert old.baymard_elements == 7
    assert not old.censored


def test_older_definitions_are_censored_with_the_walk(diary: Diary) -> None:
    visit = diary.visit("checkout", diary.step("cart"), diary.step("checkout", ADDRESS_FORM, screen=2))
    assert historical_counts([visit], diary.load).censored
    assert historical_counts([], diary.load).etailing_clicks is None
