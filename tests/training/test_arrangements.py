"""What an administrator arranges for a trainee."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from workbench.clock import now, today
from workbench.policy import Actor
from workbench.training.commands import enrol
from workbench.training.commands.enrolments import AlreadyEnrolled
from workbench.training.models import (
    Cohort,
    Enrolment,
    Membership,
    Role,
    Supervision,
)

TODAY = today("Europe/London")


def counter(db, enrolment):
    db.rollback()  # SQLite reads as of the first statement of a transaction
    return db.scalar(select(Enrolment.counter).where(Enrolment.id == enrolment.id))


def test_a_cohort_is_made_on_a_published_curriculum(db, desk, provider):
    data = {
        "name": "2027a",
        "curriculum": "dit-practitioner-5day-uk/2026.1",
        "starts_on": "2027-01-11",
    }

    status, page = desk.submit(f"/providers/{provider.id}/cohorts/new", data)

    assert status == 200
    assert "Enrolments of cohort 2027a" in page.h1.text
    assert db.scalar(select(Cohort.curriculum_version)) == "2026.1"


def test_a_cohort_name_is_taken_once(make, desk, provider):
    kept = make.cohort(provider)
    data = {
        "name": kept.name,
        "curriculum": "dit-practitioner-5day-uk/2026.1",
        "starts_on": "2027-01-11",
    }

    status, page = desk.submit(f"/providers/{provider.id}/cohorts/new", data)

    assert status == 409
    assert page.select_one("#name")["value"] == kept.name


def test_a_curriculum_is_kept_for_life_and_so_none_is_chosen_beforehand(desk, provider):
    offered = desk.open(f"/providers/{provider.id}/cohorts/new").select("#curriculum option")
    titles = [option.text for option in offered]
    data = {"name": "2027a", "curriculum": "", "starts_on": "2027-01-11"}

    status, page = desk.submit(f"/providers/{provider.id}/cohorts/new", data)

    assert titles[0] == "Choose a curriculum"
    assert titles[1:] == sorted(titles[1:])
    assert "DIT practitioner, five-day route (United Kingdom), 2026.1" in titles
    assert status == 422
    assert "Choose a curriculum." in page.select_one("#curriculum-error").text


@pytest.mark.parametrize("day", ["", "soon", "0026-11-20", "2026-02-30"])
def test_a_day_that_cannot_be_is_told(desk, provider, day):
    status, page = desk.submit(
        f"/providers/{provider.id}/cohorts/new", {"name": "2027a", "starts_on": day}
    )

    assert status == 422
    assert page.select_one("#name")["value"] == "2027a"
    assert page.select_one("#starts_on-error")


def test_somebody_known_is_enrolled(db, make, desk, provider, supervisor):
    cohort = make.cohort(provider)

    response = desk.post(
        f"/cohorts/{cohort.id}/enrolments", {"person": supervisor.id, "started_on": "2026-11-02"}
    )

    assert response.status_code == 303
    assert db.scalar(select(Enrolment.trainee_id)) == supervisor.id


def test_nobody_is_enrolled_twice(db, make, enrolment):
    actor = Actor(person_id=make.person("Jo Lindqvist").id)

    with pytest.raises(AlreadyEnrolled):
        enrol(db, actor, enrolment.cohort, enrolment.trainee, started_on=TODAY, at=now())


def test_somebody_of_another_provider_cannot_be_chosen(make, desk, provider):
    stranger = make.person("Hana Brandt")
    cohort = make.cohort(provider)

    status, _ = desk.submit(
        f"/cohorts/{cohort.id}/enrolments", {"person": stranger.id, "started_on": "2026-11-02"}
    )

    assert status == 422


def test_a_supervisor_is_appointed_and_sees_the_trainee(db, desk, enrolment, supervisor, signed_in):
    data = {"supervisor": supervisor.id, "started_on": TODAY.isoformat()}

    status, page = desk.submit(f"/enrolments/{enrolment.id}/supervisions", data)

    assert status == 200
    assert "Dr Anwar Ahmed" in page.select_one("main").text
    assert counter(db, enrolment) == 1


def test_the_same_days_are_not_given_twice(make, desk, enrolment, supervisor):
    make.supervision(enrolment, supervisor)
    data = {"supervisor": supervisor.id, "started_on": TODAY.isoformat()}

    status, page = desk.submit(f"/enrolments/{enrolment.id}/supervisions", data)

    assert status == 409
    assert "already in those days" in page.text


def test_a_trainee_who_supervises_others_is_not_offered_for_themself(
    make, desk, enrolment, provider
):
    make.membership(Role.SUPERVISOR, provider=provider, person=enrolment.trainee)
    data = {"supervisor": enrolment.trainee_id, "started_on": TODAY.isoformat()}

    status, _ = desk.submit(f"/enrolments/{enrolment.id}/supervisions", data)

    assert status == 422


def test_a_day_before_the_enrolment_is_refused(desk, enrolment, supervisor):
    data = {"supervisor": supervisor.id, "started_on": "2026-03-01"}

    status, page = desk.submit(f"/enrolments/{enrolment.id}/supervisions", data)

    assert status == 409
    assert "The enrolment began on 2 March 2026" in page.text


def test_access_ends_after_the_last_day(make, desk, enrolment, supervisor, signed_in):
    supervision = make.supervision(enrolment, supervisor)
    yesterday = TODAY - timedelta(days=1)

    status, _ = desk.submit(
        f"/supervisions/{supervision.id}/end", {"ended_on": yesterday.isoformat()}
    )

    assert status == 200
    assert signed_in(supervisor).get(f"/enrolments/{enrolment.id}/arrangements").status_code == 404


def test_a_supervision_does_not_end_before_it_began(make, desk, enrolment, supervisor):
    supervision = make.supervision(enrolment, supervisor)

    status, page = desk.submit(f"/supervisions/{supervision.id}/end", {"ended_on": "2026-03-01"})

    assert status == 409
    assert "cannot end before that" in page.text


def test_an_appointment_that_has_not_begun_is_taken_back(db, make, desk, enrolment, supervisor):
    later = make.supervision(enrolment, supervisor, started_on=TODAY + timedelta(days=3))
    desk.open(f"/enrolments/{enrolment.id}/arrangements")

    response = desk.post(f"/supervisions/{later.id}/cancel")

    assert response.status_code == 303
    assert db.scalars(select(Supervision)).all() == []


def test_one_that_has_begun_is_not_taken_back(make, desk, enrolment, supervisor):
    begun = make.supervision(enrolment, supervisor)

    assert desk.post(f"/supervisions/{begun.id}/cancel").status_code == 409


def test_the_end_of_a_membership_ends_its_supervisions(db, make, desk, enrolment, supervisor):
    held = make.supervision(enrolment, supervisor)
    make.supervision(enrolment, supervisor, started_on=TODAY + timedelta(days=9))
    member = db.scalars(select(Membership).filter_by(person_id=supervisor.id)).one()

    desk.open(f"/memberships/{member.id}/end")
    response = desk.post(f"/memberships/{member.id}/end", {"ended_on": TODAY.isoformat()})

    db.rollback()
    db.expire_all()
    assert response.status_code == 303
    assert [s.id for s in db.scalars(select(Supervision))] == [held.id]
    assert held.ended_on == TODAY


def test_the_last_administrator_stays(desk, db, administrator):
    member = db.scalars(select(Membership).filter_by(person_id=administrator.id)).one()

    status, page = desk.submit(f"/memberships/{member.id}/end", {"ended_on": TODAY.isoformat()})

    assert status == 409
    assert "last administrator" in page.text


@pytest.fixture
def somebody(make, enrolment, supervisor):
    make.supervision(enrolment, supervisor)
    return {
        "trainee": enrolment.trainee,
        "supervisor": supervisor,
        "stranger": make.person("Hana Brandt"),
        "other administrator": make.administrator(make.provider()),
    }


@pytest.mark.parametrize("page", ["arrangements", "supervisions", "milestones", "pauses", "end"])
@pytest.mark.parametrize(
    "who_and_status",
    [("trainee", 403), ("supervisor", 403), ("stranger", 404), ("other administrator", 404)],
)
def test_nobody_else_arranges(signed_in, somebody, enrolment, page, who_and_status):
    who, status = who_and_status

    response = signed_in(somebody[who]).get(f"/enrolments/{enrolment.id}/{page}")

    assert response.status_code == status
    assert enrolment.cohort.name not in response.text
