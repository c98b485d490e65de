"""How long does reading every field of a large page take, beside parsing it?

Run: python benchmarks/reading_speed.py [--profile]
The page is made of the sentences of the test tables, filled up with prose until it has 150 KB, so that
it holds something for every field. Times hang on the machine; the ratio to parsing the same page
(`snapshot_from_html`) does not much, and is what to compare. Each number is the best of several runs,
each on a page of its own so that nothing is remembered, in processor time.
"""

from __future__ import annotations

import argparse
import cProfile
import html
import pstats
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from auditor.lexicon import load_yaml  # noqa: E402
from auditor.pages.static import snapshot_from_html  # noqa: E402
from auditor.reading.fields import FIELDS, Source, read_source  # noqa: E402

KILOBYTES = 150
RUNS = 5
LANGUAGES = ("en", "de")
TABLES = ROOT / "tests" / "reading"
MEASURES = ("hours", "durations", "money")


def page(language: str, run: int) -> str:
    """An HTML page of `KILOBYTES` in a language, of which about a quarter is text.

    Each fact stands once, among product cards with prices and paragraphs without numbers, as on a shop's
    pages. The prose differs from run to run.
    """
    own = chr(ord("a") + run) * 5
    said = [f"{line} {own}." for case in _cases(language) for line in case]
    plain = [w for line in said for w in line.split() if not any(c.isdigit() for c in w)]
    parts = [f"<h1>Page {run}</h1>", *(f"<p class='text-body mt-2'>{html.escape(line)}</p>" for line in said)]
    size, n = sum(map(len, parts)), run * 1000
    while size < KILOBYTES * 1000:
        n += 1
        words = [html.escape(plain[(n * 31 + k * 7) % len(plain)]) for k in range(44)]
        parts.append(_CARD.format(n=n, name=" ".join(words[:4]), price=n % 90 + 4))
        if n % 3 == 0:
            parts.append(f"<p class='text-body mt-2'>{' '.join(words[4:])}.</p>")
        size = size + len(parts[-1]) + (len(parts[-2]) if n % 3 == 0 else 0)
    return f"<html lang={language}><body><main>{''.join(parts)}</main></body></html>"


_CARD = (
    "<li class='grid-item product-card flex flex-col' data-id='{n}'><a class='product-card__link' "
    "href='/products/{n}'><img class='product-card__image' src='/media/{n}-320x320.jpg' alt='{name}' "
    "width=320 height=320 loading=lazy></a><h3 class='product-card__title text-sm'>{name}</h3>"
    "<span class='price product-card__price'>{price},90 €</span>"
    "<button class='button button--primary product-card__add' type=button>+</button></li>"
)


def _cases(language: str) -> list[list[str]]:
    policies = [*load_yaml(TABLES / "policies/tuned.yaml"), *load_yaml(TABLES / "identity/tuned.yaml")]
    hours = [row[2] for row in load_yaml(TABLES / "hours/tuned.yaml") if row[0] == language]
    return [[str(line) for line in case["lines"]] for case in policies if case["lang"] == language] + hours


def best_of(work: Callable[[int], Any]) -> float:
    """Milliseconds of the fastest of several runs, the first of which only warms up."""
    taken = []
    for run in range(RUNS + 1):
        begun = time.process_time()
        work(run)
        taken.append(1000 * (time.process_time() - begun))
    return min(taken[1:])


def read_all(fields: tuple[str, ...], sources: list[Source], run: int) -> None:
    """Read these fields from one of the prepared pages."""
    for field in fields:
        read_source(field, sources[run])


def prepared(pages: list[str], language: str) -> list[Source]:
    """The pages parsed, with nothing read from them yet."""
    country = {"en": "GB"}.get(language, language.upper())
    sources = [Source(text, (language,), country) for text in pages]
    for source in sources:
        _ = source.lines
    return sources


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--profile", action="store_true", help="show where the time of one run goes")
    profile = parser.parse_args().profile
    groups = {"measures": MEASURES, "all fields": FIELDS}
    print(f"{'':24}{'parse':>10}{'measures':>10}{'all':>10}{'all / parse':>14}")
    for language in LANGUAGES:
        pages = [page(language, run) for run in range(RUNS + 1)]
        parse = best_of(lambda run, pages=pages: snapshot_from_html(pages[run], "https://shop.example/"))
        taken = {
            name: best_of(partial(read_all, fields, prepared(pages, language)))
            for name, fields in groups.items()
        }
        print(
            f"{language} {len(pages[0]) // 1000} KB{'':14}{parse:8.0f}ms{taken['measures']:8.0f}ms"
            f"{taken['all fields']:8.0f}ms{taken['all fields'] / parse:14.2f}"
        )
        if profile:
            fresh = prepared([page(language, RUNS + 1)], language)
            profiler = cProfile.Profile()
            profiler.runcall(read_all, FIELDS, fresh, 0)
            pstats.Stats(profiler).sort_stats("tottime").print_stats(25)


if __name__ == "__main__":
    main()
