"""Pages that can be handed over: whole, harmless, self-contained and always the same."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from gallery import Gallery
from samples import LINKS, PAYLOADS, WAVE, card_of, empty, harbour, hostile, judged, nordlicht, panel, walled

from auditor.models import CheckoutCounts, Outcome, Shop
from reports.build import build_overview, build_scorecard_report, build_wave
from reports.document import wave_json
from reports.render import overview_html, render_overview, render_scorecard, scorecard_html, write_report_json


class Page(HTMLParser):
    """What a browser would see: tags with attributes, and the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)

    def handle_data(self, data):
        self.words += data

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]


def scorecard_page(card, gallery: Gallery) -> Page:
    return Page(scorecard_html(build_scorecard_report(card, LINKS), gallery.read))


@pytest.fixture
def gallery():
    return Gallery()


@cache
def every_page() -> list[str]:
    gallery = Gallery()
    cards = (*panel(gallery), empty(), hostile(gallery))
    reports = tuple(build_scorecard_report(card, LINKS) for card in cards)
    return [*(scorecard_html(r, gallery.read) for r in reports), overview_html(build_overview(WAVE, reports))]


def test_pages_load_nothing_and_run_nothing():
    for html in every_page():
        page = Page(html)
        assert {tag for tag, _ in page.tags} & {
            "script",
            "iframe",
            "object",
            "embed",
            "link",
            "form",
            "base",
        } == set()
        assert [a for _, a in page.tags if any(name.startswith("on") or name == "style" for name in a)] == []
        assert [
            a["src"][:30] for a in page.all("img") if not a["src"].startswith("data:image/webp;base64,")
        ] == []
        assert [a["href"] for a in page.all("use") if not a["href"].startswith("#")] == []
        assert not re.search(r"url\((?!#open\))|@import", html)


def test_pages_forbid_scripts_and_network_by_policy():
    for html in every_page():
        policy = next(a["content"] for a in Page(html).all("meta") if "http-equiv" in a)
        assert policy.startswith("default-src 'none'; style-src 'sha256-")
        assert "unsafe" not in policy


def test_only_web_addresses_become_links_and_they_give_nothing_away():
    for html in every_page():
        for link in Page(html).all("a"):
            target = link["href"]
            outside = target.startswith(("http://", "https://"))
            assert outside or re.fullmatch(
                r"#[\w-]+|[\w.-]+\.html|\.\./evidence/objects/[0-9a-f]{2}/[0-9a-f]{64}[.a-z]+", target
            )
            if outside:
                assert link["rel"] == "noopener noreferrer nofollow"
                assert "@" not in target


def test_what_a_shop_says_stays_text(gallery):
    page = scorecard_page(hostile(gallery), gallery)
    assert "<script>alert(1)</script>" in page.words
    assert "</style><style>*{display:none}" in page.words
    assert "{{ 7*7 }}" in page.words
    assert len(page.all("style")) == 1
    assert [a for a in page.all("html") if a["lang"] != "en"] == []


def test_direction_and_control_characters_do_not_reach_a_page():
    for html in every_page():
        assert not set(html) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x1b\x00\x07")


def test_hostile_words_do_not_reach_the_report_json_alive(gallery):
    report = build_scorecard_report(hostile(gallery), LINKS)
    assert "\\u001b" not in wave_json(build_wave(WAVE, (report,)))
    assert "\u202e" not in wave_json(build_wave(WAVE, (report,)))


def test_a_very_long_name_is_cut_and_still_has_a_file_of_its_own(gallery, tmp_path):
    shops = (Shop(name="A" * 3000, url="https://a.example/"), Shop(name="A" * 3001, url="https://b.example/"))
    paths = [
        render_scorecard(build_scorecard_report(card_of(shop, ())), tmp_path, gallery.read) for shop in shops
    ]
    assert paths[0] != paths[1]
    assert all(path.exists() and len(path.name) < 120 for path in paths)
    assert "A" * 130 not in paths[0].read_text(encoding="utf-8")


