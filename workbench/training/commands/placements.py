"""Where a trainee works, as the trainee keeps it."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.errors import Refusal
from workbench.policy import Actor
from workbench.training.commands.marking import hold, mark_change
from workbench.training.domain.terms import last_day
from workbench.training.models import Enrolment, Placement


def open_placement(  # noqa: PLR0913 - who adds which place, from when
    db: Session, actor: Actor, enrolment: Enrolment, *, name: str, started_on: date, at: datetime
) -> Placement:
    """Add a place of work. Raises a Refusal where the trainee has one of that name."""
    hold(db, enrolment)
    _refuse_name_twice(db, enrolment.id, name, but=None)
    placement = Placement(enrolment=enrolment, name=name, started_on=started_on)
    db.add(placement)
    mark_change(db, actor, "training.open_placement", placement, place=enrolment, at=at)
    return placement


def change_placement(  # noqa: PLR0913 - every word of it can be put right
    db: Session,
    actor: Actor,
    placement: Placement,
    *,
    name: str,
    started_on: date,
    ended_on: date | None,
    at: datetime,
) -> None:
    """Put a placement right, or set its last day. Raises a Refusal for days out of order."""
    _refuse_name_twice(db, placement.enrolment_id, name, but=placement.id)
    placement.name, placement.started_on = name, started_on
    placement.ended_on = last_day(placement, ended_on) if ended_on else None
    mark_change(db, actor, "training.change_placement", placement, place=placement, at=at)


def _refuse_name_twice(db: Session, enrolment_id: int, name: str, *, but: int | None) -> None:
    same = select(Placement.id).where(
        Placement.enrolment_id == enrolment_id, Placement.name == name
    )
    if any(kept != but for kept in db.scalars(same)):
        message = f"You have a placement {name} already."
        raise Refusal(message, field="name")
