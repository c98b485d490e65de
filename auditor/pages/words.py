"""What a developer called something, as words."""

from __future__ import annotations

import re

_CAMEL = re.compile(r"([a-z\d])([A-Z])")
_SPLIT = re.compile(r"[-_:./|#?=&,;(){}\[\]\"'+]+")


def words_of(text: str) -> str:
    """Attribute text as lower-case words: "addToCart-btn" -> "add to cart btn"."""
    return _SPLIT.sub(" ", _CAMEL.sub(r"\1 \2", text)).lower()
