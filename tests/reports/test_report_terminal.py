"""The scorecard in a terminal: one screen, and nothing alive in it."""

from __future__ import annotations

import io

import pytest
from gallery import Gallery
from rich.console import Console
from samples import empty, hostile, nordlicht, walled

from reports.terminal import Explanation, explain_text, show_text


def printed(thing, *, width: int = 100, colour: bool = False) -> str:
    target = io.StringIO()
    Console(
        file=target, width=width, force_terminal=colour, color_system="standard" if colour else None
    ).print(thing)
    return target.getvalue()


def test_the_scorecard_fits_one_screen():
    text = printed(show_text(nordlicht(Gallery())))
    assert text.count("\n") < 45
    assert "71%  ###############~~~......" in text
    assert "between 63% and 75% whatever we could not see" in text
    assert "7 of 8 must-haves passed" in text
    assert "4 screens, 6 clicks, 14 fields" in text


def test_a_log_gets_no_colours():
    assert "\x1b" not in printed(show_text(nordlicht(Gallery())))


def test_not_rated_is_said_in_words():
    text = printed(show_text(walled(Gallery())))
    assert "not rated" in text
    assert "27 questions" in text
    assert "costs no points" in text


@pytest.mark.parametrize("width", [40, 80, 200])
def test_every_width_and_every_scorecard_prints(width):
    for card in (empty(), hostile(Gallery())):
        assert printed(show_text(card), width=width)


def test_a_shops_words_cannot_steer_the_terminal():
    text = printed(show_text(hostile(Gallery())), colour=False)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "[31mred" in text.replace("\n", "")


def test_markup_in_a_shops_words_is_shown_as_it_is():
    explanation = Explanation(id="x", question="[bold red]Is it?[/] [link=http://evil.example]here[/link]")
    assert "[bold red]Is it?[/] [link=http://evil.example]here[/link]" in printed(explain_text(explanation))


def test_an_explanation_says_how_it_is_seen_and_who_says_so():
    text = printed(
        explain_text(
            Explanation(
                id="returns_window_days",
                question="How many days does a customer have to send goods back?",
                how="The longest period in a sentence about returning.",
                fooled_by="A guarantee period in the same sentence.",
                unit="days",
                reads=("returns_policy", "faq"),
                sources=("14 days is the law in the EU",),
                criteria=("generous_returns: 30 days earn 3 points",),
            )
        )
    )
    for words in (
        "How it is seen",
        "What can fool it",
        "A guarantee",
        "days",
        "returns_policy, faq",
        "generous_returns",
    ):
        assert words in text


def test_an_explanation_leaves_out_what_nobody_said():
    assert "Who says so" not in printed(explain_text(Explanation(id="x", question="Q?")))
