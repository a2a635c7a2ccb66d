"""Keep signatures for a whole stretch of the log."""

import sqlalchemy as sa
from alembic import op

revision = "0025_attestations"
down_revision = "0024_prior_hours"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "attestations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enrolment_id", sa.Integer(), nullable=False),
        sa.Column("signatory", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=False),
        sa.Column("placement_id", sa.Integer(), nullable=True),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("recorded_by_id", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolments.id"], name="fk_attestations_enrolment_id"
        ),
        sa.ForeignKeyConstraint(
            ["placement_id"], ["placements.id"], name="fk_attestations_placement_id"
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["people.id"], name="fk_attestations_recorded_by_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_attestations"),
    )
    op.create_index("ix_attestations_enrolment_id", "attestations", ["enrolment_id"])


def downgrade() -> None:
    """Drop it again."""
    op.drop_index("ix_attestations_enrolment_id", table_name="attestations")
    op.drop_table("attestations")
