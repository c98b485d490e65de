"""What lies over a generated shop's first page: consent, newsletter, age, country."""

from __future__ import annotations

from auditor.demo.templates import Html, escape, join
from benchmarks.generator.features import Plan
from benchmarks.generator.markup import Markup
from benchmarks.generator.words import Words


def overlay(plan: Plan, words: Words, markup: Markup) -> Html:
    """The overlay's markup; the shop's script puts it on the page and takes it away."""
    done = "data-dismiss"
    kind = plan["overlay"]
    close = markup.press(words("close"), done, icon="icon-close")
    match kind:
        case "cookie_modal":
            buttons = [markup.press(words("cookie_reject"), done), markup.press(words("cookie_accept"), done)]
            inner = [_text(words("cookie_text")), *buttons]
        case "cookie_accept":
            inner = [_text(words("cookie_text")), markup.press(words("cookie_accept"), done)]
        case "cookie_bar":
            inner = [_text(words("cookie_text")), markup.press(words("cookie_ok"), done)]
        case "newsletter":
            leave = close if plan.seed % 2 else markup.press(words("news_no"), done)
            field = f'<input type="email" name="news_email" placeholder="{escape(words("email"))}">'
            button = markup.button(words("news_button"))
            form = f'<form action="/newsletter" method="post">{field}{button}</form>'
            inner = [markup.heading(words("news_heading"), 2), Html(form), leave]
        case "age":
            leave = markup.link(words("age_no"), "/left")
            inner = [_text(words("age_text")), markup.press(words("age_yes"), done), leave]
        case "country":
            away = markup.link(words("country_go"), "/international")
            inner = [_text(words("country_text")), markup.press(words("country_stay"), done), away]
        case _:
            return Html("")
    role = ' role="dialog" aria-modal="true"' if plan["markup"] in ("semantic", "utility") else ""
    if kind == "cookie_bar":
        return Html(f'<div class="notice-bar">{join(inner)}</div>')
    return Html(f'<div class="backdrop"><div class="popup"{role}>{join(inner)}</div></div>')


def _text(text: str) -> Html:
    return Html(f"<p>{escape(text)}</p>")
