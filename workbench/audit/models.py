"""The audit lines and the head of their chain."""

from datetime import datetime
from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from workbench.db import Base


class AuditLine(Base):
    """One deed. Never updated, never deleted: triggers of the migration see to that."""

    __tablename__ = "audit_lines"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    """Its place in the chain, from 1 without gaps."""
    at: Mapped[datetime]
    actor_id: Mapped[int | None] = mapped_column(index=True)
    """The person; none for the command line and for people not signed in."""
    provider_id: Mapped[int | None]
    enrolment_id: Mapped[int | None] = mapped_column(index=True)
    deed: Mapped[str] = mapped_column(String(64))
    """What was done, such as "hours.countersign"; refusals end in ".refused"."""
    subject: Mapped[str] = mapped_column(String(64))
    """The row it was done to, such as "hours_entries:7"."""
    details: Mapped[dict[str, Any]]
    """Figures and states only: never a word that a person wrote."""
    previous: Mapped[str] = mapped_column(String(64))
    digest: Mapped[str] = mapped_column(String(64))
    """SHA-256 over this line and the digest before it."""


class AuditHead(Base):
    """The one row that says where the chain ends; writers queue on it."""

    __tablename__ = "audit_head"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64))
