"""Which shop software made this page? A hint for the choosers, never a fact to judge by.

One file per platform lies beside this one: `signs`, each with the weight that it alone would give, and
`hints`, the addresses that are usual there. Headless shops and themes of their own show no sign at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, field_validator

from auditor.entries import Entry, validated
from auditor.models import Reason
from auditor.snapshot import Snapshot
from auditor.yaml_lines import read_yaml

FOLDER = Path(__file__).parent

ENOUGH = 0.6
"""Confidence from which a platform is named."""

CLEAR = 0.15
"""How much surer of the first than of the second one must be; otherwise neither is named."""


class Sign(Entry):
    """Something that one platform shows and others do not."""

    where: Literal["generator", "meta", "script", "address", "tokens"]
    """generator: content of that meta tag · meta: name of a meta tag · script: address of a script ·
    address: path and query of a link or form of the shop's own · tokens: words of ids and classes."""
    says: str
    """A regular expression; for tokens, words in this order."""
    weight: float = Field(gt=0, lt=1)
    """How sure one is when this is all there is."""

    @field_validator("says")
    @classmethod
    def _compiles(cls, says: str) -> str:
        try:
            re.compile(says)
        except re.error as error:
            raise ValueError(f"is no regular expression: {error}") from error
        return says


class Hints(Entry):
    """Addresses that are usual on a platform; a shop may have moved every one of them."""

    cart: tuple[str, ...] = Field((), strict=False)
    checkout: tuple[str, ...] = Field((), strict=False)
    search: str = ""
    """Address of a search, with `{query}` in it; empty where there is no usual one."""


class Fingerprint(Entry):
    """One platform's file."""

    name: str
    signs: tuple[Sign, ...] = Field(min_length=1, strict=False)
    hints: Hints = Hints()


@dataclass(frozen=True, kw_only=True, slots=True)
class Platform:
    """The shop software that a page seems to be made with."""

    id: str
    name: str
    confidence: float
    """0..1; below ENOUGH no platform is named."""
    reasons: tuple[Reason, ...]
    """The signs that were seen, with what was matched."""
    hints: Hints


@cache
def load_fingerprints() -> dict[str, Fingerprint]:
    """Every known platform by its id, the name of its file.

    Raises: ConfigError naming file, line and entry when a file is wrong.
    """
    return {path.stem: load_fingerprint(path) for path in sorted(FOLDER.glob("*.yaml"))}


def load_fingerprint(path: Path) -> Fingerprint:
    """One platform's file.

    Raises: ConfigError naming line and entry when it is wrong.
    """
    return validated(Fingerprint, read_yaml(path))


def detect_platform(snapshot: Snapshot) -> Platform | None:
    """The platform that the page's markup speaks for, or None when nothing does clearly.

    Why none on a tie: shops build one maker's cart into another maker's site; both leave their marks then.
    """
    seen = _seen(snapshot)
    found = [
        p for id_, print_ in load_fingerprints().items() if (p := _judged(id_, print_, seen)) is not None
    ]
    found.sort(key=lambda p: (-p.confidence, p.id))
    if not found or found[0].confidence < ENOUGH:
        return None
    if len(found) > 1 and found[0].confidence - found[1].confidence < CLEAR:
        return None
    return found[0]


def _judged(id_: str, fingerprint: Fingerprint, seen: dict[str, tuple[str, ...]]) -> Platform | None:
    reasons = []
    doubt = 1.0
    for sign in fingerprint.signs:
        matched = _first(sign, seen[sign.where])
        if matched:
            doubt *= 1 - sign.weight
            reasons.append(Reason(feature=sign.where, points=sign.weight, because=matched))
    if not reasons:
        return None
    return Platform(
        id=id_,
        name=fingerprint.name,
        confidence=round(1 - doubt, 3),
        reasons=tuple(reasons),
        hints=fingerprint.hints,
    )


def _first(sign: Sign, texts: tuple[str, ...]) -> str:
    """The first text that shows the sign, cut to what a person wants to read."""
    pattern = _compiled(sign.where, sign.says)
    return next((text[:120] for text in texts if pattern.search(text)), "")


@cache
def _compiled(where: str, says: str) -> re.Pattern[str]:
    if where == "tokens":
        return re.compile(rf"(?<!\w){says.lower()}(?!\w)")
    return re.compile(says, 0 if where in ("script", "address") else re.IGNORECASE)


def _seen(snapshot: Snapshot) -> dict[str, tuple[str, ...]]:
    """What each kind of sign is looked for in."""
    own = urlsplit(snapshot.url).netloc
    addresses = [c.href for c in snapshot.controls] + [f.action for f in snapshot.forms]
    tokens = [f"{c.tokens}\n{c.around}" for c in snapshot.controls]
    tokens += [b.tokens for b in snapshot.blocks] + [f.tokens for f in snapshot.forms]
    return {
        "generator": tuple(content for name, content in snapshot.meta if name.lower() == "generator"),
        "meta": tuple(name for name, _ in snapshot.meta if name),
        "script": snapshot.scripts,
        "address": _distinct(_path(a, own) for a in addresses),
        "tokens": _distinct(tokens),
    }


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(t for t in texts if t))


def _path(address: str, own: str) -> str:
    """Path, query and fragment of an address of the shop's own; other shops' addresses say nothing of it."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.netloc != own or parts.scheme not in ("http", "https"):
        return ""
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.path}{query}" + (f"#{parts.fragment}" if parts.fragment else "")


__all__ = [
    "CLEAR",
    "ENOUGH",
    "Fingerprint",
    "Hints",
    "Platform",
    "Sign",
    "detect_platform",
    "load_fingerprint",
    "load_fingerprints",
]
