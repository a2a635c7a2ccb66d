"""Say of a rating what its session presents, and whether the rater wants to see more."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0022_rating_contents"
down_revision = "0021_about_cases"
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    """Add the columns: of earlier ratings nothing of it has been said."""
    with op.batch_alter_table("ratings") as table:
        table.add_column(sa.Column("contents", JSON, nullable=False, server_default="[]"))
        table.add_column(
            sa.Column("in_doubt", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    with op.batch_alter_table("ratings") as table:
        table.alter_column("contents", server_default=None)
        table.alter_column("in_doubt", server_default=None)


def downgrade() -> None:
    """Drop them again."""
    with op.batch_alter_table("ratings") as table:
        table.drop_column("in_doubt")
        table.drop_column("contents")
