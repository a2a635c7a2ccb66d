"""Where a trainee works, as they keep it."""

from datetime import date

import pytest
from sqlalchemy import select

from workbench.training.models import Enrolment, Placement


@pytest.fixture
def enrolment(make):
    return make.enrolment()


@pytest.fixture
def trainee(signed_in, enrolment):
    return signed_in(enrolment.trainee)


def test_a_placement_is_added_once(db, trainee, enrolment):
    path = f"/enrolments/{enrolment.id}/placements"
    data = {"name": "North Clinic", "started_on": "2026-03-02"}

    status, page = trainee.submit(path, data)
    again, repeated = trainee.submit(path, data)

    assert (status, again) == (200, 409)
    assert "North Clinic" in page.select_one("table").text
    assert repeated.select_one("#name")["value"] == "North Clinic"
    assert db.scalar(select(Enrolment.counter)) == 1


def test_a_placement_is_renamed_and_ended(db, make, trainee, enrolment):
    kept = make.placement(enrolment)
    trainee.open(f"/placements/{kept.id}")

    response = trainee.post(
        f"/placements/{kept.id}",
        {"name": "South Clinic", "started_on": "2026-03-02", "ended_on": "2026-10-30"},
    )

    db.rollback()
    db.expire_all()
    assert response.status_code == 303
    assert db.scalars(select(Placement)).one().ended_on == date(2026, 10, 30)
    assert trainee.open(f"/enrolments/{enrolment.id}/placements")


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"name": ""}, 422),
        ({"name": "x" * 81}, 422),
        ({"ended_on": "2026-03-01"}, 409),
        ({"ended_on": "never"}, 422),
        ({"name": "East Practice"}, 409),
    ],
)
def test_what_cannot_stand_is_told_and_nothing_is_lost(make, trainee, enrolment, change, status):
    make.placement(enrolment, "East Practice")
    kept = make.placement(enrolment)
    data = {"name": "North Clinic", "started_on": "2026-03-02", "ended_on": ""} | change

    answered, page = trainee.submit(f"/placements/{kept.id}", data)

    assert answered == status
    assert page.select_one("#name")["value"] == data["name"]
    assert page.select_one("#ended_on")["value"] == data["ended_on"]


def test_a_supervisor_reads_but_does_not_keep_placements(make, signed_in, enrolment):
    supervisor = make.supervision(enrolment).supervisor
    kept = make.placement(enrolment)

    assert signed_in(supervisor).get(f"/placements/{kept.id}").status_code == 403
    assert signed_in(make.person()).get(f"/placements/{kept.id}").status_code == 404
