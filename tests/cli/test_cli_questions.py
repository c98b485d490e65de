"""Reading a text, choosing a control, explaining a check: each gives its reasons."""

from __future__ import annotations

import gzip
import json

import pytest
from small_shops import HOME

from auditor.checks import all_checks
from auditor.pages.static import snapshot_from_html
from auditor.reading.fields import FIELDS
from auditor.snapshot import dump_snapshot


def test_hours_are_read_with_their_quote(auditor):
    ran = auditor("read", "hours", "--lang", "de", "--country", "DE", "--json", typed=b"Mo-Fr 9-17 Uhr")
    assert json.loads(ran.stdout) == {
        "field": "hours",
        "value": "Mo-Fr 09:00-17:00",
        "quote": "Mo-Fr 9-17 Uhr",
        "because": "",
    }


def test_what_is_not_there_is_null_with_a_reason(auditor):
    document = json.loads(auditor("read", "money", "--lang", "en", "--json", typed="Hello").stdout)
    assert document["value"] is None
    assert document["because"]


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_survives_any_bytes(auditor, field):
    ran = auditor(
        "read", field, "--lang", "en", "--country", "GB", "--json", typed=b"\xff\xfe\x00<p>\x1b[31m"
    )
    assert ran.exit_code == 0, ran.output
    assert set(json.loads(ran.stdout)) == {"field", "value", "quote", "because"}


@pytest.mark.parametrize("kind", ["page.html", "page.json", "page.json.gz"])
def test_controls_are_ranked_with_reasons(auditor, tmp_path, kind):
    data = HOME.encode()
    if "json" in kind:
        data = dump_snapshot(snapshot_from_html(HOME, "https://shop.example/"))
    (tmp_path / kind).write_bytes(gzip.compress(data) if kind.endswith("gz") else data)
    document = json.loads(auditor("choose", "add_to_cart", kind, "--lang", "en", "--json").stdout)
    best = document["candidates"][0]
    assert best["words"] == "Add to basket"
    assert best["would_do"] is True
    assert best["reasons"]
    shown = auditor("choose", "add_to_cart", kind, "--lang", "en").stdout
    assert shown.startswith(">")
    assert "Add to basket" in shown


def test_a_page_without_such_a_control_says_so(auditor, tmp_path):
    (tmp_path / "page.html").write_text("<html lang=en><p>Nothing to press</p>", encoding="utf-8")
    ran = auditor("choose", "add_to_cart", "page.html")
    assert ran.exit_code == 0
    assert "nothing on this page could serve add_to_cart" in ran.stdout


def test_every_check_and_criterion_is_explained(auditor):
    entries = json.loads(auditor("explain", "--all", "--json").stdout)["entries"]
    by_id = {entry["id"]: entry for entry in entries}
    assert set(all_checks()) <= set(by_id)
    assert by_id["few_clicks"]["kind"] == "criterion"
    assert by_id["few_clicks"]["sources"]
    assert all(entry["question"] and entry["how"] for entry in entries)


def test_an_explanation_fits_a_terminal(auditor):
    ran = auditor("explain", "return_window_days")
    assert "How many days does a customer have to send goods back?" in ran.stdout
    assert "What can fool it" in ran.stdout
