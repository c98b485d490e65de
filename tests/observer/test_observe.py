"""Every check is asked, none can stop the others, and what we cannot read is never called missing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from shop_evidence import GERMAN, ICELANDIC, SHOP, html, keep, sealed_shop, visit

from auditor.checks.base import Check, Observe, Pages
from auditor.evidence import EvidenceStore
from auditor.lexicon import Lexicon
from auditor.models import Absent, Answer, NotApplicable, NotObserved, Observed, State, Value
from auditor.observer import collect_pages, merged_outcomes, observe, spoken_languages


@pytest.fixture
def store(tmp_path: Path) -> EvidenceStore:
    return EvidenceStore(tmp_path)


def asks(function: Observe, name: str = "a_check", reads: tuple[str, ...] = ("home", "contact")) -> Check:
    return Check(
        id=name, section="contact", question="?", reads=reads, unit="count", version=3,
        observe=function, fooled_by="", doc="",
    )  # fmt: skip


def says(answer: Answer) -> Check:
    return asks(lambda _pages, _lexicon: answer)


def says_value(value: Value) -> Check:
    return says(Observed(value=value, evidence=()))


def test_each_answer_becomes_an_observation(store: EvidenceStore) -> None:
    visits = sealed_shop(store)
    answers: list[Answer] = [
        Observed(value=3, evidence=()),
        Absent(evidence=(), because="looked"),
        NotApplicable(because="no goods"),
        NotObserved(code="timeout"),
    ]
    seen = observe(visits, store, [says(a) for a in answers])
    assert [o.state for o in seen] == list(State)
    assert (seen[0].value, seen[0].unit, seen[0].version) == (3, "count", 3)
    assert (seen[3].code, seen[3].because) == ("timeout", "The shop did not answer in time.")


def test_a_failing_check_is_a_crash_and_stops_nobody(
    store: EvidenceStore, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(_pages: Pages, _lexicon: Lexicon) -> Answer:
        raise ZeroDivisionError("by nothing")

    seen = observe(sealed_shop(store), store, [asks(fails, "broken"), says_value(1)])
    assert (seen[0].state, seen[0].code) == (State.NOT_OBSERVED, "crashed")
    assert seen[0].because == "The check failed: ZeroDivisionError: by nothing"
    assert seen[1].value == 1
    assert "broken" in caplog.text


@pytest.mark.parametrize("nonsense", [None, 3, NotObserved(code="no_such_code")])
def test_an_answer_that_is_none_is_a_crash(store: EvidenceStore, nonsense: object) -> None:
    (seen,) = observe(sealed_shop(store), store, [says(nonsense)])  # type: ignore[arg-type]
    assert seen.code == "crashed"


def test_evidence_that_was_changed_is_not_judged(store: EvidenceStore) -> None:
    visits = sealed_shop(store)
    path = store.path(visits[0].steps[0].snapshot)
    path.write_bytes(b"something else")
    reads_home = asks(lambda pages, _: Observed(value=pages.of("home")[0].snapshot.title, evidence=()))
    reads_contact = asks(
        lambda pages, _: Observed(value=len(pages.of("contact")[0].snapshot.blocks), evidence=())
    )
    damaged, whole = observe(visits, store, [reads_home, reads_contact])
    assert (damaged.state, damaged.code) == (State.NOT_OBSERVED, "crashed")
    assert "cannot be read" in damaged.because
    assert whole.state is State.OBSERVED


def test_without_a_visit_nothing_was_visited(store: EvidenceStore) -> None:
    (seen,) = observe([], store, [says_value(1)])
    assert (seen.state, seen.code) == (State.NOT_OBSERVED, "not_visited")


def test_a_check_sees_only_the_roles_that_it_declares(store: EvidenceStore) -> None:
    roles = asks(
        lambda pages, _: Observed(value=tuple(p.role for p in pages), evidence=()), reads=("contact",)
    )
    (seen,) = observe(sealed_shop(store), store, [roles])
    assert seen.value == ("contact",)


def test_walks_come_before_crawls_however_they_are_given(store: EvidenceStore) -> None:
    crawl = visit("policies", keep(store, "contact", html("a", "de")), kind="crawl", minute=0)
    walk = visit("contact", keep(store, "contact", html("b", "de")), minute=9)
    assert [p.scenario for p in collect_pages([crawl, walk], store)] == ["contact", "policies"]
    assert [p.scenario for p in collect_pages([walk, crawl], store)] == ["contact", "policies"]


def test_shops_are_not_mixed(store: EvidenceStore) -> None:
    other = visit("home", shop=replace(SHOP, name="Other"))
    with pytest.raises(ValueError, match="one shop"):
        collect_pages([visit("home"), other], store)


def test_the_best_outcome_over_all_visits_counts_with_its_sentence() -> None:
    visits = [
        visit("faq", outcomes={"faq": "timeout", "contact": "not_visited"}, details={"faq": "12 s"}),
        visit("contact", outcomes={"faq": "not_found", "contact": "bot_wall"}, details={"contact": "403"}),
        visit("terms", outcomes={"faq": "budget", "terms": "budget"}, details={"faq": "used up"}),
        visit("policies", outcomes={"faq": "robots_disallow", "terms": "geo"}),
    ]
    outcomes, details = merged_outcomes(visits)
    assert outcomes == {"faq": "not_found", "contact": "bot_wall", "terms": "budget"}
    assert details == {"contact": "403"}


def test_the_language_seen_most_often_comes_first(store: EvidenceStore) -> None:
    english = (
        "You can send your order back within thirty days if you do not like it for any reason at all. " * 3
    )
    steps = [keep(store, "home", html(GERMAN, "de")), keep(store, "contact", html(GERMAN, "de"), 1)]
    steps.append(keep(store, "terms", html(english, "en"), 2))
    assert spoken_languages(collect_pages([visit("home", *steps)], store)) == ("de", "en")


def test_pages_that_do_not_tell_their_language_are_not_foreign(store: EvidenceStore) -> None:
    bare = "<html><body><p>Hallo</p></body></html>"
    steps = [
        keep(store, "home", html(GERMAN, "de")),
        keep(store, "cart", bare, 1),
        keep(store, "product", bare, 2),
    ]
    pages = collect_pages([visit("home", *steps)], store)
    assert spoken_languages(pages) == ("de",)


def test_pages_that_declare_a_foreign_language_outweigh_others(store: EvidenceStore) -> None:
    foreign = html("Halló", "is")
    steps = [
        keep(store, "home", html(GERMAN, "de")),
        keep(store, "cart", foreign, 1),
        keep(store, "faq", foreign, 2),
    ]
    assert spoken_languages(collect_pages([visit("home", *steps)], store)) == ()


@pytest.mark.parametrize(
    "answer", [Absent(evidence=()), Observed(value=False, evidence=()), Observed(value=0, evidence=())]
)
def test_nothing_is_missing_in_a_language_that_we_cannot_read(store: EvidenceStore, answer: Answer) -> None:
    visits = sealed_shop(store, text=ICELANDIC, lang="is")
    (seen,) = observe(visits, store, [says(answer)])
    assert (seen.state, seen.code) == (State.NOT_OBSERVED, "language_unsupported")


def test_a_count_may_be_too_low_in_a_language_that_we_cannot_read(store: EvidenceStore) -> None:
    (seen,) = observe(sealed_shop(store, text=ICELANDIC, lang="is"), store, [says_value(2)])
    assert seen.code == "language_unsupported"


@pytest.mark.parametrize("value", [True, "Mo-Fr 09:00-17:00", None])
def test_what_was_found_stands_in_every_language(store: EvidenceStore, value: Value) -> None:
    visits = sealed_shop(store, text=ICELANDIC, lang="is")
    (seen,) = observe(visits, store, [replace(says_value(value), unit="")])
    assert (seen.state, seen.value) == (State.OBSERVED, value)


def test_checks_without_words_answer_in_every_language(store: EvidenceStore) -> None:
    visits = sealed_shop(store, text=ICELANDIC, lang="is")
    encrypted = asks(lambda _pages, _lexicon: Observed(value=False, evidence=()), "https_all_pages")
    assert observe(visits, store, [encrypted])[0].value is False


def test_absence_is_absence_where_we_read_the_language(store: EvidenceStore) -> None:
    (seen,) = observe(sealed_shop(store), store, [says(Absent(evidence=(), because="looked"))])
    assert (seen.state, seen.because) == (State.ABSENT, "looked")
