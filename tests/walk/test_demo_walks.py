"""All scenarios through all demo shops: what was reached, what was kept, and that nothing was bought."""

from __future__ import annotations

import pytest
from demo_walks import SCENARIOS, DemoWalks

from auditor.counting import checkout_counts, funnel
from auditor.demo.compare import Match, compare_checkout, compare_funnel, load_answers
from auditor.models import Action
from auditor.observer import cached_loader
from scenarios.customer import FINDS

pytestmark = pytest.mark.browser

FURTHER = ("search_exact", "search_typo", "search_type", "search_nonproduct", "search_nonsense")


def test_every_stage_is_reached_as_the_truth_says(walked: DemoWalks):
    answers = load_answers(walked.demo.answers)
    stages = funnel(tuple(walked.visits.values()))
    assert [c for c in compare_funnel(answers["funnel"], stages) if c.match is not Match.RIGHT] == []


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_no_walk_ends_in_a_trouble_of_ours(walked: DemoWalks, scenario: str):
    visit = walked.visits[scenario]
    troubles = {k: (o, visit.details.get(k)) for k, o in visit.outcomes.items()}
    assert {k: t for k, t in troubles.items() if t[0] not in ("reached", "not_found")} == {}
    assert set(FINDS[scenario]) <= set(visit.outcomes)


def test_every_kind_of_search_is_tried(walked: DemoWalks):
    assert set(FURTHER) <= set(walked.visits["search"].outcomes)


def test_the_checkout_counts_as_the_truth_says(walked: DemoWalks):
    truth = load_answers(walked.demo.answers)["checkout"]
    counts = checkout_counts(tuple(walked.visits.values()), cached_loader(walked.evidence.store))
    wrong = [c for c in compare_checkout(truth, counts) if c.match not in (Match.RIGHT, Match.NO_TRUTH)]
    assert wrong == []
    assert not counts.censored


def test_the_shop_itself_says_that_only_the_order_was_left(walked: DemoWalks):
    assert walked.at_last_state["ready_to_order"] is True
    assert walked.at_last_state["orders"] == 0


def test_the_last_state_names_the_order_control(walked: DemoWalks):
    last = [s for s in walked.visits["checkout"].steps if s.role == "last_state"]
    truth = load_answers(walked.demo.answers)["checkout"]["order_button"]
    assert [(s.facts["ready"], s.facts["order_button"]) for s in last] == [(True, truth)]


def test_the_cart_is_left_empty(walked: DemoWalks):
    assert walked.afterwards["cart"] == []
    assert walked.visits["checkout"].outcomes["cart_emptied"] == "reached"
    assert walked.visits["cart"].outcomes["cart_remove"] == "reached"


def test_no_order_stands_in_the_ledger(walked: DemoWalks):
    assert walked.demo.orders() == 0


def test_every_kept_moment_has_all_its_files(walked: DemoWalks):
    store = walked.evidence.store
    for visit, step in walked.steps():
        if step.document:
            assert store.get(step.document).startswith(b"%PDF")
            continue
        where = f"{visit.id} {step.role}"
        assert store.snapshot(step.snapshot).url == step.url, where
        assert b"<html" in store.get(step.html)[:2000].lower(), where
        assert store.get(step.text).strip(), where
        assert store.get(step.screenshot)[:3] == b"\xff\xd8\xff", where


def _presses(walked: DemoWalks) -> list[Action]:
    return [a for visit in walked.visits.values() for a in visit.actions if a.kind == "click"]


def test_every_press_carries_its_choice_or_names_its_intent(walked: DemoWalks):
    presses = _presses(walked)
    assert presses
    assert [a for a in presses if a.choice is None and not a.intent] == []


def test_a_ranked_choice_carries_its_reasons(walked: DemoWalks):
    choices = [a.choice for a in _presses(walked) if a.choice is not None]
    assert [c for c in choices if c.best.score and not c.best.reasons] == []


def test_every_choice_carries_its_reasons(walked: DemoWalks):
    assert [a.choice for a in _presses(walked) if a.choice is not None and not a.choice.best.reasons] == []


def test_what_was_put_in_the_cart_was_seen_there(walked: DemoWalks):
    added = [s for s in walked.visits["cart"].steps if s.role == "cart_added"]
    assert [bool(s.facts["seen"]) for s in added] == [True]


def test_the_consent_wall_is_refused_and_noted(walked: DemoWalks):
    noted = [o for visit in walked.visits.values() for o in visit.overlays if o.startswith("consent")]
    if walked.demo.slug == "papierhain":
        assert any("consent_reject" in o for o in noted)
    assert [o for o in noted if "consent_accept" in o] == []


def test_every_visit_is_sealed_with_its_versions_and_network(walked: DemoWalks):
    for scenario, visit in walked.visits.items():
        sealed = walked.evidence.store.sealed(visit.id)
        assert sealed == visit, scenario
        assert {"program", "browser", "lexicon"} <= set(visit.versions)
        assert "Headless" not in visit.identity
        assert walked.evidence.store.get(visit.network).startswith(b"[")


def test_the_lexicon_that_read_the_shop_is_the_shops_own(walked: DemoWalks):
    spoken = {v.versions["lexicon"].split("+")[0] for v in walked.visits.values()}
    assert walked.demo.language in spoken
