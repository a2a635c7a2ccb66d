"""Keep the key of the form that a session or an entry was sent by."""

import sqlalchemy as sa
from alembic import op

revision = "0010_hours_form_key"
down_revision = "0009_records"
branch_labels = None
depends_on = None

TABLES = (("therapy_sessions", "case_id"), ("hours_entries", "enrolment_id"))


def upgrade() -> None:
    """Add the key, once for each case or enrolment."""
    for table, place in TABLES:
        op.add_column(table, sa.Column("form_key", sa.String(length=32), nullable=True))
        op.create_index(f"ix_{table}_{place}_form_key", table, [place, "form_key"], unique=True)


def downgrade() -> None:
    """Forget the keys."""
    for table, place in reversed(TABLES):
        op.drop_index(f"ix_{table}_{place}_form_key", table)
        with op.batch_alter_table(table) as batch:
            batch.drop_column("form_key")
