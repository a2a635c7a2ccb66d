"""Finding people, their browsers and links by what they bring."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.accounts.domain.tokens import hashed
from workbench.accounts.models import OneTimeLink, Person, WebSession


def person_by_email(db: Session, email: str) -> Person | None:
    """The person with an e-mail address, however it was capitalised."""
    return db.scalars(select(Person).where(Person.email == email.strip().lower())).one_or_none()


def person_by_link(db: Session, token: str, at: datetime) -> tuple[OneTimeLink, Person] | None:
    """A link that still works and sets somebody's password, and whose."""
    found = db.execute(
        select(OneTimeLink, Person)
        .join(Person, Person.id == OneTimeLink.person_id)
        .where(
            OneTimeLink.token_hash == hashed(token),
            OneTimeLink.expires_at > at,
            OneTimeLink.used_at.is_(None),
            OneTimeLink.withdrawn_at.is_(None),
        )
    ).one_or_none()
    return (found[0], found[1]) if found else None


def browsers_of(db: Session, person_id: int, at: datetime) -> Sequence[WebSession]:
    """Where a person is signed in, the last used first."""
    return db.scalars(
        select(WebSession)
        .where(WebSession.person_id == person_id, WebSession.expires_at > at)
        .order_by(WebSession.seen_at.desc(), WebSession.token_hash)
    ).all()
