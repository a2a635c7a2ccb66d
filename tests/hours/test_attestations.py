"""Signatures for whole stretches of the log: who records which, and what they hold for."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from workbench.audit.models import AuditLine
from workbench.clock import today
from workbench.curricula.asked_standing import Signatory
from workbench.hours.models import Attestation
from workbench.progress.facts import facts_of

CTLD = ("ctld-log", "2026.1")
TODAY = today("Europe/London")
STRETCH = {"started_on": "2026-09-01", "ended_on": "2026-09-30", "placement": ""}
PAPER = STRETCH | {
    "signatory": "placement_manager",
    "name": "Hana Brandt",
    "signed_on": "2026-10-02",
}


@pytest.fixture
def enrolment(make):
    return make.enrolment(cohort=make.cohort(curriculum=CTLD))


@pytest.fixture
def supervisor(make, enrolment):
    return make.supervision(enrolment).supervisor


@pytest.fixture
def desk(make, enrolment, signed_in):
    return signed_in(make.administrator(enrolment.provider))


def where(enrolment):
    return f"/enrolments/{enrolment.id}/attestations"


def kept(db, enrolment):
    db.commit()
    return facts_of(db, enrolment).attestations


def test_a_provider_records_what_a_placement_manager_signed(db, make, desk, enrolment):
    place = make.placement(enrolment, name="North Clinic")

    status, page = desk.submit(where(enrolment), PAPER | {"placement": str(place.id)})

    assert status == 200
    assert "Hana Brandt" in page.text
    [fact] = kept(db, enrolment)
    assert (fact.by, fact.placement) == (Signatory.PLACEMENT_MANAGER, "North Clinic")
    assert (fact.start, fact.end) == (date(2026, 9, 1), date(2026, 9, 30))
    assert fact.signed_on == date(2026, 10, 2)


def test_supervisors_and_trainees_sign_for_themselves_and_today(
    db, signed_in, enrolment, supervisor
):
    for person in (supervisor, enrolment.trainee):
        page = signed_in(person).open(where(enrolment))
        assert not page.select("#signatory, #name, #signed_on")
        status, _ = signed_in(person).submit(where(enrolment), PAPER)
        assert status == 200

    facts = kept(db, enrolment)
    assert [one.by for one in facts] == [Signatory.SUPERVISOR, Signatory.TRAINEE]
    assert {one.signed_on for one in facts} == {TODAY}
    names = db.scalars(select(Attestation.name).order_by(Attestation.id)).all()
    assert names == [supervisor.name, enrolment.trainee.name]


@pytest.mark.parametrize(
    ("field", "typed", "status"),
    [
        ("signatory", "", 422),
        ("signatory", "trainee", 422),
        ("name", "", 409),
        ("name", "x" * 121, 422),
        ("started_on", "soon", 422),
        ("ended_on", "2026-08-31", 409),
        ("ended_on", "2026-10-03", 409),
        ("signed_on", str(TODAY + timedelta(days=2)), 409),
        ("placement", "999", 409),
    ],
)
def test_what_cannot_be_so_is_told_at_its_field(db, desk, enrolment, field, typed, status):
    answered, page = desk.submit(where(enrolment), PAPER | {field: typed})

    assert answered == status
    assert page.select_one(f"#{field}-error")
    assert kept(db, enrolment) == ()


def test_a_signature_by_mistake_is_taken_out_by_whoever_recorded_it_or_the_provider(
    db, make, desk, signed_in, enrolment, supervisor
):
    first, second = (make.attestation(enrolment, recorded_by_id=supervisor.id) for _ in range(2))

    assert signed_in(enrolment.trainee).post(f"/attestations/{first.id}/remove").status_code == 409
    assert signed_in(supervisor).post(f"/attestations/{first.id}/remove").status_code == 303
    assert desk.post(f"/attestations/{second.id}/remove").status_code == 303

    assert kept(db, enrolment) == ()
    assert desk.post(f"/attestations/{second.id}/remove").status_code == 404
    lines = db.scalars(select(AuditLine.deed).where(AuditLine.deed.endswith("_attestation")))
    assert lines.all() == ["hours.take_back_attestation"] * 2


def test_a_stranger_sees_no_signatures(make, signed_in, enrolment):
    stranger = signed_in(make.person())
    signature = make.attestation(enrolment)

    assert stranger.get(where(enrolment)).status_code == 404
    assert stranger.post(f"/attestations/{signature.id}/remove").status_code == 404


def test_the_log_leads_to_the_signatures_where_the_curriculum_wants_some(
    make, signed_in, enrolment
):
    plain = make.enrolment()

    def leads(on):
        page = signed_in(on.trainee).open(f"/enrolments/{on.id}/hours")
        return bool(page.select_one("a[href$='/attestations']"))

    assert leads(enrolment)
    assert not leads(plain)


def test_a_placement_that_is_signed_for_meets_the_requirement(db, make, desk, signed_in, enrolment):
    place = make.placement(enrolment, name="North Clinic")
    signature = PAPER | {"placement": str(place.id)}

    desk.submit(where(enrolment), signature)
    page = signed_in(enrolment.trainee).open(where(enrolment))

    assert "North Clinic" in page.text
    assert "Take out" not in page.text
