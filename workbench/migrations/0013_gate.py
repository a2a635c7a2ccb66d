"""Keep what is decided of a draft's findings, the pseudonyms of a case, and a version's report."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0013_gate"
down_revision = "0012_adherence_points"
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    """Make both tables, and room for the report."""
    op.create_table(
        "pseudonyms",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("words", sa.String(length=60), nullable=False),
        sa.Column("agreed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("enrolment_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_pseudonyms_case_id"),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolments.id"], name="fk_pseudonyms_enrolment_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_pseudonyms"),
        sa.UniqueConstraint(
            "enrolment_id", "case_id", "words", name="uq_pseudonyms_enrolment_id_case_id_words"
        ),
    )
    op.create_index("ix_pseudonyms_case_id", "pseudonyms", ["case_id"], unique=False)
    op.create_index("ix_pseudonyms_enrolment_id", "pseudonyms", ["enrolment_id"], unique=False)
    op.create_table(
        "draft_decisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("section", sa.String(length=60), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column(
            "deed",
            sa.Enum(
                "dismissed",
                "acknowledged",
                "sent_back",
                name="deed",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name="fk_draft_decisions_document_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_draft_decisions"),
        sa.UniqueConstraint(
            "document_id",
            "section",
            "start",
            "end",
            name="uq_draft_decisions_document_id_section_start_end",
        ),
    )
    with op.batch_alter_table("document_versions") as table:
        table.add_column(sa.Column("gate", JSON, nullable=True))


def downgrade() -> None:
    """Take all three away again."""
    with op.batch_alter_table("document_versions") as table:
        table.drop_column("gate")
    op.drop_table("draft_decisions")
    op.drop_table("pseudonyms")
