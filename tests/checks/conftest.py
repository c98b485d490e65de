"""A folder under tests/cases is a test: whoever asks for `case` gets each of them in turn."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.checks import all_checks
from auditor.checks.case import FILE, Case, load_case

CASES = Path(__file__).parent.parent / "cases"


def case_folders() -> list[Path]:
    return sorted(path.parent for path in CASES.glob(f"*/*/{FILE}"))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "case_folder" in metafunc.fixturenames:
        folders = case_folders()
        metafunc.parametrize("case_folder", folders, ids=[f"{f.parent.name}/{f.name}" for f in folders])
    if "check" in metafunc.fixturenames:
        metafunc.parametrize("check", all_checks().values(), ids=lambda check: str(check.id))


@pytest.fixture(scope="session")
def some_cases() -> list[Case]:
    """Every seventh case, for questions that were not asked of it."""
    return [load_case(folder) for folder in case_folders()[::7]]
