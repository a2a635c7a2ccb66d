"""Keep the hour totals of each month."""

import sqlalchemy as sa
from alembic import op

revision = "0014_hour_totals"
down_revision = "0013_gate"
branch_labels = None
depends_on = None

WORKED_OUT = """
INSERT INTO hour_totals (enrolment_id, month, activity, standing, minutes, entries)
SELECT enrolment_id, substr(CAST(worked_on AS VARCHAR), 1, 7), activity, standing,
       sum(minutes), count(*)
FROM hours_entries AS entry
WHERE (corrects_id IS NULL OR standing = 'countersigned')
  AND NOT EXISTS (
      SELECT 1 FROM hours_entries AS newer
      WHERE newer.corrects_id = entry.id AND newer.standing = 'countersigned'
  )
GROUP BY enrolment_id, substr(CAST(worked_on AS VARCHAR), 1, 7), activity, standing
"""


def upgrade() -> None:
    """Make the table and fill it from the entries."""
    op.create_table(
        "hour_totals",
        sa.Column("enrolment_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("activity", sa.String(length=60), nullable=False),
        sa.Column("standing", sa.String(length=32), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolments.id"], name="fk_hour_totals_enrolment_id"
        ),
        sa.PrimaryKeyConstraint(
            "enrolment_id", "month", "activity", "standing", name="pk_hour_totals"
        ),
    )
    op.execute(WORKED_OUT)


def downgrade() -> None:
    """Drop it again."""
    op.drop_table("hour_totals")
