"""Say by which edition of the rules something was found."""

import sqlalchemy as sa
from alembic import op

revision = "0015_findings_edition"
down_revision = "0014_hour_totals"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the edition. What was kept before is of none, and is worked out anew."""
    op.execute("DELETE FROM kept_findings")
    with op.batch_alter_table("kept_findings") as table:
        table.add_column(sa.Column("edition", sa.String(length=16), nullable=False))


def downgrade() -> None:
    """Drop it again."""
    with op.batch_alter_table("kept_findings") as table:
        table.drop_column("edition")
