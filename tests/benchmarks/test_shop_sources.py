"""What we give the engines: goods, pictures, help pages, and the truth about the outcome."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from auditor.demo.compare import load_answers
from auditor.models import STAGES, State
from benchmarks.shops import driver
from benchmarks.shops.catalogue import CATEGORIES, PAGES, PRODUCTS, page
from benchmarks.shops.engine import Engine
from benchmarks.shops.engines import ENGINES
from benchmarks.shops.pictures import draw

engines = pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.name)


def checks() -> set[str]:
    folders = Path(driver.CHECKOUT / "auditor" / "checks").glob("*/*.py")
    return {path.stem for path in folders if not path.stem.startswith("_")}


def test_goods_have_names_of_their_own_and_known_categories() -> None:
    assert len({product.sku for product in PRODUCTS}) == len({p.slug for p in PRODUCTS}) == len(PRODUCTS)
    assert {product.category for product in PRODUCTS} == set(CATEGORIES)


def test_some_goods_are_sold_out_and_some_have_sizes() -> None:
    assert any(product.stock == 0 and not product.variants for product in PRODUCTS)
    assert any(variant.stock == 0 for product in PRODUCTS for variant in product.variants)


def test_pictures_are_pictures_and_always_the_same(tmp_path: Path) -> None:
    for name in ("one.png", "two.png"):
        draw("Copper Jam Pan", tmp_path / name)
    with Image.open(tmp_path / "one.png") as picture:
        picture.verify()
    assert (tmp_path / "one.png").read_bytes() == (tmp_path / "two.png").read_bytes()


@engines
def test_every_engine_has_all_help_pages(engine: Engine) -> None:
    assert all(page(engine.sources, name) for name in PAGES)


@engines
def test_answers_speak_of_checks_and_stages_that_there_are(engine: Engine) -> None:
    answers = load_answers(engine.answers)
    assert tuple(answers["funnel"]) == STAGES
    assert set(answers["checks"]) <= checks()
    for answer in answers["checks"].values():
        assert answer["state"] in tuple(State)
        assert ("value" in answer) == (answer["state"] == State.OBSERVED)


def test_engines_do_not_share_ports() -> None:
    assert len({engine.port for engine in ENGINES}) == len(ENGINES)


def test_a_shop_that_was_never_installed_is_closed_and_not_counted(tmp_path: Path) -> None:
    engine = ENGINES[0]
    assert not driver.is_open(engine, tmp_path)
    assert not driver.stop(engine, tmp_path)
    with pytest.raises(driver.ShopError, match="not installed"):
        driver.count_orders(engine, tmp_path)
