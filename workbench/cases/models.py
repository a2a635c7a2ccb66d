"""A training case, the sessions held, and the totals of the measures filled in."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workbench.curricula.activities import Attendance, Mode
from workbench.db import Base
from workbench.training.models import Enrolment, OnEnrolment, Placement


class CaseStanding(StrEnum):
    """How far a training case has come."""

    OPEN = "open"
    COMPLETED = "completed"
    DROPPED_OUT = "dropped_out"


class Case(OnEnrolment, Base):
    """A training case, known by a code only: nothing here names the client."""

    __tablename__ = "cases"
    __table_args__ = (UniqueConstraint("enrolment_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(12))
    standing: Mapped[CaseStanding] = mapped_column(default=CaseStanding.OPEN)
    opened_on: Mapped[date]
    closed_on: Mapped[date | None]
    placement_id: Mapped[int | None] = mapped_column(ForeignKey("placements.id"))
    usual_mode: Mapped[Mode] = mapped_column(default=Mode.IN_PERSON)
    usual_minutes: Mapped[int]
    activity: Mapped[str] = mapped_column(String(60))
    """The curriculum's activity that a session of this case is."""

    problems: Mapped[list[Any]] = mapped_column(default=list)
    """The presenting problems, each a few words in small letters."""
    same_patient_as_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"))
    """The first case of the same patient, for every later one."""
    closely_supervised: Mapped[bool] = mapped_column(default=False)
    """Whether a supervisor said that it was supervised with recordings or from life."""
    consent_withdrawn_on: Mapped[date | None]
    """From that day its recordings count no more."""
    texts_withdrawn_on: Mapped[date | None]
    """From that day nobody but the trainee reads what is written about it."""

    placement: Mapped[Placement | None] = relationship(lazy="raise_on_sql")
    same_patient_as: Mapped["Case | None"] = relationship(
        remote_side="Case.id", lazy="raise_on_sql"
    )
    sessions: Mapped[list["TherapySession"]] = relationship(
        back_populates="case", order_by="TherapySession.number", lazy="raise_on_sql"
    )


class Pseudonym(OnEnrolment, Base):
    """A name that stands for somebody throughout a case. The real one is nowhere."""

    __tablename__ = "pseudonyms"
    __table_args__ = (UniqueConstraint("enrolment_id", "case_id", "words"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"), index=True)
    """None for what is written about the training as a whole."""
    words: Mapped[str] = mapped_column(String(60))
    agreed_at: Mapped[datetime]


class TherapySession(Base):
    """One meeting with a client, held or missed, numbered within its case."""

    __tablename__ = "therapy_sessions"
    __table_args__ = (
        UniqueConstraint("case_id", "number"),
        Index("ix_therapy_sessions_case_id_form_key", "case_id", "form_key", unique=True),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    number: Mapped[int]
    held_on: Mapped[date]
    """The local day, kept whatever zone it is read in."""
    attendance: Mapped[Attendance]
    minutes: Mapped[int]
    """Minutes held; for a missed session, the minutes that were set aside."""
    mode: Mapped[Mode]
    phase: Mapped[str] = mapped_column(String(40))
    """The curriculum's phase that the session was in."""
    recorded_at: Mapped[datetime]
    form_key: Mapped[str | None] = mapped_column(String(32))
    """Comes with the form that it was sent by, so that a second click records nothing more."""
    version: Mapped[int] = mapped_column()

    case: Mapped[Case] = relationship(back_populates="sessions", lazy="raise_on_sql")
    totals: Mapped[list["MeasureTotal"]] = relationship(
        back_populates="therapy_session", lazy="raise_on_sql", cascade="all, delete-orphan"
    )
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads a plain dict

    @property
    def enrolment_id(self) -> int:
        """What its case hangs on."""
        return self.case.enrolment_id

    @property
    def enrolment(self) -> Enrolment:
        """What its case hangs on."""
        return self.case.enrolment

    @property
    def trainee_id(self) -> int:
        """Whose work it is."""
        return self.case.trainee_id

    @property
    def provider_id(self) -> int:
        """In which provider."""
        return self.case.provider_id


class MeasureTotal(Base):
    """The total of one outcome measure at one session; never the answers."""

    __tablename__ = "measure_totals"
    __table_args__ = (UniqueConstraint("therapy_session_id", "measure"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    therapy_session_id: Mapped[int] = mapped_column(ForeignKey("therapy_sessions.id"))
    measure: Mapped[str] = mapped_column(String(40))
    total: Mapped[int]

    therapy_session: Mapped[TherapySession] = relationship(
        back_populates="totals", lazy="raise_on_sql"
    )
