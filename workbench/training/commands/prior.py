"""Hours of earlier years, as a provider records and verifies them."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from workbench.curricula.model import Curriculum
from workbench.errors import Refusal
from workbench.policy import Actor
from workbench.training.commands.marking import mark_change
from workbench.training.domain.terms import last_day, not_after
from workbench.training.models import Enrolment, PriorHours


def record_prior(  # noqa: PLR0913 - what a letter attests, of whom, and when it is recorded
    db: Session,
    actor: Actor,
    enrolment: Enrolment,
    curriculum: Curriculum,
    *,
    activity: str,
    minutes: int,
    started_on: date,
    ended_on: date,
    document: str,
    today: date,
    at: datetime,
) -> PriorHours:
    """Record what a letter attests. Raises a Refusal at the field that cannot be so."""
    if curriculum.activity(activity) is None:
        message = "Choose one of the curriculum's kinds of time."
        raise Refusal(message, field="activity")
    if minutes < 1:
        message = "A letter attests a minute at least."
        raise Refusal(message, field="hours")
    prior = PriorHours(
        enrolment=enrolment,
        activity=activity,
        minutes=minutes,
        started_on=started_on,
        document=document,
        recorded_by_id=actor.person_id,
        recorded_at=at,
    )
    prior.ended_on = last_day(prior, not_after(today, ended_on, field="ended_on"))
    db.add(prior)
    mark_change(db, actor, "training.record_prior", prior, place=enrolment, at=at, minutes=minutes)
    return prior


def verify_prior(
    db: Session, actor: Actor, prior: PriorHours, *, today: date, at: datetime
) -> None:
    """Say that one has looked at the letter itself. Raises a Refusal for a second time."""
    if prior.verified_on is not None:
        message = "This letter is verified already."
        raise Refusal(message)
    prior.verified_by_id, prior.verified_on = actor.person_id, today
    mark_change(db, actor, "training.verify_prior", prior, place=prior, at=at)


def remove_prior(db: Session, actor: Actor, prior: PriorHours, *, at: datetime) -> None:
    """Take out what no letter attests; the trail keeps how much it was."""
    before = f"{prior.activity}, {prior.minutes} minutes"
    mark_change(db, actor, "training.remove_prior", prior, place=prior, at=at, before=before)
    db.delete(prior)
