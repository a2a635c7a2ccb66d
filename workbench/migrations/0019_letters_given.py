"""Keep whether the patient got a letter, and in which session."""

import sqlalchemy as sa
from alembic import op

revision = "0019_letters_given"
down_revision = "0018_withheld"
branch_labels = None
depends_on = None

HANDING = ("given", "broken_off", "declined", "decided_against")


def upgrade() -> None:
    """Add the two columns."""
    with op.batch_alter_table("documents") as table:
        kind = sa.Enum(*HANDING, name="handing", native_enum=False, length=32)
        table.add_column(sa.Column("handing", kind, nullable=True))
        table.add_column(sa.Column("given_in_session", sa.Integer(), nullable=True))


def downgrade() -> None:
    """Take them away again."""
    with op.batch_alter_table("documents") as table:
        table.drop_column("given_in_session")
        table.drop_column("handing")
