"""A rubric is read whole, or refused with the place and the problem; nothing scores by accident."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from auditor.errors import ConfigError
from auditor.models import Outcome
from auditor.rubric import EU, Rubric, bundled_rubrics, load_rubric

UNITS = {
    "faq_present": "yes_no",
    "return_window_days": "days",
    "delivery_cost_standard": "money",
    "checkout_time_seconds": "seconds",
    "faq_categorised": "count",
    "hours_weekend": "",
}

RUBRIC = """\
rubric:
  id: small
  version: "1"
  title: A small one
  min_coverage: 0.5
  sections: [self_service, returns]
criteria:
  - id: has_faq
    question: Is there an FAQ?
    section: self_service
    check: faq_present
    weight: 3
    yes_no: {yes: met, no: not_met}
    if_absent: not_met
    gate: true
  - id: generous
    question: How many days?
    section: returns
    check: return_window_days
    weight: 2
    bands:
      - {at_least: 30, outcome: met}
      - {at_least: 14, outcome: partly_met}
      - {otherwise: true, outcome: not_met}
    if_absent: not_met
"""
BANDS = RUBRIC[
    RUBRIC.index("    bands:") : RUBRIC.index("    if_absent: not_met\n", RUBRIC.index("    bands:"))
]


def load(tmp_path: Path, text: str) -> Rubric:
    path = tmp_path / "rubric.yaml"
    path.write_text(text)
    return load_rubric(path, UNITS)


def refusal(tmp_path: Path, text: str) -> str:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, text)
    return str(caught.value).replace(str(tmp_path) + "/", "")


def test_a_rubric_keeps_its_order_and_the_hash_of_its_bytes(tmp_path: Path) -> None:
    rubric = load(tmp_path, RUBRIC)
    assert [c.id for c in rubric.criteria] == ["has_faq", "generous"]
    assert rubric.gates == ("has_faq",)
    assert rubric.ref.sha256 == hashlib.sha256(RUBRIC.encode()).hexdigest()
    assert rubric.criteria[1].if_absent is Outcome.NOT_MET


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        pytest.param(
            "check: faq_present",
            "check: faq_presnt",
            "rubric.yaml:11:12: criteria[0].check (has_faq): there is no check 'faq_presnt'; "
            "did you mean 'faq_present'?",
            id="unknown check",
        ),
        pytest.param(
            "weight: 3", "weight: 0", "criteria[0].weight (has_faq): must be above 0", id="weight 0"
        ),
        pytest.param("weight: 3", "weight: -2", "must be above 0, not -2", id="negative weight"),
        pytest.param("weight: 3", "weight: .nan", "is not a number to work with", id="no number"),
        pytest.param("    weight: 3\n", "", "criteria[0].weight (has_faq): is missing", id="no weight"),
        pytest.param(
            "id: generous", "id: has_faq", "'has_faq' is there already: criteria[0]", id="duplicate id"
        ),
        pytest.param(
            "    check: faq_present\n", "", "answered_by page needs a check", id="page without check"
        ),
        pytest.param(
            "    check: faq_present\n",
            "    answered_by: person\n",
            "criteria[0].gate (has_faq): a gate needs a check",
            id="gate without check",
        ),
        pytest.param(
            "    if_absent: not_met\n    gate",
            "    gate",
            "if_absent is missing: what does it mean",
            id="absence without meaning",
        ),
        pytest.param(
            "    yes_no: {yes: met, no: not_met}\n", "", "says not how it earns points", id="no way to earn"
        ),
        pytest.param(
            "yes_no: {yes: met, no: not_met}",
            "yes_no: {yes: met}",
            "yes_no.no (has_faq): is missing",
            id="half",
        ),
        pytest.param(
            "yes_no: {yes: met, no: not_met}", "yes_no: {yes: met, no: met}", "earn the same", id="same"
        ),
        pytest.param(
            "    gate: true", "    gaet: true", "unknown key 'gaet'; did you mean 'gate'?", id="key"
        ),
        pytest.param(
            "section: returns", "section: return", "'return' is not among the sections", id="section"
        ),
        pytest.param("sections: [", "sections: [cheese, ", "unknown section 'cheese'", id="unknown section"),
        pytest.param("min_coverage: 0.5", "min_coverage: 50", "must be at most 1", id="coverage"),
        pytest.param('version: "1"', "version: 1.10", "must be text; write it in quotes", id="version"),
        pytest.param(
            "    gate: true",
            "    gate: true\n    applies_when: {country_in: [XX]}",
            "'XX' is no country",
            id="country",
        ),
        pytest.param(
            "    gate: true",
            "    gate: true\n    applies_when: {check: faq, value: true}",
            "there is no check 'faq'",
            id="condition",
        ),
        pytest.param(
            "    gate: true",
            "    gate: true\n    applies_when: {check: faq_present}",
            "needs a state",
            id="half",
        ),
        pytest.param(
            "  sections:",
            "  gates: [generous]\n  sections:",
            "'generous' is not a criterion with gate",
            id="gates",
        ),
        pytest.param("criteria:", "criteria: []\nx:", "unknown key 'x'", id="top key"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in RUBRIC
    assert said in refusal(tmp_path, RUBRIC.replace(old, new, 1))


@pytest.mark.parametrize(
    ("bands", "said"),
    [
        pytest.param(["{at_least: 30, outcome: met}"], "leaves a gap: 0 falls into no line", id="gap below"),
        pytest.param(
            ["{less_than: 5, outcome: met}", "{more_than: 5, outcome: not_met}"],
            "5 falls into no line",
            id="hole",
        ),
        pytest.param(
            ["{at_most: 5, outcome: met}", "{at_least: 7, outcome: not_met}"],
            "6 falls into no line",
            id="gap",
        ),
        pytest.param(
            ["{at_most: 20, outcome: met}", "{at_least: 10, outcome: not_met}"],
            "overlaps with line 1 of the bands (at 10)",
            id="overlap",
        ),
        pytest.param(
            [
                "{at_least: 14, outcome: partly_met}",
                "{at_least: 30, outcome: met}",
                "{otherwise: true, outcome: not_met}",
            ],
            "bands[1] (generous): can never be reached",
            id="wrong order",
        ),
        pytest.param(
            ["{at_least: 0, outcome: met}", "{otherwise: true, outcome: not_met}"],
            "can never be reached",
            id="all taken",
        ),
        pytest.param(
            ["{at_least: 9, at_most: 3, outcome: met}", "{otherwise: true, outcome: not_met}"],
            "can never",
            id="empty",
        ),
        pytest.param(
            ["{otherwise: true, outcome: not_met}", "{at_least: 3, outcome: met}"],
            "otherwise must be the last line",
            id="early",
        ),
        pytest.param(
            ["{at_least: 3, outcome: met}", *["{otherwise: true, outcome: not_met}"] * 2],
            "a second otherwise",
            id="two",
        ),
        pytest.param(["{outcome: met}"], "needs limits", id="nothing"),
        pytest.param(["{at_least: many, outcome: met}"], "must be a number or money", id="word"),
        pytest.param(
            ["{at_least: EUR 3, outcome: met}"], "answers in days, not in money", id="money for days"
        ),
        pytest.param(["{at_least: 3, more_than: 4, outcome: met}"], "are the same side", id="same side"),
        pytest.param(
            ["{at_least: 3, outcome: brilliant}"], "must be 'met', 'partly_met' or 'not_met'", id="outcome"
        ),
        pytest.param(["{is: true, outcome: met}"], "leaves a gap: other values", id="value gap"),
        pytest.param(
            ["{is: true, outcome: met}", "{is: [false, true], outcome: not_met}"],
            "decided by an earlier",
            id="value twice",
        ),
        pytest.param(
            ["{is: 3, outcome: met}", "{at_least: 4, outcome: met}", "{otherwise: true, outcome: not_met}"],
            "mixes",
            id="mix",
        ),
    ],
)
def test_bands_decide_every_value_in_one_way(tmp_path: Path, bands: list[str], said: str) -> None:
    written = "    bands:\n" + "".join(f"      - {band}\n" for band in bands)
    assert said in refusal(tmp_path, RUBRIC.replace(BANDS, written))


def test_whole_numbers_leave_no_gap_between_neighbours(tmp_path: Path) -> None:
    written = "    bands: [{at_most: 5, outcome: met}, {at_least: 6, outcome: not_met}]\n"
    load(tmp_path, RUBRIC.replace(BANDS, written))
    seconds = RUBRIC.replace(BANDS, written).replace("return_window_days", "checkout_time_seconds")
    assert "5.5 falls into no line" in refusal(tmp_path, seconds)


def test_one_rule_decides(tmp_path: Path) -> None:
    two = RUBRIC.replace(BANDS, BANDS + "    yes_no: {yes: met, no: not_met}\n")
    assert "bands is written already" in refusal(tmp_path, two)


def money(*lines: str) -> str:
    written = "    bands:\n" + "".join(f"      - {line}\n" for line in lines)
    return RUBRIC.replace(BANDS, written).replace("return_window_days", "delivery_cost_standard")


def test_money_needs_a_currency_unless_it_is_nothing(tmp_path: Path) -> None:
    rest = "{otherwise: true, outcome: not_met}"
    assert 'needs a currency, such as "EUR 4"' in refusal(tmp_path, money("{at_most: 4, outcome: met}", rest))
    load(tmp_path, money("{at_most: 0, outcome: met}", rest))
    load(tmp_path, money("{at_most: [EUR 4, PLN 16], outcome: met}", rest))


def test_every_line_speaks_of_every_currency(tmp_path: Path) -> None:
    lines = ("{at_most: [EUR 4, PLN 16], outcome: met}", "{at_most: EUR 7, outcome: partly_met}")
    said = refusal(tmp_path, money(*lines, "{otherwise: true, outcome: not_met}"))
    assert "names no amount in PLN, as other lines do" in said


@pytest.mark.parametrize(
    ("curve", "said"),
    [
        ("{p10: 90, median: 60, better: lower}", "must be below the median (60), because lower is better"),
        ("{p10: 60, median: 60, better: lower}", "must be below the median"),
        ("{p10: 30, median: 60, better: higher}", "must be above the median"),
        ("{p10: 0, median: 60, better: lower}", "must be above 0"),
        ("{p10: 30, median: 60}", "better (generous): is missing"),
    ],
)
def test_a_curve_runs_forwards(tmp_path: Path, curve: str, said: str) -> None:
    written = f"    curve: {curve}\n"
    text = RUBRIC.replace(BANDS, written).replace("return_window_days", "checkout_time_seconds")
    assert said in refusal(tmp_path, text)


def test_a_curve_needs_a_number(tmp_path: Path) -> None:
    written = "    curve: {p10: 30, median: 60, better: lower}\n"
    text = RUBRIC.replace(BANDS, written).replace("return_window_days", "faq_present")
    assert "a curve needs a number" in refusal(tmp_path, text)


def test_expanding_aliases_are_refused(tmp_path: Path) -> None:
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    bomb += "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
    assert "aliases expand to too much" in refusal(tmp_path, bomb)


def test_an_unknown_profile_names_the_known_ones() -> None:
    with pytest.raises(ConfigError, match="known: standard"):
        load_rubric("standart")


def test_the_european_union_is_a_group_of_countries(tmp_path: Path) -> None:
    text = RUBRIC.replace("    gate: true", "    gate: true\n    applies_when: {country_in: [EU, CH]}")
    condition = load(tmp_path, text).criteria[0].applies_when
    assert condition is not None
    assert condition.countries == EU | {"CH"}


def test_criteria_for_other_sources_need_no_check(tmp_path: Path) -> None:
    more = RUBRIC + (
        "  - id: mail_answered\n    question: Was the mail answered?\n    section: self_service\n"
        "    weight: 3\n    answered_by: mailbox\n"
    )
    assert load(tmp_path, more).criteria[-1].answered_by == "mailbox"


def test_gates_can_have_an_order_of_their_own(tmp_path: Path) -> None:
    text = RUBRIC.replace("  sections:", "  gates: [generous, has_faq]\n  sections:")
    assert load(tmp_path, text.rstrip() + "\n    gate: true\n").gates == ("generous", "has_faq")


@pytest.mark.parametrize("name", bundled_rubrics())
def test_bundled_rubrics_load_and_explain_every_weight(name: str) -> None:
    rubric = load_rubric(name)
    assert [c.id for c in rubric.criteria if not c.why] == []
    assert [c.id for c in rubric.criteria if c.source is None] == []
    assert sorted({c.section for c in rubric.criteria}) == sorted(rubric.sections)
