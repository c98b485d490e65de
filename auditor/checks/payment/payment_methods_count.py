"""How many ways to pay does the checkout offer?"""

from __future__ import annotations

from auditor.checks._walked import absent, body_blocks, body_controls, not_walked, words_of
from auditor.checks.base import Page, Pages, check
from auditor.counting_choices import PAYMENT, method_words, offers_about
from auditor.lexicon import Lexicon
from auditor.models import Answer, EvidenceRef, Observed
from auditor.pages.fields import read_fields
from auditor.reading.methods import Methods, load_methods

_SCREENS = ("cart", "account_wall", "checkout", "checkout_filled", "last_state")
_LONGEST = 80


@check(
    question="How many distinct ways to pay does the checkout offer?",
    reads=_SCREENS,
    unit="count",
    fooled_by="ways that depend on country or order value; a payment service that offers more ways itself",
)
def observe(pages: Pages, lexicon: Lexicon) -> Answer:
    """Distinct methods among the choices of the checkout, each quoted.

    Value: methods; all brands of cards are one, the express buttons of a wallet are one each. One where
    the checkout names a single way and asks nothing.
    Absent: no screen of the whole checkout names a way to pay.
    Why brands of cards are one: a shop that lists three of them offers one way to pay.
    """
    offered = _offered(pages, lexicon)
    if offered:
        offered |= {k: ref for k, ref in _express(pages, lexicon).items() if k not in offered}
        return Observed(value=len(offered), evidence=tuple(offered.values()))
    if not pages.of("last_state"):
        return not_walked(pages, "cart", "checkout", "last_state")
    single = _single(pages, lexicon)
    if single:
        return Observed(value=1, evidence=(single,), because="one way is named, and nothing is asked")
    looked = pages.of("checkout", "checkout_filled", "last_state")
    return absent(looked, because="no screen of the checkout names a way to pay")


def _offered(pages: Pages, lexicon: Lexicon) -> dict[str, EvidenceRef]:
    """Each method among the choices of all screens, with the place where it was first seen."""
    found: dict[str, EvidenceRef] = {}
    for page in pages.of(*_SCREENS):
        words = words_of(page, lexicon)
        methods = load_methods(*words.languages)
        for offer in offers_about(page.snapshot, PAYMENT, words):
            found.setdefault(_method(offer.words, methods), page.ref(offer.words))
    return found


def _express(pages: Pages, lexicon: Lexicon) -> dict[str, EvidenceRef]:
    """The wallets that have a button of their own in the checkout."""
    found: dict[str, EvidenceRef] = {}
    for page in pages.of("checkout", "last_state"):
        words = words_of(page, lexicon)
        methods = load_methods(*words.languages)
        for control in body_controls(page):
            if control.role not in ("button", "link") or len(control.name) > _LONGEST:
                continue
            kinds = methods.payment_kinds(control.name)
            if len(kinds) == 1 and words.matches("express_payment", control.name):
                found.setdefault(kinds[0], page.ref(control))
    return found


def _method(name: str, methods: Methods) -> str:
    """What makes two names the same method: "Visa" and "Credit card" are both `card`."""
    return " ".join(methods.payment_kinds(name)) or method_words(name)


def _single(pages: Pages, lexicon: Lexicon) -> EvidenceRef | None:
    """The one way to pay that the checkout names or has fields for, where there is no choice."""
    named: dict[str, EvidenceRef] = {}
    for page in pages.of("checkout", "checkout_filled", "last_state"):
        words = words_of(page, lexicon)
        methods = load_methods(*words.languages)
        card = next((f for f in read_fields(page.snapshot, words) if f.kind == "card"), None)
        if card:
            named.setdefault("card", page.ref(card.control))
        for kinds, text in _named_lines(page, words, methods):
            named.setdefault(kinds, page.ref(text))
    return next(iter(named.values())) if len(named) == 1 else None


def _named_lines(page: Page, words: Lexicon, methods: Methods) -> list[tuple[str, str]]:
    """Lines such as "Payment method: bank transfer", or such a name right under a heading for payment."""
    found = []
    blocks = [b for b in body_blocks(page) if b.dialog < 0]
    for before, block in zip((None, *blocks), blocks, strict=False):
        kinds = methods.payment_kinds(block.text) if len(block.text) <= _LONGEST else ()
        under = before is not None and words.score("payment_method", before.text) >= 0.6
        if kinds and (under or words.matches("payment_method", block.text)):
            found.append((" ".join(kinds), block.text))
    return found