def test_the_same_evidence_gives_the_same_bytes(gallery, tmp_path):
    def written(folder):
        reports = tuple(build_scorecard_report(card, LINKS) for card in panel(Gallery()))
        files = [render_scorecard(r, folder, gallery.read) for r in reports]
        files += [render_overview(build_overview(WAVE, reports), folder)]
        files += [write_report_json(build_wave(WAVE, reports[::-1]), folder)]
        return {path.name: path.read_bytes() for path in files}

    panel(gallery)
    first, second = written(tmp_path / "a"), written(tmp_path / "b")
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_nothing_half_written_stays_behind(gallery, tmp_path):
    render_scorecard(build_scorecard_report(nordlicht(gallery)), tmp_path, gallery.read)
    assert [path.name for path in tmp_path.iterdir()] == ["scorecard-nordlicht-schuhe.html"]


def test_a_scorecard_tells_score_bounds_and_coverage_in_plain_words(gallery):
    page = scorecard_page(nordlicht(gallery), gallery)
    assert (
        "71% of the points that could be judged; between 63% and 75% whatever we could not see; 89%"
        in page.words
    )


def test_a_shop_that_turned_us_away_is_not_rated_and_loses_nothing(gallery):
    report = build_scorecard_report(walled(gallery), LINKS)
    assert report.score.headline == "not rated"
    assert report.mend_first == ()
    assert {f.lost for f in report.not_observed} == {0.0}
    words = scorecard_page(walled(gallery), gallery).words
    assert "costs no points" in words
    assert "The shop shows a wall against robots; we do not press on. 403 on the home page." in words


def test_too_little_coverage_gives_bounds_but_no_score():
    seen = judged("a", "search", "A?", Outcome.MET, True)
    unseen = judged("b", "search", "B?", Outcome.NOT_OBSERVED, code="timeout", possible=8)
    report = build_scorecard_report(card_of(Shop(name="x", url="https://x.example/"), (seen, unseen)))
    assert report.score.percent is None
    assert report.score.bounds_text == "20–100%"
    assert "too little for a score" in report.score.words


def test_a_scorecard_without_findings_is_still_a_page(gallery):
    words = scorecard_page(empty(), gallery).words
    assert "Nothing in the rubric applies here" in words
    assert "no visit took place" in words


def test_the_first_failed_must_have_ends_the_path(gallery):
    report = build_scorecard_report(harbour(gallery))
    assert [(g.criterion, g.verdict, g.is_out) for g in report.gates] == [
        ("search_present", "Passed", False),
        ("stock_shown", "Failed", True),
        ("guest", "Failed", False),
        ("hours", "Passed", False),
    ]
    assert (
        report.gates_text
        == "2 of 4 must-haves passed, 2 failed. A strict panel would drop the shop at number 2."
    )


def test_a_must_have_that_does_not_apply_is_no_riddle():
    finding = judged("pickup", "delivery", "Pickup?", Outcome.NOT_APPLICABLE, because="No stores.", gate=True)
    report = build_scorecard_report(card_of(Shop(name="x", url="https://x.example/"), (finding,)))
    assert [g.verdict for g in report.gates] == ["Does not apply"]


def test_worst_losses_come_first_with_what_they_would_bring(gallery):
    report = build_scorecard_report(nordlicht(gallery))
    assert [m.lost for m in report.mend_first] == [3, 3, 2, 2, 1.5, 1]
    assert report.mend_first[0].gain_text == "+6 percentage points"
    assert report.mend_text == "2 further findings cost points; they stand under Findings."


def test_counts_of_a_walk_that_stopped_early_are_at_least():
    shop = Shop(name="x", url="https://x.example/")
    counts = CheckoutCounts(screens=3, clicks=7, fields_shown=4, steps_declared=5, stopped_at="account_wall")
    told = {
        m.measure: m for m in build_scorecard_report(card_of(shop, (), checkout=counts)).checkout.measures
    }
    assert (told["screens"].value_text, told["screens"].comparison) == ("at least 3 screens", "")
    assert (told["clicks"].value_text, told["clicks"].comparison) == ("at least 7 clicks", "over the limit")
    assert told["steps_declared"].value_text == "5 steps"
    assert told["machine_seconds"].value_text == "not observed"


