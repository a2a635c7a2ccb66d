"""Finding people and links by what they bring."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.accounts.domain.tokens import hashed
from workbench.accounts.models import OneTimeLink, Person


def person_by_email(db: Session, email: str) -> Person | None:
    """The person with an e-mail address, however it was capitalised."""
    return db.scalars(select(Person).where(Person.email == email.strip().lower())).one_or_none()


def open_link(db: Session, token: str, at: datetime) -> OneTimeLink | None:
    """A one-time link that still works."""
    return db.scalars(
        select(OneTimeLink).where(
            OneTimeLink.token_hash == hashed(token),
            OneTimeLink.expires_at > at,
            OneTimeLink.used_at.is_(None),
            OneTimeLink.withdrawn_at.is_(None),
        )
    ).one_or_none()
