"""How far the walk came, from what visits say of themselves and from what they kept."""

from __future__ import annotations

from auditor.counting import funnel
from auditor.models import STAGES, FunnelStage

from .conftest import Diary


def by_stage(stages: tuple[FunnelStage, ...]) -> dict[str, FunnelStage]:
    return {s.stage: s for s in stages}


def test_every_stage_has_one_entry_in_the_order_of_the_funnel(diary: Diary) -> None:
    assert [s.stage for s in funnel([])] == list(STAGES)
    assert {s.outcome for s in funnel([])} == {"not_visited"}


def test_reached_in_any_visit_beats_not_found_and_troubles(diary: Diary) -> None:
    visits = [
        diary.visit("product", diary.step("product"), product="reached"),
        diary.visit("search", product="timeout"),
        diary.visit("cart", product="not_found"),
    ]
    assert by_stage(funnel(visits))["product"].outcome == "reached"


def test_looked_for_in_vain_beats_a_trouble(diary: Diary) -> None:
    visits = [diary.visit("search", search="timeout"), diary.visit("home", search="not_found")]
    assert by_stage(funnel(visits))["search"].outcome == "not_found"


def test_the_sentence_behind_the_outcome_is_kept(diary: Diary) -> None:
    visit = diary.visit("search", search="bot_wall", details={"search": "a challenge page"})
    assert by_stage(funnel([visit]))["search"].because == "a challenge page"


def test_seconds_are_those_of_the_whole_walk_up_to_the_stage(diary: Diary) -> None:
    visits = [
        diary.visit(
            "checkout", diary.step("cart", seconds=1.0), diary.step("checkout", seconds=2.5), seconds=9
        ),
        diary.visit("home", diary.step("home", seconds=0.5), seconds=1.5),
        diary.visit("product", diary.step("product", seconds=1.0), seconds=3.0),
    ]
    stages = by_stage(funnel(visits))
    assert stages["home"].seconds == 0.5
    assert stages["product"].seconds == 1.5 + 1.0
    assert stages["cart"].seconds == 1.5 + 3.0 + 1.0
    assert stages["checkout"].seconds == 1.5 + 3.0 + 2.5


def test_the_address_is_that_of_the_first_page_of_the_stage(diary: Diary) -> None:
    visit = diary.visit(
        "checkout",
        diary.step("checkout", url="https://shop.example/address"),
        diary.step("checkout", url="https://shop.example/payment"),
        checkout="reached",
    )
    assert by_stage(funnel([visit]))["checkout"].url == "https://shop.example/address"


def test_a_kept_page_proves_a_stage_that_no_visit_speaks_of(diary: Diary) -> None:
    stages = by_stage(funnel([diary.visit("home", diary.step("home"))]))
    assert stages["home"].outcome == "reached"


def test_a_last_state_that_was_not_ready_proves_nothing(diary: Diary) -> None:
    visit = diary.visit("checkout", diary.step("last_state", ready=False))
    assert by_stage(funnel([visit]))["last_state"].outcome == "not_visited"


def test_crawls_are_no_part_of_the_walk(diary: Diary) -> None:
    crawl = diary.visit("contact_info", diary.step("home"), kind="crawl", home="reached")
    assert by_stage(funnel([crawl]))["home"].outcome == "not_visited"
