"""Make documents, versions and threads."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0006_documents"
down_revision = "0005_hours"
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    """Make documents, versions and threads."""
    op.create_table(
        "documents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column(
            "stage",
            sa.Enum(
                "draft",
                "submitted",
                "reviewed",
                "agreed",
                name="stage",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("draft", JSON, nullable=False),
        sa.Column("draft_saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("draft_version", sa.Integer(), nullable=False),
        sa.Column("enrolment_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name="fk_documents_case_id"),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolments.id"], name="fk_documents_enrolment_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_documents"),
        sa.UniqueConstraint(
            "enrolment_id", "case_id", "kind", name="uq_documents_enrolment_id_case_id_kind"
        ),
    )
    op.create_index("ix_documents_case_id", "documents", ["case_id"], unique=False)
    op.create_index("ix_documents_enrolment_id", "documents", ["enrolment_id"], unique=False)
    op.create_table(
        "document_versions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("source", JSON, nullable=False),
        sa.Column("html", JSON, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("after_session", sa.Integer(), nullable=True),
        sa.Column("anonymised_by", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name="fk_document_versions_document_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_document_versions"),
        sa.UniqueConstraint(
            "document_id", "number", name="uq_document_versions_document_id_number"
        ),
    )
    op.create_table(
        "reviews",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_version_id", sa.Integer(), nullable=False),
        sa.Column("supervisor_id", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "verdict",
            sa.Enum("fine", "revise", name="reviewverdict", native_enum=False, length=32),
            nullable=True,
        ),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["document_version_id"], ["document_versions.id"], name="fk_reviews_document_version_id"
        ),
        sa.ForeignKeyConstraint(["supervisor_id"], ["people.id"], name="fk_reviews_supervisor_id"),
        sa.PrimaryKeyConstraint("id", name="pk_reviews"),
        sa.UniqueConstraint(
            "document_version_id",
            "supervisor_id",
            name="uq_reviews_document_version_id_supervisor_id",
        ),
    )
    op.create_index("ix_reviews_supervisor_id", "reviews", ["supervisor_id"], unique=False)
    op.create_table(
        "threads",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("made_on_id", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("prefix", sa.String(length=64), nullable=False),
        sa.Column("suffix", sa.String(length=64), nullable=False),
        sa.Column("resolved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("resolved_by_id", sa.Integer(), nullable=True),
        sa.Column("resolved_on_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name="fk_threads_document_id"),
        sa.ForeignKeyConstraint(
            ["made_on_id"], ["document_versions.id"], name="fk_threads_made_on_id"
        ),
        sa.ForeignKeyConstraint(
            ["resolved_by_id"], ["people.id"], name="fk_threads_resolved_by_id"
        ),
        sa.ForeignKeyConstraint(
            ["resolved_on_id"], ["document_versions.id"], name="fk_threads_resolved_on_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_threads"),
        sa.UniqueConstraint("document_id", "number", name="uq_threads_document_id_number"),
    )
    op.create_table(
        "comments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("thread_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("review_id", sa.Integer(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["people.id"], name="fk_comments_author_id"),
        sa.ForeignKeyConstraint(["review_id"], ["reviews.id"], name="fk_comments_review_id"),
        sa.ForeignKeyConstraint(["thread_id"], ["threads.id"], name="fk_comments_thread_id"),
        sa.PrimaryKeyConstraint("id", name="pk_comments"),
    )
    op.create_index("ix_comments_review_id", "comments", ["review_id"], unique=False)
    op.create_index("ix_comments_thread_id", "comments", ["thread_id"], unique=False)
    op.create_table(
        "thread_places",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("thread_id", sa.Integer(), nullable=False),
        sa.Column("document_version_id", sa.Integer(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "made",
                "carried",
                "moved",
                "orphaned",
                name="placestatus",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("confirmed_by_id", sa.Integer(), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["confirmed_by_id"], ["people.id"], name="fk_thread_places_confirmed_by_id"
        ),
        sa.ForeignKeyConstraint(
            ["document_version_id"],
            ["document_versions.id"],
            name="fk_thread_places_document_version_id",
        ),
        sa.ForeignKeyConstraint(["thread_id"], ["threads.id"], name="fk_thread_places_thread_id"),
        sa.PrimaryKeyConstraint("id", name="pk_thread_places"),
        sa.UniqueConstraint(
            "thread_id",
            "document_version_id",
            name="uq_thread_places_thread_id_document_version_id",
        ),
    )
    op.create_index(
        "ix_thread_places_document_version_id",
        "thread_places",
        ["document_version_id"],
        unique=False,
    )


def downgrade() -> None:
    """Drop them again."""
    op.drop_table("thread_places")
    op.drop_table("comments")
    op.drop_table("threads")
    op.drop_table("reviews")
    op.drop_table("document_versions")
    op.drop_table("documents")
