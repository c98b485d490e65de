"""What does a new wave.yaml look like?"""

from __future__ import annotations

import json
from collections.abc import Iterable

from auditor.models import Shop


def wave_template(
    wave: str, shops: Iterable[Shop], *, pace: float = 0.8, allow_private_addresses: bool = False
) -> str:
    """The text of a wave.yaml with these shops and a word about every setting."""
    private = str(allow_private_addresses).lower()
    lines = [
        f"wave: {_text(wave)}",
        "rubric: standard              # a bundled profile, or a file of your own",
        "workspace: ./auditor-data     # database, evidence, reports",
        f"pace: {pace:g}                     # seconds a shopper waits between actions",
        "identity: customer            # or declared; spiders always declare themselves",
        f"allow_private_addresses: {private}  # true for shops on your own machine",
        "sources: [page]               # who answers; other criteria stay outside this wave",
        "accounts: never               # or create: register a synthetic customer where guests cannot buy",
        "limits: {actions: 80, pages: 60, minutes: 6, megabytes: 200}   # per visit",
        "shops:",
        *(line for shop in shops for line in _shop(shop)),
    ]
    return "\n".join(lines) + "\n"


def _shop(shop: Shop) -> list[str]:
    given = [("url", shop.url), ("country", shop.country), ("language", shop.language)]
    given.append(("peer_group", shop.peer_group))
    lines = [f"  - name: {_text(shop.name)}"]
    lines += [f"    {key}: {_text(value)}" for key, value in given if value]
    if shop.look_for:
        lines.append("    look_for: [" + ", ".join(_text(term) for term in shop.look_for) + "]")
    return lines


def _text(value: str) -> str:
    """A value in quotes, so that `2026-11`, `NO` and colons stay text."""
    return json.dumps(value, ensure_ascii=False)
