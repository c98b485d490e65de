"""Checks: each answers one question from saved evidence and knows nothing of points.

One check is one file, `<section>/<id>.py`, whose name is its id. It is found by being
there; nothing else needs to be told about it.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from auditor.checks.base import Check

__all__ = ["Check", "all_checks"]


@cache
def all_checks() -> dict[str, Check]:
    """Every check by its id, in alphabetical order."""
    found: dict[str, Check] = {}
    for section in pkgutil.iter_modules(__path__):
        if not section.ispkg:
            continue
        package = importlib.import_module(f"{__name__}.{section.name}")
        for module in pkgutil.iter_modules(package.__path__):
            if module.name.startswith("_"):
                continue
            loaded = importlib.import_module(f"{package.__name__}.{module.name}")
            check: Check = loaded.observe
            if check.id in found:
                raise TypeError(f"two checks are called {check.id}")
            found[check.id] = check
    return dict(sorted(found.items()))
