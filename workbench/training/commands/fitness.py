"""What is known of the people who supervise, countersign and rate."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.policy import Actor
from workbench.training.commands.marking import mark_change, mark_everywhere
from workbench.training.domain.terms import last_day, refuse_overlap
from workbench.training.models import Accreditation, Membership, Supervision

ACCREDITED_ALREADY = "They were accredited in those days already. Remove that line first."


def accredit(  # noqa: PLR0913 - who records it of whom, from when until when
    db: Session,
    actor: Actor,
    membership: Membership,
    *,
    started_on: date,
    ended_on: date | None,
    at: datetime,
) -> Accreditation:
    """Record when somebody held an accreditation. Raises a Refusal for days out of order."""
    db.execute(select(Membership.id).where(Membership.id == membership.id).with_for_update())
    person_id, provider_id = membership.person_id, membership.provider_id
    held = Accreditation(person_id=person_id, provider_id=provider_id, started_on=started_on)
    held.ended_on = last_day(held, ended_on) if ended_on else None
    others = select(Accreditation).where(
        Accreditation.person_id == person_id, Accreditation.provider_id == provider_id
    )
    refuse_overlap(held, db.scalars(others).all(), ACCREDITED_ALREADY)
    held.recorded_by_id, held.recorded_at = actor.person_id, at
    db.add(held)
    mark_everywhere(db, actor, "training.accredit", held, place=held, at=at, person=person_id)
    return held


def remove_accreditation(db: Session, actor: Actor, held: Accreditation, *, at: datetime) -> None:
    """Take out an accreditation that was recorded by mistake; the trail keeps its days."""
    days = {"started_on": str(held.started_on), "ended_on": str(held.ended_on or "")}
    deed = "training.remove_accreditation"
    mark_everywhere(db, actor, deed, held, place=held, at=at, person=held.person_id, **days)
    db.delete(held)


def say_whether_therapist(
    db: Session, actor: Actor, supervision: Supervision, *, own_therapist: bool | None, at: datetime
) -> None:
    """Say whether a supervisor is, or was, the trainee's own therapist; None takes it back."""
    supervision.own_therapist = own_therapist
    mark_change(db, actor, "training.say_therapist", supervision, place=supervision, at=at)
