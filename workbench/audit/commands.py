"""Writing the audit trail, in the same transaction as what it tells."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from workbench.audit.domain.chain import Line, digest_of
from workbench.audit.models import AuditHead, AuditLine
from workbench.db import Base
from workbench.policy import Actor, Placed

Detail = str | int | bool | None


def note(  # noqa: PLR0913 - who, what, to which row, where and when: each is the point of a trail
    db: Session,
    actor: Actor | None,
    deed: str,
    subject: Base,
    *,
    at: datetime,
    place: Placed | None = None,
    **details: Detail,
) -> None:
    """Add one line about a row. `place` says where it belongs, unless the row knows itself.

    `details` are figures and states, never words that a person wrote.
    """
    db.flush()  # a new row has no number before
    name = f"{subject.__tablename__}:{inspect(subject).identity_key[1][0]}"  # type: ignore[index]  # flushed, so it has a key
    _append(db, actor, deed, name, at=at, place=place or _own_place(subject), details=details)


def note_refusal(
    db: Session, actor: Actor | None, endpoint: str, status: int, at: datetime
) -> None:
    """Add a line about something that was asked for and refused."""
    details: dict[str, Detail] = {"status": status}
    _append(db, actor, f"{endpoint}.refused"[:64], "request", at=at, place=None, details=details)


def _append(  # noqa: PLR0913 - the columns of a line
    db: Session,
    actor: Actor | None,
    deed: str,
    subject: str,
    *,
    at: datetime,
    place: Placed | None,
    details: Mapping[str, Detail],
) -> None:
    head = db.scalars(select(AuditHead).with_for_update()).one()  # writers queue here
    line = Line(
        number=head.number + 1,
        at=at,
        actor_id=actor.person_id if actor else None,
        provider_id=place.provider_id if place else None,
        enrolment_id=place.enrolment_id if place else None,
        deed=deed,
        subject=subject,
        details=details,
    )
    digest = digest_of(line, head.digest)
    db.add(
        AuditLine(
            **{name: getattr(line, name) for name in line.__slots__} | {"details": dict(details)},
            previous=head.digest,
            digest=digest,
        )
    )
    head.number, head.digest = line.number, digest


def _own_place(subject: Base) -> Placed | None:
    return subject if hasattr(subject, "trainee_id") else None  # type: ignore[return-value]  # a row with a trainee is Placed
