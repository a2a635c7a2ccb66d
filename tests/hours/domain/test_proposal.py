"""What a line would log, with what is usual filled in."""

from datetime import date

from workbench.curricula.activities import Attendance, Mode
from workbench.hours.domain.proposal import Known, KnownCase, propose
from workbench.hours.domain.quick import Reading, Unread

TODAY = date(2026, 11, 21)


def case(code="A7"):
    return KnownCase(
        id=1,
        code=code,
        activity="dit_therapy",
        next_number=10,
        minutes=45,
        mode=Mode.VIDEO,
        placement_id=3,
    )


def known(*cases, **usual):
    return Known(cases=cases, session_activity="dit_therapy", today=TODAY, usual=usual)


def test_a_session_takes_what_is_usual_on_its_case():
    found = propose(Reading(code="A7"), known(case()))

    assert (found.day, found.minutes, found.mode) == (TODAY, 45, Mode.VIDEO)
    assert (found.activity, found.attendance) == ("dit_therapy", Attendance.ATTENDED)
    assert found.is_certain


def test_what_the_line_says_goes_before_what_is_usual():
    reading = Reading(
        code="A7", minutes=30, mode=Mode.TELEPHONE, attendance=Attendance.CANCELLED_LATE
    )

    found = propose(reading, known(case()))

    assert (found.minutes, found.mode) == (30, Mode.TELEPHONE)
    assert found.attendance is Attendance.CANCELLED_LATE


def test_another_activity_takes_the_minutes_that_it_had_last():
    assert propose(Reading(activity="supervision"), known(supervision=90)).minutes == 90
    assert propose(Reading(activity="teaching"), known(supervision=90)).minutes == 60


def test_a_length_alone_is_read_as_what_is_likeliest_and_asked_about():
    found = propose(Reading(minutes=50), known(case()), Reading(code="A7", minutes=45))

    assert (found.case, found.minutes) == (case(), 50)
    assert found.is_complete
    assert not found.is_certain


def test_a_session_without_a_code_is_of_the_only_case():
    assert propose(Reading(activity="dit_therapy"), known(case())).case == case()
    unclear = propose(Reading(activity="dit_therapy"), known(case(), case("B2")))
    assert (unclear.case, unclear.activity) == (None, None)
    assert not unclear.is_complete


def test_nothing_known_is_not_complete():
    assert not propose(Reading(minutes=50), known()).is_complete
    assert not propose(Reading(code="Z9"), known(case())).is_complete


def test_supervision_about_a_case_is_no_session_of_it():
    assert not propose(Reading(code="A7", activity="supervision"), known(case())).is_complete
    assert propose(Reading(code="A7", activity="dit_therapy"), known(case())).is_certain


def test_totals_and_attendance_belong_to_a_session():
    assert not propose(Reading(activity="teaching", totals=(("phq9", 3),)), known()).is_complete
    missed = Reading(activity="teaching", attendance=Attendance.DID_NOT_ATTEND)
    assert not propose(missed, known()).is_complete


def test_what_was_not_understood_keeps_it_from_being_logged():
    reading = Reading(code="A7", unread=(Unread("foo", 3, 6),))

    assert not propose(reading, known(case())).is_complete
