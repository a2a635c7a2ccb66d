"""Recording a therapy session: attended, it is the client hour, logged once."""

from datetime import date

import pytest
from sqlalchemy import select

from workbench.cases.models import CaseStanding, MeasureTotal, TherapySession
from workbench.clock import now
from workbench.curricula.activities import Attendance, Mode
from workbench.errors import Refusal
from workbench.hours.commands.log import Moment, record_session
from workbench.hours.domain.entry import Standing
from workbench.hours.domain.worked import Held, Worked
from workbench.hours.models import HoursEntry
from workbench.policy import Actor
from workbench.web.curriculum import curriculum_of

DAY = date(2026, 11, 3)
SESSION = {
    "number": "1",
    "worked_on": "2026-11-03",
    "attendance": "attended",
    "minutes": "50",
    "mode": "in_person",
    "placement": "",
    "supervisor": "",
    "phq9": "14",
    "gad7": "",
}


def test_an_attended_session_is_the_client_hour(db, make, signed_in):
    case = make.case(code="A7")

    status, page = signed_in(case.enrolment.trainee).submit(
        f"/cases/{case.id}/sessions/new", SESSION
    )

    assert status == 200
    assert "Logged 50 min for A7, session 1." in page.text
    [entry] = db.scalars(select(HoursEntry))
    [session] = db.scalars(select(TherapySession))
    assert (entry.therapy_session_id, entry.activity) == (session.id, "dit_therapy")
    assert (entry.standing, entry.minutes) == (Standing.DRAFT, 50)
    assert (session.phase, session.held_on) == ("initial", date(2026, 11, 3))
    assert [(one.measure, one.total) for one in db.scalars(select(MeasureTotal))] == [("phq9", 14)]


def test_a_missed_session_takes_its_number_and_makes_no_hour(db, make, signed_in):
    case = make.case(code="A7")
    browser = signed_in(case.enrolment.trainee)

    browser.post(
        f"/cases/{case.id}/sessions/new", SESSION | {"attendance": "did_not_attend", "phq9": ""}
    )

    assert db.scalars(select(HoursEntry)).all() == []
    form = browser.open(f"/cases/{case.id}/sessions/new")
    assert form.select_one("#number")["value"] == "2"
    row = browser.open(f"/cases/{case.id}").select_one("#s1")
    assert row.select_one("[data-l=Minutes]").text == "0"


def test_the_form_is_filled_with_what_is_usual(make, signed_in):
    case = make.case(code="A7", usual_minutes=45)
    make.placement(case.enrolment, "North Clinic")
    make.supervision(case.enrolment)

    page = signed_in(case.enrolment.trainee).open(f"/cases/{case.id}/sessions/new")

    assert page.select_one("#minutes")["value"] == "45"
    assert "In person, North Clinic, Dr Anwar Ahmed" in page.select_one("summary").text
    assert page.select_one("#worked_on")["value"]


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("number", "0", "between 1 and 200"),
        ("worked_on", "2999-01-01", "still to come"),
        ("worked_on", "2020-01-01", "began on"),
        ("minutes", "0", "at least 1 minute"),
        ("minutes", "1500", "1,500 minutes is more than the 12 hours"),
        ("phq9", "28", "between 0 and 27"),
        ("gad7", "22", "between 0 and 21"),
        ("placement", "99999", "one of your placements"),
        ("supervisor", "99999", "not appointed"),
    ],
)
def test_what_cannot_be_so_is_told_at_its_field_and_nothing_is_lost(
    db, make, signed_in, field, value, words
):
    case = make.case(code="A7")

    status, page = signed_in(case.enrolment.trainee).submit(
        f"/cases/{case.id}/sessions/new", SESSION | {field: value, "note": "kept as typed"}
    )

    assert status == 409
    assert words in page.select_one(f"#{field}-error").text
    assert page.select_one("#note").text.strip() == "kept as typed"
    assert db.scalars(select(TherapySession)).all() == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("minutes", "an hour"),
        ("minutes", ""),
        ("worked_on", "31/31"),
        ("number", "x"),
        ("attendance", "perhaps"),
        ("mode", "by pigeon"),
        ("phq9", "many"),
    ],
)
def test_what_cannot_be_read_stays_as_it_was_typed(make, signed_in, field, value):
    case = make.case()

    status, page = signed_in(case.enrolment.trainee).submit(
        f"/cases/{case.id}/sessions/new", SESSION | {field: value}
    )

    assert status == 422
    assert page.select_one(f"#{field}-error")


