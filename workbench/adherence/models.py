"""Ratings and their scores. A signed rating is never changed: re-rating makes a new one."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workbench.accounts.models import Person
from workbench.adherence.domain.score import Answer, Rater, RatingStanding, SelectedBy
from workbench.cases.models import TherapySession
from workbench.db import Base
from workbench.training.models import OnEnrolment


class Rating(OnEnrolment, Base):
    """One rater's form for one therapy session, under one curriculum version."""

    __tablename__ = "ratings"
    __table_args__ = (
        Index("ix_ratings_therapy_session_id_by", "therapy_session_id", "by"),
        Index(
            "uq_ratings_one_draft",
            "therapy_session_id",
            "rater_id",
            unique=True,
            sqlite_where=text("standing = 'draft'"),
            postgresql_where=text("standing = 'draft'"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    therapy_session_id: Mapped[int] = mapped_column(ForeignKey("therapy_sessions.id"))
    rater_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    by: Mapped[Rater]
    standing: Mapped[RatingStanding] = mapped_column(default=RatingStanding.DRAFT)
    short_form: Mapped[bool] = mapped_column(default=False)
    selected_by: Mapped[SelectedBy]
    curriculum_key: Mapped[str] = mapped_column(String(80))
    curriculum_version: Mapped[str] = mapped_column(String(20))
    phase: Mapped[str] = mapped_column(String(40))
    started_at: Mapped[datetime]
    saved_at: Mapped[datetime]
    signed_at: Mapped[datetime | None]
    own_verdict: Mapped[str | None] = mapped_column(String(20))
    """The rater's own view: "passed" or "not_passed"."""
    rule_verdict: Mapped[str | None] = mapped_column(String(20))
    """What the curriculum's pass rule says of the scores."""
    rule_words: Mapped[str] = mapped_column(String(400), default="")
    contents: Mapped[list[Any]] = mapped_column(default=list)
    """Keys of the kinds of document that the session presents."""
    in_doubt: Mapped[bool] = mapped_column(default=False)
    """Whether the rater wants to see more."""
    points: Mapped[int | None]
    """Once signed: the sum of what counts on the last scale; the mean is its share of the tasks."""
    tasks_counted: Mapped[int | None]
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("ratings.id"))
    """An earlier signed rating of the same session, kept beside this one."""
    version: Mapped[int] = mapped_column()

    therapy_session: Mapped[TherapySession] = relationship(lazy="raise_on_sql")
    rater: Mapped[Person] = relationship(lazy="raise_on_sql")
    scores: Mapped[list["Score"]] = relationship(
        back_populates="rating", lazy="raise_on_sql", cascade="all, delete-orphan"
    )
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads a plain dict


class Score(Base):
    """One task's line in a rating."""

    __tablename__ = "scores"
    __table_args__ = (UniqueConstraint("rating_id", "task"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    rating_id: Mapped[int] = mapped_column(ForeignKey("ratings.id"))
    task: Mapped[str] = mapped_column(String(12))
    answer: Mapped[Answer | None]
    """None while only the evidence has been noted."""
    extent: Mapped[int | None]
    skill: Mapped[int | None]
    reason: Mapped[str] = mapped_column(Text, default="")
    """Why the therapist departed from the task on purpose."""
    evidence_at: Mapped[str] = mapped_column(String(8), default="")
    """A time in the recording, such as 12:40."""
    evidence: Mapped[str] = mapped_column(String(400), default="")

    rating: Mapped[Rating] = relationship(back_populates="scores", lazy="raise_on_sql")
