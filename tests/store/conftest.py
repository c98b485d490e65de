"""Every backend that the contract is held against.

SQLite in a file always; another database where AUDITOR_TEST_DATABASE gives the address of an empty one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from auditor.store import Store, open_store
from auditor.store.schema import metadata

OTHER_DATABASE = os.environ.get("AUDITOR_TEST_DATABASE", "")
BACKENDS = ["sqlite", *(["other"] if OTHER_DATABASE else [])]


@pytest.fixture(params=BACKENDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "auditor.sqlite" if request.param == "sqlite" else OTHER_DATABASE)
    yield opened
    opened.close()
    if request.param == "other":
        engine = create_engine(OTHER_DATABASE)
        with engine.begin() as connection:
            metadata.drop_all(connection)
            connection.exec_driver_sql("DROP TABLE alembic_version")
        engine.dispose()
