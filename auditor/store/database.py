"""Opens and migrates a database, and says plainly what is wrong with one that cannot be used."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from auditor.errors import ConfigError

MIGRATIONS = Path(__file__).parent / "migrations"
HEAD = "0001"
"""The newest schema version; a test compares it with the migrations."""

BUSY_SECONDS = 30


def open_engine(place: Path | str) -> Engine:
    """An engine on a migrated database: a file, or an address such as postgresql+psycopg://...

    Raises: ConfigError when the database cannot be used, is of a newer version or of something else.
    """
    url = _url(place)
    with speaking(url):
        if url.get_backend_name() == "sqlite" and url.database and url.database != ":memory:":
            Path(url.database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(url, json_serializer=_dump_json)
        if url.get_backend_name() == "sqlite":
            _prepare_sqlite(engine)
        try:
            _migrate(engine, _shown(url))
        except BaseException:
            engine.dispose()
            raise
    return engine


def _url(place: Path | str) -> URL:
    if isinstance(place, str) and "://" in place:
        return make_url(place)
    return URL.create("sqlite", database=str(place))


def _shown(url: URL) -> str:
    return (
        url.database or "" if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)
    )


def _dump_json(value: Any) -> str:
    import json

    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _prepare_sqlite(engine: Engine) -> None:
    """Write-ahead log, patience, foreign keys, and writers that queue instead of clashing."""

    @event.listens_for(engine, "connect")
    def _on_connect(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # transactions begin where we say so, not where the driver thinks
        connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def speaking(url: URL | str) -> Iterator[None]:
    """Turns what a database complains about into a sentence for the operator.

    Raises: ConfigError; whatever was begun is rolled back.
    """
    shown = url if isinstance(url, str) else _shown(url)
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        raise ConfigError(_sentence(str(getattr(error, "orig", None) or error)), path=shown) from error
    except OSError as error:
        raise ConfigError(f"the database cannot be kept here ({error.strerror})", path=shown) from error
    except SQLAlchemyError as error:
        raise ConfigError(
            f"the database cannot be used ({str(error).splitlines()[0]})", path=shown
        ) from error


_SENTENCES = {
    "disk is full": "the disk is full; make room and run the same command again, it goes on",
    "not a database": "is not a database; move it away or choose another workspace",
    "malformed": "the database is damaged; delete it and observe again, all comes back from evidence",
    "readonly": "the database may not be written to",
    "unable to open": "the database cannot be opened; does the folder exist, and may it be written to?",
    "locked": f"another program has held the database for more than {BUSY_SECONDS} seconds",
}


def _sentence(complaint: str) -> str:
    for words, sentence in _SENTENCES.items():
        if words in complaint:
            return sentence
    return f"the database refused: {complaint.splitlines()[0]}"


def _migrate(engine: Engine, shown: str) -> None:
    """Bring the database to the newest version, in one transaction."""
    with engine.connect() as connection:
        tables = set(inspect(connection).get_table_names())
        version = _version(connection) if "alembic_version" in tables else None
    if version == HEAD:
        return
    known = {path.stem.split("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*.py")}
    if version is not None and version not in known:
        problem = f"was written by a newer version of this program (schema {version}, known up to {HEAD})"
        raise ConfigError(f"{problem}; update the program or choose another workspace", path=shown)
    if version is None and tables - {"alembic_version"}:
        raise ConfigError("is a database of another program; choose another workspace", path=shown)
    from alembic import command  # late: only a new or an old database needs it
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with engine.execution_options(writes=True).begin() as connection:
        if "alembic_version" in inspect(connection).get_table_names() and _version(connection) == HEAD:
            return  # somebody else was faster
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _version(connection: Connection) -> str | None:
    found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").first()
    return str(found[0]) if found else None
