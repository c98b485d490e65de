"""Fills a shop's page templates; whatever is not markup is escaped."""

from __future__ import annotations

import html
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from string import Template


class Html(str):
    """Text that already is markup and is inserted as it stands."""

    __slots__ = ()


def join(parts: Iterable[str]) -> Html:
    """Pieces of markup, one after the other."""
    return Html("\n".join(parts))


def escape(value: object) -> str:
    """A value as it may stand in a page or in an attribute."""
    return value if isinstance(value, Html) else html.escape(str(value))


@cache
def _template(path: Path) -> Template:
    return Template(path.read_text(encoding="utf-8"))


class Templates:
    """The page templates of one shop: a folder of HTML files with `$names` to fill."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, name: str, /, **values: object) -> Html:
        """The template of this name, filled.

        Raises: KeyError when the template asks for a value that was not given.
        """
        filled = {key: escape(value) for key, value in values.items()}
        return Html(_template(self._folder / f"{name}.html").substitute(filled))
