"""Everything right of the evidence can be thrown away and comes back the same."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from shop_evidence import ICELANDIC, SHOP, WAVE, sealed_shop

from auditor.checks import all_checks
from auditor.errors import EvidenceError
from auditor.evidence import EvidenceStore
from auditor.models import Scorecard
from auditor.observer import observe
from auditor.rubric import load_rubric
from auditor.scorecard import build_scorecard
from auditor.store import Store, open_store, reindex

OTHER = replace(SHOP, name="Búðin", url="https://budin.example/", country="IS")


@pytest.fixture
def evidence(tmp_path: Path) -> EvidenceStore:
    kept = EvidenceStore(tmp_path / "evidence")
    sealed_shop(kept)
    sealed_shop(kept, OTHER, ICELANDIC, "is")
    return kept


def grade(evidence: EvidenceStore, store: Store) -> tuple[Scorecard, ...]:
    """What `observe` and `score` do: all from evidence, kept in the store."""
    rubric = load_rubric("standard")
    for wave in store.waves():
        for shop in store.shops(wave):
            visits = [v for v in evidence.visits(wave) if v.shop.slug == shop.slug]
            observed = observe(visits, evidence, all_checks().values())
            store.put_observations(wave, shop.slug, observed, made_by={"program": "0.1.0"})
            again = store.observations(wave, shop.slug)
            assert again == observed
            store.put_scorecard(build_scorecard(shop, visits, again, rubric, wave=wave, evidence=evidence))
    return store.scorecards(WAVE)


def test_dropping_all_derived_rows_and_grading_again_gives_the_same(
    evidence: EvidenceStore, tmp_path: Path
) -> None:
    store = open_store(tmp_path / "a.sqlite")
    assert reindex(evidence, store) == 4
    first = grade(evidence, store)
    assert {card.shop.name for card in first} == {SHOP.name, OTHER.name}
    store.drop_derived()
    assert store.scorecards(WAVE) == ()
    assert grade(evidence, store) == first


def test_deleting_the_database_and_grading_again_gives_the_same(
    evidence: EvidenceStore, tmp_path: Path
) -> None:
    path = tmp_path / "a.sqlite"
    store = open_store(path)
    reindex(evidence, store)
    first = grade(evidence, store)
    store.close()
    for file in tmp_path.glob("a.sqlite*"):
        file.unlink()
    fresh = open_store(path)
    reindex(evidence, fresh)
    assert grade(evidence, fresh) == first


def test_indexing_twice_changes_nothing(evidence: EvidenceStore, tmp_path: Path) -> None:
    store = open_store(tmp_path / "a.sqlite")
    reindex(evidence, store)
    sealed, shops = store.sealed(WAVE), store.shops(WAVE)
    reindex(evidence, store)
    assert (store.sealed(WAVE), store.shops(WAVE)) == (sealed, shops)


def test_a_changed_manifest_is_not_indexed(evidence: EvidenceStore, tmp_path: Path) -> None:
    manifest = next((tmp_path / "evidence" / "visits").glob("*/*/home.json"))
    manifest.write_text(manifest.read_text().replace("reached", "bot_wall"))
    with pytest.raises(EvidenceError, match="changed after it was sealed"):
        reindex(evidence, open_store(tmp_path / "a.sqlite"))


def test_a_shop_without_visits_gets_a_card_on_which_nothing_was_seen(evidence: EvidenceStore) -> None:
    observed = observe([], evidence, all_checks().values())
    card = build_scorecard(SHOP, [], observed, load_rubric("standard"), wave=WAVE, evidence=evidence)
    assert (card.score.share, card.score.coverage, card.score.rated) == (None, 0.0, False)
    assert {f.code for f in card.findings} == {"not_visited"}
    assert card.started_at is None


def test_the_other_shop_in_a_language_we_cannot_read_loses_no_points_for_words(
    evidence: EvidenceStore, tmp_path: Path
) -> None:
    store = open_store(tmp_path / "a.sqlite")
    reindex(evidence, store)
    card = next(c for c in grade(evidence, store) if c.shop.name == OTHER.name)
    lost = [f for f in card.findings if f.points == 0 and f.check != "https_all_pages"]
    assert [f.criterion for f in lost] == []
