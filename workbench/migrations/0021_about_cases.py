"""Say of a case its problems, its patient, how it was supervised, and withdrawn consent."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0021_about_cases"
down_revision = "0020_entry_details"
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    """Add the columns: of the cases that are there nothing has been said."""
    with op.batch_alter_table("cases") as table:
        table.add_column(sa.Column("problems", JSON, nullable=False, server_default="[]"))
        table.add_column(sa.Column("same_patient_as_id", sa.Integer(), nullable=True))
        table.add_column(
            sa.Column("closely_supervised", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        table.add_column(sa.Column("consent_withdrawn_on", sa.Date(), nullable=True))
        table.create_foreign_key(
            "fk_cases_same_patient_as_id", "cases", ["same_patient_as_id"], ["id"]
        )
    with op.batch_alter_table("cases") as table:
        table.alter_column("problems", server_default=None)
        table.alter_column("closely_supervised", server_default=None)


def downgrade() -> None:
    """Drop them again."""
    with op.batch_alter_table("cases") as table:
        table.drop_constraint("fk_cases_same_patient_as_id", type_="foreignkey")
        table.drop_column("consent_withdrawn_on")
        table.drop_column("closely_supervised")
        table.drop_column("same_patient_as_id")
        table.drop_column("problems")
