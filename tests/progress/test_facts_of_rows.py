"""Every fact that the rules can read is recorded somewhere, but for those that are named here."""

from datetime import date, time

import msgspec
import pytest
from sqlalchemy import select
from sqlalchemy.orm import joinedload
from support.make import AT, DAY

from workbench.adherence.domain.score import Rater, RatingStanding, SelectedBy
from workbench.adherence.models import Rating
from workbench.cases.models import CaseStanding
from workbench.hours.domain.entry import Standing, VerdictKind
from workbench.hours.models import Countersignature, Verdict
from workbench.progress.domain import facts as f
from workbench.progress.facts import facts_of
from workbench.training.models import Enrolment, Milestone, Pause, Role

UNRECORDED = {
    "entries.claimed_for",  # a record says what it counted; nothing says that it is used up
    "entries.corrected_by",  # the entry that stands in for it says so itself
    "milestones.until",
}
"""What no page records."""


@pytest.fixture
def enrolment(db, make):
    """One row of everything, with every column filled."""
    provider = make.provider()
    member = make.membership(Role.SUPERVISOR, provider, make.person("Dr Anwar Ahmed"))
    enrolment = make.enrolment(cohort=make.cohort(provider))
    supervisor = member.person
    make.supervision(enrolment, supervisor, own_therapist=False, ended_on=DAY.replace(year=2027))
    make.accreditation(member, ended_on=DAY.replace(year=2028))
    place = make.placement(enrolment)
    held = cases(make, enrolment, place)
    db.add(logged(make, held, {"placement": place, "supervisor": supervisor}))
    db.add(Pause(enrolment=enrolment, started_on=DAY, ended_on=DAY))
    db.add(diploma(enrolment, supervisor))
    for rater, by in ((enrolment.trainee, Rater.SELF), (supervisor, Rater.SUPERVISOR)):
        db.add(rated(enrolment, held, rater, by))
    make.prior(enrolment, verified_by_id=supervisor.id, verified_on=DAY)
    make.attestation(enrolment, placement=place)
    db.commit()
    return db.scalars(
        select(Enrolment).options(joinedload(Enrolment.trainee)).where(Enrolment.id == enrolment.id)
    ).one()


def cases(make, enrolment, placement):
    """Two cases of one patient; a session of the first."""
    first = make.case(enrolment, code="A1", problems=["panic"])
    said = {"closely_supervised": True, "consent_withdrawn_on": DAY, "closed_on": DAY}
    kind = {"placement": placement, "same_patient_as": first, "standing": CaseStanding.COMPLETED}
    make.case(enrolment, code="B2", **said, **kind)
    return make.therapy_session(first)


def logged(make, held, where):
    """A countersigned entry, the one that corrects it, and what was asked about that."""
    enrolment, supervisor = held.case.enrolment, where["supervisor"]
    signature = Countersignature(
        supervisor=supervisor, signed_at=AT, statement="I confirm.", digest="0" * 64
    )
    entry = where | {"group_size": 2, "group_contracted": 3}
    signed = make.entry(
        enrolment, Standing.COUNTERSIGNED, therapy_session=held, countersignature=signature, **entry
    )
    asked = make.entry(
        enrolment, Standing.QUERIED, corrects_id=signed.id, starts=time(9, 30), **entry
    )
    return Verdict(entry=asked, author=supervisor, kind=VerdictKind.QUERY, words="Who?", at=AT)


def diploma(enrolment, seen_by):
    return Milestone(
        enrolment=enrolment,
        key="diploma",
        happened_on=DAY,
        evidence="The diploma",
        recorded_by_id=seen_by.id,
        recorded_at=AT,
    )


def rated(enrolment, held, rater, by):
    return Rating(
        enrolment=enrolment,
        therapy_session=held,
        rater=rater,
        by=by,
        standing=RatingStanding.SIGNED,
        selected_by=SelectedBy.RANDOM,
        curriculum_key=enrolment.curriculum_key,
        curriculum_version=enrolment.curriculum_version,
        phase="initial",
        started_at=AT,
        saved_at=AT,
        signed_at=AT,
        rule_verdict="passed",
        contents=["ipaf"],
        in_doubt=True,
    )


def filled(facts):
    """Every field, list by list, that says something else than its default in some row."""
    for kind in msgspec.structs.fields(f.Facts):
        rows = getattr(facts, kind.name)
        for row in rows if isinstance(rows, tuple) else (rows,):
            for field in msgspec.structs.fields(row):
                if getattr(row, field.name) != field.default:
                    yield f"{kind.name}.{field.name}"


def every_field():
    for kind in msgspec.structs.fields(f.Facts):
        of = kind.type if kind.name == "enrolment" else kind.type.__args__[0]
        for field in msgspec.structs.fields(of):
            yield f"{kind.name}.{field.name}"


OF_DOCUMENTS = {f"documents.{one.name}" for one in msgspec.structs.fields(f.DocumentFact)}
"""Held by the tests of documents, which come through the door."""


def test_every_fact_is_read_from_some_row(db, enrolment):
    said = set(filled(facts_of(db, enrolment)))

    unsaid = set(every_field()) - said - OF_DOCUMENTS
    assert unsaid == UNRECORDED | {"enrolment.zone"}


def test_two_cases_of_one_patient_share_a_code_and_a_third_has_its_own(db, make, enrolment):
    make.case(enrolment, code="C3")

    patients = {one.code: one.patient for one in facts_of(db, enrolment).cases}

    assert patients == {"A1": "A1", "B2": "A1", "C3": None}


def test_what_a_letter_and_a_signature_say_is_read_as_it_was_written(db, enrolment):
    facts = facts_of(db, enrolment)

    [letter], [signature] = facts.prior, facts.attestations
    assert (letter.start, letter.end) == (date(2021, 3, 2), date(2023, 3, 2))
    assert (signature.start, signature.end) == (date(2026, 3, 2), date(2026, 4, 2))
