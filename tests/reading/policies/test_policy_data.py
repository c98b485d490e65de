"""What the page's data say is compared with its text, and a difference is never settled in silence."""

from __future__ import annotations

from typing import Any

from auditor.reading.policies import read_returns, read_shipping


def _policy(**said: Any) -> tuple[dict[str, Any], ...]:
    return ({"@type": "MerchantReturnPolicy", **said},)


def test_data_stand_where_the_text_is_silent() -> None:
    found = read_returns(("Welcome",), ("en",), "GB", _policy(merchantReturnDays="30"))
    assert found.window_days.value == 30
    assert found.window_days.quote == "merchantReturnDays: 30"


def test_data_that_contradict_the_text_refuse_the_value_and_are_told() -> None:
    found = read_returns(("Return within 14 days.",), ("en",), "GB", _policy(merchantReturnDays=60))
    assert found.window_days.value is None
    assert "14" in found.window_days.because
    assert "60" in found.window_days.because
    assert found.contradictions == (found.window_days,)


def test_data_that_agree_change_nothing() -> None:
    found = read_returns(("Return within 14 days.",), ("en",), "GB", _policy(merchantReturnDays=14))
    assert found.window_days.value == 14
    assert found.window_days.quote == "Return within 14 days."
    assert not found.contradictions


def test_a_policy_for_another_country_is_left_out() -> None:
    nodes = _policy(merchantReturnDays=60, applicableCountry="US")
    assert read_returns(("Return within 14 days.",), ("en",), "GB", nodes).window_days.value == 14


def test_two_policies_that_differ_prove_nothing() -> None:
    nodes = (*_policy(merchantReturnDays=60), *_policy(merchantReturnDays=30))
    assert read_returns(("Welcome",), ("en",), "GB", nodes).window_days.value is None


def test_returns_that_are_not_permitted_are_nought_days() -> None:
    nodes = _policy(returnPolicyCategory="https://schema.org/MerchantReturnNotPermitted")
    assert read_returns((), ("en",), "GB", nodes).window_days.value == 0


def test_free_return_in_the_data_is_nothing_to_pay() -> None:
    found = read_returns((), ("de",), "DE", _policy(returnFees="https://schema.org/FreeReturn"))
    assert (found.cost.value, found.payer.value) == ("EUR 0.00", "shop")


def test_a_fee_in_the_data_is_an_amount() -> None:
    amount = {"@type": "MonetaryAmount", "value": 4.9, "currency": "EUR"}
    found = read_returns((), ("de",), "DE", _policy(returnShippingFeesAmount=amount))
    assert (found.cost.value, found.payer.value) == ("EUR 4.90", "customer")


def test_a_label_in_the_box_is_read_from_data() -> None:
    found = read_returns((), ("de",), "DE", _policy(returnLabelSource="https://schema.org/ReturnLabelInBox"))
    assert (found.prepaid_label.value, found.label.value) == (True, "in_box")


def test_shipping_details_add_handling_to_transit() -> None:
    times = {"handlingTime": {"minValue": 0, "maxValue": 1}, "transitTime": {"minValue": 1, "maxValue": 4}}
    rate = {"value": "3.95", "currency": "GBP"}
    nodes = ({"@type": "OfferShippingDetails", "shippingRate": rate, "deliveryTime": times},)
    found = read_shipping((), ("en",), "GB", nodes)
    assert (found.standard_cost.value, found.delivery_days.value) == ("GBP 3.95", 5)


def test_where_to_send_is_the_address_under_its_words() -> None:
    lines = (
        "Returns",
        "Please send your return to the following address:",
        "Kettle Returns",
        "5 Mill Lane",
        "Leeds LS1 4AP",
    )
    assert read_returns(lines, ("en",), "GB").where_to_send.value == "5 Mill Lane, Leeds LS1 4AP"
