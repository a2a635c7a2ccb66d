"""Make the competency records."""

import sqlalchemy as sa
from alembic import op

revision = "0009_records"
down_revision = "0008_progress"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the competency records."""
    op.create_table(
        "competency_records",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.String(length=24), nullable=False),
        sa.Column("gate", sa.String(length=60), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("issued_by_id", sa.Integer(), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("superseded_by_id", sa.Integer(), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_by_id", sa.Integer(), nullable=True),
        sa.Column("revoked_because", sa.String(length=500), nullable=False),
        sa.Column("enrolment_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolments.id"], name="fk_competency_records_enrolment_id"
        ),
        sa.ForeignKeyConstraint(
            ["issued_by_id"], ["people.id"], name="fk_competency_records_issued_by_id"
        ),
        sa.ForeignKeyConstraint(
            ["revoked_by_id"], ["people.id"], name="fk_competency_records_revoked_by_id"
        ),
        sa.ForeignKeyConstraint(
            ["superseded_by_id"],
            ["competency_records.id"],
            name="fk_competency_records_superseded_by_id",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_competency_records"),
        sa.UniqueConstraint("number", name="uq_competency_records_number"),
        sa.UniqueConstraint("public_id", name="uq_competency_records_public_id"),
    )
    op.create_index(
        "ix_competency_records_enrolment_id", "competency_records", ["enrolment_id"], unique=False
    )
    op.create_table(
        "record_files",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("media_type", sa.String(length=80), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["record_id"], ["competency_records.id"], name="fk_record_files_record_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_record_files"),
        sa.UniqueConstraint("record_id", "name", name="uq_record_files_record_id_name"),
    )
    op.create_index("ix_record_files_digest", "record_files", ["digest"], unique=False)


def downgrade() -> None:
    """Drop them again."""
    op.drop_table("record_files")
    op.drop_table("competency_records")
