"""What the shops written in Python have in common: an environment of their own, served by waitress."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from benchmarks.shops.engine import CHECKOUT, Place, Process, ShopError
from benchmarks.shops.running import run

SEED = ("-c", "import django; django.setup(); import seed; seed.main()")
"""Arguments that run a project's `seed.py`, whose models can only be imported after the set-up."""


def make_environment(place: Place, requirements: Path, log: Path) -> None:
    """A virtual environment with exactly the pinned packages. Raises: ShopError."""
    python = python_of(place)
    if not python.exists():
        run((sys.executable, "-m", "venv", str(place.folder / "venv")), log=log)
    pip = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r")
    run((str(python), *pip, str(requirements)), log=log)


def python_of(place: Place) -> Path:
    """The interpreter of the shop's own environment."""
    return place.folder / "venv" / "bin" / "python"


def fresh_data(place: Place) -> Path:
    """An empty folder for database, pictures and collected files."""
    data = data_of(place)
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir(parents=True)
    return data


def data_of(place: Place) -> Path:
    """Where the shop keeps what it changes."""
    return place.folder / "data"


def environment(place: Place, project: Path) -> dict[str, str]:
    """What a Django project of ours has to be told."""
    return {
        "DJANGO_SETTINGS_MODULE": "settings",
        "PYTHONPATH": f"{project}:{CHECKOUT}",
        "SHOP_DATA": str(data_of(place)),
    }


def waitress(name: str, place: Place, project: Path, port: int, env: dict[str, str]) -> Process:
    """The process that serves a project's `wsgi:application` on 127.0.0.1."""
    listen = f"--listen=127.0.0.1:{port}"
    return Process(
        name=name,
        argv=(str(python_of(place)), "-m", "waitress", listen, "--threads=4", "wsgi:application"),
        cwd=project,
        port=port,
        env=env,
    )


def count_rows(place: Place, table: str) -> int:
    """Rows of a table in the shop's SQLite file. Raises: ShopError."""
    path = data_of(place) / "shop.sqlite3"
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
            (count,) = database.execute(f"select count(*) from {table}").fetchone()  # noqa: S608 - our own names
    except sqlite3.Error as error:
        raise ShopError(f"{path} cannot be read: {error}") from error
    return int(count)
