"""How many labelled sentences are read right, wrong, or refused, per field and language?

Run: python benchmarks/reading_measures.py [--show] [--others] [--write]
The tables are those of the tests. `held_out.yaml` was written before the rules were tuned and
nothing is tuned on it; `from_pages.yaml` says at its head how it was read blind. `--others` runs
dateparser and price-parser over the same sentences. `--write` puts the figures into docs/accuracy.md.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from auditor.lexicon import load_yaml  # noqa: E402
from auditor.reading.durations import Duration, read_durations  # noqa: E402
from auditor.reading.hours import read_hours  # noqa: E402
from auditor.reading.hours_week import normalise  # noqa: E402
from auditor.reading.money import Money, read_money  # noqa: E402

SETS = ("tuned", "from_pages", "held_out")
TABLES = ROOT / "tests" / "reading"


def judge_hours(row: list[Any]) -> tuple[str, object]:
    """right, wrong or refused, and what was read."""
    language, country, lines, expected = row
    read = read_hours(lines, (language,), country)
    found = [r for r in read if r.value]
    if expected is None:
        return ("right" if not found else "wrong"), [(r.channel, r.value) for r in found]
    if isinstance(expected, dict):
        wanted = sorted((channel, normalise(value)) for channel, value in expected.items())
        got = sorted((r.channel, str(r.value)) for r in found)
    else:
        wanted, got = [normalise(expected)], [r.value for r in found]
    if got == wanted:
        return "right", got
    return ("wrong" if found else "refused"), got or [(r.because, r.quote) for r in read]


def duration_mark(duration: Duration) -> str:
    """A reading as the tables write it: "3-5 b @dispatch"."""
    days = f"{duration.low}" if duration.low == duration.high else f"{duration.low}-{duration.high}"
    marks = ["b"] * duration.business + ["n"] * duration.negated
    return " ".join([days, *marks, *([f"@{duration.anchor}"] if duration.anchor else [])])


def money_mark(money: Money) -> str:
    """A reading as the tables write it: "from EUR 4.99", "EUR 4.99..9.99", "free"."""
    if money.is_free:
        return "free"
    upto = ""
    if money.upto_minor is not None:
        upto = ".." + Money(minor=money.upto_minor, currency=money.currency, quote="").text.split()[-1]
    return ("from " if money.is_from else "") + money.text + upto


def _compare(found: list[str], wanted: list[str]) -> str:
    if found == wanted:
        return "right"
    return "refused" if all(mark in wanted for mark in found) else "wrong"


def judge_durations(row: list[Any]) -> tuple[str, object]:
    """right, wrong or refused, and what was read."""
    language, text, expected = row
    found = [duration_mark(d) for d in read_durations(text, (language,))]
    days = [mark.split(" @")[0] for mark in expected]
    if (
        found != expected
        and len(found) == len(days)
        and all(a in b for a, b in zip(found, zip(expected, days, strict=True), strict=True))
    ):
        return "refused", found  # the days are right, what they run from is left open
    return _compare(found, expected), found


def judge_money(row: list[Any]) -> tuple[str, object]:
    """right, wrong or refused, and what was read."""
    language, country, text, expected = row
    found = [money_mark(m) for m in read_money(text, (language,), country)]
    return _compare(found, expected), found


JUDGES: dict[str, Callable[[list[Any]], tuple[str, object]]] = {
    "hours": judge_hours,
    "durations": judge_durations,
    "money": judge_money,
}


def rows(field: str, name: str) -> list[list[Any]]:
    """The labelled sentences of a field."""
    table: list[list[Any]] = load_yaml(TABLES / field / f"{name}.yaml")
    return table


def others(field: str, row: list[Any]) -> tuple[str, object]:
    """What the usual library reads of the same sentence: only the first number counts."""
    if field == "durations":
        import dateparser.search  # only a benchmark needs it

        language, text, expected = row
        code = {"no": "nb"}.get(language, language)
        try:
            hits = dateparser.search.search_dates(text, languages=[code]) or []
        except ValueError:
            hits = []
        days = re.findall(r"\d+", hits[0][0]) if hits else []
        wanted = re.findall(r"\d+", expected[0])[0] if expected else ""
        if not hits:
            return ("right" if not expected else "refused"), hits
        return ("right" if days and days[0] == wanted else "wrong"), hits
    if field == "money":
        from price_parser import Price

        _, _, text, expected = row
        price = Price.fromstring(text)
        amounts = [float(m) for m in re.findall(r"\d+\.\d+", " ".join(expected))]
        if price.amount is None:
            return ("right" if not amounts else "refused"), None
        return ("right" if amounts and float(price.amount) == amounts[0] else "wrong"), price
    return "refused", None


def report(show: bool, with_others: bool) -> int:
    """Print the tables; the number of wrong readings."""
    wrong = 0
    for field, judge in JUDGES.items():
        for name in SETS:
            total: Counter[str] = Counter()
            by_language: dict[str, Counter[str]] = defaultdict(Counter)
            other: Counter[str] = Counter()
            begun = time.perf_counter()
            for row in rows(field, name):
                verdict, got = judge(row)
                total[verdict] += 1
                by_language[row[0]][verdict] += 1
                if show and verdict != "right":
                    print(f"  {verdict:8} {row}\n           read {got}")
            seconds = time.perf_counter() - begun
            if with_others and field != "hours":
                other.update(others(field, row)[0] for row in rows(field, name))
            wrong += total["wrong"]
            print(_line(field, name, total) + f"  {1000 * seconds:7.1f} ms")
            if other:
                print(_line({"durations": "dateparser", "money": "price-parser"}[field], name, other))
            if name == "held_out" or show:
                for language, counts in sorted(by_language.items()):
                    if counts["wrong"] or counts["refused"]:
                        print(_line("", language, counts))
    return wrong


def _line(field: str, name: str, counts: Counter[str]) -> str:
    total = sum(counts.values())
    share = 100 * counts["right"] / total if total else 0.0
    return (
        f"{field:12} {name:10} {total:4}  right {counts['right']:4} ({share:5.1f} %)"
        f"  wrong {counts['wrong']:3}  refused {counts['refused']:3}"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="print every sentence that was not read right")
    parser.add_argument("--others", action="store_true", help="run dateparser and price-parser too")
    parser.add_argument("--write", action="store_true", help="write the figures into docs/accuracy.md")
    options = parser.parse_args()
    if options.write:
        from benchmarks import reading_docs  # it imports this module

        reading_docs.write()
    sys.exit(1 if report(options.show, options.others) else 0)
