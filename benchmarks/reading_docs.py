"""The section "Reading" of docs/accuracy.md: how often each fact is read right, wrong or not at all.

Written by `python benchmarks/reading_measures.py --write` and by `python benchmarks/reading_policies.py
--write`; both write the whole section.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks import reading_measures, reading_policies

PAGE = Path(__file__).resolve().parent.parent / "docs" / "accuracy.md"
BEGIN, END = "<!-- reading:begin -->", "<!-- reading:end -->"
_SETS = {
    "tuned": "made with",
    "from_pages": "first read blind, then mended",
    "held_out": "held out",
    "held_out_2": "held out, second set",
}
_INTRODUCTION = """\
## Reading

Labelled sentences and pages in 10 to 28 languages: what is read of them, beside what a person reads. A
refusal that the words call for is right; a value where there is none to read is wrong. The sets that the
rules were made with say only that nothing broke, and the held-out sets, though written before that, have been
looked at since: none of the lines below says how well unseen pages are read. The last blind reading was that
of the second set of return policies: 70 of 87 facts right (80%), 7 wrong, of which 6 were windows in working
days, and 10 refused. Its general faults were mended afterwards.

"""


def write() -> None:
    """Put the section into docs/accuracy.md, in place of the one that is there."""
    page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else "# How accurate it is\n"
    section = f"{BEGIN}\n{_table()}{END}\n"
    if BEGIN in page and END in page:
        before, _, rest = page.partition(BEGIN)
        page = before + section + rest.partition(END)[2].lstrip("\n")
    else:
        page = f"{page.rstrip()}\n\n{_INTRODUCTION}{section}"
    PAGE.write_text(page, encoding="utf-8")


def _table() -> str:
    head = "| what | sentences or pages | facts | right | wrong | refused |\n" + "| --- " * 6 + "|\n"
    return head + "".join(f"{_row(what, kind, counts)}\n" for what, kind, counts in _counts() if counts)


def _row(what: str, kind: str, counts: Counter[str]) -> str:
    total = sum(counts.values())
    right = f"{counts['right']} ({100 * counts['right'] / total:.0f}%)"
    return f"| {what} | {_SETS[kind]} | {total} | {right} | {counts['wrong']} | {counts['refused']} |"


def _counts() -> Iterator[tuple[str, str, Counter[str]]]:
    for field, judge in reading_measures.JUDGES.items():
        for kind in reading_measures.SETS:
            yield field, kind, Counter(judge(row)[0] for row in reading_measures.rows(field, kind))
    for field, tables in reading_policies.TABLES.items():
        for kind, table in zip(("tuned", "held_out"), tables, strict=True):
            yield field, kind, _judged(field, table)
    yield "returns", "held_out_2", _judged("returns", "policies/held_out_2.yaml")


def _judged(field: str, table: str) -> Counter[str]:
    return Counter(result for *_, result, _, _ in reading_policies.judged(field, table))
