"""Make providers, cohorts and enrolments."""

import sqlalchemy as sa
from alembic import op

revision = "0003_training"
down_revision = "0002_accounts"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make providers, cohorts and enrolments."""
    op.create_table(
        "providers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("short_name", sa.String(length=8), nullable=False),
        sa.Column("zone", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_providers"),
        sa.UniqueConstraint("name", name="uq_providers_name"),
        sa.UniqueConstraint("short_name", name="uq_providers_short_name"),
    )
    op.create_table(
        "memberships",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("provider_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column(
            "role",
            sa.Enum("administrator", "supervisor", name="role", native_enum=False, length=32),
            nullable=False,
        ),
        sa.Column("registration", sa.String(length=60), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_memberships_person_id"),
        sa.ForeignKeyConstraint(
            ["provider_id"], ["providers.id"], name="fk_memberships_provider_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_memberships"),
    )
    op.create_index(
        "ix_memberships_person_id_provider_id",
        "memberships",
        ["person_id", "provider_id"],
        unique=False,
    )
    op.create_index("ix_memberships_provider_id", "memberships", ["provider_id"], unique=False)
    op.create_table(
        "programmes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("provider_id", sa.Integer(), nullable=False),
        sa.Column("curriculum_key", sa.String(length=80), nullable=False),
        sa.Column("title", sa.String(length=160), nullable=False),
        sa.ForeignKeyConstraint(
            ["provider_id"], ["providers.id"], name="fk_programmes_provider_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_programmes"),
        sa.UniqueConstraint(
            "provider_id", "curriculum_key", name="uq_programmes_provider_id_curriculum_key"
        ),
    )
    op.create_table(
        "cohorts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("provider_id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("curriculum_key", sa.String(length=80), nullable=False),
        sa.Column("curriculum_version", sa.String(length=20), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programmes.id"], name="fk_cohorts_programme_id"
        ),
        sa.ForeignKeyConstraint(["provider_id"], ["providers.id"], name="fk_cohorts_provider_id"),
        sa.PrimaryKeyConstraint("id", name="pk_cohorts"),
        sa.UniqueConstraint("provider_id", "name", name="uq_cohorts_provider_id_name"),
    )
    op.create_index("ix_cohorts_programme_id", "cohorts", ["programme_id"], unique=False)
    op.create_table(
        "enrolments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("provider_id", sa.Integer(), nullable=False),
        sa.Column("cohort_id", sa.Integer(), nullable=False),
        sa.Column("trainee_id", sa.Integer(), nullable=False),
        sa.Column("curriculum_key", sa.String(length=80), nullable=False),
        sa.Column("curriculum_version", sa.String(length=20), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("counter", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohorts.id"], name="fk_enrolments_cohort_id"),
        sa.ForeignKeyConstraint(
            ["provider_id"], ["providers.id"], name="fk_enrolments_provider_id"
        ),
        sa.ForeignKeyConstraint(["trainee_id"], ["people.id"], name="fk_enrolments_trainee_id"),
        sa.PrimaryKeyConstraint("id", name="pk_enrolments"),
        sa.UniqueConstraint("cohort_id", "trainee_id", name="uq_enrolments_cohort_id_trainee_id"),
    )
    op.create_index("ix_enrolments_cohort_id", "enrolments", ["cohort_id"], unique=False)
    op.create_index("ix_enrolments_provider_id", "enrolments", ["provider_id"], unique=False)
    op.create_index("ix_enrolments_trainee_id", "enrolments", ["trainee_id"], unique=False)
    op.create_table(
        "invitations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("provider_id", sa.Integer(), nullable=False),
        sa.Column("link_id", sa.Integer(), nullable=False),
        sa.Column(
            "invited_as",
            sa.Enum(
                "administrator",
                "supervisor",
                "trainee",
                name="invitedas",
                native_enum=False,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("cohort_id", sa.Integer(), nullable=True),
        sa.Column("registration", sa.String(length=60), nullable=False),
        sa.Column("invited_by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["cohort_id"], ["cohorts.id"], name="fk_invitations_cohort_id"),
        sa.ForeignKeyConstraint(
            ["invited_by_id"], ["people.id"], name="fk_invitations_invited_by_id"
        ),
        sa.ForeignKeyConstraint(["link_id"], ["one_time_links.id"], name="fk_invitations_link_id"),
        sa.ForeignKeyConstraint(
            ["provider_id"], ["providers.id"], name="fk_invitations_provider_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_invitations"),
        sa.UniqueConstraint("link_id", name="uq_invitations_link_id"),
    )
    op.create_index("ix_invitations_provider_id", "invitations", ["provider_id"], unique=False)
    op.create_table(
        "milestones",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("evidence", sa.String(length=400), nullable=False),
        sa.Column("recorded_by_id", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("enrolment_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolments.id"], name="fk_milestones_enrolment_id"
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["people.id"], name="fk_milestones_recorded_by_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_milestones"),
        sa.UniqueConstraint("enrolment_id", "key", name="uq_milestones_enrolment_id_key"),
    )
    op.create_index("ix_milestones_enrolment_id", "milestones", ["enrolment_id"], unique=False)
    op.create_table(
        "pauses",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("enrolment_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["enrolment_id"], ["enrolments.id"], name="fk_pauses_enrolment_id"),
        sa.PrimaryKeyConstraint("id", name="pk_pauses"),
    )
    op.create_index("ix_pauses_enrolment_id", "pauses", ["enrolment_id"], unique=False)
    op.create_table(
        "placements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("enrolment_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolments.id"], name="fk_placements_enrolment_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_placements"),
        sa.UniqueConstraint("enrolment_id", "name", name="uq_placements_enrolment_id_name"),
    )
    op.create_index("ix_placements_enrolment_id", "placements", ["enrolment_id"], unique=False)
    op.create_table(
        "supervisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("supervisor_id", sa.Integer(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("appointed_by_id", sa.Integer(), nullable=True),
        sa.Column("enrolment_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["appointed_by_id"], ["people.id"], name="fk_supervisions_appointed_by_id"
        ),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolments.id"], name="fk_supervisions_enrolment_id"
        ),
        sa.ForeignKeyConstraint(
            ["supervisor_id"], ["people.id"], name="fk_supervisions_supervisor_id"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_supervisions"),
    )
    op.create_index("ix_supervisions_enrolment_id", "supervisions", ["enrolment_id"], unique=False)
    op.create_index(
        "ix_supervisions_supervisor_id_ended_on",
        "supervisions",
        ["supervisor_id", "ended_on"],
        unique=False,
    )


def downgrade() -> None:
    """Drop them again."""
    op.drop_table("supervisions")
    op.drop_table("placements")
    op.drop_table("pauses")
    op.drop_table("milestones")
    op.drop_table("invitations")
    op.drop_table("enrolments")
    op.drop_table("cohorts")
    op.drop_table("programmes")
    op.drop_table("memberships")
    op.drop_table("providers")