def test_times_without_a_zone_are_not_passed_off_as_utc(gallery):
    card = replace(nordlicht(gallery), started_at=datetime(2026, 1, 1))
    assert build_scorecard_report(card).head.started_at is None


def test_shops_with_the_same_printed_score_share_a_rank(gallery):
    overview = build_overview(WAVE, tuple(build_scorecard_report(card) for card in panel(gallery)))
    assert [(s.rank_text, s.score.headline) for s in overview.shops] == [
        ("1", "100%"),
        ("2=", "71%"),
        ("2=", "71%"),
        ("4", "54%"),
        ("", "not rated"),
    ]
    assert overview.title_text == "5 shops, 4 rated"


def test_the_overview_links_to_every_scorecard(gallery):
    reports = tuple(build_scorecard_report(card) for card in panel(gallery))
    links = {a["href"] for a in Page(overview_html(build_overview(WAVE, reports))).all("a")}
    assert links == {r.file_name for r in reports}


def test_two_shops_cannot_share_a_scorecard(gallery):
    report = build_scorecard_report(nordlicht(gallery))
    with pytest.raises(ValueError, match=r"scorecard-nordlicht-schuhe\.html"):
        build_overview(WAVE, (report, report))


def test_scores_by_different_rubrics_are_not_compared_in_silence(gallery):
    first, second = nordlicht(gallery), harbour(gallery)
    second = replace(second, rubric=replace(second.rubric, version="2.0", sha256="b" * 64))
    overview = build_overview(WAVE, (build_scorecard_report(first), build_scorecard_report(second)))
    assert overview.rubrics_text.startswith(
        "Judged by different rubrics, so that the scores cannot be compared"
    )


def test_a_wave_without_shops_has_an_overview():
    assert "No shop was audited in this wave." in overview_html(build_overview(WAVE, ()))


def test_headings_do_not_skip_a_level():
    for html in every_page():
        levels = [int(tag[1]) for tag, _ in Page(html).tags if re.fullmatch(r"h[1-6]", tag)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_chart_has_a_title_and_every_picture_a_description():
    for html in every_page():
        assert len(re.findall(r"<svg[^>]*role=\"img\"", html)) == len(
            re.findall(r"role=\"img\"[^>]*><title>[^<]", html)
        )
        assert [a for a in Page(html).all("img") if not a.get("alt")] == []


def test_ids_on_a_page_are_unique_and_links_within_it_arrive():
    for html in every_page():
        page = Page(html)
        ids = [a["id"] for _, a in page.tags if "id" in a]
        assert sorted(ids) == sorted(set(ids))
        targets = {a["href"][1:] for a in page.all("a") if a["href"].startswith("#")}
        assert targets <= set(ids)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_changes_nothing_but_the_words(gallery, payload):
    calm, nasty = (
        scorecard_page(card_of(Shop(name=name, url="https://x.example/"), ()), gallery).tags
        for name in ("calm", payload)
    )
    assert [tag for tag, _ in calm] == [tag for tag, _ in nasty]


def test_a_reason_that_only_repeats_verdict_and_value_is_left_out():
    findings = (
        judged("a", "search", "A?", Outcome.MET, True, because="yes: is met", gate=True),
        judged("b", "search", "B?", Outcome.NOT_MET, False, because="no: is not met; none of 3 words"),
        judged("c", "returns", "C?", Outcome.MET, 30, unit="days", because="30 days: at least 14 is met"),
    )
    report = build_scorecard_report(card_of(Shop(name="x", url="https://x.example/"), findings))
    told = [f.because for s in report.sections for f in s.findings]
    assert told == ["", "None of 3 words", "30 days: at least 14 is met"]
    assert report.gates[0].because == ""


def test_a_reason_that_is_told_already_is_not_told_twice():
    told = "The shop did not answer in time. The chat stayed empty."
    findings = (
        judged("a", "contact", "A?", Outcome.NOT_OBSERVED, code="timeout", because=told),
        judged("b", "contact", "B?", Outcome.NOT_OBSERVED, code="timeout", because="The chat stayed empty."),
    )
    report = build_scorecard_report(card_of(Shop(name="x", url="https://x.example/"), findings))
    assert [f.because for f in report.not_observed] == [told, told]
