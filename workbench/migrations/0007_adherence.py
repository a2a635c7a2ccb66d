"""Make ratings and scores."""

import sqlalchemy as sa
from alembic import op

revision = "0007_adherence"
down_revision = "0006_documents"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make ratings and scores."""
    op.create_table(
        "ratings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("therapy_session_id", sa.Integer(), nullable=False),
        sa.Column("rater_id", sa.Integer(), nullable=False),
        sa.Column(
            "by",
            sa.Enum("self", "supervisor", name="rater", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column(
            "standing",
            sa.Enum("draft", "signed", name="ratingstanding", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("short_form", sa.Boolean(), nullable=False),
        sa.Column(
            "selected_by",
            sa.Enum(
                "supervisor", "random", "trainee", name="selectedby", native_enum=False, length=32
            ),
            nullable=False,
        ),
        sa.Column("curriculum_key", sa.String(length=80), nullable=False),
        sa.Column("curriculum_version", sa.String(length=20), nullable=False),
        sa.Column("phase", sa.String(length=40), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("own_verdict", sa.String(length=20), nullable=True),
        sa.Column("rule_verdict", sa.String(length=20), nullable=True),
        sa.Column("rule_words", sa.String(length=400), nullable=False),
        sa.Column("replaces_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("enrolment_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolments.id"], name="fk_ratings_enrolment_id"
        ),
        sa.ForeignKeyConstraint(["rater_id"], ["people.id"], name="fk_ratings_rater_id"),
        sa.ForeignKeyConstraint(["replaces_id"], ["ratings.id"], name="fk_ratings_replaces_id"),
        sa.ForeignKeyConstraint(
            ["therapy_session_id"], ["therapy_sessions.id"], name="fk_ratings_therapy_session_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_ratings"),
    )
    op.create_index("ix_ratings_enrolment_id", "ratings", ["enrolment_id"], unique=False)
    op.create_index("ix_ratings_rater_id", "ratings", ["rater_id"], unique=False)
    op.create_index(
        "ix_ratings_therapy_session_id_by", "ratings", ["therapy_session_id", "by"], unique=False
    )
    op.create_table(
        "scores",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rating_id", sa.Integer(), nullable=False),
        sa.Column("task", sa.String(length=12), nullable=False),
        sa.Column(
            "answer",
            sa.Enum(
                "scored",
                "not_due",
                "not_done",
                "departed",
                name="answer",
                native_enum=False,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("extent", sa.Integer(), nullable=True),
        sa.Column("skill", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("evidence_at", sa.String(length=8), nullable=False),
        sa.Column("evidence", sa.String(length=400), nullable=False),
        sa.ForeignKeyConstraint(["rating_id"], ["ratings.id"], name="fk_scores_rating_id"),
        sa.PrimaryKeyConstraint("id", name="pk_scores"),
        sa.UniqueConstraint("rating_id", "task", name="uq_scores_rating_id_task"),
    )


def downgrade() -> None:
    """Drop them again."""
    op.drop_table("scores")
    op.drop_table("ratings")
