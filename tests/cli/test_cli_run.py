"""A run walks, grades and reports; it resumes by itself and names what could not be audited."""

from __future__ import annotations

import json

from auditor.errors import VisitError


def reached(shop, scenario):
    return {scenario: "reached"} | ({"last_state": "reached"} if scenario == "checkout" else {})


def walled(shop, scenario):
    if shop.name.startswith("Acme"):
        raise VisitError("bot_wall", "at the door")
    return reached(shop, scenario)


def test_a_run_prints_one_funnel_line_per_shop_and_where_the_reports_are(auditor, wave_file, shops_that):
    shops_that(reached)
    ran = auditor("run", "wave.yaml")
    assert ran.exit_code == 0
    lines = ran.stdout.splitlines()
    assert len(lines) == 3
    assert lines[0].startswith(
        "Acme Outfitters: home reached, search reached, product reached, cart reached, "
        "checkout reached, last_state reached; "
    )
    assert lines[1].startswith("Börse & Söhne: home reached")
    assert lines[2] == "reports: data/reports/autumn/index.html"


def test_a_log_gets_one_plain_line_per_sealed_visit(auditor, wave_file, shops_that):
    shops_that(reached)
    lines = auditor("run", "wave.yaml", "--scenario", "home", "--scenario", "search").stderr.splitlines()
    assert lines == [
        "[1/4] Acme Outfitters: home 2.0 s, home reached",
        "[2/4] Acme Outfitters: search 2.0 s, search reached",
        "[3/4] Börse & Söhne: home 2.0 s, home reached",
        "[4/4] Börse & Söhne: search 2.0 s, search reached",
    ]


def test_a_second_run_walks_only_what_is_left_and_says_so(auditor, wave_file, shops_that):
    walked = shops_that(reached)
    auditor("run", "wave.yaml", "--scenario", "home")
    assert len(walked) == 2
    ran = auditor("run", "wave.yaml", "--scenario", "home", "--scenario", "search")
    assert walked[2:] == ["autumn/acme-outfitters/search", "autumn/borse-sohne/search"]
    assert "2 visits were sealed before and were not walked again" in ran.stderr


def test_shops_that_could_not_be_audited_are_named_and_the_others_are_done(auditor, wave_file, shops_that):
    shops_that(walled)
    ran = auditor("run", "wave.yaml")
    assert ran.exit_code == 1
    assert "could not be audited: Acme Outfitters. The shop shows a wall against robots" in ran.stderr
    assert "could not be audited: Börse" not in ran.stderr
    assert "Acme Outfitters: home bot_wall" in ran.stdout


def test_only_some_shops_can_be_asked_for(auditor, wave_file, shops_that):
    walked = shops_that(reached)
    ran = auditor("run", "wave.yaml", "--only", "acme outfitters")
    assert ran.exit_code == 0
    assert {visit.split("/")[1] for visit in walked} == {"acme-outfitters"}
    assert "Börse" not in ran.stdout


def test_without_reports_only_the_store_is_filled(auditor, wave_file, shops_that, tmp_path):
    shops_that(reached)
    ran = auditor("run", "wave.yaml", "--no-report")
    assert ran.exit_code == 0
    assert "reports" not in ran.stdout
    assert not (tmp_path / "data" / "reports").exists()


def test_the_workspace_may_be_another(auditor, wave_file, shops_that, tmp_path):
    shops_that(reached)
    assert auditor("run", "wave.yaml", "--workspace", "elsewhere").exit_code == 0
    assert (tmp_path / "elsewhere" / "reports" / "autumn" / "index.html").exists()
    assert not (tmp_path / "data").exists()


def test_programs_get_json_on_standard_output_alone(auditor, wave_file, shops_that):
    shops_that(walled)
    ran = auditor("run", "wave.yaml", "--json")
    document = json.loads(ran.stdout)
    assert ran.exit_code == 1
    assert document["visits"] == {"walked": 22, "sealed_before": 0}
    assert [shop["audited"] for shop in document["shops"]] == [False, True]
    assert document["shops"][0]["funnel"][0]["outcome"] == "bot_wall"
    assert document["shops"][0]["score"]["points_percent"] is None


def test_a_rubric_changed_after_the_first_walk_does_not_regrade_unasked(
    auditor, wave_file, shops_that, tmp_path
):
    from auditor.rubric import bundled_rubrics

    shops_that(reached)
    standard = bundled_rubrics()["standard"].read_text(encoding="utf-8")
    (tmp_path / "mine.yaml").write_text(standard, encoding="utf-8")
    wave_file.write_text(wave_file.read_text() + "rubric: mine.yaml\n", encoding="utf-8")
    auditor("run", "wave.yaml")
    (tmp_path / "mine.yaml").write_text(
        standard.replace('version: "1"', 'version: "2-mine"'), encoding="utf-8"
    )
    ran = auditor("run", "wave.yaml", "--json")
    assert "was changed since this wave began" in ran.stderr
    shown = json.loads(auditor("show", "acme", "--workspace", "data", "--json").stdout)
    assert shown["rubric"]["version"] == "1"
    again = auditor("show", "acme", "--workspace", "data", "--rubric", "mine.yaml", "--json")
    assert json.loads(again.stdout)["rubric"]["version"] == "2-mine"
