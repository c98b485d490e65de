"""What every store does, whichever database is behind it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from nouns import NOW, a_card, a_plan, a_shop, a_visit, an_observation
from sqlalchemy import update

from auditor.errors import ConfigError
from auditor.models import RubricRef, Value
from auditor.store import Correction, SqlStore, Store
from auditor.store.base import VisitState
from auditor.store.database import open_engine
from auditor.store.schema import scorecards


def with_wave(store: Store) -> Store:
    store.add_wave("w", [a_shop()], {"pace": 0.8})
    return store


def test_waves_and_shops_keep_their_order(store: Store) -> None:
    store.add_wave("2026-11", [a_shop("Zeta"), a_shop("Alpha")], {})
    store.add_wave("2026-02", [a_shop("Alpha")], {})
    assert store.waves() == ("2026-11", "2026-02")
    assert store.shops("2026-11") == (a_shop("Zeta"), a_shop("Alpha"))


def test_what_is_there_stays_and_new_shops_are_added(store: Store) -> None:
    with_wave(store)
    store.add_wave("w", [a_shop("New"), a_shop()], {"pace": 9})
    assert store.settings("w") == {"pace": 0.8}
    assert [s.name for s in store.shops("w")] == ["Acme", "New"]


def test_settings_are_kept_from_the_first_time_that_some_are_given(store: Store) -> None:
    store.add_visit(a_visit())
    assert store.settings("w") == {}
    with_wave(store)
    assert store.settings("w") == {"pace": 0.8}


def test_a_plan_is_noted_once_and_keeps_its_states(store: Store) -> None:
    with_wave(store).add_plan(a_plan("home", "search", "cart"))
    store.add_visit(a_visit("home"))
    store.mark_failed("w/acme/search", "timeout", "30 s")
    store.add_plan(a_plan("home", "search", "cart", "faq"))
    rows = store.plan("w")
    assert [(r.scenario, r.state) for r in rows] == [
        ("home", VisitState.SEALED),
        ("search", VisitState.FAILED),
        ("cart", VisitState.PLANNED),
        ("faq", VisitState.PLANNED),
    ]
    assert (rows[1].code, rows[1].detail) == ("timeout", "30 s")


def test_attempts_are_counted(store: Store) -> None:
    with_wave(store).add_plan(a_plan("home"))
    assert [store.add_attempt("w/acme/home") for _ in range(3)] == [1, 2, 3]


def test_a_sealed_visit_cannot_fail_any_more(store: Store) -> None:
    with_wave(store).add_plan(a_plan("home"))
    store.add_visit(a_visit("home"))
    store.mark_failed("w/acme/home", "timeout")
    assert store.plan("w")[0].state is VisitState.SEALED


def test_a_failed_visit_that_is_sealed_later_counts(store: Store) -> None:
    with_wave(store).add_plan(a_plan("home"))
    store.mark_failed("w/acme/home", "timeout")
    store.add_visit(a_visit("home"))
    row = store.plan("w")[0]
    assert (row.state, row.code) == (VisitState.SEALED, "")


def test_the_same_visit_twice_is_once_with_its_files(store: Store) -> None:
    store.add_visit(a_visit())
    store.add_visit(a_visit())
    assert store.sealed("w") == {"w/acme/home"}
    assert store.evidence_files("w/acme/home") == ("a.json.gz", "b.png", "n.json.gz")
    assert store.shops("w") == (a_shop(),)


@pytest.mark.parametrize("value", [True, False, 30, 37.5, "Mo-Fr 09:00-17:00", ("Überweisung",), (), None])
def test_every_kind_of_value_comes_back_as_it_was(store: Store, value: Value) -> None:
    with_wave(store)
    given = (an_observation(value=value, unit="days", code="", because="so"),)
    store.put_observations("w", "acme", given, made_by={"program": "0.1.0"})
    (found,) = store.observations("w", "acme")
    assert found == given[0]
    assert type(found.value) is type(value)


def test_observations_are_replaced_together(store: Store) -> None:
    with_wave(store).put_observations("w", "acme", [an_observation("b"), an_observation("a")], made_by={})
    store.put_observations("w", "acme", [an_observation("c")], made_by={})
    assert [o.check for o in store.observations("w", "acme")] == ["c"]


def test_a_scorecard_comes_back_as_it_was(store: Store) -> None:
    with_wave(store).put_scorecard(a_card())
    assert store.scorecard("w", "acme") == a_card()


def test_gradings_by_other_rubrics_are_kept(store: Store) -> None:
    with_wave(store).put_scorecard(a_card("a" * 64, share=0.1))
    store.put_scorecard(a_card("b" * 64, share=0.9))
    store.put_scorecard(a_card("a" * 64, share=0.2))
    first = store.scorecard("w", "acme", RubricRef(id="standard", version="1", sha256="a" * 64))
    second = store.scorecard("w", "acme", RubricRef(id="standard", version="1", sha256="b" * 64))
    assert first is not None
    assert second is not None
    assert (first.score.share, second.score.share) == (0.2, 0.9)
    assert store.scorecard("w", "acme") == first


def test_a_shop_that_is_not_rated_has_no_share(store: Store) -> None:
    with_wave(store).put_scorecard(a_card(share=None))
    card = store.scorecard("w", "acme")
    assert card is not None
    assert card.score.share is None


def test_scorecards_come_in_the_order_of_the_wave(store: Store) -> None:
    store.add_wave("w", [a_shop("Zeta"), a_shop("None"), a_shop("Alpha")], {})
    store.put_scorecard(a_card(shop=a_shop("Alpha")))
    store.put_scorecard(a_card(shop=a_shop("Zeta")))
    assert [c.shop.name for c in store.scorecards("w")] == ["Zeta", "Alpha"]


def test_dropping_what_is_derived_leaves_what_is_raw(store: Store) -> None:
    with_wave(store).add_plan(a_plan("home"))
    store.add_visit(a_visit())
    store.add_correction(a_correction())
    store.put_observations("w", "acme", [an_observation()], made_by={})
    store.put_scorecard(a_card())
    store.drop_derived("another")
    assert store.scorecard("w", "acme") is not None
    store.drop_derived("w")
    assert (store.observations("w", "acme"), store.scorecard("w", "acme")) == ((), None)
    assert store.sealed("w") == {"w/acme/home"}
    assert store.corrections("w") == (a_correction(),)


def a_correction(reason: str = "the page says so", at: datetime = NOW) -> Correction:
    answer = {"state": "observed", "value": 30}
    return Correction(
        wave="w", slug="acme", check="return_window_days", author="Ada", reason=reason, at=at, answer=answer
    )


def test_a_scorecard_of_another_version_has_to_be_made_again(tmp_path: Path) -> None:
    store = SqlStore(open_engine(tmp_path / "a.sqlite"))
    with_wave(store).put_scorecard(a_card())
    with store._write() as db:
        db.execute(update(scorecards).values(body={"shop": "of long ago"}))
    assert store.scorecard("w", "acme") is None
    assert store.scorecards("w") == ()


def test_corrections_pile_up_with_author_reason_and_time(store: Store) -> None:
    with_wave(store).add_correction(a_correction())
    store.add_correction(a_correction("no, it does not", NOW + timedelta(hours=1)))
    assert [c.reason for c in store.corrections("w")] == ["the page says so", "no, it does not"]


def test_times_come_back_in_utc_wherever_they_were_taken(store: Store) -> None:
    there = NOW.astimezone(timezone(timedelta(hours=5, minutes=30)))
    with_wave(store).add_correction(a_correction(at=there))
    (found,) = store.corrections("w")
    assert found.at == NOW
    assert found.at.tzinfo is UTC


def test_a_time_without_a_zone_is_refused_and_nothing_is_kept(store: Store) -> None:
    with_wave(store)
    with pytest.raises((ConfigError, ValueError), match="without a zone"):
        store.add_correction(a_correction(at=NOW.replace(tzinfo=None)))
    assert store.corrections("w") == ()


def test_a_plan_of_an_unknown_shop_is_refused_whole(store: Store) -> None:
    with_wave(store)
    with pytest.raises(ConfigError):
        store.add_plan([*a_plan("home"), *a_plan("home", shop=a_shop("Stranger"))])
    assert store.plan("w") == ()


def test_a_large_plan_is_taken_in_portions(store: Store) -> None:
    with_wave(store)
    many = a_plan(*(f"s{n}" for n in range(2500)))
    store.add_plan(many)
    store.add_plan(many)
    assert len(store.plan("w")) == 2500
