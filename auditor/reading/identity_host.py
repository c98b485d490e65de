"""Which lines of an imprint are about the shop, and which about the company that hosts its site?

In France, Spain and elsewhere the law has shops name their host, with address and number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.reading.policy_words import PolicyWords, fold_words
from auditor.reading.words import sentences

_SHORT = 160
"""Characters up to which a line may be one of an address."""
_PROSE = 600
"""Characters from which a line is read sentence by sentence."""
_FOLLOWING = 4
"""Lines after "Host" that may tell who that is: name, street, place, number."""
_WORD = re.compile(r"\S+")
_PART_END = re.compile(r"[|·•\t]")


def without_host(lines: Sequence[str], words: PolicyWords) -> tuple[str, ...]:
    """The lines without what they say of the site's host or maker.

    Example: "Example SARL, hosted by Cloud SAS, phone 03 20 00 12 34" -> "Example SARL, ".
    """
    kept: list[str] = []
    left, first = 0, False
    for line in lines:
        if not words.find(line).has("host"):
            ends = len(line) > _SHORT or (words.find(line).has("name_label") and not first)
            left = 0 if ends else max(0, left - 1)
            first = False
            if not left:
                kept.append(line)
            continue
        rest, told = _cut(line, words)
        kept.append(rest)
        left, first = (0, False) if told else (_FOLLOWING + 1, True)
    return tuple(kept)


def _cut(line: str, words: PolicyWords) -> tuple[str, bool]:
    """The line without its part about the host, and whether that part tells where the host is."""
    if len(line) > _PROSE:
        spans = [line[a:b] for a, b in sentences(line)]
        return " ".join(s for s in spans if not words.find(s).has("host")), True
    found = words.find(line)
    start = _raw_start(line, found.folded, min(a for a, _ in found.spans["host"]))
    end = _PART_END.search(line, start)
    stop = end.start() if end and end.group() != "\t" else len(line)
    return line[:start] + line[stop:], any(c.isdigit() for c in line[start:stop])


def _raw_start(text: str, folded: str, start: int) -> int:
    """Where in the text the word begins that begins at `start` in its folded form."""
    wanted, count = len(folded[:start].split()), 0
    for match in _WORD.finditer(text):
        count += len(fold_words(match.group().replace("*", " ")).split())
        if count > wanted:
            return match.start()
    return len(text)
