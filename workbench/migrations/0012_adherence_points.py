"""Keep what a signed rating came to, and one open rating a session and rater."""

import sqlalchemy as sa
from alembic import op

revision = "0012_adherence_points"
down_revision = "0011_record_numbers"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the points, and the index that lets nobody begin twice."""
    with op.batch_alter_table("ratings") as table:
        table.add_column(sa.Column("points", sa.Integer(), nullable=True))
        table.add_column(sa.Column("tasks_counted", sa.Integer(), nullable=True))
    op.create_index(
        "uq_ratings_one_draft",
        "ratings",
        ["therapy_session_id", "rater_id"],
        unique=True,
        sqlite_where=sa.text("standing = 'draft'"),
        postgresql_where=sa.text("standing = 'draft'"),
    )


def downgrade() -> None:
    """Take both away again."""
    op.drop_index("uq_ratings_one_draft", table_name="ratings")
    with op.batch_alter_table("ratings") as table:
        table.drop_column("tasks_counted")
        table.drop_column("points")
