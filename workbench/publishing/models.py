"""What a provider drafts and publishes, and who was moved from which version to which."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workbench.accounts.models import Person
from workbench.db import Base
from workbench.training.models import InProvider, OnEnrolment, Provider


class CurriculumDraft(InProvider, Base):
    """The text of a curriculum that is being written. It may be wrong in any way."""

    __tablename__ = "curriculum_drafts"

    id: Mapped[int] = mapped_column(primary_key=True)
    provider_id: Mapped[int] = mapped_column(ForeignKey("providers.id"), index=True)
    title: Mapped[str] = mapped_column(String(200))
    """As its text calls it, where that can be read."""
    text: Mapped[str] = mapped_column(Text, deferred=True)
    revision: Mapped[int] = mapped_column()
    """Travels in the form, so that nobody overwrites what somebody else saved."""
    started_at: Mapped[datetime]
    saved_at: Mapped[datetime]
    saved_by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))

    provider: Mapped[Provider] = relationship(lazy="raise_on_sql")
    saved_by: Mapped[Person] = relationship(lazy="raise_on_sql")

    __mapper_args__ = {"version_id_col": revision}  # noqa: RUF012 - SQLAlchemy reads a plain dict


class PublishedCurriculum(InProvider, Base):
    """A version that a provider published. Triggers of the migration keep it as it is."""

    __tablename__ = "published_curricula"
    __table_args__ = (UniqueConstraint("provider_id", "key", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    provider_id: Mapped[int] = mapped_column(ForeignKey("providers.id"))
    key: Mapped[str] = mapped_column(String(80))
    version: Mapped[str] = mapped_column(String(20))
    title: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Text, deferred=True)
    digest: Mapped[str] = mapped_column(String(64))
    """SHA-256 of the text."""
    published_at: Mapped[datetime]
    published_by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))

    provider: Mapped[Provider] = relationship(lazy="raise_on_sql")
    published_by: Mapped[Person] = relationship(lazy="raise_on_sql")


class VersionMove(OnEnrolment, Base):
    """An enrolment was put under another version. Both stay named."""

    __tablename__ = "version_moves"

    id: Mapped[int] = mapped_column(primary_key=True)
    from_key: Mapped[str] = mapped_column(String(80))
    from_version: Mapped[str] = mapped_column(String(20))
    to_key: Mapped[str] = mapped_column(String(80))
    to_version: Mapped[str] = mapped_column(String(20))
    moved_at: Mapped[datetime]
    moved_by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))

    moved_by: Mapped[Person] = relationship(lazy="raise_on_sql")
