"""Make the hours log and its signatures."""

import sqlalchemy as sa
from alembic import op

revision = "0005_hours"
down_revision = "0004_cases"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the hours log and its signatures."""
    op.create_table(
        "countersignatures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("supervisor_id", sa.Integer(), nullable=False),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("registration", sa.String(length=60), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["supervisor_id"], ["people.id"], name="fk_countersignatures_supervisor_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_countersignatures"),
    )
    op.create_index(
        "ix_countersignatures_supervisor_id", "countersignatures", ["supervisor_id"], unique=False
    )
    op.create_table(
        "hours_entries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("activity", sa.String(length=60), nullable=False),
        sa.Column("therapy_session_id", sa.Integer(), nullable=True),
        sa.Column("worked_on", sa.Date(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column(
            "mode",
            sa.Enum("in_person", "video", "telephone", name="mode", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("group_size", sa.Integer(), nullable=True),
        sa.Column("placement_id", sa.Integer(), nullable=True),
        sa.Column("supervisor_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column(
            "standing",
            sa.Enum(
                "draft",
                "submitted",
                "queried",
                "returned",
                "countersigned",
                "withdrawn",
                name="standing",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("logged_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("countersignature_id", sa.Integer(), nullable=True),
        sa.Column("corrects_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("enrolment_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["corrects_id"], ["hours_entries.id"], name="fk_hours_entries_corrects_id"
        ),
        sa.ForeignKeyConstraint(
            ["countersignature_id"],
            ["countersignatures.id"],
            name="fk_hours_entries_countersignature_id",
        ),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolments.id"], name="fk_hours_entries_enrolment_id"
        ),
        sa.ForeignKeyConstraint(
            ["placement_id"], ["placements.id"], name="fk_hours_entries_placement_id"
        ),
        sa.ForeignKeyConstraint(
            ["supervisor_id"], ["people.id"], name="fk_hours_entries_supervisor_id"
        ),
        sa.ForeignKeyConstraint(
            ["therapy_session_id"],
            ["therapy_sessions.id"],
            name="fk_hours_entries_therapy_session_id",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_hours_entries"),
    )
    op.create_index(
        "ix_hours_entries_countersignature_id",
        "hours_entries",
        ["countersignature_id"],
        unique=False,
    )
    op.create_index(
        "ix_hours_entries_enrolment_id", "hours_entries", ["enrolment_id"], unique=False
    )
    op.create_index(
        "ix_hours_entries_enrolment_id_worked_on",
        "hours_entries",
        ["enrolment_id", "worked_on", "id"],
        unique=False,
    )
    op.create_index(
        "ix_hours_entries_supervisor_id_standing",
        "hours_entries",
        ["supervisor_id", "standing"],
        unique=False,
    )
    op.create_index(
        "ix_hours_entries_therapy_session_id", "hours_entries", ["therapy_session_id"], unique=False
    )
    op.create_table(
        "verdicts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("query", "answer", "return", name="verdictkind", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("words", sa.String(length=500), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name="fk_verdicts_author_id"),
        sa.ForeignKeyConstraint(["entry_id"], ["hours_entries.id"], name="fk_verdicts_entry_id"),
        sa.PrimaryKeyConstraint("id", name="pk_verdicts"),
    )
    op.create_index("ix_verdicts_entry_id", "verdicts", ["entry_id"], unique=False)


def downgrade() -> None:
    """Drop them again."""
    op.drop_table("verdicts")
    op.drop_table("hours_entries")
    op.drop_table("countersignatures")
