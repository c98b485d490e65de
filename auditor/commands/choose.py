"""`auditor choose INTENT PAGE`: which control would be picked, and why?"""

from __future__ import annotations

import asyncio
import gzip
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import urlsplit

import typer

from auditor.commands.options import JsonOption
from auditor.commands.output import plain, print_json, say
from auditor.commands.read import known_languages_of
from auditor.errors import ConfigError

if TYPE_CHECKING:
    from auditor.models import Candidate
    from auditor.snapshot import Snapshot

EXAMPLE = "Example: auditor choose add_to_cart page.html --lang de"

SHOWN = 10
"""Controls listed at most."""


def choose(
    intent: Annotated[str, typer.Argument(metavar="INTENT", help="add_to_cart, search, checkout, ...")],
    page: Annotated[
        str, typer.Argument(metavar="PAGE", help="An address, a saved snapshot (.json, .json.gz), or .html.")
    ],
    lang: Annotated[
        str,
        typer.Option("--lang", metavar="TAG", help="Language of the page; told from the page without it."),
    ] = "",
    private: Annotated[
        bool, typer.Option("--private", help="Allow an address on your own machine or network.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """List the controls of a page that could serve an intent, best first, with reasons."""
    from auditor.commands.places import one_of
    from auditor.lexicon import load_lexicon

    languages = known_languages_of(lang)
    one_of(intent, tuple(load_lexicon().intents), "intent")
    snapshot = _snapshot(page, lang, private=private)
    from auditor.pages.language import page_language
    from auditor.pages.ranking import load_weights, rank

    spoken = languages or tuple(filter(None, [page_language(snapshot)]))
    ranked = rank(snapshot, intent, load_lexicon(*spoken))
    weights = load_weights()
    threshold = (weights.get(intent) or weights["default"]).threshold
    if as_json:
        print_json(
            {
                "schema": 1,
                "intent": intent,
                "url": snapshot.url,
                "languages": list(spoken),
                "threshold": threshold,
                "candidates": [_document(c, snapshot, threshold) for c in ranked],
            }
        )
        return
    if not ranked:
        say(f"nothing on this page could serve {intent}")
    for n, candidate in enumerate(ranked[:SHOWN]):
        _say_candidate(candidate, snapshot, is_chosen=n == 0 and candidate.score >= threshold)
    if len(ranked) > SHOWN:
        say(f"and {len(ranked) - SHOWN} more")
    if ranked and ranked[0].score < threshold:
        say(
            f"nothing is chosen: the best has {ranked[0].score:g} of the {threshold:g} points that are needed"
        )


def _say_candidate(candidate: Candidate, snapshot: Snapshot, *, is_chosen: bool) -> None:
    control = snapshot.controls[candidate.i]
    sign = ">" if is_chosen else " "
    where = f" in {control.landmark}" if control.landmark else ""
    print(f"{sign} {candidate.score:7.3f}  {plain(candidate.words) or '(no words)'}  [{control.role}{where}]")
    reasons = ", ".join(f"{r.feature} {r.points:+g}" for r in candidate.reasons)
    print(f"            {plain(reasons)}")


def _document(candidate: Candidate, snapshot: Snapshot, threshold: float) -> dict[str, Any]:
    control = snapshot.controls[candidate.i]
    return {
        "i": candidate.i,
        "score": candidate.score,
        "would_do": candidate.score >= threshold,
        "words": candidate.words,
        "role": control.role,
        "href": control.href,
        "landmark": control.landmark,
        "reasons": [
            {"feature": r.feature, "points": r.points, "because": r.because} for r in candidate.reasons
        ],
    }


def _snapshot(page: str, lang: str, *, private: bool) -> Snapshot:
    if "://" in page:
        return _seen_live(page, lang, private=private)
    file = Path(page)
    try:
        data = file.read_bytes()
    except OSError as error:
        raise ConfigError(f"cannot be read ({error.strerror})", path=page) from error
    try:
        if file.suffix == ".gz":
            data = gzip.decompress(data)
    except (OSError, EOFError) as error:
        raise ConfigError("is no gzip file", path=page) from error
    if ".json" in file.suffixes:
        from pydantic import ValidationError

        from auditor.snapshot import load_snapshot

        try:
            return load_snapshot(data)
        except ValidationError as error:
            raise ConfigError("is no saved snapshot", path=page) from error
    from auditor.pages.static import snapshot_from_html

    return snapshot_from_html(data, "https://shop.example/")


def _seen_live(url: str, lang: str, *, private: bool) -> Snapshot:
    from auditor.addresses import is_private_host
    from auditor.commands.visit import in_words_of_options
    from auditor.config import bad_url
    from auditor.models import Shop
    from auditor.worker import check_addresses
    from scenarios.glance import glance

    def allowed(host_or_url: str) -> bool:
        host = urlsplit(host_or_url).hostname or "" if "//" in host_or_url else host_or_url
        return private or not is_private_host(host)

    with in_words_of_options():
        if problem := bad_url(url, allow_private_addresses=private):
            raise ConfigError(problem)
        check_addresses([Shop(name="page", url=url)], allow_private=private, must_resolve=True)
    return asyncio.run(glance(url, language=lang.split(",")[0], allowed=allowed))
