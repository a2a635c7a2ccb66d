"""Providers and what hangs on them, down to the enrolment on which everything else hangs."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from workbench.accounts.models import OneTimeLink, Person
from workbench.db import Base


class Role(StrEnum):
    """What a membership makes of a person in one provider."""

    ADMINISTRATOR = "administrator"
    SUPERVISOR = "supervisor"


class InvitedAs(StrEnum):
    """What somebody is invited to become."""

    ADMINISTRATOR = "administrator"
    SUPERVISOR = "supervisor"
    TRAINEE = "trainee"


class InProvider:
    """Places a row that belongs to a provider and to no enrolment (policy.Placed)."""

    __slots__ = ()

    @property
    def enrolment_id(self) -> int | None:
        """None: it is nobody's own work."""
        return None

    @property
    def trainee_id(self) -> int | None:
        """None: it is nobody's own work."""
        return None


class Provider(InProvider, Base):
    """A training body that runs programmes: the tenant."""

    __tablename__ = "providers"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120), unique=True)
    short_name: Mapped[str] = mapped_column(String(8), unique=True)
    """Begins the numbers of its records, such as HI-2026-0147."""
    zone: Mapped[str] = mapped_column(String(64), default="Europe/London")
    created_at: Mapped[datetime]

    @property
    def provider_id(self) -> int:
        """Itself, as a place."""
        return self.id


