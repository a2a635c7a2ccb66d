"""Know when a supervisor was accredited, and whether they were the trainee's therapist."""

import sqlalchemy as sa
from alembic import op

revision = "0023_accreditations"
down_revision = "0022_rating_contents"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table and the column."""
    op.create_table(
        "accreditations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("provider_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("recorded_by_id", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["provider_id"], ["providers.id"], name="fk_accreditations_provider_id"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_accreditations_person_id"),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["people.id"], name="fk_accreditations_recorded_by_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_accreditations"),
    )
    op.create_index("ix_accreditations_person_id", "accreditations", ["person_id"])
    with op.batch_alter_table("supervisions") as table:
        table.add_column(sa.Column("own_therapist", sa.Boolean(), nullable=True))


def downgrade() -> None:
    """Drop both again."""
    with op.batch_alter_table("supervisions") as table:
        table.drop_column("own_therapist")
    op.drop_index("ix_accreditations_person_id", table_name="accreditations")
    op.drop_table("accreditations")
