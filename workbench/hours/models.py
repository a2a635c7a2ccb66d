"""Entries of the hours log, what was said about each, and the signatures."""

from datetime import date, datetime, time

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workbench.accounts.models import Person
from workbench.cases.models import Case, TherapySession
from workbench.curricula.activities import Mode
from workbench.curricula.asked_standing import Signatory
from workbench.db import Base
from workbench.hours.domain.entry import Standing, VerdictKind
from workbench.training.models import OnEnrolment, Placement


class Countersignature(Base):
    """One signature of a supervisor over one or many entries."""

    __tablename__ = "countersignatures"

    id: Mapped[int] = mapped_column(primary_key=True)
    supervisor_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    signed_at: Mapped[datetime]
    statement: Mapped[str] = mapped_column(Text)
    """The words that were confirmed, as they stood on the page."""
    registration: Mapped[str] = mapped_column(String(60), default="")
    digest: Mapped[str] = mapped_column(String(64))
    """SHA-256 over the rows covered, as they were signed."""
    undone_at: Mapped[datetime | None]
    """Set when it was taken back within its minute, before it was sealed."""

    supervisor: Mapped[Person] = relationship(lazy="raise_on_sql")


class HoursEntry(OnEnrolment, Base):
    """Time that was worked, as the trainee logs it and a supervisor vouches for it."""

    __tablename__ = "hours_entries"
    __table_args__ = (
        Index("ix_hours_entries_enrolment_id_worked_on", "enrolment_id", "worked_on", "id"),
        Index("ix_hours_entries_supervisor_id_standing", "supervisor_id", "standing"),
        Index("ix_hours_entries_enrolment_id_form_key", "enrolment_id", "form_key", unique=True),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    activity: Mapped[str] = mapped_column(String(60))
    """A key of the curriculum's activities."""
    therapy_session_id: Mapped[int | None] = mapped_column(
        ForeignKey("therapy_sessions.id"), index=True
    )
    """The attended session that this hour is; its date and minutes are the session's."""
    worked_on: Mapped[date]
    minutes: Mapped[int]
    mode: Mapped[Mode]
    group_size: Mapped[int | None]
    """People supervised together, for supervision in a group."""
    group_contracted: Mapped[int | None]
    """People who belong to the group, whoever came."""
    starts: Mapped[time | None]
    """When it began, by the clock of the place."""
    case_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"))
    """The case that supervision was about. A therapy session is of its own case."""
    placement_id: Mapped[int | None] = mapped_column(ForeignKey("placements.id"))
    supervisor_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    """Who is asked to vouch for it."""
    note: Mapped[str] = mapped_column(String(500), default="")
    standing: Mapped[Standing] = mapped_column(default=Standing.DRAFT)
    logged_at: Mapped[datetime]
    submitted_at: Mapped[datetime | None]
    countersignature_id: Mapped[int | None] = mapped_column(
        ForeignKey("countersignatures.id"), index=True
    )
    corrects_id: Mapped[int | None] = mapped_column(ForeignKey("hours_entries.id"))
    """The countersigned entry in whose place this one stands, unless it is withdrawn."""
    reason: Mapped[str] = mapped_column(String(500), default="")
    """Why a correction was needed."""
    form_key: Mapped[str | None] = mapped_column(String(32))
    """Comes with the form that it was sent by, so that a second click logs nothing more."""
    version: Mapped[int] = mapped_column()

    therapy_session: Mapped[TherapySession | None] = relationship(lazy="raise_on_sql")
    case: Mapped[Case | None] = relationship(lazy="raise_on_sql")
    placement: Mapped[Placement | None] = relationship(lazy="raise_on_sql")
    supervisor: Mapped[Person | None] = relationship(lazy="raise_on_sql")
    countersignature: Mapped[Countersignature | None] = relationship(lazy="raise_on_sql")
    verdicts: Mapped[list["Verdict"]] = relationship(
        back_populates="entry", order_by="Verdict.id", lazy="raise_on_sql"
    )
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads a plain dict


class Attestation(OnEnrolment, Base):
    """A signature for a whole stretch of the log, at one placement or at all of them."""

    __tablename__ = "attestations"

    id: Mapped[int] = mapped_column(primary_key=True)
    signatory: Mapped[Signatory]
    name: Mapped[str] = mapped_column(String(120))
    """Who signed, as they are named beside the signature."""
    started_on: Mapped[date]
    ended_on: Mapped[date]
    placement_id: Mapped[int | None] = mapped_column(ForeignKey("placements.id"))
    signed_on: Mapped[date]
    recorded_by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    recorded_at: Mapped[datetime]

    placement: Mapped[Placement | None] = relationship(lazy="raise_on_sql")


class HourTotal(Base):
    """The minutes of one month of one activity in one standing, kept with every change of them."""

    __tablename__ = "hour_totals"

    enrolment_id: Mapped[int] = mapped_column(
        ForeignKey("enrolments.id"), primary_key=True, autoincrement=False
    )
    month: Mapped[str] = mapped_column(String(7), primary_key=True)
    """Such as 2026-11."""
    activity: Mapped[str] = mapped_column(String(60), primary_key=True)
    standing: Mapped[Standing] = mapped_column(primary_key=True)
    minutes: Mapped[int]
    entries: Mapped[int]


class Verdict(Base):
    """Something said about one entry: a question, an answer, or why it was returned."""

    __tablename__ = "verdicts"

    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("hours_entries.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    kind: Mapped[VerdictKind]
    words: Mapped[str] = mapped_column(String(500))
    at: Mapped[datetime]

    entry: Mapped[HoursEntry] = relationship(back_populates="verdicts", lazy="raise_on_sql")
    author: Mapped[Person] = relationship(lazy="raise_on_sql")
