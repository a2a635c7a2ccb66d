"""What a provider has arranged for one trainee, as its page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from workbench.training.models import (
    Accreditation,
    Enrolment,
    Membership,
    Milestone,
    Pause,
    Placement,
    PriorHours,
    Supervision,
)
from workbench.training.queries import placements_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangements:
    """Supervisions, milestones, pauses and placements of one enrolment, the latest first."""

    supervisions: Sequence[Supervision]
    milestones: Sequence[Milestone]
    pauses: Sequence[Pause]
    placements: Sequence[Placement]
    prior: Sequence[PriorHours]


def arrangements_of(db: Session, enrolment: Enrolment) -> Arrangements:
    """Everything arranged on an enrolment that the actor was let reach."""
    return Arrangements(
        supervisions=_supervisions(db, enrolment),
        milestones=_milestones(db, enrolment),
        pauses=_pauses(db, enrolment),
        placements=placements_of(db, enrolment),
        prior=prior_of(db, enrolment),
    )


def _supervisions(db: Session, enrolment: Enrolment) -> Sequence[Supervision]:
    return db.scalars(
        select(Supervision)
        .where(Supervision.enrolment_id == enrolment.id)
        .options(joinedload(Supervision.supervisor))
        .order_by(Supervision.started_on.desc(), Supervision.id.desc())
    ).all()


def _milestones(db: Session, enrolment: Enrolment) -> Sequence[Milestone]:
    return db.scalars(
        select(Milestone)
        .where(Milestone.enrolment_id == enrolment.id)
        .order_by(Milestone.happened_on.desc(), Milestone.id.desc())
    ).all()


def _pauses(db: Session, enrolment: Enrolment) -> Sequence[Pause]:
    return db.scalars(
        select(Pause)
        .where(Pause.enrolment_id == enrolment.id)
        .order_by(Pause.started_on.desc(), Pause.id.desc())
    ).all()


def prior_of(db: Session, enrolment: Enrolment) -> Sequence[PriorHours]:
    """What letters attest of earlier years, the latest first."""
    return db.scalars(
        select(PriorHours)
        .where(PriorHours.enrolment_id == enrolment.id)
        .options(joinedload(PriorHours.verified_by))
        .order_by(PriorHours.started_on.desc(), PriorHours.id.desc())
    ).all()


def accreditations_of(db: Session, membership: Membership) -> Sequence[Accreditation]:
    """When a member was accredited, as the provider has seen it, the latest first."""
    return db.scalars(
        select(Accreditation)
        .where(
            Accreditation.person_id == membership.person_id,
            Accreditation.provider_id == membership.provider_id,
        )
        .order_by(Accreditation.started_on.desc(), Accreditation.id.desc())
    ).all()
