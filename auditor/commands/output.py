"""What the program prints: results on standard output, all else on standard error, nothing that bites.

A shop's texts are data. On their way to a terminal they lose control, escape and direction characters,
and they never pass through markup.
"""

from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

_UNSAFE = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)


def console(*, error: bool = False) -> Console:
    """Standard output, or standard error; NO_COLOR and pipes are honoured."""
    from rich.console import Console

    return Console(stderr=error, markup=False, emoji=False, highlight=False)


def say(text: str = "") -> None:
    """A line of the result."""
    print(_fitting(plain(text), sys.stdout))


def tell(text: str = "") -> None:
    """A line beside the result: progress, notes, troubles."""
    print(_fitting(plain(text), sys.stderr), file=sys.stderr, flush=True)


def show(renderable: RenderableType) -> None:
    """Something that is laid out; its texts are cleaned by whoever built it."""
    console().print(renderable)


def print_json(document: Any) -> None:
    """A document for programs. What could act on a terminal is escaped; programs read it back unchanged."""
    ascii_only = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "") != "utf8"
    text = json.dumps(document, ensure_ascii=ascii_only, indent=1, allow_nan=False)
    print(_UNSAFE.sub(_escaped, text))


def plain(text: str) -> str:
    """The text on one line, without what could act on a terminal."""
    from reports.plain import clean

    return clean(text, 20_000) if text.strip() else ""


def _fitting(text: str, stream: Any) -> str:
    """The text as the stream's encoding can carry it."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)


def _escaped(found: re.Match[str]) -> str:
    units = found.group().encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[n]:02x}{units[n + 1]:02x}" for n in range(0, len(units), 2))
