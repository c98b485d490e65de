"""A shop's result, the tables made of all results, and the files a benchmark wave consists of."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from auditor.config import load_wave as load_as_auditor
from benchmarks.bench_walk import WAVE
from benchmarks.walk import tables
from benchmarks.walk.auditing import prepared
from benchmarks.walk.result import compare, totals, without_scorecard
from benchmarks.walk.truth import BenchError, Known, load_wave

STAGES = ("home", "search", "product", "cart", "checkout", "last_state")
SHOP = Known(
    name="Acme",
    url="http://127.0.0.1:1/",
    answers={
        "funnel": dict.fromkeys(STAGES, "reached"),
        "checkout": {"screens": 4, "clicks": 5},
        "checks": {"faq_present": {"state": "observed", "value": True}, "chat_offered": {"state": "absent"}},
    },
)


def document(**changed: Any) -> dict[str, Any]:
    """A scorecard as the auditor prints it, all right."""
    whole = {
        "funnel": [{"stage": s, "outcome": "reached", "url": "", "seconds": 2.0} for s in STAGES],
        "checkout": {"screens": 4, "clicks": 5, "censored": False, "stopped_at": ""},
        "findings": [
            {"check": "faq_present", "state": "observed", "value": True, "unit": "", "because": ""},
            {"check": "chat_offered", "state": "absent", "value": None, "unit": "", "because": ""},
        ],
    }
    return whole | changed


def test_a_walk_as_in_truth_is_whole() -> None:
    assert compare(SHOP, document(), orders=0).is_whole


def test_an_order_spoils_everything() -> None:
    assert not compare(SHOP, document(), orders=1).is_whole


def test_screens_counted_wrongly_are_no_whole_walk() -> None:
    checkout = {"screens": 3, "clicks": 5, "censored": False, "stopped_at": ""}
    assert not compare(SHOP, document(checkout=checkout), orders=0).is_whole


def test_a_shop_without_a_scorecard_lowers_coverage_and_not_the_rate() -> None:
    results = (compare(SHOP, document(), 0), without_scorecard(SHOP, "it said nothing", 0))
    figures = totals(results)
    assert figures["checks observed"].share == 0.5
    assert figures["checks right, of those observed"].share == 1.0
    assert figures["last state as in truth"].share == 0.5


def test_the_tables_name_every_wrong_answer_beside_the_truth() -> None:
    findings = [{"check": "faq_present", "state": "absent", "value": None, "unit": "", "because": ""}]
    results = (compare(SHOP, document(findings=findings), 0),)
    for text in (tables.for_terminal(results), tables.for_markdown(results)):
        assert "faq_present" in text
        assert "absent" in text
    json.dumps(tables.for_programs(results))


def test_writing_twice_replaces_and_leaves_other_sections_alone(tmp_path: Path) -> None:
    page = tmp_path / "accuracy.md"
    page.write_text("# How accurate it is\n\n## Hours\n\nkept\n", encoding="utf-8")
    tables.write_between_marks(page, "first")
    tables.write_between_marks(page, "second")
    text = page.read_text(encoding="utf-8")
    assert "kept" in text
    assert "second" in text
    assert "first" not in text


def test_the_benchmark_wave_is_one_that_the_auditor_accepts() -> None:
    assert len(load_as_auditor(WAVE).shops) == len(load_wave(WAVE)[1])


def test_the_prepared_wave_is_one_that_the_auditor_accepts(tmp_path: Path) -> None:
    wave, known = load_wave(WAVE)
    path = prepared(wave, [known[0].name], WAVE, tmp_path / "data")
    loaded = load_as_auditor(path)
    assert [shop.name for shop in loaded.shops] == [known[0].name]
    assert (loaded.pace, loaded.allow_private_addresses) == (0, True)
    assert loaded.workspace == tmp_path / "data"


def test_a_shop_without_truth_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "w.yaml").write_text("shops: [{name: Acme, url: 'http://127.0.0.1:1/'}]", encoding="utf-8")
    (tmp_path / "w.truth.yaml").write_text("{}", encoding="utf-8")
    with pytest.raises(BenchError, match="says nothing about Acme"):
        load_wave(tmp_path / "w.yaml")


def test_a_missing_truth_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "w.yaml").write_text("shops: []", encoding="utf-8")
    with pytest.raises(BenchError, match=r"w\.truth\.yaml"):
        load_wave(tmp_path / "w.yaml")
