"""A wave becomes visits; none twice, none at the same shop at once, none pressed on beyond reason."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.config import Wave
from auditor.errors import TROUBLES
from auditor.models import Shop
from auditor.scheduling import (
    CRAWLS,
    WALKS,
    PlannedVisit,
    left_to_do,
    may_retry,
    next_visit,
    pause_before,
    plan_wave,
    progress,
    shop_lock,
)

WAVE = Wave(
    name="2026-11",
    shops=(
        Shop(name="Acme", url="https://www.acme.co.uk/"),
        Shop(name="Acme DE", url="https://de.acme.co.uk/"),
        Shop(name="Beta", url="https://beta.myshopify.com/"),
    ),
)
PLAN = plan_wave(WAVE)


def test_every_shop_gets_every_scenario_and_spider_in_order() -> None:
    assert len(PLAN) == 3 * (len(WALKS) + len(CRAWLS))
    assert [v.scenario for v in PLAN[:11]] == [*WALKS, *CRAWLS]
    assert [v.kind for v in PLAN[7:9]] == ["walk", "crawl"]
    assert PLAN[0].id == "2026-11/acme/home"
    assert len({v.id for v in PLAN}) == len(PLAN)


def test_the_same_wave_gives_the_same_plan() -> None:
    assert plan_wave(WAVE) == PLAN


@pytest.mark.parametrize(
    ("url", "lock"),
    [
        ("https://www.acme.co.uk/de?x=1", "acme.co.uk"),
        ("http://ACME.co.uk:8080/", "acme.co.uk"),
        ("https://a.myshopify.com/", "a.myshopify.com"),
        ("https://www.shop.example/", "shop.example"),
        ("http://127.0.0.1:8001/", "127.0.0.1:8001"),
        ("http://127.0.0.1/", "127.0.0.1:80"),
        ("https://[::1]/", "::1:443"),
        ("http://8.8.8.8:8080/", "8.8.8.8"),
        ("https://www.müller.example/", "müller.example"),
    ],
)
def test_one_shop_is_one_registrable_host(url: str, lock: str) -> None:
    assert shop_lock(url) == lock


def test_what_is_sealed_is_not_done_again() -> None:
    sealed = {PLAN[0].id, PLAN[2].id}
    assert [v.id for v in left_to_do(PLAN, sealed)] == [v.id for v in PLAN if v.id not in sealed]
    assert next_visit(PLAN, sealed=sealed) == PLAN[1]


def test_while_a_shop_is_visited_the_next_shop_is_taken() -> None:
    chosen = next_visit(PLAN, sealed=[], running=[PLAN[0].id])
    assert chosen is not None
    assert chosen.shop.name == "Beta"  # both shops before it are on the host that is busy


def test_nothing_may_start_when_every_shop_is_busy() -> None:
    assert next_visit(PLAN, sealed=[], running=["2026-11/acme/home", "2026-11/beta/home"]) is None


def test_what_was_given_up_is_passed_over() -> None:
    assert next_visit(PLAN, sealed=[], given_up=[PLAN[0].id]) == PLAN[1]


@pytest.mark.parametrize("code", TROUBLES)
def test_retries_follow_the_table_of_troubles(code: str) -> None:
    allowed = [attempt for attempt in range(1, 6) if may_retry(code, attempt)]
    assert len(allowed) == TROUBLES[code].retries


def test_an_unknown_trouble_is_not_tried_again() -> None:
    assert may_retry("no_such_code", 1) is False


def test_pauses_grow_to_a_limit() -> None:
    assert [pause_before(n) for n in (1, 2, 3, 4, 50)] == [0, 30, 60, 120, 600]


def test_progress_is_counted_per_shop() -> None:
    assert progress(PLAN, {PLAN[0].id}) == {"acme": (1, 11), "acme-de": (0, 11), "beta": (0, 11)}


@settings(deadline=None, max_examples=30)
@given(st.data())
def test_whoever_asks_and_whatever_fails_no_two_visits_of_one_shop_run_at_once(data: st.DataObject) -> None:
    running: list[PlannedVisit] = []
    sealed: set[str] = set()
    given_up: set[str] = set()
    for _ in range(200):
        chosen = next_visit(PLAN, sealed=sealed, running=[v.id for v in running], given_up=given_up)
        if chosen is not None and (not running or data.draw(st.booleans())):
            assert chosen.id not in sealed | given_up
            running.append(chosen)
        elif running:
            done = running.pop(data.draw(st.integers(0, len(running) - 1)))
            (sealed if data.draw(st.booleans()) else given_up).add(done.id)
        else:
            break
        locks = [v.lock for v in running]
        assert len(locks) == len(set(locks))
    assert sealed | given_up == {v.id for v in PLAN}
