"""Note when a version was sent back for an identifying detail, by whom, and until when."""

import sqlalchemy as sa
from alembic import op

revision = "0018_withheld"
down_revision = "0017_gate_reports"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the three columns."""
    with op.batch_alter_table("document_versions") as table:
        table.add_column(sa.Column("withheld_at", sa.DateTime(timezone=True), nullable=True))
        table.add_column(sa.Column("withheld_by_id", sa.Integer(), nullable=True))
        table.add_column(sa.Column("correct_by", sa.DateTime(timezone=True), nullable=True))
        table.create_foreign_key(
            "fk_document_versions_withheld_by_id", "people", ["withheld_by_id"], ["id"]
        )


def downgrade() -> None:
    """Take them away again."""
    with op.batch_alter_table("document_versions") as table:
        table.drop_constraint("fk_document_versions_withheld_by_id", type_="foreignkey")
        table.drop_column("correct_by")
        table.drop_column("withheld_by_id")
        table.drop_column("withheld_at")
