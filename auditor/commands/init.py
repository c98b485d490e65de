"""`auditor init`: a few questions, then a wave.yaml."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer

from auditor.commands.output import say
from auditor.errors import ConfigError
from auditor.models import Shop

EXAMPLE = "Example: auditor init --shop https://shop.example/ --country DE --sector fashion --yes"

PLACEHOLDER = "https://shop.example/"


def init(
    shop: Annotated[
        list[str] | None,
        typer.Option("--shop", metavar="URL", help="A shop's address; may be given several times."),
    ] = None,
    country: Annotated[
        str, typer.Option("--country", metavar="CC", help="ISO 3166 code of the country all shops serve.")
    ] = "",
    sector: Annotated[
        str, typer.Option("--sector", help="What they sell; shops of a sector are compared.")
    ] = "",
    name: Annotated[str, typer.Option("--wave", metavar="WAVE", help="Name of the wave.")] = "",
    file: Annotated[Path, typer.Option("--file", metavar="FILE", help="Where it is written.")] = Path(
        "wave.yaml"
    ),
    yes: Annotated[
        bool, typer.Option("--yes", help="Ask nothing; take what is given and the usual.")
    ] = False,
) -> None:
    """Write a wave.yaml from a few questions. A file that is there already is never overwritten."""
    if file.exists():
        raise ConfigError("is there already and is not overwritten; name another with --file", path=str(file))
    wave = name or datetime.now(UTC).strftime("%Y-%m")
    urls = [_with_scheme(url) for url in shop or ()]
    if not yes:
        urls = urls or _ask_for_shops()
        country = country or typer.prompt("Country they serve (ISO 3166, such as DE)", default="").strip()
        sector = sector or typer.prompt("What they sell (shops that sell the same are compared)", default="")
        wave = name or typer.prompt("Name of the wave", default=wave)
    text = wave_text(wave, urls or [PLACEHOLDER], country=country.strip(), sector=sector.strip())
    try:
        with file.open("x", encoding="utf-8") as out:
            out.write(text)
    except FileExistsError:
        raise ConfigError("is there already and is not overwritten", path=str(file)) from None
    except OSError as error:
        raise ConfigError(f"cannot be written ({error.strerror})", path=str(file)) from error
    say(f"wrote {file}; look at it, then: auditor run {file}")


def wave_text(wave: str, urls: list[str], *, country: str, sector: str) -> str:
    """The text of a wave.yaml that the program itself accepts.

    Raises: ConfigError for what it would refuse.
    """
    from auditor.addresses import is_private_host
    from auditor.config import load_wave
    from auditor.wave_template import wave_template

    private = any(is_private_host(_host(url)) for url in urls)
    shops = [
        Shop(name=shop_name(url, urls), url=url, country=country.upper(), peer_group=sector) for url in urls
    ]
    text = wave_template(wave, shops, allow_private_addresses=private)
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder) / "wave.yaml"
        trial.write_text(text, encoding="utf-8")
        try:
            load_wave(trial)
        except ConfigError as error:
            raise ConfigError(error.problem, entry=error.entry) from None
    return text


def shop_name(url: str, urls: list[str]) -> str:
    """A name for a shop from its address; the whole host where two would be called the same.

    Example: https://www.acme-shop.example/de -> Acme Shop.
    """
    host = _host(url).removeprefix("www.")
    if host.replace(".", "").isdigit() or "." not in host:
        return urlsplit(url).netloc or url[:80]
    same = [u for u in urls if _host(u).removeprefix("www.").split(".")[0] == host.split(".")[0]]
    return host if len(same) > 1 else host.split(".")[0].replace("-", " ").title()


def _ask_for_shops() -> list[str]:
    urls: list[str] = []
    while True:
        asked = "Address of a shop" if not urls else "Address of another shop (empty: no more)"
        given = typer.prompt(asked, default="" if urls else None, show_default=False).strip()
        if not given:
            return urls
        url = _with_scheme(given)
        problem = _problem(url)
        if problem:
            say(problem)
        elif url not in urls:
            urls.append(url)


def _problem(url: str) -> str:
    from auditor.config import bad_url

    return bad_url(url, allow_private_addresses=True)


def _with_scheme(url: str) -> str:
    return url.strip() if "://" in url else f"https://{url.strip()}"


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
