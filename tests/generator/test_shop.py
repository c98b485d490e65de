"""Generated shops, asked by plain HTTP."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from benchmarks.generator.asking import has_gate, screens
from benchmarks.generator.features import FEATURES, HELD_OUT, language_of, plan_shop
from tests.generator.visitor import Visitor, addresses, words_of

SEEDS = tuple(range(0, 60, 3))


@pytest.mark.parametrize("seed", SEEDS)
def test_every_page_that_links_lead_to_is_there(seed: int, tmp_path: Path) -> None:
    visitor = Visitor(plan_shop(seed), tmp_path)
    todo, done = {"/"}, set()
    while todo:
        target = todo.pop()
        done.add(target)
        response = visitor.get(target)
        assert response.status == 200, target
        if target.endswith(".svg"):
            continue
        page = words_of(response)
        assert "{attributes}" not in page
        part = "&_part=1" if "?" in target else "?_part=1"
        page += words_of(visitor.get(target + part))
        todo |= addresses(page) - done
    assert {visitor.shop.view.product_address(p) for p in visitor.shop.view.goods} <= done


@pytest.mark.parametrize("seed", SEEDS)
def test_pages_are_whole_and_ids_stand_once(seed: int, tmp_path: Path) -> None:
    visitor = Visitor(plan_shop(seed), tmp_path)
    visitor.buy()
    visitor.pass_gate()
    page = BeautifulSoup(words_of(visitor.get(visitor.shop.view.checkout_path)), "lxml")
    ids = [tag["id"] for tag in page.select("[id]")]
    assert len(ids) == len(set(ids))
    assert page.title
    if visitor.shop.plan["gate"] != "wall":
        assert page.select("form[data-checkout]")


@pytest.mark.parametrize("seed", SEEDS)
def test_an_order_lands_in_the_ledger_after_the_last_screen_and_not_before(seed: int, tmp_path: Path) -> None:
    visitor = Visitor(plan_shop(seed), tmp_path)
    visitor.buy()
    visitor.pass_gate()
    count = len(screens(visitor.shop.plan))
    if visitor.shop.plan["gate"] == "wall":
        visitor.send_screens(count)
        assert visitor.orders() == 0
        return
    visitor.send_screens(count - 1)
    assert visitor.orders() == 0
    visitor.send_screens(count)
    assert visitor.orders() == 1


@pytest.mark.parametrize("seed", SEEDS)
def test_the_probe_is_ready_when_only_the_order_is_left(seed: int, tmp_path: Path) -> None:
    visitor = Visitor(plan_shop(seed), tmp_path)
    if visitor.shop.plan["gate"] == "wall":
        pytest.skip("nobody without an account gets there")
    visitor.buy()
    visitor.pass_gate()
    last = len(screens(visitor.shop.plan)) - 1
    visitor.send_screens(last)
    visitor.post("/checkout-state", _screen=str(last), _order="on", **visitor.answers())
    seen = visitor.shop.seen()
    assert seen is not None
    assert seen.ready, seen.missing
    visitor.post("/checkout-state", _screen=str(last), _order="off", **visitor.answers())
    assert not seen.ready


def test_the_probe_names_what_is_missing(tmp_path: Path) -> None:
    visitor = Visitor(
        plan_shop(1, "en", shape="one_page", gate="none", terms="box", phone="required"), tmp_path
    )
    visitor.buy()
    visitor.get(visitor.shop.view.checkout_path)
    visitor.post("/checkout-state", _screen="0", _order="on")
    seen = visitor.shop.seen()
    assert seen is not None
    assert {"email", "phone", "street", "terms"} <= set(seen.missing)


@pytest.mark.parametrize("decoy", ["cart_wallet", "product_wallet", "buy_now"])
def test_an_express_button_orders_at_once(decoy: str, tmp_path: Path) -> None:
    visitor = Visitor(plan_shop(2, "en", decoy=decoy, layout="classic"), tmp_path)
    visitor.buy()
    product = visitor.shop.view.goods[-1]
    pages = words_of(visitor.get(visitor.shop.view.product_address(product)))
    pages += visitor.post("/cart/drawer").body.decode()
    assert "/express" in pages
    visitor.post("/express", product=product.slug)
    assert visitor.orders() == 1


def test_a_product_sold_out_on_the_quiet_is_refused_only_when_it_is_bought(tmp_path: Path) -> None:
    visitor = Visitor(plan_shop(3, "en", stock="late", layout="classic", variant="none"), tmp_path)
    product = visitor.shop.view.goods[0]
    assert visitor.shop.view.words("sold_out") not in words_of(
        visitor.get(visitor.shop.view.product_address(product))
    )
    assert "error" in visitor.post("/cart/add", product=product.slug, ajax="1").body.decode()


@pytest.mark.parametrize("seed", range(200))
def test_the_truth_is_consistent_with_the_plan(seed: int, tmp_path: Path) -> None:
    plan = plan_shop(seed)
    shop = Visitor(plan, tmp_path).shop
    assert plan.language not in HELD_OUT
    assert {name: value in FEATURES[name] for name, value in plan.values.items()} == dict.fromkeys(
        FEATURES, True
    )
    if plan["gate"] == "wall":
        assert (shop.truth.last_state, shop.truth.screens) == ("login_required", None)
    else:
        assert shop.truth.screens == 1 + has_gate(plan) + len(screens(plan))
    if plan["order"] == "next":
        assert screens(plan)[-1] == ("review",)
    assert any(product.stock == "yes" for product in shop.view.goods)


def test_a_seed_is_the_same_shop_every_time_and_two_seeds_are_two_shops() -> None:
    assert plan_shop(7) == plan_shop(7)
    assert plan_shop(7).values != plan_shop(8).values


def test_a_seed_is_built_alike_in_every_language() -> None:
    assert plan_shop(7, "de").values == plan_shop(7, "lt").values


def test_every_value_of_every_feature_is_drawn() -> None:
    drawn = {(name, value) for seed in range(1000) for name, value in plan_shop(seed).values.items()}
    assert {(name, value) for name, ways in FEATURES.items() for value in ways} <= drawn


def test_held_out_seeds_speak_held_out_languages_too() -> None:
    assert set(HELD_OUT) <= {language_of(seed) for seed in range(1000, 1050)}


def test_a_box_that_was_unticked_stays_so_when_the_screen_comes_back(tmp_path: Path) -> None:
    plan = plan_shop(4, "en", shape="one_page", gate="none", account_box="ticked", newsletter="ticked")
    visitor = Visitor(plan, tmp_path)
    visitor.buy()
    path = visitor.shop.view.checkout_path
    assert "checked" in words_of(visitor.get(path)).split('name="account"')[1][:40]
    page = words_of(visitor.post(path, _screen="0"))
    assert "checked" not in page.split('name="account"')[1][:40]
    assert "checked" not in page.split('name="newsletter"')[1][:40]


def test_a_refusal_is_told_on_the_page_that_the_script_fetches(tmp_path: Path) -> None:
    plan = plan_shop(3, "en", layout="script", stock="late", variant="none", feedback="redirect", cart="page")
    visitor = Visitor(plan, tmp_path)
    product = visitor.shop.view.goods[0]
    visitor.post("/cart/add", product=product.slug)
    address = visitor.shop.view.product_address(product)
    assert 'role="alert"' in words_of(visitor.get(f"{address}?_part=1"))
    assert 'role="alert"' not in words_of(visitor.get(f"{address}?_part=1"))
