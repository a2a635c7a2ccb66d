"""What happened once in a training, as a provider records it."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.curricula.model import MilestoneKind
from workbench.errors import Refusal
from workbench.policy import Actor
from workbench.training.commands.marking import hold, mark_change
from workbench.training.domain.roles import evidence_for
from workbench.training.domain.terms import not_after
from workbench.training.models import Enrolment, Milestone


def record_milestone(  # noqa: PLR0913 - who records what, when it happened, and what was shown
    db: Session,
    actor: Actor,
    enrolment: Enrolment,
    kind: MilestoneKind,
    *,
    happened_on: date,
    evidence: str,
    today: date,
    at: datetime,
) -> Milestone:
    """Record that one of the curriculum's milestones has happened.

    Raises a Refusal for a day that has not come, for a second time, and without evidence.
    """
    hold(db, enrolment)
    _refuse_second(db, enrolment, kind)
    milestone = Milestone(
        enrolment=enrolment,
        key=kind.key,
        happened_on=not_after(today, happened_on, field="happened_on"),
        evidence=evidence_for(kind, evidence),
        recorded_by_id=actor.person_id,
        recorded_at=at,
    )
    db.add(milestone)
    mark_change(
        db, actor, "training.record_milestone", milestone, place=enrolment, at=at, key=kind.key
    )
    return milestone


def correct_milestone(  # noqa: PLR0913 - as recording
    db: Session,
    actor: Actor,
    milestone: Milestone,
    kind: MilestoneKind,
    *,
    happened_on: date,
    evidence: str,
    today: date,
    at: datetime,
) -> None:
    """Put the day or the evidence of a milestone right; the trail keeps the day that stood."""
    before = milestone.happened_on.isoformat()
    milestone.happened_on = not_after(today, happened_on, field="happened_on")
    milestone.evidence = evidence_for(kind, evidence)
    milestone.recorded_by_id, milestone.recorded_at = actor.person_id, at
    mark_change(
        db, actor, "training.correct_milestone", milestone, place=milestone, at=at, before=before
    )


def remove_milestone(db: Session, actor: Actor, milestone: Milestone, *, at: datetime) -> None:
    """Take out a milestone that did not happen."""
    mark_change(
        db,
        actor,
        "training.remove_milestone",
        milestone,
        place=milestone,
        at=at,
        key=milestone.key,
        before=milestone.happened_on.isoformat(),
    )
    db.delete(milestone)


def _refuse_second(db: Session, enrolment: Enrolment, kind: MilestoneKind) -> None:
    kept = db.scalars(
        select(Milestone).where(Milestone.enrolment_id == enrolment.id, Milestone.key == kind.key)
    ).one_or_none()
    if kept is not None:
        message = f"“{kind.name}” is recorded already. Correct that line instead."
        raise Refusal(message, field="kind")
