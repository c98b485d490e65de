"""Cartridge on Mezzanine: a checkout of two steps on one address, both of which end in "Next"."""

from __future__ import annotations

import locale
from pathlib import Path

from benchmarks.shops import python_shop
from benchmarks.shops.engine import Engine, Need, Place, Process
from benchmarks.shops.running import run

PORT = 8303
LOCALE = "en_GB.UTF-8"
"""The engine writes prices as the C library's locale does and does not start without it."""

_SOURCES = Path(__file__).parent
_PROJECT = _SOURCES / "project"
_LOCALE_SOURCE = Path("/usr/share/i18n/locales/en_GB")


def install(place: Place) -> None:
    """Packages, the locale where the system lacks it, tables, goods and pages."""
    log = place.log("cartridge-install")
    python_shop.make_environment(place, _SOURCES / "requirements.txt", log)
    data = python_shop.fresh_data(place)
    if not _system_has_locale():
        run(("localedef", "-i", "en_GB", "-f", "UTF-8", str(_locales(place, make=True) / LOCALE)), log=log)
    python = str(python_shop.python_of(place))
    env = _environment(place)
    for command in (
        ("-m", "django", "createdb", "--noinput", "--nodata", "-v0"),
        python_shop.SEED,
        ("-m", "django", "collectstatic", "--noinput", "-v0"),
    ):
        run((python, *command), log=log, cwd=data, env=env)


def processes(place: Place) -> tuple[Process, ...]:
    """One server."""
    return (python_shop.waitress("cartridge", place, _PROJECT, PORT, _environment(place)),)


def count_orders(place: Place) -> int:
    """Rows of the table of orders."""
    return python_shop.count_rows(place, "shop_order")


def _environment(place: Place) -> dict[str, str]:
    env = python_shop.environment(place, _PROJECT)
    return env if _system_has_locale() else env | {"LOCPATH": str(_locales(place))}


def _locales(place: Place, *, make: bool = False) -> Path:
    """A folder of compiled locales for this shop alone, so that the system stays as it is."""
    folder = place.folder / "locales"
    if make:
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def _system_has_locale() -> bool:
    try:
        kept = locale.setlocale(locale.LC_MONETARY)
        locale.setlocale(locale.LC_MONETARY, LOCALE)
        locale.setlocale(locale.LC_MONETARY, kept)
    except locale.Error:
        return False
    return True


ENGINE = Engine(
    name="cartridge",
    version="Cartridge 1.3.4 on Mezzanine 6.1.1",
    port=PORT,
    needs=(
        Need(
            what=f"the locale {LOCALE} or the means to make it",
            is_met=lambda: _LOCALE_SOURCE.exists() or _system_has_locale(),
            packages=("locales",),
        ),
    ),
    install=install,
    processes=processes,
    count_orders=count_orders,
)
