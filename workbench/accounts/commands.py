"""What changes an account: signing in and out, passwords, settings, one-time links."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from secrets import token_urlsafe

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from workbench.accounts.domain.passwords import accepted, guessed_first
from workbench.accounts.domain.throttle import WINDOW, wait_after
from workbench.accounts.domain.tokens import hashed
from workbench.accounts.models import OneTimeLink, Person, SignInAttempt, WebSession
from workbench.accounts.passwords import hash_password
from workbench.errors import Refusal

SESSION_LASTS = timedelta(days=14)
SHARED_LASTS = timedelta(minutes=20)
ADDRESS_TAKEN = (
    "A new account cannot be made for this address. If you have an account with it, sign in "
    "with that; otherwise ask whoever invited you."
)
LINK_SPENT = "This link has been used already, or it was withdrawn. Ask for a new one."


class SpentLink(Refusal):
    """A one-time link that has done its work, or was withdrawn."""


def open_web_session(
    db: Session, person: Person, *, shared: bool, browser: str, at: datetime
) -> str:
    """Sign a browser in. Returns the token for its cookie; only its hash is kept.

    What has expired is swept away by the way.
    """
    db.execute(delete(WebSession).where(WebSession.expires_at <= at))
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


def close_web_session_named(db: Session, person_id: int, name: str) -> None:
    """Sign out one of a person's browsers, named by the hash of its token."""
    db.execute(
        delete(WebSession).where(WebSession.person_id == person_id, WebSession.token_hash == name)
    )


def close_every_web_session(db: Session, person: Person, *, but: str | None = None) -> None:
    """Sign a person out everywhere, but for the browser with one token where that is given."""
    db.execute(
        delete(WebSession).where(
            WebSession.person_id == person.id,
            WebSession.token_hash != (hashed(but) if but else ""),
        )
    )


def make_person(db: Session, *, email: str, name: str, password: str, at: datetime) -> Person:
    """Make an account. Raises a Refusal for a weak password or an address that has one."""
    accepted(password, known=guessed_first(name, email))
    if _has_account(db, email):
        raise Refusal(ADDRESS_TAKEN)
    person = Person(
        email=email.strip().lower(),
        name=name,
        password_hash=hash_password(password),
        created_at=at,
    )
    db.add(person)
    db.flush()  # what the person becomes names them by number
    return person


def set_password(db: Session, person: Person, password: str, *, but: str | None = None) -> None:
    """Keep a new password and sign out every browser but one. Raises WeakPassword."""
    accepted(password, known=guessed_first(person.name, person.email))
    person.password_hash = hash_password(password)
    close_every_web_session(db, person, but=but)


def set_new_password(
    db: Session, link: OneTimeLink, person: Person, password: str, *, at: datetime
) -> None:
    """Set a password by a one-time link, and use the link up. Raises WeakPassword, SpentLink."""
    set_password(db, person, password)
    spend_link(db, link, at=at)


def change_settings(person: Person, *, name: str, zone: str, shortcuts: bool) -> None:
    """What a person says about themself."""
    person.name, person.zone, person.shortcuts = name, zone, shortcuts


def make_link(  # noqa: PLR0913 - whom it is for, whose password it may set, and how long
    db: Session,
    *,
    email: str,
    name: str,
    person: Person | None,
    lasts: timedelta,
    at: datetime,
) -> tuple[OneTimeLink, str]:
    """A link that works once, and its token; only the token's hash is kept."""
    token = token_urlsafe(32)
    link = OneTimeLink(
        token_hash=hashed(token),
        email=email.strip().lower(),
        name=name,
        person_id=person.id if person else None,
        created_at=at,
        expires_at=at + lasts,
    )
    db.add(link)
    return link, token


def make_password_link(db: Session, person: Person, *, lasts: timedelta, at: datetime) -> str:
    """A link that sets a person's password, and its token. Earlier ones stop working."""
    db.execute(
        update(OneTimeLink)
        .where(OneTimeLink.person_id == person.id, OneTimeLink.used_at.is_(None))
        .values(withdrawn_at=at)
        .execution_options(synchronize_session=False)
    )
    _, token = make_link(
        db, email=person.email, name=person.name, person=person, lasts=lasts, at=at
    )
    return token


def spend_link(db: Session, link: OneTimeLink, *, at: datetime) -> None:
    """Use a link up: of two who click at once, one gets in. Raises SpentLink."""
    _close_link(db, link, used_at=at)


def withdraw_link(db: Session, link: OneTimeLink, *, at: datetime) -> None:
    """Make a link worthless. Raises SpentLink where it was used before."""
    _close_link(db, link, withdrawn_at=at)


def _close_link(db: Session, link: OneTimeLink, **moment: datetime) -> None:
    closed = db.execute(
        update(OneTimeLink)
        .where(
            OneTimeLink.id == link.id,
            OneTimeLink.used_at.is_(None),
            OneTimeLink.withdrawn_at.is_(None),
        )
        .values(**moment)
        .returning(OneTimeLink.id)
    )
    if closed.first() is None:
        raise SpentLink(LINK_SPENT)


def try_to_sign_in(db: Session, keys: Sequence[str], *, at: datetime) -> timedelta:
    """How long a try must wait. One that need not is counted as failed, until it succeeds.

    `keys` name what is throttled: an e-mail address and a network address. That the try is
    counted first keeps many at once from slipping through together.
    """
    db.execute(delete(SignInAttempt).where(SignInAttempt.at <= at - WINDOW))
    after = at - WINDOW
    wait = max(wait_after(_failures(db, hashed(key), after), at) for key in keys)
    if not wait:
        db.add_all(SignInAttempt(key=hashed(key), at=at) for key in keys)
    return wait


def forgive(db: Session, keys: Sequence[str], *, tried_at: datetime) -> None:
    """Take the try that succeeded back, and what failed before it with the same e-mail address.

    Failures of the network address stay: an account of one's own is no way past them.
    """
    email, address = (hashed(key) for key in keys)
    db.execute(delete(SignInAttempt).where(SignInAttempt.key == email))
    db.execute(
        delete(SignInAttempt).where(SignInAttempt.key == address, SignInAttempt.at == tried_at)
    )


def _has_account(db: Session, email: str) -> bool:
    kept = db.scalars(select(Person.id).where(Person.email == email.strip().lower()))
    return kept.first() is not None


def _failures(db: Session, key: str, after: datetime) -> Sequence[datetime]:
    return db.scalars(
        select(SignInAttempt.at).where(SignInAttempt.key == key, SignInAttempt.at > after)
    ).all()
