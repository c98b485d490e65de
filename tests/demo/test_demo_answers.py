"""The truth about each demo shop is complete, well-formed, and agrees with the shop."""

from __future__ import annotations

import re

import pytest
from opening_hours import OpeningHours
from ruamel.yaml import YAML

from auditor.models import STAGES

CHECKS = """
keyword_search_present search_exact_hit search_typo_tolerance search_nonproduct stock_status_realtime
pdp_shipping_cost_shown reviews_present cart_edit_easy cart_shipping_cost_before_end cart_save_for_later
guest_checkout checkout_steps_count checkout_clicks_count checkout_fields_count checkout_time_seconds
order_button_wording payment_methods_count delivery_options_count delivery_cost_standard faq_present
faq_searchable faq_categorised faq_clicks_from_home human_exit_visible service_hours_listed
service_hours_per_week hours_evening hours_weekend phone_offered phone_on_home_page email_offered
chat_offered social_offered contact_channel_count contact_clicks_from_home returns_policy_findable
return_window_days return_cost prepaid_return_label return_start_online trader_identity_complete
https_all_pages
""".split()


@pytest.fixture
def answers(shop):
    return YAML(typ="safe").load(shop.answers)


def test_the_truth_names_the_shop_as_it_is_served(shop, answers):
    assert answers["shop"] == {"name": shop.name, "country": shop.country, "language": shop.language}


def test_every_check_has_its_truth(answers):
    assert list(answers["checks"]) == CHECKS


def test_every_truth_is_a_state_with_a_value_where_something_is_observed(answers):
    for check, truth in answers["checks"].items():
        assert set(truth) <= {"state", "value", "note"}, check
        assert truth["state"] in ("observed", "absent", "not_applicable"), check
        assert ("value" in truth) == (truth["state"] == "observed"), check


def test_every_stage_can_be_reached(answers):
    assert answers["funnel"] == dict.fromkeys(STAGES, "reached")


def test_the_counts_of_the_checkout_say_the_same_as_the_checks(answers):
    counts, checks = answers["checkout"], answers["checks"]
    assert counts["screens"] == checks["checkout_steps_count"]["value"]
    assert counts["clicks"] == checks["checkout_clicks_count"]["value"]
    assert counts["fields_shown"] == checks["checkout_fields_count"]["value"]
    assert counts["fields_required"] <= counts["fields_shown"]


def test_service_hours_are_written_as_they_are_compared(answers):
    hours = answers["checks"]["service_hours_listed"]["value"]
    assert str(OpeningHours(hours).normalize()) == hours


@pytest.mark.parametrize("check", ["delivery_cost_standard", "return_cost"])
def test_money_is_currency_and_amount(answers, check):
    assert re.fullmatch(r"[A-Z]{3} \d+\.\d{2}", answers["checks"][check]["value"])


def test_the_order_button_has_the_words_of_the_truth(shop, answers):
    words = answers["checkout"]["order_button"]
    pages = "".join(path.read_text(encoding="utf-8") for path in shop.answers.parent.glob("templates/*.html"))
    assert words in pages


def test_the_phone_number_of_the_home_page_is_where_the_truth_says(visitor, answers):
    home = visitor.get("")
    head, foot = re.split(r"<footer|<div id=\"apacia\"", home)
    scale = 1 if "66969" in foot else 0
    scale = 2 if re.search(r"496 0142|600 00142|66969", head) else scale
    scale = 3 if 'href="tel:' in head else scale
    assert scale == answers["checks"]["phone_on_home_page"]["value"]
