"""Signatures for a whole stretch of the log."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from workbench.cases.commands import own_placement
from workbench.hours.domain.attesting import Signed, check_signed, check_take_back, signatories
from workbench.hours.models import Attestation
from workbench.policy import Actor
from workbench.training.commands import mark_change
from workbench.training.models import Enrolment


def attest(  # noqa: PLR0913 - whose log, by whom, what is signed, when
    db: Session, enrolment: Enrolment, actor: Actor, signed: Signed, *, today: date, at: datetime
) -> Attestation:
    """Record that a stretch of the log is signed for. Raises a Refusal."""
    check_signed(signed, signatories(actor, enrolment), today=today)
    attestation = Attestation(
        enrolment=enrolment,
        signatory=signed.signatory,
        name=signed.name,
        started_on=signed.started_on,
        ended_on=signed.ended_on,
        placement_id=own_placement(db, enrolment, signed.placement_id),
        signed_on=signed.signed_on,
        recorded_by_id=actor.person_id,
        recorded_at=at,
    )
    db.add(attestation)
    by = signed.signatory.value
    mark_change(db, actor, "hours.attest", attestation, place=enrolment, at=at, by=by)
    return attestation


def take_back_attestation(
    db: Session, attestation: Attestation, actor: Actor, *, at: datetime
) -> None:
    """Take out a signature that was recorded by mistake; the trail keeps its days."""
    check_take_back(actor, attestation, attestation.recorded_by_id)
    days = f"{attestation.started_on} to {attestation.ended_on}"
    deed = "hours.take_back_attestation"
    mark_change(db, actor, deed, attestation, place=attestation, at=at, before=days)
    db.delete(attestation)
