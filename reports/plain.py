"""What a shop says, made harmless to show: no control characters, no reversed text, no live schemes."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

NAME_LIMIT = 120
"""Characters of a shop's name or a control's words."""
SENTENCE_LIMIT = 400
"""Characters of a reason or a caption."""
QUOTE_LIMIT = 600
"""Characters of a quote; checks keep 500."""
VALUE_LIMIT = 2000
"""Characters of a value for programs; on a page it is shorter."""
ADDRESS_LIMIT = 300
"""Characters of an address as text; a link keeps the whole address."""

_LINK_LIMIT = 2000
_ELLIPSIS = "…"
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_INVISIBLE = frozenset("\u00ad\u200b\u2060\u2061\u2062\u2063\u2064\ufeff\ufff9\ufffa\ufffb")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}")
_EVIDENCE_NAME = re.compile(r"[0-9a-f]{64}(\.[a-z0-9]{1,8}){1,2}")


def clean(text: str, limit: int = SENTENCE_LIMIT) -> str:
    """The text on one line, without what could hide or turn it, at most `limit` characters.

    Why not only escaping: `<` is harmless once escaped, but a right-to-left override or an
    escape sequence still changes what a reader sees, in a browser and in a terminal.
    """
    kept = "".join(_kept(c) for c in text[: limit * 4])
    joined = " ".join(kept.split())
    cut = len(joined) > limit or len(text) > limit * 4
    return joined[: limit - 1].rstrip() + _ELLIPSIS if cut else joined


def _kept(c: str) -> str:
    """The character, a space for whitespace of any kind, or nothing."""
    if c in _BIDI or c in _INVISIBLE or 0xE0000 <= ord(c) <= 0xE007F:
        return ""
    category = unicodedata.category(c)
    if category in ("Cc", "Zl", "Zp"):
        return " "
    return "\ufffd" if category in ("Cs", "Cn") else c


def safe_href(address: str) -> str:
    """The address when it may become a link, else an empty string.

    Refused: everything but http and https, addresses with user names (they pretend to be another
    host), with characters that `clean` would take out, and very long ones.
    """
    if not address or len(address) > _LINK_LIMIT or clean(address, _LINK_LIMIT) != address or " " in address:
        return ""
    try:
        parts = urlsplit(address)
        if parts.scheme.lower() not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
            return ""
    except ValueError:
        return ""
    return address


def language_tag(language: str) -> str:
    """The language when it is shaped like BCP 47, else an empty string."""
    return language if _LANGUAGE.fullmatch(language) else ""


def evidence_href(root: str, name: str) -> str:
    """Where an evidence file lies, seen from the report; empty without a root or for an odd name."""
    if not root or not _EVIDENCE_NAME.fullmatch(name):
        return ""
    return f"{root.rstrip('/')}/{name[:2]}/{name}"
