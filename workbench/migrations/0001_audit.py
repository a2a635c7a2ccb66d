"""Make the audit trail, which nobody can rewrite."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001_audit"
down_revision = None
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")

FROZEN = "the audit trail is append-only"
TRIGGERS = {
    "sqlite": (
        (
            "CREATE TRIGGER audit_lines_no_update BEFORE UPDATE ON audit_lines "
            f"BEGIN SELECT RAISE(ABORT, '{FROZEN}'); END"
        ),
        (
            "CREATE TRIGGER audit_lines_no_delete BEFORE DELETE ON audit_lines "
            f"BEGIN SELECT RAISE(ABORT, '{FROZEN}'); END"
        ),
    ),
    "postgresql": (
        (
            "CREATE FUNCTION audit_lines_frozen() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{FROZEN}'; END $$"
        ),
        (
            "CREATE TRIGGER audit_lines_frozen BEFORE UPDATE OR DELETE ON audit_lines "
            "FOR EACH ROW EXECUTE FUNCTION audit_lines_frozen()"
        ),
    ),
}


def upgrade() -> None:
    """Make the audit trail, which nobody can rewrite."""
    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_head"),
    )
    op.create_table(
        "audit_lines",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("provider_id", sa.Integer(), nullable=True),
        sa.Column("enrolment_id", sa.Integer(), nullable=True),
        sa.Column("deed", sa.String(length=64), nullable=False),
        sa.Column("subject", sa.String(length=64), nullable=False),
        sa.Column("details", JSON, nullable=False),
        sa.Column("previous", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_audit_lines"),
    )
    op.create_index("ix_audit_lines_actor_id", "audit_lines", ["actor_id"], unique=False)
    op.create_index("ix_audit_lines_enrolment_id", "audit_lines", ["enrolment_id"], unique=False)

    head = sa.table("audit_head", sa.column("id"), sa.column("number"), sa.column("digest"))
    op.bulk_insert(head, [{"id": 1, "number": 0, "digest": "0" * 64}])
    for statement in TRIGGERS[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    """Drop them again."""
    op.drop_table("audit_lines")
    op.drop_table("audit_head")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION audit_lines_frozen()")
