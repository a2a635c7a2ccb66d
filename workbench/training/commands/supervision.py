"""Appointing a supervisor, and ending what they were appointed to."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.accounts.models import Person
from workbench.errors import Refusal
from workbench.policy import Actor
from workbench.training.commands.marking import hold, mark_change
from workbench.training.domain.roles import may_supervise
from workbench.training.domain.terms import last_day, refuse_overlap, within
from workbench.training.models import Enrolment, Membership, Role, Supervision

TWICE = "They supervise this trainee already in those days. End that first, or choose a later day."


def appoint_supervisor(  # noqa: PLR0913 - who appoints whom, where, from when
    db: Session,
    actor: Actor,
    enrolment: Enrolment,
    supervisor: Person,
    *,
    started_on: date,
    at: datetime,
) -> Supervision:
    """Let a supervisor of the provider see and sign a trainee's work from a day on.

    Raises a Refusal for the trainee themself, for anybody who is no supervisor of the provider on
    that day, for a day outside the enrolment, and for a second appointment over the same days.
    """
    hold(db, enrolment)
    may_supervise(
        supervisor_id=supervisor.id,
        trainee_id=enrolment.trainee_id,
        memberships=_memberships(db, enrolment, supervisor),
        on=within(enrolment, started_on),
    )
    new = Supervision(started_on=started_on, ended_on=None, supervisor_id=supervisor.id)
    refuse_overlap(new, _others(db, enrolment, supervisor), TWICE)
    new.enrolment, new.appointed_by_id = enrolment, actor.person_id
    db.add(new)
    mark_change(
        db, actor, "training.appoint", new, place=enrolment, at=at, supervisor=supervisor.id
    )
    return new


def end_supervision(
    db: Session, actor: Actor, supervision: Supervision, *, ended_on: date, at: datetime
) -> None:
    """Set the last day of a supervision. From the next day on the supervisor reads nothing of it.

    What they signed stays signed. Raises OutOfOrder for a day before the first.
    """
    supervision.ended_on = last_day(supervision, ended_on)
    mark_change(db, actor, "training.end_supervision", supervision, place=supervision, at=at)


def cancel_supervision(
    db: Session, actor: Actor, supervision: Supervision, *, today: date, at: datetime
) -> None:
    """Take back an appointment that has not begun. Raises a Refusal for one that has."""
    if supervision.started_on <= today:
        message = "This supervision has begun. Set its last day instead."
        raise Refusal(message)
    mark_change(db, actor, "training.cancel_supervision", supervision, place=supervision, at=at)
    db.delete(supervision)


def _memberships(db: Session, enrolment: Enrolment, supervisor: Person) -> list[Membership]:
    return list(
        db.scalars(
            select(Membership).where(
                Membership.provider_id == enrolment.provider_id,
                Membership.person_id == supervisor.id,
                Membership.role == Role.SUPERVISOR,
            )
        )
    )


def _others(db: Session, enrolment: Enrolment, supervisor: Person) -> list[Supervision]:
    return list(
        db.scalars(
            select(Supervision).where(
                Supervision.enrolment_id == enrolment.id,
                Supervision.supervisor_id == supervisor.id,
            )
        )
    )
