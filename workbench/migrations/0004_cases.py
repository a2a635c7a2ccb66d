"""Make cases and therapy sessions."""

import sqlalchemy as sa
from alembic import op

revision = "0004_cases"
down_revision = "0003_training"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make cases and therapy sessions."""
    op.create_table(
        "cases",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column(
            "standing",
            sa.Enum(
                "open",
                "completed",
                "dropped_out",
                name="casestanding",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("placement_id", sa.Integer(), nullable=True),
        sa.Column(
            "usual_mode",
            sa.Enum("in_person", "video", "telephone", name="mode", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("usual_minutes", sa.Integer(), nullable=False),
        sa.Column("activity", sa.String(length=60), nullable=False),
        sa.Column("enrolment_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["enrolment_id"], ["enrolments.id"], name="fk_cases_enrolment_id"),
        sa.ForeignKeyConstraint(["placement_id"], ["placements.id"], name="fk_cases_placement_id"),
        sa.PrimaryKeyConstraint("id", name="pk_cases"),
        sa.UniqueConstraint("enrolment_id", "code", name="uq_cases_enrolment_id_code"),
    )
    op.create_index("ix_cases_enrolment_id", "cases", ["enrolment_id"], unique=False)
    op.create_table(
        "therapy_sessions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column(
            "attendance",
            sa.Enum(
                "attended",
                "did_not_attend",
                "cancelled_late",
                name="attendance",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column(
            "mode",
            sa.Enum("in_person", "video", "telephone", name="mode", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("phase", sa.String(length=40), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_therapy_sessions_case_id"),
        sa.PrimaryKeyConstraint("id", name="pk_therapy_sessions"),
        sa.UniqueConstraint("case_id", "number", name="uq_therapy_sessions_case_id_number"),
    )
    op.create_table(
        "measure_totals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("therapy_session_id", sa.Integer(), nullable=False),
        sa.Column("measure", sa.String(length=40), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["therapy_session_id"],
            ["therapy_sessions.id"],
            name="fk_measure_totals_therapy_session_id",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_measure_totals"),
        sa.UniqueConstraint(
            "therapy_session_id", "measure", name="uq_measure_totals_therapy_session_id_measure"
        ),
    )


def downgrade() -> None:
    """Drop them again."""
    op.drop_table("measure_totals")
    op.drop_table("therapy_sessions")
    op.drop_table("cases")
