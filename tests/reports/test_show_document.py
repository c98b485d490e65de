"""`auditor show --json` is what the design promises, key by key."""

from __future__ import annotations

import json
from datetime import datetime

from gallery import Gallery
from samples import card_of, empty, hostile, nordlicht, walled

from auditor.models import EvidenceRef, FunnelStage, Shop
from reports.document import show_document

CARD = nordlicht(Gallery())


def test_the_document_has_the_promised_keys_and_no_others():
    document = show_document(CARD)
    assert set(document) == {
        "schema",
        "shop",
        "url",
        "wave",
        "rubric",
        "score",
        "gates",
        "funnel",
        "checkout",
        "findings",
    }
    assert document["schema"] == 1
    assert set(document["rubric"]) == {"id", "version", "sha256"}
    assert set(document["score"]) == {
        "points_percent",
        "coverage_percent",
        "low_percent",
        "high_percent",
        "rated",
    }
    assert set(document["gates"][0]) == {"criterion", "met"}
    assert set(document["funnel"][0]) == {"stage", "outcome", "url", "seconds"}
    assert set(document["checkout"]) == {
        "screens",
        "steps_declared",
        "clicks",
        "fields_shown",
        "fields_required",
        "machine_seconds",
        "stopped_at",
        "censored",
    }
    assert set(document["findings"][0]) == {
        "criterion",
        "check",
        "state",
        "value",
        "unit",
        "because",
        "points",
        "possible",
        "evidence",
    }
    assert set(document["findings"][0]["evidence"][0]) == {"file", "url", "quote", "seen_at"}


def test_scores_are_percent_with_one_decimal():
    assert show_document(CARD)["score"] == {
        "points_percent": 71.0,
        "coverage_percent": 89.3,
        "low_percent": 63.4,
        "high_percent": 74.1,
        "rated": True,
    }


def test_a_shop_that_is_not_rated_has_null_points():
    score = show_document(walled(Gallery()))["score"]
    assert (score["points_percent"], score["rated"], score["high_percent"]) == (None, False, 100.0)


def test_values_keep_their_type():
    values = {f["criterion"]: f["value"] for f in show_document(CARD)["findings"]}
    assert values["returns_days"] == 30
    assert values["search_present"] is True
    assert values["payment_methods"] == ["PayPal", "invoice", "card"]
    assert values["hours"] == "Mo-Fr 09:00-18:00; Sa 10:00-14:00"
    assert values["reviews"] is None


def test_times_are_aware_utc():
    seen = [e["seen_at"] for f in show_document(CARD)["findings"] for e in f["evidence"]]
    assert all(datetime.fromisoformat(at or "").utcoffset().total_seconds() == 0 for at in seen)


def test_outcomes_of_the_walk_are_codes():
    document = show_document(walled(Gallery()))
    assert {s["outcome"] for s in document["funnel"]} == {"bot_wall"}


def test_a_photographed_page_is_proved_by_its_photograph():
    from samples import Outcome, judged

    ref = EvidenceRef(url="https://x.example/", screenshot="a" * 64 + ".png")
    card = card_of(
        Shop(name="x", url=ref.url), (judged("a", "trust", "A?", Outcome.MET, True, evidence=(ref,)),)
    )
    assert show_document(card)["findings"][0]["evidence"][0]["file"] == "a" * 64 + ".png"


def test_every_document_is_json():
    gallery = Gallery()
    cards = (CARD, walled(gallery), empty(), hostile(gallery))
    for card in cards[:3]:
        assert json.loads(json.dumps(show_document(card), allow_nan=False))["shop"] == card.shop.name


def test_a_duration_that_is_no_number_is_not_written():
    card = card_of(
        Shop(name="x", url="https://x.example/"),
        (),
        funnel=(FunnelStage(stage="home", outcome="reached", seconds=float("nan")),),
    )
    assert show_document(card)["funnel"][0]["seconds"] == 0.0
