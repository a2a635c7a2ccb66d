"""Note from which day only a trainee reads what is written about a case."""

import sqlalchemy as sa
from alembic import op

revision = "0026_texts_withdrawn"
down_revision = "0025_attestations"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column: nothing is out of sight."""
    with op.batch_alter_table("cases") as table:
        table.add_column(sa.Column("texts_withdrawn_on", sa.Date(), nullable=True))


def downgrade() -> None:
    """Drop it again."""
    with op.batch_alter_table("cases") as table:
        table.drop_column("texts_withdrawn_on")
