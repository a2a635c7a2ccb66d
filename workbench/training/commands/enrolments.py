"""Enrolling somebody, and pausing, resuming, ending or reopening an enrolment."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.accounts.models import Person
from workbench.errors import Refusal
from workbench.policy import Actor
from workbench.training.commands.marking import hold, mark_change
from workbench.training.domain.terms import last_day, refuse_overlap, within
from workbench.training.models import Cohort, Enrolment, Pause

PAUSED_ALREADY = "The training is paused in those days already. Choose another day."


class AlreadyEnrolled(Refusal):
    """Somebody who is in the cohort already."""


def enrol(  # noqa: PLR0913 - who enrols whom, where, from when
    db: Session, actor: Actor, cohort: Cohort, trainee: Person, *, started_on: date, at: datetime
) -> Enrolment:
    """Put a trainee into a cohort, under its curriculum version. Raises AlreadyEnrolled."""
    if enrolment_in(db, cohort, trainee) is not None:
        message = f"{trainee.name} is in this cohort already."
        raise AlreadyEnrolled(message, field="person")
    enrolment = Enrolment(
        provider_id=cohort.provider_id,
        cohort=cohort,
        trainee=trainee,
        trainee_id=trainee.id,
        curriculum_key=cohort.curriculum_key,
        curriculum_version=cohort.curriculum_version,
        started_on=started_on,
    )
    db.add(enrolment)
    db.flush()  # its own number is the place that the trail names
    mark_change(db, actor, "training.enrol", enrolment, place=enrolment, at=at)
    return enrolment


def enrolment_in(db: Session, cohort: Cohort, trainee: Person) -> Enrolment | None:
    """The enrolment that somebody has in a cohort already."""
    return db.scalars(
        select(Enrolment).where(
            Enrolment.cohort_id == cohort.id, Enrolment.trainee_id == trainee.id
        )
    ).one_or_none()


def end_enrolment(
    db: Session, actor: Actor, enrolment: Enrolment, *, ended_on: date, at: datetime
) -> None:
    """Set the last day of an enrolment. Nothing of it is lost, and it can be reopened."""
    enrolment.ended_on = last_day(enrolment, ended_on)
    mark_change(db, actor, "training.end_enrolment", enrolment, place=enrolment, at=at)


def reopen_enrolment(db: Session, actor: Actor, enrolment: Enrolment, *, at: datetime) -> None:
    """Take the end of an enrolment back. Raises a Refusal where it has none."""
    if enrolment.ended_on is None:
        message = "This enrolment has not ended, so there is nothing to take back."
        raise Refusal(message)
    enrolment.ended_on = None
    mark_change(db, actor, "training.reopen_enrolment", enrolment, place=enrolment, at=at)


def pause_enrolment(
    db: Session, actor: Actor, enrolment: Enrolment, *, started_on: date, at: datetime
) -> Pause:
    """Let the timetable wait from a day on. Raises a Refusal where it waits already."""
    hold(db, enrolment)
    pause = Pause(started_on=within(enrolment, started_on), ended_on=None)
    others = db.scalars(select(Pause).where(Pause.enrolment_id == enrolment.id)).all()
    refuse_overlap(pause, others, PAUSED_ALREADY)
    pause.enrolment = enrolment
    db.add(pause)
    mark_change(db, actor, "training.pause", pause, place=enrolment, at=at)
    return pause


def resume_enrolment(
    db: Session, actor: Actor, pause: Pause, *, ended_on: date, at: datetime
) -> None:
    """Set the last day on which the timetable waited. Raises a Refusal for one before the first."""
    pause.ended_on = last_day(pause, ended_on)
    mark_change(db, actor, "training.resume", pause, place=pause, at=at)
