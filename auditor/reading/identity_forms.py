"""Legal forms of traders by country, as they stand before or behind a registered name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from auditor.lexicon import load_yaml

FILE = Path(__file__).parent / "legal_forms.yaml"


@cache
def patterns(country: str) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    """Patterns for the forms behind and before a name in a country; longer forms first.

    Forms that mean nothing else in any language are looked for in every country; AB, AS, SA and the
    like only where they are at home.
    """
    forms = _forms()
    before = forms["before"].get(country.upper(), [])
    behind = (*forms["behind"].get(country.upper(), []), *(f for f in forms["everywhere"] if f not in before))
    return _pattern(behind), _pattern(before) if before else None


@cache
def _forms() -> dict[str, Any]:
    return dict(load_yaml(FILE))


def _pattern(forms: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    return re.compile(r"(?<![\w.])(?:" + "|".join(re.escape(form) for form in ordered) + r")(?!\w)")
