"""A database is opened, migrated, shared and lost with a clear word."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from nouns import a_plan, a_shop, a_visit
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from auditor.errors import ConfigError
from auditor.store import SqlStore, open_store
from auditor.store.database import HEAD, MIGRATIONS, open_engine
from auditor.store.schema import metadata


def test_the_migrations_make_the_tables_of_the_schema(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "a.sqlite")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_the_newest_migration_is_the_one_that_is_named() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=str)
def test_postgresql_takes_the_same_schema(table: object) -> None:
    assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=postgresql.dialect()))  # type: ignore[arg-type,no-untyped-call]


def test_folders_are_made(tmp_path: Path) -> None:
    open_store(tmp_path / "deep" / "down" / "a.sqlite").close()
    assert (tmp_path / "deep" / "down" / "a.sqlite").exists()


def refusal(path: Path | str) -> str:
    with pytest.raises(ConfigError) as caught:
        open_store(path)
    return str(caught.value)


def test_a_newer_database_is_refused_and_untouched(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    open_store(path).close()
    with sqlite3.connect(path) as database:
        database.execute("UPDATE alembic_version SET version_num = '0099'")
    said = refusal(path)
    assert said.startswith(f"{path}: was written by a newer version of this program (schema 0099")
    with sqlite3.connect(path) as database:
        assert database.execute("SELECT version_num FROM alembic_version").fetchone() == ("0099",)


def test_an_empty_older_database_is_migrated(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
    store = open_store(path)
    store.add_visit(a_visit())
    assert store.waves() == ("w",)


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE letters (id INTEGER)")
    assert "is a database of another program" in refusal(path)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    path.write_text("wave: not a database, but long enough to look like one\n" * 40)
    assert "is not a database" in refusal(path)


def test_a_folder_in_its_place_is_refused(tmp_path: Path) -> None:
    assert "cannot be opened" in refusal(tmp_path)


def test_a_full_disk_is_said_and_nothing_half_written(tmp_path: Path) -> None:
    store = SqlStore(open_engine(tmp_path / "a.sqlite"))
    store.add_wave("w", [a_shop()], {})
    with store._engine.connect() as connection:  # a disk that has no page left
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        raw = connection.connection.dbapi_connection
        assert raw is not None
        raw.execute(f"PRAGMA max_page_count = {pages}")
        connection.rollback()
    with pytest.raises(ConfigError, match="the disk is full; make room"):
        store.add_plan(a_plan(*(f"s{n}" for n in range(3000))))
    assert store.plan("w") == ()


def test_writers_wait_for_each_other(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    first = open_store(path)
    first.add_wave("w", [a_shop()], {})
    first.add_plan(a_plan("home"))
    failed: list[Exception] = []

    def count() -> None:
        store = open_store(path)
        try:
            for _ in range(25):
                store.add_attempt("w/acme/home")
        except Exception as error:
            failed.append(error)
        finally:
            store.close()

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert first.plan("w")[0].attempts == 100


def test_many_may_open_a_new_database_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    code = (
        "import sys\n"
        "from auditor.store import open_store\n"
        "open_store(sys.argv[1]).add_wave(sys.argv[2], [], {})\n"
    )
    running = [subprocess.Popen([sys.executable, "-c", code, str(path), f"w{n}"]) for n in range(4)]
    assert [process.wait(timeout=60) for process in running] == [0, 0, 0, 0]
    assert sorted(open_store(path).waves()) == ["w0", "w1", "w2", "w3"]


def test_a_cut_in_the_middle_of_writing_leaves_the_database_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    store = open_store(path)
    store.add_wave("w", [a_shop()], {})
    store.close()
    code = (
        "import os, sys\n"
        "from sqlalchemy import insert\n"
        "from auditor.store import open_store\n"
        "from auditor.store.schema import waves\n"
        "store = open_store(sys.argv[1])\n"
        "with store._write() as db:\n"
        "    db.execute(insert(waves), {'wave': 'half', 'settings': {}})\n"
        "    os._exit(9)\n"
    )
    cut = subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert cut.returncode == 9
    again = open_store(path)
    assert again.waves() == ("w",)
    again.add_wave("next", [], {})
    assert again.waves() == ("w", "next")
