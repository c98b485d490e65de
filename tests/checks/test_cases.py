"""Every case gets the answer it expects, and every answer can be checked by a reader of the report."""

from __future__ import annotations

import html
from pathlib import Path

import pytest

from auditor.checks import all_checks
from auditor.checks.base import Check, Page
from auditor.checks.case import Case, load_case
from auditor.errors import TROUBLES
from auditor.models import Absent, Answer, EvidenceRef, NotApplicable, NotObserved, Observed, State
from auditor.reading.documents import read_pdf

STATES = {
    Observed: State.OBSERVED,
    Absent: State.ABSENT,
    NotApplicable: State.NOT_APPLICABLE,
    NotObserved: State.NOT_OBSERVED,
}


def ask(folder: Path) -> tuple[Case, Answer]:
    name = folder.parent.name
    checks = all_checks()
    if name not in checks:
        pytest.fail(f"{folder} is a case for {name}, which is no check")
    case = load_case(folder)
    return case, checks[name](case.pages, case.lexicon)


def test_the_answer_is_the_one_that_the_case_expects(
    case_folder: Path, request: pytest.FixtureRequest
) -> None:
    case, answer = ask(case_folder)
    if case.file.gap:
        request.applymarker(pytest.mark.xfail(reason=case.file.gap, strict=True))
    expect = case.expect
    assert STATES[type(answer)] == expect.state, answer
    if expect.names_value:
        assert isinstance(answer, Observed)
        assert same_value(answer.value, expect.value), answer
    quotes = [ref.quote for ref in answer.evidence]
    for words in expect.quotes:
        assert any(words in quote for quote in quotes), f"{words!r} is in none of {quotes}"
    assert expect.because in answer.because, answer.because
    if expect.code:
        assert isinstance(answer, NotObserved)
        assert answer.code == expect.code


def test_every_quote_stands_on_the_page_it_names(case_folder: Path) -> None:
    case, answer = ask(case_folder)
    for ref in answer.evidence:
        pages = [p for p in case.pages if p.url == ref.url and p.role == ref.role]
        assert pages, f"{ref} names a page that is not in the case"
        assert any(stands_on(ref, page) for page in pages), f"{ref.quote!r} is not on {ref.url}"


def test_an_answer_says_where_it_was_looked_up(case_folder: Path) -> None:
    _, answer = ask(case_folder)
    match answer:
        case Observed(value=value, evidence=evidence):
            assert evidence, "an observation needs a place"
            assert value in (False, 0, ()) or any(ref.quote for ref in evidence), "and words to show for it"
            assert value is not None or answer.because, "a value that cannot be read needs its reason"
        case Absent(evidence=evidence):
            assert evidence, "what is said to be absent was looked for somewhere"
        case NotApplicable(because=because):
            assert because
        case NotObserved(code=code):
            assert code in TROUBLES


def same_value(seen: object, expected: object) -> bool:
    """Equal, and of the same kind: True is not 1; a list in YAML is a tuple here."""
    if isinstance(expected, list):
        return seen == tuple(expected)
    if isinstance(expected, bool) or isinstance(seen, bool):
        return seen is expected
    if isinstance(expected, float) and isinstance(seen, int | float):
        return seen == pytest.approx(expected, abs=0.01)
    return seen == expected


def stands_on(ref: EvidenceRef, page: Page) -> bool:
    quote = plain(ref.quote)
    return not quote or any(quote in plain(text) for text in texts(page))


def plain(text: str) -> str:
    return " ".join(html.unescape(text).split())


def texts(page: Page) -> list[str]:
    """Everything on a page that an answer may quote."""
    shot = page.snapshot
    found = [shot.title, page.url, shot.text, " ".join(b.text for b in shot.blocks)]
    found += [b.text for b in shot.blocks]
    for control in shot.controls:
        found += [control.words, control.title, control.placeholder, control.href, control.row, control.value]
        found.append(control.tokens)
    found += [frame.src for frame in shot.frames] + list(shot.scripts) + list(shot.jsonld)
    found += [content for _, content in shot.meta]
    found += [value for item in shot.items for _, value in item.props]
    found += [dialog.text for dialog in shot.dialogs] + [label for label, _ in shot.progress]
    if page.load_document is not None:
        found.append(" ".join(read_pdf(page.load_document()).lines))
    return found


def test_pages_made_for_other_checks_neither_break_a_check_nor_its_quotes(
    check: Check, some_cases: list[Case]
) -> None:
    for case in some_cases:
        for ref in check(case.pages, case.lexicon).evidence:
            assert any(stands_on(ref, page) for page in case.pages if page.url == ref.url), (case.folder, ref)
