"""Cases: a folder loads, a broken one says where, and a real visit becomes one."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.checks.base import Pages
from auditor.checks.case import FILE, load_case
from auditor.checks.case_saving import save_case
from auditor.errors import ConfigError
from auditor.models import Absent, NotObserved, Observed, Shop

WHOLE = """
language: pl
country: PL
pages:
  - {role: home, file: home.html}
  - {role: cart, url: "https://shop.example/cart", scenario: cart, facts: {drawer: true, kinds: [a, b]}}
outcomes: {home: reached}
counts: {screens: 4}
actions:
  - {kind: click, target: Do koszyka, scenario: cart}
expect: {state: observed, value: true}
"""


def write(folder: Path, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / FILE).write_text(text, encoding="utf-8")
    (folder / "home.html").write_text("<html lang=pl><h1>Sklep</h1></html>", encoding="utf-8")
    return folder


def test_pages_facts_counts_and_actions_are_as_a_visit_would_give_them(tmp_path: Path) -> None:
    case = load_case(write(tmp_path, WHOLE))
    home, cart = case.pages
    assert home.url == "https://shop.example/"
    assert [b.text for b in home.snapshot.headings] == ["Sklep"]
    assert cart.facts == {"drawer": True, "kinds": ("a", "b")}
    assert home.step.seen_at < cart.step.seen_at
    assert case.pages.counts.screens == 4
    assert [a.target for a in case.pages.actions("cart")] == ["Do koszyka"]
    assert case.pages.shop.country == "PL"


def test_an_expected_null_is_not_the_same_as_no_expected_value(tmp_path: Path) -> None:
    says_null = load_case(write(tmp_path, WHOLE.replace("value: true", "value: null")))
    says_nothing = load_case(write(tmp_path, WHOLE.replace(", value: true", "")))
    assert says_null.expect.names_value
    assert not says_nothing.expect.names_value


@pytest.mark.parametrize(
    ("wrong", "entry"),
    [
        (WHOLE.replace("language:", "langauge:"), "language"),
        (WHOLE.replace("role: home", "rolle: home"), "pages.0"),
        (WHOLE.replace("state: observed", "state: seen"), "expect.state"),
        (WHOLE.replace("file: home.html", "file: missing.html"), "pages"),
    ],
    ids=["unknown key", "unknown key of a page", "unknown state", "missing file"],
)
def test_a_broken_case_says_where(tmp_path: Path, wrong: str, entry: str) -> None:
    with pytest.raises(ConfigError) as error:
        load_case(write(tmp_path, wrong))
    assert FILE in str(error.value)
    assert entry in str(error.value)


def test_a_saved_case_loads_as_the_same_pages_and_answer(tmp_path: Path) -> None:
    case = load_case(write(tmp_path / "old", WHOLE))
    home = case.pages.of("home")[0]
    answer = Observed(value=("a", "b"), evidence=(home.ref("Sklep"),))
    save_case(tmp_path / "new", case.pages, answer, language="pl", why="A shop.")
    saved = load_case(tmp_path / "new")
    assert [(p.role, p.url, p.facts, p.snapshot) for p in saved.pages] == [
        (p.role, p.url, p.facts, p.snapshot) for p in case.pages
    ]
    assert saved.pages.outcomes == case.pages.outcomes
    assert saved.pages.counts == case.pages.counts
    assert saved.pages.actions("cart") == case.pages.actions("cart")
    assert saved.expect.value == ["a", "b"]
    assert saved.expect.quotes == ("Sklep",)


def test_a_saved_case_never_writes_over_another(tmp_path: Path) -> None:
    pages = Pages(shop=Shop(name="Shop", url="https://shop.example/"))
    save_case(tmp_path / "new", pages, NotObserved(code="timeout"), language="en")
    assert load_case(tmp_path / "new").expect.code == "timeout"
    with pytest.raises(FileExistsError):
        save_case(tmp_path / "new", pages, Absent(evidence=()), language="en")
