"""A real visit becomes a test case that a person can correct."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from shop_evidence import SHOP, sealed_shop

from auditor.case_export import export_case
from auditor.checks import all_checks
from auditor.checks.case import load_case
from auditor.errors import ConfigError
from auditor.evidence import EvidenceStore
from auditor.models import Observed


def test_the_case_holds_what_the_check_saw_and_gives_the_same_answer(tmp_path: Path) -> None:
    store = EvidenceStore(tmp_path / "evidence")
    visits = [v for v in sealed_shop(store) if v.scenario == "contact_info"]
    check = all_checks()["phone_offered"]
    path = export_case(visits, store, check, tmp_path / "cases", why="A number among German sentences.")
    assert path == tmp_path / "cases" / "phone_offered" / "acme-outfitters" / "case.yaml"
    case = load_case(path.parent)
    answer = check(case.pages, case.lexicon)
    assert isinstance(answer, Observed)
    assert (case.expect.state, case.expect.value) == ("observed", answer.value)
    assert case.pages.outcomes["faq"] == "not_found"


def test_a_case_is_never_overwritten(tmp_path: Path) -> None:
    store = EvidenceStore(tmp_path / "evidence")
    visits = sealed_shop(store)
    check = all_checks()["phone_offered"]
    export_case(visits, store, check, tmp_path, name="first")
    with pytest.raises(ConfigError, match="there is such a case already"):
        export_case(visits, store, check, tmp_path, name="first")


def test_visits_of_several_shops_are_no_case(tmp_path: Path) -> None:
    store = EvidenceStore(tmp_path / "evidence")
    visits = sealed_shop(store) + sealed_shop(store, replace(SHOP, name="Other"))
    with pytest.raises(ValueError, match="one shop"):
        export_case(visits, store, all_checks()["phone_offered"], tmp_path)