class Membership(InProvider, Base):
    """A person's standing role in a provider."""

    __tablename__ = "memberships"
    __table_args__ = (Index("ix_memberships_person_id_provider_id", "person_id", "provider_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    provider_id: Mapped[int] = mapped_column(ForeignKey("providers.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    role: Mapped[Role]
    registration: Mapped[str] = mapped_column(String(60), default="")
    """Professional registration as printed beside a signature, such as "HCPC PYL00000"."""
    started_on: Mapped[date]
    ended_on: Mapped[date | None]
    """The last day on which it held."""

    provider: Mapped[Provider] = relationship(lazy="raise_on_sql")
    person: Mapped[Person] = relationship(lazy="raise_on_sql")


class Accreditation(InProvider, Base):
    """A stretch in which somebody held an accreditation, as their provider has seen it."""

    __tablename__ = "accreditations"

    id: Mapped[int] = mapped_column(primary_key=True)
    provider_id: Mapped[int] = mapped_column(ForeignKey("providers.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    started_on: Mapped[date]
    ended_on: Mapped[date | None]
    recorded_by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    recorded_at: Mapped[datetime]


class Programme(InProvider, Base):
    """A provider's offering of one curriculum."""

    __tablename__ = "programmes"
    __table_args__ = (UniqueConstraint("provider_id", "curriculum_key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    provider_id: Mapped[int] = mapped_column(ForeignKey("providers.id"))
    curriculum_key: Mapped[str] = mapped_column(String(80))
    title: Mapped[str] = mapped_column(String(160))

    provider: Mapped[Provider] = relationship(lazy="raise_on_sql")


class Cohort(InProvider, Base):
    """The people who started a programme together, under one version of its curriculum."""

    __tablename__ = "cohorts"
    __table_args__ = (UniqueConstraint("provider_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    provider_id: Mapped[int] = mapped_column(ForeignKey("providers.id"))
    programme_id: Mapped[int] = mapped_column(ForeignKey("programmes.id"), index=True)
    name: Mapped[str] = mapped_column(String(60))
    curriculum_key: Mapped[str] = mapped_column(String(80))
    curriculum_version: Mapped[str] = mapped_column(String(20))
    starts_on: Mapped[date]
    created_at: Mapped[datetime]

    provider: Mapped[Provider] = relationship(lazy="raise_on_sql")
    programme: Mapped[Programme] = relationship(lazy="raise_on_sql")


class Invitation(InProvider, Base):
    """What a one-time link makes of the person who follows it."""

    __tablename__ = "invitations"

    id: Mapped[int] = mapped_column(primary_key=True)
    provider_id: Mapped[int] = mapped_column(ForeignKey("providers.id"), index=True)
    link_id: Mapped[int] = mapped_column(ForeignKey("one_time_links.id"), unique=True)
    invited_as: Mapped[InvitedAs]
    cohort_id: Mapped[int | None] = mapped_column(ForeignKey("cohorts.id"))
    """Where a trainee is to be enrolled."""
    registration: Mapped[str] = mapped_column(String(60), default="")
    invited_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    """None when the command line invited the first administrator."""

    provider: Mapped[Provider] = relationship(lazy="raise_on_sql")
    cohort: Mapped[Cohort | None] = relationship(lazy="raise_on_sql")
    link: Mapped[OneTimeLink] = relationship(lazy="raise_on_sql")


class Enrolment(Base):
    """One trainee on one programme under one curriculum version: everything hangs on it."""

    __tablename__ = "enrolments"
    __table_args__ = (UniqueConstraint("cohort_id", "trainee_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    provider_id: Mapped[int] = mapped_column(ForeignKey("providers.id"), index=True)
    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohorts.id"), index=True)
    trainee_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    curriculum_key: Mapped[str] = mapped_column(String(80))
    curriculum_version: Mapped[str] = mapped_column(String(20))
    started_on: Mapped[date]
    ended_on: Mapped[date | None]
    counter: Mapped[int] = mapped_column(default=0)
    """Grows with every change of a fact; findings are a cache under it and the day."""

    provider: Mapped[Provider] = relationship(lazy="raise_on_sql")
    cohort: Mapped[Cohort] = relationship(lazy="raise_on_sql")
    trainee: Mapped[Person] = relationship(lazy="raise_on_sql")

    @property
    def enrolment_id(self) -> int:
        """Itself, as a place."""
        return self.id


class OnEnrolment:
    """Places a row that hangs on an enrolment (policy.Placed); load the enrolment with it."""

    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolments.id"), index=True)

    @declared_attr
    def enrolment(cls) -> Mapped[Enrolment]:  # noqa: N805 - SQLAlchemy hands over the class
        """What it hangs on."""
        return relationship(Enrolment, lazy="raise_on_sql")

    @property
    def trainee_id(self) -> int:
        """Whose work it is."""
        return self.enrolment.trainee_id

    @property
    def provider_id(self) -> int:
        """In which provider."""
        return self.enrolment.provider_id


class Placement(OnEnrolment, Base):
    """A service or practice where a trainee works."""

    __tablename__ = "placements"
    __table_args__ = (UniqueConstraint("enrolment_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    started_on: Mapped[date]
    ended_on: Mapped[date | None]


class Supervision(OnEnrolment, Base):
    """The standing relation of a supervisor to an enrolment."""

    __tablename__ = "supervisions"
    __table_args__ = (Index("ix_supervisions_supervisor_id_ended_on", "supervisor_id", "ended_on"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    supervisor_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    started_on: Mapped[date]
    ended_on: Mapped[date | None]
    """The last day on which it held."""
    appointed_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    own_therapist: Mapped[bool | None]
    """Whether they are, or were, the trainee's own therapist; None while nobody has said."""

    supervisor: Mapped[Person] = relationship(lazy="raise_on_sql", foreign_keys=[supervisor_id])


class Milestone(OnEnrolment, Base):
    """Something that happened once and that a curriculum asks for, such as a passed role play."""

    __tablename__ = "milestones"
    __table_args__ = (UniqueConstraint("enrolment_id", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(80))
    happened_on: Mapped[date]
    evidence: Mapped[str] = mapped_column(String(400), default="")
    recorded_by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    recorded_at: Mapped[datetime]


class GateReport(OnEnrolment, Base):
    """What the gate found in a short text that others read: counts, places, and reasons."""

    __tablename__ = "gate_reports"

    id: Mapped[int] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(String(64), index=True)
    """The row whose words it is about, such as "comments:7"."""
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    report: Mapped[dict[str, Any]]
    made_at: Mapped[datetime]


class Pause(OnEnrolment, Base):
    """A stretch in which the timetable waits: illness, leave."""

    __tablename__ = "pauses"

    id: Mapped[int] = mapped_column(primary_key=True)
    started_on: Mapped[date]
    ended_on: Mapped[date | None]


class PriorHours(OnEnrolment, Base):
    """Hours of earlier years that a letter attests, for one activity and one stretch."""

    __tablename__ = "prior_hours"

    id: Mapped[int] = mapped_column(primary_key=True)
    activity: Mapped[str] = mapped_column(String(60))
    minutes: Mapped[int]
    started_on: Mapped[date]
    ended_on: Mapped[date]
    document: Mapped[str] = mapped_column(String(120))
    """Which letter: of whom, and of when."""
    verified_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    verified_on: Mapped[date | None]
    """The day on which somebody looked at the letter itself; until then the hours wait."""
    recorded_by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    recorded_at: Mapped[datetime]

    verified_by: Mapped[Person | None] = relationship(
        lazy="raise_on_sql", foreign_keys=[verified_by_id]
    )
