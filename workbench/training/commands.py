"""What changes on a provider and its enrolments, and the mark of every changed fact."""

from datetime import datetime

from sqlalchemy import update
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
