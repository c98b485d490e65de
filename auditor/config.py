"""Which shops does a wave audit, and how politely? Reads wave.yaml."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from babel import Locale
from pydantic import Field

from auditor.addresses import is_private_host
from auditor.entries import Entry, validated
from auditor.models import Shop
from auditor.wave_template import wave_template as wave_template
from auditor.yaml_lines import Document, read_yaml

STANDARD_RUBRIC = "standard"
"""The bundled rubric, used when a wave names none."""

_NAME = re.compile(r"\w[\w.+-]{0,99}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_NO_COUNTRY = {"EU", "EZ", "UN", "ZZ", "XA", "XB", "QO"}
_OFTEN_MEANT = {"UK": "GB", "EN": "GB", "EL": "GR", "EU": "a country such as DE or FR"}

Source = Literal["page", "mailbox", "order", "person"]


class LimitsEntry(Entry):
    """How much one visit may ask of a shop."""

    actions: Annotated[int, Field(gt=0, description="What a walk may click, type and choose")] = 80
    pages: Annotated[int, Field(gt=0, description="Pages that a spider may fetch")] = 60
    minutes: Annotated[float, Field(gt=0, description="How long one visit may take")] = 6
    megabytes: Annotated[float, Field(gt=0, description="What one visit may download")] = 200


class ShopEntry(Entry):
    """One shop of the panel."""

    name: Annotated[str, Field(description="As it stands on the scorecard; unique in the wave")]
    url: Annotated[str, Field(description="Where a customer begins: http or https")]
    country: Annotated[str, Field(description="ISO 3166: address, law, number formats")] = ""
    language: Annotated[str, Field(description="BCP 47; without it, it is read from the pages")] = ""
    peer_group: Annotated[str, Field(description="Shops that are compared with each other")] = ""
    look_for: Annotated[
        tuple[str, ...], Field(strict=False, max_length=20, description="Search terms to begin with")
    ] = ()


class WaveEntry(Entry):
    """A wave: one round over all shops with one plan."""

    wave: Annotated[str, Field(description="Name of the wave; a folder gets this name")]
    rubric: Annotated[str, Field(description="A file, or the name of a bundled profile")] = STANDARD_RUBRIC
    workspace: Annotated[str, Field(description="Folder for database, evidence and reports")] = "auditor-data"
    pace: Annotated[
        float, Field(ge=0, le=60, description="Seconds between actions; 0 only for shops of your own")
    ] = 0.8
    identity: Annotated[
        Literal["customer", "declared"], Field(description="The browser a shop is shown; spiders declare")
    ] = "customer"
    allow_private_addresses: Annotated[bool, Field(description="True for shops on your own machine")] = False
    sources: Annotated[
        tuple[Source, ...], Field(strict=False, min_length=1, description="Who answers in this wave")
    ] = ("page",)
    accounts: Annotated[
        Literal["never", "create"], Field(description="Whether a synthetic customer may be registered")
    ] = "never"
    limits: LimitsEntry = LimitsEntry()
    shops: Annotated[tuple[ShopEntry, ...], Field(strict=False, min_length=1)]


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """How much one visit may ask of a shop."""

    actions: int = 80
    """What a walk may click, type and choose."""
    pages: int = 60
    """Pages that a spider may fetch."""
    minutes: float = 6
    """How long one visit may take."""
    megabytes: float = 200
    """What one visit may download."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Wave:
    """A wave as it was ordered: which shops, and how they may be treated."""

    name: str
    shops: tuple[Shop, ...]
    rubric: str = STANDARD_RUBRIC
    """Path of a rubric file, or the name of a bundled profile."""
    workspace: Path = Path("auditor-data")
    """Folder for database, evidence and reports."""
    pace: float = 0.8
    """Seconds between two actions of the shopper."""
    identity: str = "customer"
    allow_private_addresses: bool = False
    sources: tuple[str, ...] = ("page",)
    """Who answers: page, mailbox, order, person."""
    accounts: str = "never"
    limits: Limits = Limits()


def settings_of(wave: Wave) -> dict[str, object]:
    """The wave's settings as JSON can hold them, to be kept beside its results."""
    return {
        "rubric": wave.rubric,
        "pace": wave.pace,
        "identity": wave.identity,
        "allow_private_addresses": wave.allow_private_addresses,
        "sources": list(wave.sources),
        "accounts": wave.accounts,
        "limits": asdict(wave.limits),
    }


