"""Runs migrations on the connection that `auditor.store.database` hands over."""

from __future__ import annotations

from alembic import context

from auditor.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite alters a table by writing it anew
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
