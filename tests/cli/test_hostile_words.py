"""What a shop calls itself does nothing to the terminal that shows it."""

from __future__ import annotations

import json

import pytest
from small_shops import a_visit

from auditor.models import Shop
from auditor.workspace import Workspace

NAME = "[bold red]Evil[/]\x1b[2J\x1b]0;title\x07 \u202eshop\u2066 \x9b31m"


@pytest.fixture
def hostile(tmp_path):
    workspace = Workspace(tmp_path / "data")
    shop = Shop(name=NAME, url="https://shop.example/\u202e", country="GB", language="en")
    workspace.evidence.seal(
        a_visit(workspace.evidence, shop, "home", {"home": "reached", "\x1b[31mkey": "\x1b[0m"})
    )
    return shop


@pytest.mark.parametrize(
    "words",
    [
        ("show", "SLUG", "--findings"),
        ("show", "SLUG", "--json"),
        ("score",),
        ("score", "--json"),
        ("observe", "--json"),
        ("report", "--format", "csv"),
        ("show", "nobody"),
    ],
    ids=" ".join,
)
def test_nothing_that_acts_on_a_terminal_is_printed(auditor, hostile, words):
    ran = auditor(*(hostile.slug if w == "SLUG" else w for w in words), "--workspace", "data")
    for character in "\x1b\x07\x9b\u202e\u2066":
        assert character not in ran.output


def test_markup_is_shown_and_not_obeyed(auditor, hostile):
    assert "[bold red]Evil[/]" in auditor("show", hostile.slug, "--workspace", "data").stdout


def test_programs_still_get_the_name_as_it_is(auditor, hostile):
    assert json.loads(auditor("show", hostile.slug, "--workspace", "data", "--json").stdout)["shop"] == NAME


def test_what_stands_on_a_control_is_cleaned_too(auditor, tmp_path):
    page = "<html lang=en><button>Add to cart \x9b31m\u202e[red]</button>"
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    ran = auditor("choose", "add_to_cart", "page.html", "--lang", "en")
    assert "[red]" in ran.stdout
    assert "\u202e" not in ran.stdout
    assert "\x9b" not in ran.stdout
