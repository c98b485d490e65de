"""A PostgreSQL cluster of the shop's own: another port, another folder, nobody else's data."""

from __future__ import annotations

import hashlib
import os
import pwd
import secrets
import shutil
from pathlib import Path
from signal import SIGINT
from tempfile import NamedTemporaryFile

from benchmarks.shops import processes
from benchmarks.shops.engine import Need, Place, Process, ShopError
from benchmarks.shops.running import run

PORT = 8309
NAME = "evershop"
"""Of the database and of its owner."""

_SERVER_USER = "postgres"
"""PostgreSQL refuses to run as root; this is the user that its packages make."""


def _program(name: str) -> Path | None:
    """A program of PostgreSQL; Debian keeps the server's ones off the path, one folder per version."""
    on_path = shutil.which(name)
    if on_path:
        return Path(on_path)
    found = Path("/usr/lib/postgresql").glob(f"*/bin/{name}")
    return max(found, key=lambda path: float(path.parts[-3]), default=None)


NEED = Need(
    what="PostgreSQL (initdb, postgres and psql)",
    is_met=lambda: all(_program(name) for name in ("initdb", "postgres", "psql")),
    packages=("postgresql",),
)


def make(place: Place, log: Path) -> None:
    """An empty cluster with the shop's database, owned by a role with a password."""
    remove(place)
    cluster, owner = _cluster(place), _owner()
    secret = _password_file(place)
    secret.parent.mkdir(parents=True, exist_ok=True)
    secret.touch(mode=0o600)
    secret.write_text(secrets.token_hex(16), encoding="utf-8")
    options = (f"--username={NAME}", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8")
    with NamedTemporaryFile("w", encoding="utf-8") as note:
        note.write(password(place) + "\n")
        note.flush()
        if owner is not None:
            shutil.chown(note.name, owner)  # the server's user may not read our folder
        argv = (_path("initdb"), "-D", str(cluster), *options, f"--pwfile={note.name}")
        run(argv, log=log, cwd=cluster.parent, user=owner)
    server = process(place)
    try:
        processes.start(server, place)
        execute(place, f"create database {NAME}", log, database="postgres")
    finally:
        processes.stop(server, place)


def process(place: Place) -> Process:
    """The server; an interrupt ends it at once and cleanly, whoever is connected."""
    cluster = _cluster(place)
    own = ("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-p", str(PORT))
    return Process(
        name="evershop-database",
        argv=(_path("postgres"), "-D", str(cluster), *own),
        cwd=cluster.parent,
        port=PORT,
        path=None,
        user=_owner(),
        stop_signal=SIGINT,
    )


def execute(
    place: Place,
    statements: str,
    log: Path,
    *,
    database: str = NAME,
    filled: dict[str, str] | None = None,
) -> str:
    """What the statements give, one row a line.

    filled: values for the places that the statements call `:'name'`.
    Raises: ShopError at the first statement that fails.
    """
    where = ("-h", "127.0.0.1", "-p", str(PORT), "-U", NAME, "-d", database)
    how = ("-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1")
    values = (f"--set={name}={value}" for name, value in (filled or {}).items())
    env = {"PGPASSWORD": password(place)}
    return run((_path("psql"), *where, *how, *values), log=log, env=env, sends=statements)


def count_orders(place: Place) -> int:
    """Rows of the engine's table of orders; the server is started for the question where it is down."""
    server = process(place)
    was_up = processes.is_running(server, place)
    processes.start(server, place)
    try:
        return int(execute(place, 'select count(*) from "order"', place.log("evershop-orders")))
    finally:
        if not was_up:
            processes.stop(server, place)


def remove(place: Place) -> None:
    """Delete the cluster with its data; it must not be running."""
    shutil.rmtree(_cluster(place), ignore_errors=True)


def password(place: Place) -> str:
    """What the shop's role is let in with; empty before the cluster was made."""
    path = _password_file(place)
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _password_file(place: Place) -> Path:
    return place.folder / "database-password"


def _owner() -> str | None:
    return _SERVER_USER if os.geteuid() == 0 else None


def _cluster(place: Place) -> Path:
    """In the shop's folder; for root in the home of the server's user, who may not enter ours."""
    if _owner() is None:
        return place.folder / "database"
    mark = hashlib.sha256(str(place.folder.resolve()).encode()).hexdigest()[:8]
    return Path(pwd.getpwnam(_SERVER_USER).pw_dir) / f"benchmark-shops-{mark}"


def _path(name: str) -> str:
    found = _program(name)
    if found is None:
        raise ShopError(f"evershop needs {NEED.what}; on Debian: apt-get install {' '.join(NEED.packages)}")
    return str(found)
