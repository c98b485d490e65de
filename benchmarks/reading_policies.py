"""How often are policies, identities, phones and addresses read right, wrong or not at all?

Run: python benchmarks/reading_policies.py [--failures] [--write]
Prints right / wrong / refused per field and per language, tuned and held-out pages apart. A refusal
that the page calls for counts as right; a value where a refusal was called for counts as wrong.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from auditor.reading.emails import emails_in  # noqa: E402
from auditor.reading.identity import read_identity  # noqa: E402
from auditor.reading.phones import read_phones  # noqa: E402
from auditor.reading.policies import read_returns, read_shipping  # noqa: E402

FOLDER = ROOT / "tests" / "reading"
TABLES = {
    "returns": ("policies/tuned.yaml", "policies/held_out.yaml"),
    "delivery": ("policies/delivery_tuned.yaml", "policies/delivery_held_out.yaml"),
    "identity": ("identity/tuned.yaml", "identity/held_out.yaml"),
    "phones": ("contacts/phones_tuned.yaml", "contacts/phones_held_out.yaml"),
    "emails": ("contacts/emails_tuned.yaml", "contacts/emails_held_out.yaml"),
}


def load_cases(name: str) -> list[dict[str, Any]]:
    """The cases of a table; none where it does not exist."""
    path = FOLDER / name
    return list(YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))) if path.exists() else []


def answers(kind: str, case: dict[str, Any]) -> dict[str, Any]:
    """What is read of a case, by the names that its `expect` uses."""
    lines, languages, country = tuple(case["lines"]), (case["lang"],), case["country"]
    if kind == "phones":
        found = read_phones("\n".join(lines), country)
        return {"phones": [p.e164 for p in found], "kinds": [p.kind for p in found]}
    if kind == "emails":
        return {"emails": [e.address for e in emails_in("\n".join(lines), languages)]}
    reading: Any
    if kind == "identity":
        reading = read_identity(lines, languages, country)
    elif kind == "returns":
        reading = read_returns(lines, languages, country)
    else:
        reading = read_shipping(lines, languages, country)
    return {name: getattr(reading, name).value for name in case["expect"]}


def outcome(expected: Any, got: Any) -> str:
    """right, wrong or refused."""
    if isinstance(expected, list) and isinstance(got, tuple):
        got = list(got)
    if got == expected:
        return "right"
    return "refused" if got is None or got == [] else "wrong"


def judged(kind: str, table: str) -> Iterator[tuple[str, str, str, str, Any, Any]]:
    """(language, case, field, outcome, expected, got) for every fact of a table."""
    for case in load_cases(table):
        got = answers(kind, case)
        for field, expected in case["expect"].items():
            yield case["lang"], case["id"], field, outcome(expected, got[field]), expected, got[field]


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--failures", action="store_true", help="list what was not right")
    parser.add_argument("--write", action="store_true", help="write the figures into docs/accuracy.md")
    options = parser.parse_args()
    show = options.failures
    if options.write:
        from benchmarks import reading_docs  # it imports this module

        reading_docs.write()
    for at, part in enumerate(("tuned", "held-out")):
        fields: dict[str, Counter[str]] = {}
        languages: dict[str, Counter[str]] = {}
        for kind, tables in TABLES.items():
            for language, case, field, result, expected, got in judged(kind, tables[at]):
                fields.setdefault(f"{kind}.{field}", Counter())[result] += 1
                languages.setdefault(language, Counter())[result] += 1
                if show and result != "right":
                    print(f"{part} {kind} {case} {field}: {result}, expected {expected!r}, got {got!r}")
        _print(part, "field", fields)
        _print(part, "language", languages)


def _print(part: str, what: str, counts: dict[str, Counter[str]]) -> None:
    print(f"\n{part}, by {what}\n{'':28}{'right':>7}{'wrong':>7}{'refused':>9}")
    for name, counter in (*sorted(counts.items()), ("all", sum(counts.values(), Counter()))):
        total = sum(counter.values()) or 1
        print(
            f"{name:28}{counter['right']:>7}{counter['wrong']:>7}{counter['refused']:>9}"
            f"   {counter['right'] / total:6.1%} right, {counter['wrong'] / total:5.1%} wrong"
        )


if __name__ == "__main__":
    main()
