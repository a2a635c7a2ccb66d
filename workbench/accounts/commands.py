"""What changes an account: signing in and out, passwords, one-time links."""

from datetime import datetime, timedelta
from secrets import token_urlsafe

from sqlalchemy import delete
from sqlalchemy.orm import Session

from workbench.accounts.domain.tokens import hashed
from workbench.accounts.models import Person, WebSession

SESSION_LASTS = timedelta(days=14)
SHARED_LASTS = timedelta(minutes=20)


def open_web_session(
    db: Session, person: Person, *, shared: bool, browser: str, at: datetime
) -> str:
    """Sign a browser in. Returns the token for its cookie; only its hash is kept."""
    token = token_urlsafe(32)
    db.add(
        WebSession(
            token_hash=hashed(token),
            person_id=person.id,
            created_at=at,
            seen_at=at,
            expires_at=at + (SHARED_LASTS if shared else SESSION_LASTS),
            shared=shared,
            browser=browser[:200],
        )
    )
    return token


def close_web_session(db: Session, token: str) -> None:
    """Sign one browser out."""
    db.execute(delete(WebSession).where(WebSession.token_hash == hashed(token)))


def close_every_web_session(db: Session, person: Person) -> None:
    """Sign a person out everywhere."""
    db.execute(delete(WebSession).where(WebSession.person_id == person.id))
