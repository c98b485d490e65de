"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table."""
    op.create_table(
        "waves",
        sa.Column("n", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("wave", sa.String(length=120), nullable=False),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("n", name="pk_waves"),
        sa.UniqueConstraint("wave", name="uq_waves_wave"),
    )
    op.create_table(
        "shops",
        sa.Column("wave", sa.String(length=120), nullable=False),
        sa.Column("slug", sa.String(length=120), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("country", sa.String(length=8), nullable=False),
        sa.Column("language", sa.String(length=40), nullable=False),
        sa.Column("peer_group", sa.Text(), nullable=False),
        sa.Column("look_for", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["wave"], ["waves.wave"], name="fk_shops_waves"),
        sa.PrimaryKeyConstraint("wave", "slug", name="pk_shops"),
    )
    op.create_table(
        "corrections",
        sa.Column("n", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("wave", sa.String(length=120), nullable=False),
        sa.Column("slug", sa.String(length=120), nullable=False),
        sa.Column("check", sa.String(length=120), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["wave", "slug"], ["shops.wave", "shops.slug"], name="fk_corrections_shops"),
        sa.PrimaryKeyConstraint("n", name="pk_corrections"),
    )
    op.create_index("ix_corrections_wave_slug", "corrections", ["wave", "slug"], unique=False)
    op.create_table(
        "findings",
        sa.Column("wave", sa.String(length=120), nullable=False),
        sa.Column("slug", sa.String(length=120), nullable=False),
        sa.Column("rubric_sha256", sa.String(length=64), nullable=False),
        sa.Column("criterion", sa.String(length=120), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("section", sa.String(length=40), nullable=False),
        sa.Column("check", sa.String(length=120), nullable=False),
        sa.Column("outcome", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("value", sa.JSON(), nullable=True),
        sa.Column("points", sa.Float(), nullable=True),
        sa.Column("possible", sa.Float(), nullable=False),
        sa.Column("gate", sa.Boolean(), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["wave", "slug"], ["shops.wave", "shops.slug"], name="fk_findings_shops"),
        sa.PrimaryKeyConstraint("wave", "slug", "rubric_sha256", "criterion", name="pk_findings"),
    )
    op.create_table(
        "observations",
        sa.Column("wave", sa.String(length=120), nullable=False),
        sa.Column("slug", sa.String(length=120), nullable=False),
        sa.Column("check", sa.String(length=120), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("value", sa.JSON(), nullable=True),
        sa.Column("unit", sa.String(length=40), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("evidence", sa.JSON(), nullable=False),
        sa.Column("made_by", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["wave", "slug"], ["shops.wave", "shops.slug"], name="fk_observations_shops"),
        sa.PrimaryKeyConstraint("wave", "slug", "check", name="pk_observations"),
    )
    op.create_table(
        "plan",
        sa.Column("n", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=320), nullable=False),
        sa.Column("wave", sa.String(length=120), nullable=False),
        sa.Column("slug", sa.String(length=120), nullable=False),
        sa.Column("scenario", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["wave", "slug"], ["shops.wave", "shops.slug"], name="fk_plan_shops"),
        sa.PrimaryKeyConstraint("n", name="pk_plan"),
        sa.UniqueConstraint("id", name="uq_plan_id"),
    )
    op.create_index("ix_plan_wave_slug", "plan", ["wave", "slug"], unique=False)
    op.create_table(
        "scorecards",
        sa.Column("n", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("wave", sa.String(length=120), nullable=False),
        sa.Column("slug", sa.String(length=120), nullable=False),
        sa.Column("rubric_sha256", sa.String(length=64), nullable=False),
        sa.Column("rubric_id", sa.String(length=60), nullable=False),
        sa.Column("rubric_version", sa.String(length=40), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["wave", "slug"], ["shops.wave", "shops.slug"], name="fk_scorecards_shops"),
        sa.PrimaryKeyConstraint("n", name="pk_scorecards"),
        sa.UniqueConstraint("wave", "slug", "rubric_sha256", name="uq_scorecards_wave_slug_rubric_sha256"),
    )
    op.create_table(
        "scores",
        sa.Column("wave", sa.String(length=120), nullable=False),
        sa.Column("slug", sa.String(length=120), nullable=False),
        sa.Column("rubric_sha256", sa.String(length=64), nullable=False),
        sa.Column("section", sa.String(length=40), nullable=False),
        sa.Column("share", sa.Float(), nullable=True),
        sa.Column("coverage", sa.Float(), nullable=False),
        sa.Column("low", sa.Float(), nullable=False),
        sa.Column("high", sa.Float(), nullable=False),
        sa.Column("rated", sa.Boolean(), nullable=False),
        sa.Column("earned", sa.Float(), nullable=False),
        sa.Column("observed", sa.Float(), nullable=False),
        sa.Column("applicable", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["wave", "slug"], ["shops.wave", "shops.slug"], name="fk_scores_shops"),
        sa.PrimaryKeyConstraint("wave", "slug", "rubric_sha256", "section", name="pk_scores"),
    )
    op.create_table(
        "visits",
        sa.Column("id", sa.String(length=320), nullable=False),
        sa.Column("wave", sa.String(length=120), nullable=False),
        sa.Column("slug", sa.String(length=120), nullable=False),
        sa.Column("scenario", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.Column("identity", sa.Text(), nullable=False),
        sa.Column("versions", sa.JSON(), nullable=False),
        sa.Column("outcomes", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["wave", "slug"], ["shops.wave", "shops.slug"], name="fk_visits_shops"),
        sa.PrimaryKeyConstraint("id", name="pk_visits"),
    )
    op.create_index("ix_visits_wave_slug", "visits", ["wave", "slug"], unique=False)
    op.create_table(
        "evidence",
        sa.Column("visit", sa.String(length=320), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("role", sa.String(length=60), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["visit"], ["visits.id"], name="fk_evidence_visits"),
        sa.PrimaryKeyConstraint("visit", "n", name="pk_evidence"),
    )
    op.create_index("ix_evidence_name", "evidence", ["name"], unique=False)
