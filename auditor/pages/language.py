"""Which language does this page speak?

Asked in this order: the text itself where there is enough of it, the html lang attribute,
og:locale, a hreflang that names this very address, and what the wave says. Text goes first
because engines leave `lang="en"` on translated shops (measured: one of eight engines does so in
every language); but a short text, or one that a classifier is not sure of, does not overrule
what the page declares.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from auditor.lexicon import known_languages, resolve_language
from auditor.snapshot import Snapshot

_ENOUGH = 400
"""Characters of running text from which a classifier is asked."""
_LITTLE = 100
"""The same where nothing else tells."""


def page_language(snapshot: Snapshot, shop_language: str = "") -> str:
    """The page's language as a lexicon's name, or an empty string when nothing tells.

    A declared language that has no lexicon gives an empty string too, so that nobody reads it
    with the wrong words.
    """
    declared = _declared(snapshot)
    text = " ".join(b.text for b in snapshot.blocks if b.visible and len(b.text) > 25)[:4000]
    if len(text) < _ENOUGH and (declared or shop_language or len(text) < _LITTLE):
        return _known(declared) if declared else resolve_language(shop_language)
    spoken, sure = _classify(text)
    if declared and not _known(declared):
        return "" if not sure or spoken == "en" else spoken
    if sure and spoken:
        return spoken
    return _known(declared) if declared else resolve_language(shop_language) or spoken


def _declared(snapshot: Snapshot) -> str:
    if snapshot.lang:
        return snapshot.lang
    locale = snapshot.meta_value("og:locale")
    if locale:
        return locale
    return next(
        (lang for lang, href in snapshot.hreflang if href == snapshot.url and lang != "x-default"), ""
    )


def _known(tag: str) -> str:
    return resolve_language(tag)


@cache
def _classifier() -> Any:
    # Croatian, Bosnian and Malay are left out: on shop texts they draw Serbian and Indonesian away
    # from lexicons that read them well (libraries: 11 of 11 right with a fixed set).
    from py3langid.langid import _load_identifier

    identifier = _load_identifier(norm_probs=True)
    supported = set(identifier.labels)
    wanted = [
        lang
        for lang in (*known_languages(), "ja", "zh", "ko", "ar", "he", "vi", "th", "hi")
        if lang in supported
    ]
    identifier.set_languages(wanted)
    return identifier


def _classify(text: str) -> tuple[str, bool]:
    language, probability = _classifier().classify(text)
    return resolve_language(str(language)), float(probability) > 0.99
