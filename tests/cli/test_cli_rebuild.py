"""Observing, scoring, reporting and showing need evidence and nothing else."""

from __future__ import annotations

import csv
import json
import shutil

import jsonschema
import pytest

from auditor.commands.csv_file import safe_cell


def test_everything_is_rebuilt_after_the_database_was_deleted(auditor, walked):
    assert auditor("report", "--workspace", "data").exit_code == 0
    first = (walked.reports("autumn") / "report.json").read_bytes()
    walked.database.unlink()
    shutil.rmtree(walked.root / "reports")
    ran = auditor("report", "--workspace", "data")
    assert ran.exit_code == 0
    assert (walked.reports("autumn") / "report.json").read_bytes() == first


def test_observing_and_scoring_say_what_they_did(auditor, walked):
    assert "observations about 2 shops in wave autumn" in auditor("observe", "--workspace", "data").stdout
    ran = auditor("score", "--workspace", "data", "--shop", "acme")
    assert "rubric standard" in ran.stdout
    assert "Acme Outfitters: not rated" in ran.stdout
    assert "Börse" not in ran.stdout


def test_a_report_names_its_files_and_leaves_nothing_half_written(auditor, walked):
    ran = auditor("report", "--workspace", "data", "--format", "html", "--format", "csv", "--format", "json")
    names = [line.rsplit("/", 1)[1] for line in ran.stdout.splitlines()]
    assert names == [
        "index.html",
        "scorecard-acme-outfitters.html",
        "scorecard-borse-sohne.html",
        "report.json",
        "findings.csv",
    ]
    assert sorted(p.name for p in walked.reports("autumn").iterdir()) == sorted(names)


def test_one_shops_report_leaves_the_overview_whole(auditor, walked):
    auditor("report", "--workspace", "data")
    auditor("report", "--workspace", "data", "--shop", "acme")
    report = json.loads((walked.reports("autumn") / "report.json").read_text(encoding="utf-8"))
    assert len(report["scorecards"]) == 2


def test_the_table_of_findings_reads_back(auditor, walked):
    auditor("report", "--workspace", "data", "--format", "csv")
    with (walked.reports("autumn") / "findings.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["shop"] for row in rows} == {"Acme Outfitters", "Börse & Söhne"}
    assert all(row["criterion"] and row["outcome"] and row["state"] for row in rows)


@pytest.mark.parametrize("text", ["=1+1", "+49 30 1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_is_taken_for_a_formula(text):
    assert safe_cell(text) == "'" + text
    assert safe_cell("a" + text) == "a" + text


def test_show_prints_the_documented_json(auditor, walked):
    from pathlib import Path

    schema = json.loads((Path(__file__).parents[2] / "docs/schemas/show.schema.json").read_text())
    ran = auditor("show", "BÖRSE & SÖHNE", "--workspace", "data", "--json")
    document = json.loads(ran.stdout)
    jsonschema.validate(document, schema)
    assert document["shop"] == "Börse & Söhne"
    assert document["funnel"][0] == {
        "stage": "home",
        "outcome": "reached",
        "url": "https://shop.example/",
        "seconds": 1.5,
    }


def test_show_fits_a_terminal(auditor, walked):
    ran = auditor("show", "acme-outfitters", "--workspace", "data", "--findings")
    assert ran.exit_code == 0
    assert "Acme Outfitters" in ran.stdout
    assert "not rated" in ran.stdout
    assert "\x1b" not in ran.stdout


def test_a_shop_that_is_not_there_gets_the_nearest_name(auditor, walked):
    ran = auditor("show", "acme outfiters", "--workspace", "data")
    assert ran.exit_code == 2
    assert "did you mean 'Acme Outfitters'?" in ran.stderr


def test_a_wave_that_is_not_there_is_refused(auditor, walked):
    ran = auditor("show", "acme", "--workspace", "data", "--wave", "spring")
    assert ran.exit_code == 2
    assert "spring" in ran.stderr
    assert "autumn" in ran.stderr


def test_a_visit_becomes_a_case(auditor, walked, tmp_path):
    ran = auditor(
        "save-case", "autumn/acme-outfitters", "https_all_pages", "--folder", "cases", "--workspace", "data"
    )
    assert ran.exit_code == 0, ran.output
    assert (tmp_path / "cases" / "https_all_pages" / "acme-outfitters" / "case.yaml").exists()
    again = auditor(
        "save-case", "autumn/acme-outfitters", "https_all_pages", "--folder", "cases", "--workspace", "data"
    )
    assert again.exit_code == 2
    assert "there is such a case already" in again.stderr


def test_a_case_of_a_visit_that_is_not_there_names_those_that_are(auditor, walked):
    ran = auditor("save-case", "autumn/nobody", "https_all_pages", "--workspace", "data")
    assert ran.exit_code == 2
    assert "autumn/acme-outfitters" in ran.stderr
