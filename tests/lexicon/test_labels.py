"""What shops write on their controls is read as what it does, in every language."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.lexicon import load_lexicon, load_yaml

RIVALS = (
    "add_to_cart",
    "view_cart",
    "checkout",
    "continue",
    "place_order",
    "express_payment",
    "guest",
    "login",
    "consent_reject",
    "consent_accept",
    "close",
    "remove_item",
    "faq",
    "contact",
    "returns",
    "shipping_info",
    "terms",
    "privacy",
    "imprint",
    "account",
)

LABELS: dict[str, dict[str, str]] = load_yaml(Path(__file__).parent / "labels.yaml")

SAME_DEED = {"login": {"account"}, "account": {"login"}, "close": {"consent_accept"}}
"""Intents that a label may share without harm: what leads to the account is often the login, and what
closes a consent banner accepts it (which of the two it is, the overlay tells)."""


def best_intents(language: str, label: str) -> set[str]:
    """The rivals with the highest score; empty when none matches."""
    lexicon = load_lexicon(language)
    scores = {intent: lexicon.score(intent, label) for intent in RIVALS}
    highest = max(scores.values())
    return {intent for intent, score in scores.items() if score == highest and score > 0}


@pytest.mark.parametrize(
    ("language", "label", "meant"),
    [
        pytest.param(language, label, meant, id=f"{language}-{label}")
        for language, labels in LABELS.items()
        for label, meant in labels.items()
    ],
)
def test_a_label_says_what_its_control_does(language: str, label: str, meant: str) -> None:
    accepted = set(meant.split(" or "))
    for intent in tuple(accepted):
        accepted |= SAME_DEED.get(intent, set())
    best = best_intents(language, label)
    assert best
    assert best <= accepted


@pytest.mark.parametrize("language", LABELS)
def test_every_language_has_a_fair_number_of_labels(language: str) -> None:
    assert len(LABELS[language]) >= 20
