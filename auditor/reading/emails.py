"""Which e-mail addresses does a page give?"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote

from auditor.reading.policy_words import policy_words
from auditor.reading.structured_json import of_type, read_jsonld, texts
from auditor.snapshot import Block, Control, Snapshot

_ADDRESS = re.compile(
    r"(?<![\w.+\-@/=])[\w][\w.+\-']{0,63}@(?:[\w](?:[\w\-]{0,61}[\w])?\.){1,5}[^\W\d_]{2,24}(?![\w\-]*[@/])"
)
_FILE = re.compile(r"\.(?:png|jpe?g|gif|webp|svg|avif|css|js|ico|bmp|mp4|pdf|json|woff2?)$")
_NOT_REAL = re.compile(
    r"@(?:.*\.)?(?:example\.(?:com|org|net)|sentry\.io|sentry\.wixpress\.com|domain\.(?:com|tld)|email\.com|"
    r"yourdomain\.\w+|mysite\.com)$"
)
_WORDS_TOO = frozenset("at be by do in is it la me no so to us am as an my we".split())
"""Top-level domains that are words as well: no sign of an address in an open sentence."""
_HEX = re.compile(r"^[0-9a-f]{16,}@")
_OPEN, _CLOSE = r"\s{0,3}[\[({<]\s{0,3}", r"\s{0,3}[\])}>]\s{0,3}"
_MAX_TEXT = 300_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Email:
    """An address to write to."""

    address: str
    """In lower case."""
    quote: str
    """The text's own words, unchanged."""
    found_in: Control | Block | None = None
    """The control or block it came from; None when it was read from bare text or data."""


def read_emails(snapshot: Snapshot) -> tuple[Email, ...]:
    """The addresses of a page, each once: links first, then visible text, then structured data."""
    found: dict[str, Email] = {}
    for email in (*_links(snapshot), *_blocks(snapshot), *_data(snapshot)):
        found.setdefault(email.address, email)
    return tuple(found.values())


def emails_in(text: str, languages: Sequence[str] = ()) -> tuple[Email, ...]:
    """The addresses of a text, each once, also those written as "name (at) shop (dot) com".

    languages: whose words for @ and dot are understood besides the English ones.
    """
    found: dict[str, Email] = {}
    for line in text[:_MAX_TEXT].split("\n"):
        for address in _in_line(line, tuple(languages)):
            found.setdefault(address, Email(address=address, quote=line.strip()[:500]))
    return tuple(found.values())


def _in_line(line: str, languages: tuple[str, ...]) -> Iterator[str]:
    plain = html.unescape(html.unescape(line)) if "&" in line else line
    plain = plain.replace("\u200b", "").replace("\u00ad", "").replace("＠", "@").replace("%40", "@")
    if "@" in plain:
        yield from _addresses(plain)
    if any(mark in plain for mark in "[({<") or " at " in plain.casefold():
        uncovered = _uncovered(plain, languages)
        if uncovered != plain:
            yield from _addresses(uncovered)


def _addresses(text: str) -> Iterator[str]:
    for match in _ADDRESS.finditer(text):
        address = match.group().lower().strip(".'-")
        if is_real(address):
            yield address


def is_real(address: str) -> bool:
    """False for image names such as logo@2x.png, tracking keys and placeholders."""
    return not (_FILE.search(address) or _NOT_REAL.search(address) or _HEX.match(address))


def _uncovered(text: str, languages: tuple[str, ...]) -> str:
    """The text with "(at)" and "(dot)" as signs; a bare "at" only beside a bare or bracketed "dot"."""
    at, dot, bare = _covers(languages)
    plain = dot.sub(".", at.sub("@", text))
    return bare.sub(_joined, plain)


def _loose(word: str) -> str:
    return r"[\s\-]?".join(re.escape(part) for part in word.split())


def _joined(match: re.Match[str]) -> str:
    if match["rest"].casefold() in _WORDS_TOO:
        return match.group()
    return f"{match['name']}@{match['host']}." + re.sub(r"\s+\S+\s+", ".", match["rest"])


@cache
def _covers(languages: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Patterns for a bracketed at, a bracketed dot, and "name at host dot tld" in the open."""
    words = policy_words(languages).phrases
    at = "|".join(sorted({_loose(w) for w in (*words.get("at", ()), "at", "@", "æt")}, key=len, reverse=True))
    dot = "|".join(sorted({re.escape(w) for w in (*words.get("dot", ()), "dot")}, key=len, reverse=True))
    return (
        re.compile(f"{_OPEN}(?:{at}){_CLOSE}", re.IGNORECASE),
        re.compile(rf"{_OPEN}(?:{dot}|\.){_CLOSE}", re.IGNORECASE),
        re.compile(
            rf"(?<![\w.@])(?P<name>[a-z0-9][\w.+\-]{{0,40}})\s+(?:{at})\s+(?P<host>[\w\-]{{2,40}})\s+(?:{dot})\s+"
            r"(?P<rest>[a-z]{2,12})(?!\w)",
            re.IGNORECASE,
        ),
    )


def _links(snapshot: Snapshot) -> Iterator[Email]:
    for control in snapshot.controls:
        if control.href[:7].lower() != "mailto:":
            continue
        address = unquote(html.unescape(control.href[7:])).split("?")[0].split(",")[0].strip().lower()
        if _ADDRESS.fullmatch(address) and is_real(address):
            yield Email(address=address, quote=control.words or control.href, found_in=control)


def _blocks(snapshot: Snapshot) -> Iterator[Email]:
    languages = (snapshot.lang,) if snapshot.lang else ()
    for block in snapshot.blocks:
        if block.visible:
            for address in _in_line(block.text[:_MAX_TEXT], languages):
                yield Email(address=address, quote=block.text[:500], found_in=block)


def _data(snapshot: Snapshot) -> Iterator[Email]:
    if not any('"email"' in block for block in snapshot.jsonld):
        return
    nodes = read_jsonld(snapshot.jsonld)
    shops = of_type(
        nodes, "Organization", "OnlineStore", "Store", "LocalBusiness", "Corporation", "ContactPoint"
    )
    for node in shops:
        for text in texts(node.get("email")):
            address = text.lower().removeprefix("mailto:")
            if _ADDRESS.fullmatch(address) and is_real(address):
                yield Email(address=address, quote=text)
