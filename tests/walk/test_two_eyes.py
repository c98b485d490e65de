"""A browser and saved HTML see the same page: what a customer could press in one is in the other.

Letters are compared without case and spaces: style sheets turn words into capitals and set words apart,
and saved HTML has none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from demo_walks import DemoWalks

from auditor.lexicon import fold, load_lexicon
from auditor.models import Choice
from auditor.pages.cart import choose_cart_link, choose_checkout
from auditor.pages.fields import read_fields
from auditor.pages.products import choose_add_to_cart, product_cards, product_title
from auditor.pages.results import choose_search_box
from auditor.pages.static import snapshot_from_html
from auditor.snapshot import Control, Snapshot

pytestmark = pytest.mark.browser

COMPARED = ("home", "search_results", "product", "cart", "checkout", "faq", "contact", "returns_policy")

What = tuple[str, str, str, str]


def both(walked: DemoWalks) -> Iterator[tuple[str, Snapshot, Snapshot]]:
    """(scenario and role, as the browser saw it, as its saved HTML tells) of every kept page."""
    store = walked.evidence.store
    for visit, step in walked.steps():
        if step.html and step.role in COMPARED:
            saved = snapshot_from_html(store.get(step.html), step.url)
            yield f"{visit.scenario}: {step.role}", store.snapshot(step.snapshot), saved


def letters(text: str) -> str:
    return fold(text).replace(" ", "")


def what(control: Control) -> What:
    """What a customer is told by a control, wherever it stands."""
    return control.tag, control.role, letters(control.name), control.href


def shown(page: Snapshot) -> list[Control]:
    """What can be pressed on the page itself, not on what lies over it."""
    return [c for c in page.controls if c.visible and c.dialog < 0 and c.frame == 0]


def twins(live: Snapshot, saved: Snapshot) -> Iterator[tuple[Control, Control]]:
    """Controls that stand exactly once in both."""
    there = Counter(what(c) for c in saved.controls)
    once = {what(c): c for c in saved.controls if there[what(c)] == 1}
    here = Counter(what(c) for c in live.controls)
    for control in shown(live):
        if here[what(control)] == 1 and what(control) in once:
            yield control, once[what(control)]


def test_what_the_browser_shows_is_found_in_the_saved_page(walked: DemoWalks):
    missing: dict[str, Counter[What]] = {}
    for where, live, saved in both(walked):
        here = Counter(what(c) for c in shown(live))
        lost = here - Counter(what(c) for c in saved.controls)
        if sum(lost.values()) > 0.03 * sum(here.values()):
            missing[where] = lost
    assert missing == {}


BY_NAME = pytest.mark.xfail(strict=False, reason="saved HTML does not know fields of a form by its name")


@pytest.mark.parametrize(
    "told",
    [
        "type",
        "autocomplete",
        "field_name",
        "placeholder",
        "landmark",
        "required",
        "checked",
        pytest.param("submits", marks=BY_NAME),
    ],
)
def test_a_control_that_both_see_is_described_alike(walked: DemoWalks, told: str):
    differ = [
        (where, one.words, getattr(one, told), getattr(other, told))
        for where, live, saved in both(walked)
        for one, other in twins(live, saved)
        if getattr(one, told) != getattr(other, told)
    ]
    assert differ == []


def test_headings_are_the_same(walked: DemoWalks):
    for where, live, saved in both(walked):
        here = [(h.level, letters(h.text)) for h in live.headings if h.dialog < 0]
        there = {(b.level, letters(b.text)) for b in saved.blocks if b.level}
        assert [h for h in here if h not in there] == [], where


def test_what_stands_in_the_head_of_the_page_is_the_same(walked: DemoWalks):
    for where, live, saved in both(walked):
        assert (live.title, live.lang, live.jsonld) == (saved.title, saved.lang, saved.jsonld), where
        assert live.meta == saved.meta, where


@BY_NAME
def test_forms_lead_to_the_same_places(walked: DemoWalks):
    for where, live, saved in both(walked):
        assert {f.action for f in live.forms} <= {f.action for f in saved.forms}, where


def _told(choice: Choice | None, page: Snapshot) -> What | None:
    return what(page.controls[choice.best.i]) if choice else None


def test_the_choosers_agree(walked: DemoWalks):
    words = load_lexicon(walked.demo.language)
    differ = []
    for where, live, saved in both(walked):
        visible = {what(c) for c in shown(live)}
        answers = {
            "search box": (_told(choose_search_box(p, words), p) for p in (live, saved)),
            "cart link": (_told(choose_cart_link(p, words), p) for p in (live, saved)),
        }
        if where.endswith("home"):
            answers["cards"] = (  # type: ignore[assignment]
                sorted(letters(c.title) for c in product_cards(p, words)) for p in (live, saved)
            )
        if where.endswith("product"):
            answers["title"] = (letters(product_title(p)) for p in (live, saved))  # type: ignore[assignment]
            answers["add"] = (_told(choose_add_to_cart(p, words), p) for p in (live, saved))
        if where.endswith("cart"):
            answers["checkout"] = (_told(choose_checkout(p, words), p) for p in (live, saved))
        for name, (one, other) in answers.items():
            # What a style sheet hides, saved HTML may still show and choose: that is left out.
            hidden = isinstance(other, tuple) and other not in visible
            if one and one != other and not hidden:
                differ.append((where, name, one, other))
    assert differ == [], differ[:3]


def test_the_fields_of_a_checkout_are_read_alike(walked: DemoWalks):
    words = load_lexicon(walked.demo.language)
    for where, live, saved in both(walked):
        if where.endswith("checkout"):
            seen = {f.kind for f in read_fields(live, words)}
            assert seen <= {f.kind for f in read_fields(saved, words)}, where
