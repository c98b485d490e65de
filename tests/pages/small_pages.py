"""Small pages and single controls for the tests of choosers."""

from __future__ import annotations

from typing import Any

from auditor.lexicon import Lexicon, load_lexicon
from auditor.models import Choice
from auditor.pages.static import snapshot_from_html
from auditor.snapshot import Block, Box, Control, Snapshot

HOME = "https://shop.example/"


def seen(body: str, *, url: str = HOME, lang: str = "en", head: str = "") -> Snapshot:
    """The snapshot of a small page with this body."""
    return snapshot_from_html(f"<html lang='{lang}'><head>{head}</head><body>{body}</body></html>", url)


def lexicon(*languages: str) -> Lexicon:
    return load_lexicon(*languages)


def control(i: int = 0, **known: Any) -> Control:
    """A visible button, unless said otherwise."""
    told: dict[str, Any] = {"tag": "button", "role": "button", "text": known.get("name", ""), **known}
    return Control(i=i, **told)


def screen(*controls: Control, blocks: tuple[str, ...] = (), **known: Any) -> Snapshot:
    """A snapshot of these controls, numbered in order, and paragraphs of text."""
    from dataclasses import replace

    numbered = tuple(replace(c, i=n) for n, c in enumerate(controls))
    texts = tuple(Block(text=t, tag="p") for t in blocks)
    return Snapshot(**{"url": HOME, "controls": numbered, "blocks": texts, **known})


def picked(choice: Choice | None, page: Snapshot) -> str:
    """The words or the id of what was chosen; empty when nothing was."""
    if choice is None:
        return ""
    found = page.controls[choice.best.i]
    return found.words or found.tokens


def box(x: float = 0, y: float = 0, w: float = 100, h: float = 30) -> Box:
    return Box(x=x, y=y, w=w, h=h)
