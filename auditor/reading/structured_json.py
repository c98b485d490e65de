"""What do a page's JSON-LD blocks hold, however broken they are?"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Node = dict[str, Any]

MAX_BLOCK = 2_000_000
"""Characters of one block that are looked at; more than any shop needs."""
MAX_NODES = 5_000
MAX_DEPTH = 40

_WRAPPERS = re.compile(r"<!--|-->|(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?|(?://|/\*)?\s*\]\]>(?:\s*\*/)?")
_DECODER = json.JSONDecoder(strict=False)  # strict=False: raw line breaks and tabs within strings
_BETWEEN = " \t\r\n,;\ufeff\u00a0"
_SPOILT = (json.JSONDecodeError, RecursionError, ValueError)


def read_jsonld(blocks: Sequence[str]) -> tuple[Node, ...]:
    """All nodes of all blocks in their order, with lists and @graph taken apart.

    Comments, trailing commas, raw control characters, HTML entities, CDATA and several objects in one
    block are forgiven; what cannot be read of one block never loses the rest. Nested nodes stay where
    they are: see `of_type`.
    """
    nodes: list[Node] = []
    for block in blocks:
        for value in _values(block[:MAX_BLOCK]):
            nodes.extend(_flat(value))
            if len(nodes) >= MAX_NODES:
                return tuple(nodes[:MAX_NODES])
    return tuple(nodes)


def of_type(nodes: Sequence[Node], *types: str) -> tuple[Node, ...]:
    """The nodes of these schema.org types, nested ones too, outer before inner."""
    wanted = {name.lower() for name in types}
    return tuple(n for n in _walk(nodes) if wanted.intersection(t.lower() for t in types_of(n)))


def types_of(node: Mapping[str, Any]) -> tuple[str, ...]:
    """The bare type names of a node: "http://schema.org/Product" -> "Product"."""
    return tuple(re.split(r"[/#:]", t)[-1] for t in texts(node.get("@type") or node.get("type")))


def texts(value: object) -> tuple[str, ...]:
    """The non-empty texts in a value that may be a text, a number, a node with a value, or a list of them."""
    found: list[str] = []
    for item in listed(value):
        if isinstance(item, Mapping):
            item = item.get("@value") or item.get("name") or item.get("@id")
        if isinstance(item, bool) or item is None:
            continue
        if isinstance(item, str | int | float) and (text := _text(item)):
            found.append(text)
    return tuple(found)


def text_of(node: Mapping[str, Any], *keys: str) -> str:
    """The first text under the first of these keys that has one."""
    return next((found[0] for key in keys if (found := texts(node.get(key)))), "")


def listed(value: object) -> list[Any]:
    """A value as a list: data writes one thing bare and several in a list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _text(item: str | int | float) -> str:
    try:
        text = item if isinstance(item, str) else format(item, "")
    except ValueError:  # an integer of thousands of digits
        return ""
    text = html.unescape(text) if "&" in text else text
    return " ".join(text.split())


def _values(block: str) -> Iterator[object]:
    """The JSON values of a block, in the mildest reading that works."""
    if not block.strip():
        return
    bare = _WRAPPERS.sub(" ", block) if "<!" in block or "]]>" in block or "-->" in block else block
    for text in (bare, _mended(bare), _mended(html.unescape(bare))):
        found = _decode_all(text)
        if found is not None:
            yield from found
            return
    yield from _salvage(_mended(bare))


def _decode_all(text: str) -> list[object] | None:
    """Every value that follows the other, or None when anything cannot be read."""
    found: list[object] = []
    at, end = 0, len(text)
    while True:
        while at < end and text[at] in _BETWEEN:
            at += 1
        if at >= end:
            return found
        try:
            value, at = _DECODER.raw_decode(text, at)
        except _SPOILT:
            return None
        found.append(value)


def _salvage(text: str) -> Iterator[object]:
    """Whole objects in a text that as a whole cannot be read, such as a block that was cut off."""
    at, tries = 0, 0
    while tries < 40 and (at := text.find("{", at)) >= 0:
        tries += 1
        try:
            value, at = _DECODER.raw_decode(text, at)
        except _SPOILT:
            at += 1
            continue
        if isinstance(value, dict) and ("@type" in value or "@graph" in value):
            yield value


def _mended(text: str) -> str:
    """The text without comments and trailing commas, with every string kept as it is."""
    out: list[str] = []
    at, end = 0, len(text)
    while at < end:
        char = text[at]
        if char == '"':
            close = _string_end(text, at)
            out.append(text[at:close])
            at = close
        elif char == "/" and text[at + 1 : at + 2] in ("/", "*"):
            mark, width = ("\n", 0) if text[at + 1] == "/" else ("*/", 2)
            stop = text.find(mark, at + 2)
            at = end if stop < 0 else stop + width
        elif char in "}]":
            _drop_comma(out)
            out.append(char)
            at += 1
        else:
            out.append(char)
            at += 1
    return "".join(out)


def _string_end(text: str, at: int) -> int:
    """The index behind the string that starts here."""
    close = at + 1
    while close < len(text) and text[close] != '"':
        close += 2 if text[close] == "\\" else 1
    return min(close + 1, len(text))


def _drop_comma(out: list[str]) -> None:
    """Take back a comma that nothing followed."""
    at = len(out) - 1
    while at >= 0 and out[at].isspace():
        at -= 1
    if at >= 0 and out[at] == ",":
        del out[at:]


def _flat(value: object) -> Iterator[Node]:
    """The nodes of a decoded block, lists and graphs taken apart."""
    waiting, depth = [value], 0
    while waiting and depth < MAX_NODES:
        depth += 1
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting[:0] = item
        elif isinstance(item, dict):
            graph = item.get("@graph")
            if isinstance(graph, list | dict):
                waiting[:0] = listed(graph)
                if "@type" in item:
                    yield {k: v for k, v in item.items() if k != "@graph"}
            elif item:
                yield item


def _walk(nodes: Sequence[object]) -> Iterator[Node]:
    """These nodes and every node inside them, outer first, up to a depth that no honest data reaches."""
    waiting: list[tuple[object, int]] = [(n, 0) for n in reversed(nodes)]
    while waiting:
        item, depth = waiting.pop()
        if isinstance(item, dict):
            yield item
        if depth < MAX_DEPTH and isinstance(item, dict | list):
            inner = list(item.values()) if isinstance(item, dict) else item
            waiting.extend((v, depth + 1) for v in reversed(inner) if isinstance(v, dict | list))
