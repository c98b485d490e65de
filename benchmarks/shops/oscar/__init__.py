"""django-oscar: classic pages, a gateway before the checkout, one form per shipping method."""

from __future__ import annotations

from pathlib import Path

from benchmarks.shops import python_shop
from benchmarks.shops.engine import Engine, Place, Process
from benchmarks.shops.running import run

PORT = 8301
_SOURCES = Path(__file__).parent
_PROJECT = _SOURCES / "project"


def install(place: Place) -> None:
    """Packages, tables, goods, pages, search index."""
    log = place.log("oscar-install")
    python_shop.make_environment(place, _SOURCES / "requirements.txt", log)
    python_shop.fresh_data(place)
    python = str(python_shop.python_of(place))
    env = python_shop.environment(place, _PROJECT)
    for command in (
        ("-m", "django", "migrate", "-v0"),
        ("-m", "django", "oscar_populate_countries", "--initial-only"),
        python_shop.SEED,
        ("-m", "django", "collectstatic", "--noinput", "-v0"),
        ("-m", "django", "rebuild_index", "--noinput"),
    ):
        run((python, *command), log=log, cwd=_PROJECT, env=env)


def processes(place: Place) -> tuple[Process, ...]:
    """One server."""
    env = python_shop.environment(place, _PROJECT)
    return (python_shop.waitress("oscar", place, _PROJECT, PORT, env),)


def count_orders(place: Place) -> int:
    """Rows of the table of orders."""
    return python_shop.count_rows(place, "order_order")


ENGINE = Engine(
    name="oscar",
    version="django-oscar 4.2.1",
    port=PORT,
    install=install,
    processes=processes,
    count_orders=count_orders,
)
