"""The entry bar of a trainee's pages."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from workbench.cases.models import CaseStanding, TherapySession
from workbench.clock import now
from workbench.curricula.activities import Attendance
from workbench.hours.domain.entry import Standing
from workbench.hours.models import HoursEntry


@pytest.fixture
def case(make):
    enrolment = make.enrolment()
    make.placement(enrolment, "North Clinic")
    make.supervision(enrolment)
    return make.case(enrolment, code="A7")


@pytest.fixture
def trainee(case, signed_in):
    return signed_in(case.enrolment.trainee)


@pytest.fixture
def send(case, trainee):
    url = f"/enrolments/{case.enrolment_id}/hours/quick"
    return lambda q, **more: trainee.submit(url, {"q": q} | more)


def test_a_certain_line_is_logged_at_once_with_a_way_back(db, case, send):
    status, page = send("50 A7 yesterday phq 12")

    assert status == 200
    assert "Logged 50 min for A7, session 1." in page.text
    assert page.select_one(".flash form[action$='/undo']")
    [entry] = db.scalars(select(HoursEntry))
    assert entry.worked_on == now().date() - timedelta(days=1)


def test_a_missed_session_is_recorded_from_a_line(db, send):
    send("A7 dna today")

    [session] = db.scalars(select(TherapySession))
    assert session.attendance is Attendance.DID_NOT_ATTEND
    assert db.scalars(select(HoursEntry.id)).all() == []


def test_other_time_is_logged_from_a_line(db, send):
    _, page = send("1:15 supervision yesterday")

    assert "Logged 75 min of supervision of DIT cases." in page.text


def test_an_unsure_line_is_shown_as_it_reads_and_logs_nothing(db, send):
    status, page = send("50 A7 yesterdy")

    assert status == 200
    assert page.h1.text == "Record a session of A7"
    assert "Not understood: yesterdy" in page.text
    assert page.select_one("#minutes")["value"] == "50"
    assert db.scalars(select(HoursEntry.id)).all() == []


def test_unsure_other_time_is_shown_in_its_own_form(db, send):
    _, page = send("90 teaching someday")

    assert page.h1.text == "Log teaching and study days"
    assert page.select_one("#minutes")["value"] == "90"


def test_a_line_that_says_nothing_asks_what_it_was(db, send):
    _, page = send("50 Z9 yesterday")

    assert page.h1.text == "What kind of time?"
    assert "Not understood: Z9" in page.text


@pytest.mark.parametrize("line", ["A7 supervision 50", "teaching phq 12"])
def test_two_things_in_one_line_are_asked_about(db, send, line):
    status, page = send(line)

    assert status == 200
    assert "cannot be one entry" in page.text or "belong to a session" in page.text
    assert db.scalars(select(HoursEntry.id)).all() == []


def test_a_line_that_cannot_be_so_is_refused_in_the_filled_form(db, send):
    status, page = send("50 A7 phq 28")

    assert status == 409
    assert "between 0 and 27" in page.select_one("#phq9-error").text
    assert page.select_one("#phq9")["value"] == "28"


def test_other_time_that_cannot_be_so_is_refused_in_the_filled_form(send):
    status, page = send("1500 teaching")

    assert status == 409
    assert "1,500 minutes" in page.select_one("#minutes-error").text


def test_an_empty_line_repeats_what_is_likeliest(db, make, case, send):
    session = make.therapy_session(case, 1, held_on=now().date() - timedelta(days=7))
    make.entry(
        case.enrolment,
        therapy_session=session,
        activity="dit_therapy",
        worked_on=session.held_on,
        minutes=50,
    )

    _, page = send("")

    assert "Logged 50 min for A7, session 2." in page.text


def test_an_empty_line_with_nothing_before_it_asks(send):
    assert send("")[1].h1.text == "What kind of time?"


def test_a_length_alone_is_logged_once_it_was_seen_as_it_reads(db, make, case, send):
    session = make.therapy_session(case, 1, held_on=now().date() - timedelta(days=7))
    past = {"therapy_session": session, "activity": "dit_therapy", "minutes": 50}
    make.entry(case.enrolment, worked_on=session.held_on, **past)

    assert send("45")[1].h1.text == "Record a session of A7"
    assert "Logged 45 min for A7" in send("45", seen="45")[1].text


def test_the_bar_offers_what_was_logged_before(make, case, trainee):
    make.entry(case.enrolment, minutes=60, worked_on=now().date() - timedelta(days=7))

    page = trainee.open("/cases")

    [button] = page.select(".again button")
    assert button["value"] == "60 supervision"
    _, logged = trainee.submit(page.select_one("form.quick")["action"], {"again": button["value"]})
    assert "Logged 60 min of supervision" in logged.text


def test_a_case_that_has_ended_is_not_offered(db, make, case, trainee):
    session = make.therapy_session(case, 1, held_on=now().date() - timedelta(days=7))
    past = {"therapy_session": session, "activity": "dit_therapy", "worked_on": session.held_on}
    make.entry(case.enrolment, **past)
    case.standing, case.closed_on = CaseStanding.COMPLETED, now().date()
    db.commit()

    assert not trainee.open("/cases").select(".again button")


def test_a_second_click_logs_once(db, case, trainee):
    url = f"/enrolments/{case.enrolment_id}/hours/quick"
    line = {"q": "50 A7", "form_key": "c" * 32}

    trainee.post(url, line)
    second = trainee.post(url, line)

    assert second.status_code == 409
    assert len(db.scalars(select(TherapySession.id)).all()) == 1


def test_the_reading_says_what_it_would_log(case, trainee):
    url = f"/enrolments/{case.enrolment_id}/hours/quick/reading"

    text = trainee.get(url, query_string={"q": "50 A7 yesterday"}).text

    assert "case A7, session 1, DIT with a training case, North Clinic, Dr Anwar Ahmed." in text
    assert "data-complete" in text
    assert "data-complete" not in trainee.get(url, query_string={"q": "50 foo"}).text


def test_somebody_who_is_no_trainee_has_no_bar(make, signed_in):
    supervisor = make.supervision(make.enrolment()).supervisor

    assert not signed_in(supervisor).open("/hours/waiting").select("form.quick")


def test_a_withdrawn_entry_is_not_offered(make, case, trainee):
    make.entry(case.enrolment, Standing.WITHDRAWN, worked_on=now().date())

    assert not trainee.open("/cases").select(".again button")


def test_the_bar_costs_a_page_one_statement(make, case, trainee, statements):
    for number in range(30):
        make.entry(case.enrolment, minutes=30 + number, worked_on=now().date())

    with statements() as with_bar:
        trainee.get("/shortcuts-that-are-not-there")
    with statements() as seen:
        trainee.get("/cases")

    assert sum("therapy_sessions" in one and "LIMIT" in one.upper() for one in seen) == 1
    assert not any("LIMIT" in one.upper() for one in with_bar)
