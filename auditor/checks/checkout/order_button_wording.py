"""Does the order button say plainly that ordering means paying?"""

from __future__ import annotations

from auditor.checks._walked import not_walked, words_of
from auditor.checks.base import Page, Pages, check
from auditor.lexicon import Lexicon, fold
from auditor.models import Absent, Answer, EvidenceRef, NotObserved, Observed
from auditor.reading.methods import load_methods


@check(
    question="Does the order button say plainly that the order obliges to pay?",
    reads=("last_state",),
    unit="yes_no",
    fooled_by="words in a language that the shop does not speak; a picture for a button",
)
def observe(pages: Pages, lexicon: Lexicon) -> Answer:
    """Whether the words on the order button, and nothing else on the page, speak of buying or paying.

    Value: yes for the words of the law and for as clear ones ("Buy now", "Pay now"); no for words that
    only order, confirm or go on ("Place order", "Confirm", "Next"). Absent: the button has no words.
    Why the button alone: the Court of Justice reads the duty so (C-249/21); words around it do not heal it.
    """
    kept = [p for p in pages.of("last_state") if p.facts.get("ready") is not False]
    if not kept:
        return not_walked(pages, "cart", "checkout", "last_state")
    page = kept[0]
    button = str(page.facts.get("order_button") or pages.counts.order_button)
    if not button:
        return NotObserved(
            code="element_not_found", because="no order button was kept", evidence=(page.ref(),)
        )
    ref = _button_ref(page, button)
    if not any(c.isalnum() for c in button):
        return Absent(evidence=(ref,), because="the order button has no words")
    words = words_of(page, lexicon)
    plain = load_methods(*words.languages).obliges_to_pay(button)
    if plain is None and words.score("continue", button) >= 0.6:
        plain = False
    if plain is None:
        because = "these words are not known to say it, nor to leave it open"
        return NotObserved(code="ambiguous", because=because, evidence=(ref,))
    if not plain and any(c.isdigit() for c in button):
        because = "the button names an amount but does not say that it is paid"
        return NotObserved(code="ambiguous", because=because, evidence=(ref,))
    return Observed(value=plain, evidence=(ref,), because="" if plain else "it does not speak of paying")


def _button_ref(page: Page, button: str) -> EvidenceRef:
    """The button on the page, where it can be found again by its words."""
    wanted = fold(button)
    for control in page.snapshot.controls:
        if control.visible and wanted in (fold(control.name), fold(control.text), fold(control.value)):
            return page.ref(control)
    return page.ref(button)
