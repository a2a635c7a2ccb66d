"""Keep the hours of earlier years that a letter attests."""

import sqlalchemy as sa
from alembic import op

revision = "0024_prior_hours"
down_revision = "0023_accreditations"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "prior_hours",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enrolment_id", sa.Integer(), nullable=False),
        sa.Column("activity", sa.String(length=60), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=False),
        sa.Column("document", sa.String(length=120), nullable=False),
        sa.Column("verified_by_id", sa.Integer(), nullable=True),
        sa.Column("verified_on", sa.Date(), nullable=True),
        sa.Column("recorded_by_id", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolments.id"], name="fk_prior_hours_enrolment_id"
        ),
        sa.ForeignKeyConstraint(
            ["verified_by_id"], ["people.id"], name="fk_prior_hours_verified_by_id"
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["people.id"], name="fk_prior_hours_recorded_by_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_prior_hours"),
    )
    op.create_index("ix_prior_hours_enrolment_id", "prior_hours", ["enrolment_id"])


def downgrade() -> None:
    """Drop it again."""
    op.drop_index("ix_prior_hours_enrolment_id", table_name="prior_hours")
    op.drop_table("prior_hours")
