"""The tables, the same for every backend. A change here needs a migration beside it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    DateTime,
    Dialect,
    Float,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=NAMES)


class Moment(TypeDecorator[datetime]):
    """An aware UTC time on every backend; SQLite keeps it without its zone, which is UTC by rule."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """To the database."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a time without a zone cannot be kept: {value}")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """From the database."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _key(name: str) -> Column[Any]:
    return Column(name, String(120), nullable=False)


def _shop_keys() -> tuple[Column[Any], Column[Any], ForeignKeyConstraint]:
    shop = ForeignKeyConstraint(["wave", "slug"], ["shops.wave", "shops.slug"])
    return _key("wave"), _key("slug"), shop


# --- raw: rows are only added -----------------------------------------------------------------------

waves = Table(
    "waves",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=True),
    _key("wave"),
    Column("settings", JSON, nullable=False),
    UniqueConstraint("wave"),
)

shops = Table(
    "shops",
    metadata,
    _key("wave"),
    _key("slug"),
    Column("n", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("country", String(8), nullable=False),
    Column("language", String(40), nullable=False),
    Column("peer_group", Text, nullable=False),
    Column("look_for", JSON, nullable=False),
    PrimaryKeyConstraint("wave", "slug"),
    ForeignKeyConstraint(["wave"], ["waves.wave"]),
)

plan = Table(
    "plan",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=True),
    Column("id", String(320), nullable=False),
    *_shop_keys(),
    _key("scenario"),
    Column("kind", String(20), nullable=False),
    Column("state", String(20), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("code", String(60), nullable=False),
    Column("detail", Text, nullable=False),
    UniqueConstraint("id"),
    Index(None, "wave", "slug"),
)

visits = Table(
    "visits",
    metadata,
    Column("id", String(320), primary_key=True),
    *_shop_keys(),
    _key("scenario"),
    Column("kind", String(20), nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("ended_at", Moment, nullable=False),
    Column("seconds", Float, nullable=False),
    Column("identity", Text, nullable=False),
    Column("versions", JSON, nullable=False),
    Column("outcomes", JSON, nullable=False),
    Index(None, "wave", "slug"),
)

evidence = Table(
    "evidence",
    metadata,
    Column("visit", String(320), nullable=False),
    Column("n", Integer, nullable=False),
    Column("name", String(100), nullable=False),
    Column("role", String(60), nullable=False),
    Column("url", Text, nullable=False),
    PrimaryKeyConstraint("visit", "n"),
    ForeignKeyConstraint(["visit"], ["visits.id"]),
    Index(None, "name"),
)

corrections = Table(
    "corrections",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=True),
    *_shop_keys(),
    _key("check"),
    Column("author", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("answer", JSON, nullable=False),
    Index(None, "wave", "slug"),
)

# --- derived: can be dropped and made again from evidence -------------------------------------------

observations = Table(
    "observations",
    metadata,
    *_shop_keys(),
    _key("check"),
    Column("n", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("state", String(20), nullable=False),
    Column("value", JSON, nullable=True),
    Column("unit", String(40), nullable=False),
    Column("code", String(60), nullable=False),
    Column("because", Text, nullable=False),
    Column("evidence", JSON, nullable=False),
    Column("made_by", JSON, nullable=False),
    PrimaryKeyConstraint("wave", "slug", "check"),
)


def _grading_keys() -> tuple[Any, ...]:
    return (*_shop_keys(), Column("rubric_sha256", String(64), nullable=False))


scores = Table(
    "scores",
    metadata,
    *_grading_keys(),
    Column("section", String(40), nullable=False),  # empty for the whole shop
    Column("share", Float, nullable=True),
    Column("coverage", Float, nullable=False),
    Column("low", Float, nullable=False),
    Column("high", Float, nullable=False),
    Column("rated", Boolean, nullable=False),
    Column("earned", Float, nullable=False),
    Column("observed", Float, nullable=False),
    Column("applicable", Float, nullable=False),
    PrimaryKeyConstraint("wave", "slug", "rubric_sha256", "section"),
)

findings = Table(
    "findings",
    metadata,
    *_grading_keys(),
    _key("criterion"),
    Column("n", Integer, nullable=False),
    Column("section", String(40), nullable=False),
    _key("check"),
    Column("outcome", String(20), nullable=False),
    Column("state", String(20), nullable=False),
    Column("value", JSON, nullable=True),
    Column("points", Float, nullable=True),
    Column("possible", Float, nullable=False),
    Column("gate", Boolean, nullable=False),
    Column("code", String(60), nullable=False),
    Column("because", Text, nullable=False),
    PrimaryKeyConstraint("wave", "slug", "rubric_sha256", "criterion"),
)

scorecards = Table(
    "scorecards",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=True),
    *_grading_keys(),
    Column("rubric_id", String(60), nullable=False),
    Column("rubric_version", String(40), nullable=False),
    Column("body", JSON, nullable=False),
    UniqueConstraint("wave", "slug", "rubric_sha256"),
)

DERIVED = (observations, findings, scores, scorecards)