def test_a_number_is_taken_once(make, signed_in):
    case = make.case()
    make.therapy_session(case, 1)

    status, page = signed_in(case.enrolment.trainee).submit(
        f"/cases/{case.id}/sessions/new", SESSION
    )

    assert status == 409
    assert "Session 1 is already recorded. The next free number is 2." in page.text


def test_nothing_is_recorded_on_a_case_that_has_ended(make, signed_in):
    case = make.case(standing=CaseStanding.COMPLETED, closed_on=date(2026, 7, 1))

    status, page = signed_in(case.enrolment.trainee).submit(
        f"/cases/{case.id}/sessions/new", SESSION
    )

    assert status == 409
    assert "has ended" in page.text


def test_a_second_click_on_the_same_form_records_once(db, make, signed_in):
    case = make.case()
    browser = signed_in(case.enrolment.trainee)
    key = {"form_key": "a" * 32}

    browser.post(f"/cases/{case.id}/sessions/new", SESSION | key)
    second = browser.post(f"/cases/{case.id}/sessions/new", SESSION | key | {"number": "2"})

    assert second.status_code == 409
    assert "It was not done twice" in second.text
    assert len(db.scalars(select(TherapySession)).all()) == 1


def test_logging_is_undone_with_the_session(db, make, signed_in):
    case = make.case()
    browser = signed_in(case.enrolment.trainee)
    browser.post(f"/cases/{case.id}/sessions/new", SESSION)
    [entry] = db.scalars(select(HoursEntry))

    response = browser.post(f"/hours/entries/{entry.id}/undo")

    db.commit()
    assert response.status_code == 303
    assert db.scalars(select(HoursEntry.id)).all() == []
    assert db.scalars(select(TherapySession.id)).all() == []


def test_a_missed_session_is_undone(db, make, signed_in):
    case = make.case()
    browser = signed_in(case.enrolment.trainee)
    browser.post(f"/cases/{case.id}/sessions/new", SESSION | {"attendance": "cancelled_late"})
    [session] = db.scalars(select(TherapySession))

    browser.post(f"/sessions/{session.id}/undo")

    db.commit()
    assert db.scalars(select(TherapySession.id)).all() == []


def test_an_attended_session_is_not_undone_without_its_hour(make, signed_in):
    session = make.therapy_session()

    response = signed_in(session.case.enrolment.trainee).post(f"/sessions/{session.id}/undo")

    assert response.status_code == 409


def test_a_measure_that_the_curriculum_does_not_ask_for_is_refused(db, app, make):
    case = make.case()
    actor = Actor(person_id=case.enrolment.trainee_id)
    with app.app_context():
        moment = Moment(curriculum=curriculum_of(case.enrolment), today=DAY, at=now())
    worked = Worked(worked_on=DAY, minutes=50, mode=Mode.VIDEO)

    with pytest.raises(Refusal, match="does not ask for this measure"):
        record_session(db, case, actor, Held(number=1, totals={"core10": 3}), worked, moment)


def test_an_attended_or_old_session_is_not_undone(make, signed_in):
    missed = make.therapy_session(attendance=Attendance.CANCELLED_LATE)

    response = signed_in(missed.case.enrolment.trainee).post(f"/sessions/{missed.id}/undo")

    assert response.status_code == 409
    assert "too long ago" in response.text


@pytest.mark.parametrize(("who", "status"), [("supervisor", 403), ("stranger", 404)])
def test_nobody_else_undoes_a_session(make, signed_in, who, status):
    missed = make.therapy_session(attendance=Attendance.CANCELLED_LATE)
    people = {
        "supervisor": lambda: make.supervision(missed.case.enrolment).supervisor,
        "stranger": make.person,
    }

    response = signed_in(people[who]()).post(f"/sessions/{missed.id}/undo")

    assert response.status_code == status
