"""Make drafts of curricula, published ones that nobody can rewrite, and moves between versions."""

import sqlalchemy as sa
from alembic import op

revision = "0016_publishing"
down_revision = "0015_findings_edition"
branch_labels = None
depends_on = None

FROZEN = "a published curriculum never changes"
TRIGGERS = {
    "sqlite": (
        (
            "CREATE TRIGGER published_curricula_no_update BEFORE UPDATE ON published_curricula "
            f"BEGIN SELECT RAISE(ABORT, '{FROZEN}'); END"
        ),
        (
            "CREATE TRIGGER published_curricula_no_delete BEFORE DELETE ON published_curricula "
            f"BEGIN SELECT RAISE(ABORT, '{FROZEN}'); END"
        ),
    ),
    "postgresql": (
        (
            "CREATE FUNCTION published_curricula_frozen() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{FROZEN}'; END $$"
        ),
        (
            "CREATE TRIGGER published_curricula_frozen BEFORE UPDATE OR DELETE "
            "ON published_curricula "
            "FOR EACH ROW EXECUTE FUNCTION published_curricula_frozen()"
        ),
    ),
}


def upgrade() -> None:
    """Make the three tables."""
    _make_drafts()
    _make_published()
    _make_moves()
    for statement in TRIGGERS[op.get_bind().dialect.name]:
        op.execute(statement)


def _make_drafts() -> None:
    op.create_table(
        "curriculum_drafts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("provider_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_by_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["provider_id"], ["providers.id"], name="fk_curriculum_drafts_provider_id"
        ),
        sa.ForeignKeyConstraint(
            ["saved_by_id"], ["people.id"], name="fk_curriculum_drafts_saved_by_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_curriculum_drafts"),
    )
    op.create_index(
        "ix_curriculum_drafts_provider_id", "curriculum_drafts", ["provider_id"], unique=False
    )


def _make_published() -> None:
    op.create_table(
        "published_curricula",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("provider_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("version", sa.String(length=20), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_by_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["provider_id"], ["providers.id"], name="fk_published_curricula_provider_id"
        ),
        sa.ForeignKeyConstraint(
            ["published_by_id"], ["people.id"], name="fk_published_curricula_published_by_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_published_curricula"),
        sa.UniqueConstraint(
            "provider_id", "key", "version", name="uq_published_curricula_provider_id_key_version"
        ),
    )


def _make_moves() -> None:
    op.create_table(
        "version_moves",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("from_key", sa.String(length=80), nullable=False),
        sa.Column("from_version", sa.String(length=20), nullable=False),
        sa.Column("to_key", sa.String(length=80), nullable=False),
        sa.Column("to_version", sa.String(length=20), nullable=False),
        sa.Column("moved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("moved_by_id", sa.Integer(), nullable=False),
        sa.Column("enrolment_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolments.id"], name="fk_version_moves_enrolment_id"
        ),
        sa.ForeignKeyConstraint(
            ["moved_by_id"], ["people.id"], name="fk_version_moves_moved_by_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_version_moves"),
    )
    op.create_index(
        "ix_version_moves_enrolment_id", "version_moves", ["enrolment_id"], unique=False
    )


def downgrade() -> None:
    """Drop them again."""
    op.drop_table("version_moves")
    op.drop_table("published_curricula")
    op.drop_table("curriculum_drafts")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION published_curricula_frozen()")
