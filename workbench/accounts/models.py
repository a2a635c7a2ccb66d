"""People, their web sessions, one-time links, and the attempts that throttle signing in."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from workbench.db import Base


class Person(Base):
    """Somebody who can sign in. What they may do hangs on enrolments, supervisions, memberships."""

    __tablename__ = "people"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    """Lower-case, as typed otherwise."""
    name: Mapped[str] = mapped_column(String(120))
    zone: Mapped[str] = mapped_column(String(64), default="Europe/London")
    """The IANA zone in which the person's days begin and end."""
    password_hash: Mapped[str | None] = mapped_column(String(255))
    """Argon2id; none until an invitation is accepted."""
    created_at: Mapped[datetime]
    disabled_at: Mapped[datetime | None]
    shortcuts: Mapped[bool] = mapped_column(default=True)
    """Whether single-key shortcuts are on (WCAG 2.1.4)."""


class WebSession(Base):
    """One browser signed in. The cookie holds a random token, this row its SHA-256."""

    __tablename__ = "web_sessions"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    """Refreshed at most once a minute."""
    expires_at: Mapped[datetime]
    shared: Mapped[bool] = mapped_column(default=False)
    """On a shared computer: ends after 20 idle minutes."""
    browser: Mapped[str] = mapped_column(String(200), default="")

    person: Mapped[Person] = relationship(lazy="raise_on_sql")


class SignInAttempt(Base):
    """A failed attempt, counted against an e-mail address and against a network address."""

    __tablename__ = "sign_in_attempts"
    __table_args__ = (Index("ix_sign_in_attempts_key_at", "key", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(64))
    """SHA-256 of what is throttled."""
    at: Mapped[datetime]


class OneTimeLink(Base):
    """A link that works once: to set a first password, or a new one."""

    __tablename__ = "one_time_links"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    email: Mapped[str] = mapped_column(String(254), index=True)
    name: Mapped[str] = mapped_column(String(120))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    """Whose password it may set; none for somebody not yet known."""
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
