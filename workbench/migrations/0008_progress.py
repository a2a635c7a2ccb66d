"""Make the kept findings."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0008_progress"
down_revision = "0007_adherence"
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    """Make the kept findings."""
    op.create_table(
        "kept_findings",
        sa.Column("enrolment_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("counter", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("page", JSON, nullable=False),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolments.id"], name="fk_kept_findings_enrolment_id"
        ),
        sa.PrimaryKeyConstraint("enrolment_id", name="pk_kept_findings"),
    )


def downgrade() -> None:
    """Drop them again."""
    op.drop_table("kept_findings")
