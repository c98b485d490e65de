"""The examples in the documents are read by the program that they describe."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from auditor.checks import all_checks
from auditor.config import Wave, WaveEntry, load_wave
from auditor.models import Shop
from auditor.rubric import bundled_rubrics, load_rubric

DOCS = Path(__file__).parents[2] / "docs"
FIRST_CHECKS = """
    keyword_search_present search_exact_hit search_typo_tolerance search_nonproduct stock_status_realtime
    pdp_shipping_cost_shown reviews_present cart_edit_easy cart_shipping_cost_before_end cart_save_for_later
    guest_checkout checkout_steps_count checkout_clicks_count checkout_fields_count checkout_time_seconds
    order_button_wording payment_methods_count delivery_options_count delivery_cost_standard faq_present
    faq_searchable faq_categorised faq_clicks_from_home human_exit_visible service_hours_listed
    service_hours_per_week hours_evening hours_weekend phone_offered phone_on_home_page email_offered
    chat_offered social_offered contact_channel_count contact_clicks_from_home
    returns_policy_findable return_window_days return_cost prepaid_return_label return_start_online
    trader_identity_complete https_all_pages
""".split()


def blocks(document: str) -> list[str]:
    return re.findall(r"```yaml\n(.*?)```", (DOCS / document).read_text(), flags=re.DOTALL)


def units() -> dict[str, str]:
    return {check.id: check.unit for check in all_checks().values()}


def test_the_rubric_of_the_document_loads(tmp_path: Path) -> None:
    path = tmp_path / "rubric.yaml"
    path.write_text(blocks("rubric.md")[0])
    rubric = load_rubric(path, units())
    assert rubric.gates == ("stated_hours", "short_way")


@pytest.mark.parametrize("n", [0, 1], ids=["least", "most"])
def test_the_waves_of_the_document_load(tmp_path: Path, n: int) -> None:
    path = tmp_path / "wave.yaml"
    path.write_text(blocks("wave.md")[n])
    assert load_wave(path).name == "2026-11-autumn"


def test_the_document_shows_the_defaults_and_every_key(tmp_path: Path) -> None:
    path = tmp_path / "wave.yaml"
    path.write_text(blocks("wave.md")[1])
    shown = load_wave(path)
    shop = Shop(
        name="Acme Outfitters", url="https://shop.example/", country="DE", language="de",
        peer_group="fashion", look_for=("t-shirt",),
    )  # fmt: skip
    assert shown == Wave(name="2026-11-autumn", shops=(shop,), workspace=tmp_path / "auditor-data")
    assert set(re.findall(r"^(\w+):", blocks("wave.md")[1], flags=re.MULTILINE)) == set(
        WaveEntry.model_fields
    )


@pytest.mark.parametrize("name", bundled_rubrics())
def test_bundled_rubrics_fit_the_checks_that_exist(name: str) -> None:
    load_rubric(name, units())


def test_the_standard_rubric_uses_every_check() -> None:
    used = {criterion.check for criterion in load_rubric("standard").criteria}
    assert used >= set(FIRST_CHECKS)
    assert sorted(set(units()) - used) == []
