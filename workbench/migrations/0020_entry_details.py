"""Say of an entry when it began, which case it was about, and who belongs to its group."""

import sqlalchemy as sa
from alembic import op

revision = "0020_entry_details"
down_revision = "0019_letters_given"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; of earlier entries nothing is known."""
    with op.batch_alter_table("hours_entries") as table:
        table.add_column(sa.Column("group_contracted", sa.Integer(), nullable=True))
        table.add_column(sa.Column("starts", sa.Time(), nullable=True))
        table.add_column(sa.Column("case_id", sa.Integer(), nullable=True))
        table.create_foreign_key("fk_hours_entries_case_id", "cases", ["case_id"], ["id"])


def downgrade() -> None:
    """Drop them again."""
    with op.batch_alter_table("hours_entries") as table:
        table.drop_constraint("fk_hours_entries_case_id", type_="foreignkey")
        table.drop_column("case_id")
        table.drop_column("starts")
        table.drop_column("group_contracted")
