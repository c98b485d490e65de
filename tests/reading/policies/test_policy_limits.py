"""Whatever a page holds, reading it neither fails nor takes long."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.reading.fields import FIELDS, read_field
from auditor.reading.policies import read_returns, read_shipping

TEXTS = st.text(max_size=300) | st.text(alphabet="0123456789 .,-+/()@€$%tagedysreturn\n\t", max_size=300)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(FIELDS),
    TEXTS,
    st.sampled_from(["en", "de", "ru", "xx", ""]),
    st.sampled_from(["DE", "GB", "", "ZZ", "??"]),
)
def test_no_text_makes_a_reading_fail(field: str, text: str, language: str, country: str) -> None:
    found = read_field(field, text, (language,) if language else (), country)
    assert found.value is not None or found.because or field in ("hours", "money", "durations")


HOSTILE = {
    "one_word": "returns " * 4_000,
    "digits": "1 2 3 4 5 6 7 8 9 0 " * 1_500,
    "brackets": "((((" * 8_000,
    "at_signs": "a@" * 15_000,
    "commas": "return within 14 days, " * 1_200,
    "no_spaces": "x" * 30_000,
    "plus": "+49 " * 8_000,
    "capitals": "GmbH AG Ltd " * 2_500,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize(
    "field", ["return_window_days", "delivery_cost", "phones", "emails", "legal_name", "address"]
)
def test_hostile_text_takes_no_longer_than_its_size(field: str, text: str) -> None:
    read_field(field, "warm", ("en",), "DE")
    started = time.process_time()
    read_field(field, text, ("en",), "DE")
    assert time.process_time() - started < 0.05 * len(text) / 1_000


NODES: list[Any] = [
    {
        "@type": "MerchantReturnPolicy",
        "merchantReturnDays": {"a": []},
        "returnFees": 3,
        "applicableCountry": [None, 4],
    },
    {"@type": "MerchantReturnPolicy", "returnShippingFeesAmount": [{"value": "x", "currency": None}, "y"]},
    {
        "@type": ["OfferShippingDetails"],
        "deliveryTime": [1, {"transitTime": "P3D"}],
        "shippingRate": {"value": -1},
    },
    {"@type": None},
    {},
]


@pytest.mark.parametrize("node", NODES)
def test_data_of_wrong_types_are_survived(node: dict[str, Any]) -> None:
    read_returns(("30 days",), ("en",), "GB", (node,))
    read_shipping(("30 days",), ("en",), "GB", (node,))
