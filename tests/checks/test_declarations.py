"""A check's declaration is true: its name, place, question, roles and cases are what they say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from auditor import checks
from auditor.checks.base import Check
from auditor.checks.case import FILE, load_case
from auditor.lexicon import load_yaml
from auditor.models import SECTIONS

ROOT = Path(__file__).parent.parent.parent
FOLDER = Path(checks.__file__).parent
UNITS = {"days", "count", "clicks", "seconds", "hours_per_week", "share", "money", "opening_hours", "yes_no"}
UNITS |= {"score", ""}

NEVER_ABSENT = {
    "phone_on_home_page": "a home page without a number is a 0 on its scale",
    "https_all_pages": "a page over http is a no, and every page has an address",
}
"""Checks that cannot answer absent, and why."""


def documented_roles() -> set[str]:
    """The roles in the first column of the table "Roles of steps" of docs/evidence.md."""
    text = (ROOT / "docs" / "evidence.md").read_text(encoding="utf-8")
    table = text.split("## Roles of steps")[1].split("\n## ")[0]
    first_columns = (line.split("|")[1] for line in table.splitlines() if line.startswith("|"))
    return {role for column in first_columns for role in re.findall(r"`(\w+)`", column)}


def states_in_cases(check: Check) -> set[str]:
    cases = ROOT / "tests" / "cases" / check.id
    return {load_yaml(path)["expect"]["state"] for path in cases.glob(f"*/{FILE}")}


def test_its_file_is_named_after_it_and_lies_in_its_section(check: Check) -> None:
    assert check.section in SECTIONS
    assert (FOLDER / check.section / f"{check.id}.py").is_file()


def test_it_asks_a_question(check: Check) -> None:
    assert check.question.endswith("?")
    assert check.question[0].isupper()


def test_it_reads_roles_that_are_documented(check: Check) -> None:
    assert check.reads
    assert set(check.reads) <= documented_roles()
    assert len(set(check.reads)) == len(check.reads)


def test_it_says_what_its_value_means_and_what_can_fool_it(check: Check) -> None:
    assert check.unit in UNITS
    assert check.version >= 1
    assert check.fooled_by
    assert re.search(r"\bValue:", check.doc)
    assert re.search(r"\bAbsent:", check.doc)
    assert re.search(r"\bWhy\b", check.doc)


def test_it_has_a_case_of_the_thing_being_there(check: Check) -> None:
    assert "observed" in states_in_cases(check)


def test_it_has_a_case_of_the_thing_being_absent_or_says_why_not(check: Check) -> None:
    assert "absent" in states_in_cases(check) or check.id in NEVER_ABSENT


@pytest.mark.parametrize("name", sorted(NEVER_ABSENT))
def test_a_written_exception_is_still_needed(name: str) -> None:
    assert "absent" not in states_in_cases(checks.all_checks()[name])


def test_a_case_belongs_to_a_check_and_loads(case_folder: Path) -> None:
    assert case_folder.parent.name in checks.all_checks()
    assert load_case(case_folder)
