"""What happens in the course of a training: milestones, pauses, its end."""

from datetime import date

import pytest
from sqlalchemy import select
from training.test_arrangements import counter

from workbench.training.models import Milestone, Pause


def test_a_milestone_is_recorded_corrected_and_taken_out(db, desk, enrolment):
    path = f"/enrolments/{enrolment.id}/milestones"
    data = {"kind": "role_play_passed", "happened_on": "2026-10-01", "evidence": "Result sheet"}

    assert desk.post(path, data).status_code == 303
    [kept] = db.scalars(select(Milestone))
    desk.open(f"/milestones/{kept.id}")
    corrected = desk.post(f"/milestones/{kept.id}", data | {"happened_on": "2026-10-02"})

    db.rollback()
    db.expire_all()
    assert corrected.status_code == 303
    assert kept.happened_on == date(2026, 10, 2)
    assert "Result sheet" in desk.open(f"/enrolments/{enrolment.id}/arrangements").text
    assert desk.post(f"/milestones/{kept.id}/remove").status_code == 303
    assert counter(db, enrolment) == 3


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"happened_on": "2099-01-01"}, "has not come yet"),
        ({"evidence": ""}, "Say in a line"),
        ({"kind": "registration"}, "Name which one it is"),
    ],
)
def test_a_milestone_that_cannot_stand_is_refused(desk, enrolment, change, words):
    data = {"kind": "role_play_passed", "happened_on": "2026-10-01", "evidence": "Result sheet"}

    status, page = desk.submit(f"/enrolments/{enrolment.id}/milestones", data | change)

    assert status == 409
    assert words in page.text


@pytest.mark.parametrize("entry", ["BPC 00000", "HCPC PYL00000", "UKCP 2011161234"])
def test_a_number_in_a_register_is_what_is_asked_for(db, desk, enrolment, entry):
    asked = {"kind": "registration", "happened_on": "2026-10-01", "evidence": f"{entry}, seen"}

    answer = desk.post(f"/enrolments/{enrolment.id}/milestones", asked)

    assert answer.status_code == 303
    assert db.scalar(select(Milestone.evidence)) == f"{entry}, seen"


def test_a_milestone_happens_once(desk, enrolment):
    data = {"kind": "role_play_passed", "happened_on": "2026-10-01", "evidence": "Result sheet"}
    desk.post(f"/enrolments/{enrolment.id}/milestones", data)

    status, page = desk.submit(f"/enrolments/{enrolment.id}/milestones", data)

    assert status == 409
    assert "recorded already" in page.text


def test_a_training_is_paused_and_goes_on(db, desk, enrolment):
    path = f"/enrolments/{enrolment.id}/pauses"

    assert desk.post(path, {"started_on": "2026-10-05"}).status_code == 303
    [pause] = db.scalars(select(Pause))
    twice = desk.post(path, {"started_on": "2026-10-06"})
    ended = desk.post(f"/pauses/{pause.id}/end", {"ended_on": "2026-10-20"})

    db.rollback()
    db.expire_all()
    assert (twice.status_code, ended.status_code) == (409, 303)
    assert pause.ended_on == date(2026, 10, 20)
    desk.open(f"/enrolments/{enrolment.id}/arrangements")


def test_an_enrolment_ends_and_is_taken_up_again(db, desk, enrolment):
    desk.open(f"/enrolments/{enrolment.id}/end")
    assert desk.post(f"/enrolments/{enrolment.id}/end", {"ended_on": "2026-11-20"}).status_code == (
        303
    )
    desk.open(f"/enrolments/{enrolment.id}/arrangements")

    assert desk.post(f"/enrolments/{enrolment.id}/reopen").status_code == 303
    assert desk.post(f"/enrolments/{enrolment.id}/reopen").status_code == 409
    db.rollback()
    db.expire_all()
    assert enrolment.ended_on is None
