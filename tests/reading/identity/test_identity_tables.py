"""Imprints and footers of the tables, and addresses by themselves."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.reading.address import read_address
from auditor.reading.identity import read_identity
from benchmarks.reading_policies import answers, judged, load_cases


@pytest.mark.parametrize("case", load_cases("identity/tuned.yaml"), ids=lambda case: case["id"])
def test_an_imprint_is_read(case: dict[str, Any]) -> None:
    assert answers("identity", case) == case["expect"]


def test_held_out_imprints_are_never_read_wrong() -> None:
    results = [result for *_, result, _, _ in judged("identity", "identity/held_out.yaml")]
    assert results.count("wrong") == 0
    assert results.count("right") >= 0.95 * len(results)


def test_a_number_that_fails_its_check_digits_is_refused_with_the_reason() -> None:
    vat = read_identity(("USt-IdNr.: DE123456789",), ("de",), "DE").vat_id
    assert vat.value is None
    assert "check digits" in vat.because


def test_known_names_what_was_read() -> None:
    found = read_identity(("Muster GmbH, Tel. 030 1234567",), ("de",), "DE")
    assert found.known == ("name", "legal_form", "phone")


@pytest.mark.parametrize(
    ("country", "lines", "address"),
    [
        ("DE", ("Hauptstr. 5, 10115 Berlin",), "Hauptstr. 5, 10115 Berlin"),
        ("DE", ("Hauptstr. 5", "D-10115 Berlin"), "Hauptstr. 5, 10115 Berlin"),
        ("FR", ("12 bis rue Haute, 69001 Lyon",), "12 bis rue Haute, 69001 Lyon"),
        ("US", ("1 Main St", "Springfield, IL 62701"), "1 Main St, Springfield IL 62701"),
        ("DE", ("Wir haben 10115 Kunden in Berlin",), None),
        ("DE", ("Bestellung 12345 vom Mai",), None),
        ("", ("Hauptstr. 5, 10115 Berlin",), None),
    ],
)
def test_an_address_needs_street_postcode_and_place(
    country: str, lines: tuple[str, ...], address: str | None
) -> None:
    assert read_address(lines, country).value == address
