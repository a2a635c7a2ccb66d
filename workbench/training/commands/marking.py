"""The mark that every change of a fact leaves on its enrolment."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from workbench.audit.commands import Detail, note
from workbench.db import Base
from workbench.policy import Actor, Placed
from workbench.training.models import Enrolment


def mark_change(  # noqa: PLR0913 - who, what, to which row, where and when: as the trail asks
    db: Session,
    actor: Actor,
    deed: str,
    subject: Base,
    *,
    place: Placed,
    at: datetime,
    **details: Detail,
) -> None:
    """End every command that changes a fact of an enrolment: count it, and note it in the trail.

    The counter makes what was found before old at once, so that nobody reads a stale number.
    """
    db.execute(
        update(Enrolment)
        .where(Enrolment.id == place.enrolment_id)
        .values(counter=Enrolment.counter + 1)
        .execution_options(synchronize_session=False)
    )
    note(db, actor, deed, subject, place=place, at=at, **details)


def mark_everywhere(  # noqa: PLR0913 - as mark_change
    db: Session,
    actor: Actor,
    deed: str,
    subject: Base,
    *,
    place: Placed,
    at: datetime,
    **details: Detail,
) -> None:
    """End a command that changes what is known in a provider: it may matter to every enrolment."""
    db.execute(
        update(Enrolment)
        .where(Enrolment.provider_id == place.provider_id)
        .values(counter=Enrolment.counter + 1)
        .execution_options(synchronize_session=False)
    )
    note(db, actor, deed, subject, place=place, at=at, **details)


def hold(db: Session, enrolment: Enrolment) -> None:
    """Let nobody else arrange this enrolment until the transaction ends.

    What is checked next, such as that no two stretches overlap, stays true until it is written.
    """
    db.execute(select(Enrolment.id).where(Enrolment.id == enrolment.id).with_for_update())
