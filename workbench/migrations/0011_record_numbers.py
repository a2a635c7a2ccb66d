"""Count the records of each provider and year in a row of their own."""

import sqlalchemy as sa
from alembic import op

revision = "0011_record_numbers"
down_revision = "0010_hours_form_key"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the counters."""
    op.create_table(
        "record_numbers",
        sa.Column("prefix", sa.String(length=8), nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("prefix", "year", name="pk_record_numbers"),
    )


def downgrade() -> None:
    """Drop them again."""
    op.drop_table("record_numbers")
