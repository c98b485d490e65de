"""`auditor read FIELD`: what is read from a text, with its quote, or why it is refused."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from auditor.commands.options import JsonOption
from auditor.commands.output import print_json, say
from auditor.errors import ConfigError

if TYPE_CHECKING:
    from auditor.models import Value

EXAMPLE = "Example: echo 'Mo-Fr 9-17 Uhr' | auditor read hours --lang de --country DE"

MAX_BYTES = 8_000_000
"""What is read from standard input at most; pages of shops are far smaller."""


def read(
    field: Annotated[str, typer.Argument(metavar="FIELD", help="hours, money, return_window_days, ...")],
    lang: Annotated[
        str, typer.Option("--lang", metavar="TAG", help="Language of the text, BCP 47; several by commas.")
    ] = "",
    country: Annotated[
        str,
        typer.Option("--country", metavar="CC", help="ISO 3166: how numbers, money and phones are meant."),
    ] = "",
    as_json: JsonOption = False,
) -> None:
    """Read one fact from the text or HTML on standard input."""
    from auditor.commands.places import one_of
    from auditor.reading.fields import FIELDS, read_field

    one_of(field, FIELDS, "field")
    languages = known_languages_of(lang)
    if country and not (len(country) == 2 and country.isascii() and country.isalpha()):
        raise ConfigError(f"{country[:20]!r} is no ISO 3166 country code (two letters, such as DE)")
    text = _standard_input()
    reading = read_field(field, text, languages, country.upper())
    if as_json:
        print_json(
            {
                "field": field,
                "value": _value(reading.value),
                "quote": reading.quote,
                "because": reading.because,
            }
        )
        return
    say("not read" if reading.value is None else shown_value(reading.value))
    if reading.quote:
        say(f"  quote: {reading.quote}")
    if reading.because:
        say(f"  because: {reading.because}")


def known_languages_of(lang: str) -> tuple[str, ...]:
    """The languages named, as lexicons call them.

    Raises: ConfigError for one that no lexicon reads.
    """
    from auditor.lexicon import known_languages, resolve_language

    names = [part.strip() for part in lang.split(",") if part.strip()]
    for name in names:
        if not resolve_language(name):
            known = ", ".join(sorted(known_languages()))
            raise ConfigError(f"no lexicon reads {name[:20]!r}; there are {known}")
    return tuple(resolve_language(name) for name in names)


def shown_value(value: Value) -> str:
    """A value on one line."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _value(value: Value) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _standard_input() -> str:
    stream: Any = getattr(sys.stdin, "buffer", sys.stdin)
    data = stream.read(MAX_BYTES + 1)
    if isinstance(data, str):
        data = data.encode("utf-8", "replace")
    if len(data) > MAX_BYTES:
        raise ConfigError(f"more than {MAX_BYTES // 1_000_000} MB of text; give only the page that is meant")
    return bytes(data).decode("utf-8-sig", "replace")
