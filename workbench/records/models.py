"""Issued records and their files, as they were issued."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workbench.accounts.models import Person
from workbench.db import Base
from workbench.records.domain.standing import Standing, standing_of
from workbench.training.models import OnEnrolment


class CompetencyRecord(OnEnrolment, Base):
    """A frozen, numbered copy. Nothing of it changes but whether it still stands."""

    __tablename__ = "competency_records"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(String(32), unique=True)
    """A random name, so that nobody can list records by counting."""
    number: Mapped[str] = mapped_column(String(24), unique=True)
    """Such as HI-2026-0147: the provider, the year, a running number."""
    gate: Mapped[str] = mapped_column(String(60))
    issued_at: Mapped[datetime]
    issued_by_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    counter: Mapped[int]
    """The enrolment's change counter when it was issued."""
    payload: Mapped[str] = mapped_column(Text)
    """What it says, as canonical JSON (RFC 8785)."""
    digest: Mapped[str] = mapped_column(String(64))
    """SHA-256 of the payload."""
    superseded_by_id: Mapped[int | None] = mapped_column(ForeignKey("competency_records.id"))
    revoked_at: Mapped[datetime | None]
    revoked_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    revoked_because: Mapped[str] = mapped_column(String(500), default="")

    files: Mapped[list["RecordFile"]] = relationship(back_populates="record", lazy="raise_on_sql")
    superseded_by: Mapped["CompetencyRecord | None"] = relationship(
        remote_side="CompetencyRecord.id", lazy="raise_on_sql"
    )
    issued_by: Mapped[Person] = relationship(foreign_keys=[issued_by_id], lazy="raise_on_sql")

    @property
    def standing(self) -> Standing:
        """What became of it."""
        return standing_of(
            is_revoked=self.revoked_at is not None,
            is_superseded=self.superseded_by_id is not None,
        )


class RecordFile(Base):
    """One file of a record, byte for byte."""

    __tablename__ = "record_files"
    __table_args__ = (UniqueConstraint("record_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    record_id: Mapped[int] = mapped_column(ForeignKey("competency_records.id"))
    name: Mapped[str] = mapped_column(String(80))
    media_type: Mapped[str] = mapped_column(String(80))
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    digest: Mapped[str] = mapped_column(String(64), index=True)

    record: Mapped[CompetencyRecord] = relationship(back_populates="files", lazy="raise_on_sql")


class RecordNumbers(Base):
    """The last running number given under a prefix in a year. One row is one queue."""

    __tablename__ = "record_numbers"

    prefix: Mapped[str] = mapped_column(String(8), primary_key=True)
    """The provider's short name, as its numbers begin."""
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int]