def load_wave(path: Path | str) -> Wave:
    """The wave that a file describes; relative paths in it start at the file's folder.

    Raises: ConfigError with file, line, entry and problem.
    """
    document = read_yaml(Path(path))
    entry = validated(WaveEntry, document)
    _check_name(entry, document)
    shops = tuple(_shop(document, n, shop, entry) for n, shop in enumerate(entry.shops))
    _check_unique(document, shops)
    _check_pace(entry, document)
    folder = Path(path).parent
    return Wave(
        name=entry.wave,
        shops=shops,
        rubric=_rubric(entry.rubric, folder, document),
        workspace=folder / Path(entry.workspace).expanduser(),
        pace=entry.pace,
        identity=entry.identity,
        allow_private_addresses=entry.allow_private_addresses,
        sources=tuple(dict.fromkeys(entry.sources)),
        accounts=entry.accounts,
        limits=Limits(**entry.limits.model_dump()),
    )


def _check_name(entry: WaveEntry, document: Document) -> None:
    if not _NAME.fullmatch(entry.wave) or entry.wave.endswith("."):
        problem = f"{entry.wave[:60]!r} cannot name a folder; use letters, digits, '-', '_' and '.'"
        raise document.error(("wave",), problem)


def _rubric(given: str, folder: Path, document: Document) -> str:
    if not given.strip():
        raise document.error(("rubric",), "must name a file or a bundled profile")
    is_path = given.endswith((".yaml", ".yml")) or "/" in given or "\\" in given
    return str(folder / Path(given).expanduser()) if is_path else given


def _shop(document: Document, n: int, entry: ShopEntry, wave: WaveEntry) -> Shop:
    place = ("shops", n)
    for key, text in (("name", entry.name), ("peer_group", entry.peer_group)):
        if problem := _bad_text(text, needed=key == "name"):
            raise document.error((*place, key), problem)
    for k, term in enumerate(entry.look_for):
        if problem := _bad_text(term, needed=True):
            raise document.error((*place, "look_for", k), problem)
    if problem := bad_url(entry.url, allow_private_addresses=wave.allow_private_addresses):
        raise document.error((*place, "url"), problem)
    if problem := _bad_country(entry.country):
        raise document.error((*place, "country"), problem)
    if problem := _bad_language(entry.language):
        raise document.error((*place, "language"), problem)
    return Shop(
        name=entry.name.strip(),
        url=entry.url.strip(),
        country=entry.country.upper(),
        language=entry.language,
        peer_group=entry.peer_group.strip(),
        look_for=tuple(term.strip() for term in entry.look_for),
    )


def _bad_text(text: str, *, needed: bool) -> str:
    if needed and not text.strip():
        return "must not be empty"
    if len(text) > 80:
        return "is longer than 80 characters"
    return "must be one line of text" if any(not c.isprintable() for c in text) else ""


def bad_url(url: str, *, allow_private_addresses: bool) -> str:
    """Why this address cannot be audited, or an empty string.

    Names are only looked at, not resolved: whoever connects checks the resolved address again.
    """
    try:
        parts = urlsplit(url.strip())
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        return f"{url[:80]!r} is not an address"
    if parts.scheme not in ("http", "https"):
        return f"{url[:80]!r} is not an http(s) address; it begins with https:// or http://"
    if not host or any(c.isspace() or not c.isprintable() for c in url.strip()):
        return f"{url[:80]!r} is not an address"
    if parts.username or parts.password:
        return "user names and passwords do not belong into a shop's address"
    if not allow_private_addresses and is_private_host(host):
        return f"{host} is on a private network; for shops of your own set allow_private_addresses: true"
    return ""


def _bad_country(country: str) -> str:
    code = country.upper()
    if not code or (code in Locale("en").territories and code.isalpha() and code not in _NO_COUNTRY):
        return ""
    hint = f"; did you mean {_OFTEN_MEANT[code]}?" if code in _OFTEN_MEANT else ""
    return f"{country[:20]!r} is no ISO 3166 country code (two letters, such as DE){hint}"


def _bad_language(language: str) -> str:
    base = re.split(r"[-_]", language)[0].lower()
    if not language or (_LANGUAGE.fullmatch(language) and base in Locale("en").languages):
        return ""
    return f"{language[:20]!r} is no BCP 47 language tag (such as de or pt-BR)"


def _check_unique(document: Document, shops: tuple[Shop, ...]) -> None:
    seen: dict[str, int] = {}
    for n, shop in enumerate(shops):
        if len(shop.slug) > 80:
            raise document.error(("shops", n, "name"), "is too long for a folder name")
        if (first := seen.setdefault(shop.slug, n)) != n:
            other = shops[first].name
            same = "is there already" if other == shop.name else f"gets the same folder as {other!r}"
            raise document.error(("shops", n, "name"), f"{shop.name!r} {same}; shops[{first}] has it")


def _check_pace(entry: WaveEntry, document: Document) -> None:
    if entry.pace > 0:
        return
    hosts = (urlsplit(shop.url).hostname or "" for shop in entry.shops)
    if not entry.allow_private_addresses or not all(is_private_host(host) for host in hosts):
        problem = "0 is only for shops on your own machine (private addresses, allow_private_addresses: true)"
        raise document.error(("pace",), problem)
