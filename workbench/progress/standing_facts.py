"""Reads what others vouch for: who is fit to sign, signatures for a stretch, earlier hours."""

from collections import defaultdict

from sqlalchemy import ColumnElement, select, union
from sqlalchemy.orm import Session

from workbench.accounts.models import Person
from workbench.adherence.models import Rating
from workbench.hours.models import Attestation, HoursEntry
from workbench.progress.domain import facts as f
from workbench.training.models import (
    Accreditation,
    Enrolment,
    Placement,
    PriorHours,
    Supervision,
)


def person_facts(db: Session, enrolment: Enrolment) -> tuple[f.PersonFact, ...]:
    """What is known of those who supervise, countersign or rate on the enrolment, by number."""
    names: dict[int, str] = {}
    spans: defaultdict[int, list[f.SpanFact]] = defaultdict(list)
    for number, name, start, end in db.execute(
        select(Person.id, Person.name, Accreditation.started_on, Accreditation.ended_on)
        .join(Accreditation, Accreditation.person_id == Person.id)
        .where(Accreditation.provider_id == enrolment.provider_id, _is_involved(enrolment))
        .order_by(Accreditation.started_on, Accreditation.id)
    ):
        names[number] = name
        spans[number].append(f.SpanFact(start=start, end=end))
    said: dict[int, bool] = {}
    for number, name, own_therapist in db.execute(
        select(Person.id, Person.name, Supervision.own_therapist)
        .join(Supervision, Supervision.supervisor_id == Person.id)
        .where(Supervision.enrolment_id == enrolment.id, Supervision.own_therapist.is_not(None))
    ):
        names[number] = name
        said[number] = said.get(number, False) or bool(own_therapist)
    return tuple(
        f.PersonFact(
            id=number,
            name=names[number],
            accredited=tuple(spans[number]) if number in spans else None,
            own_therapist=said.get(number),
        )
        for number in sorted(names)
    )


def attestation_facts(db: Session, enrolment: Enrolment) -> tuple[f.AttestationFact, ...]:
    """Every signature for a stretch of the log, by the day on which it was given."""
    rows = db.execute(
        select(
            Attestation.signatory,
            Attestation.signed_on,
            Attestation.started_on,
            Attestation.ended_on,
            Placement.name,
        )
        .outerjoin(Placement, Placement.id == Attestation.placement_id)
        .where(Attestation.enrolment_id == enrolment.id)
        .order_by(Attestation.signed_on, Attestation.id)
    )
    return tuple(
        f.AttestationFact(by=by, signed_on=on, start=start, end=end, placement=place)
        for by, on, start, end, place in rows
    )


def prior_facts(db: Session, enrolment: Enrolment) -> tuple[f.PriorFact, ...]:
    """What letters attest of earlier years, by their first day."""
    rows = db.execute(
        select(PriorHours, Person.name)
        .outerjoin(Person, Person.id == PriorHours.verified_by_id)
        .where(PriorHours.enrolment_id == enrolment.id)
        .order_by(PriorHours.started_on, PriorHours.id)
    )
    return tuple(
        f.PriorFact(
            id=row.id,
            activity=row.activity,
            minutes=row.minutes,
            start=row.started_on,
            end=row.ended_on,
            document=row.document,
            verified_by=verifier,
            verified_on=row.verified_on,
        )
        for row, verifier in rows
    )


def _is_involved(enrolment: Enrolment) -> ColumnElement[bool]:
    supervise = select(Supervision.supervisor_id).where(Supervision.enrolment_id == enrolment.id)
    sign = select(HoursEntry.supervisor_id).where(HoursEntry.enrolment_id == enrolment.id)
    rate = select(Rating.rater_id).where(Rating.enrolment_id == enrolment.id)
    return Person.id.in_(union(supervise, sign, rate))
