"""Hours: what counts, what is left out, and the boundary at which a total is met."""

from datetime import date
from fractions import Fraction

import msgspec
import pytest
from made_facts import HOURS, entry, facts, found, session

from workbench.curricula.activities import Attendance
from workbench.progress.domain.findings import Link, Standing, Whose

SHORT_TOTAL = msgspec.structs.replace(HOURS, hours=2)


@pytest.mark.parametrize(
    ("minutes", "hours"), [(49, Fraction(49, 60)), (50, 1), (60, 1), (75, Fraction(5, 4))]
)
def test_a_session_of_fifty_minutes_is_an_hour_and_a_shorter_one_clock_time(minutes, hours):
    finding = found(HOURS, facts(entries=[entry(minutes=minutes)]))

    assert finding.have == hours


def test_only_countersigned_time_is_had_and_the_rest_waits_or_is_drafted():
    log = [
        entry(standing="countersigned"),
        entry(standing="submitted"),
        entry(standing="queried"),
        entry(standing="draft"),
    ]

    finding = found(HOURS, facts(entries=log))

    assert (finding.have, finding.waiting, finding.draft) == (1, 2, 1)
    assert finding.counted == (log[0].id,)
    assert finding.to_go == 146
    assert finding.explanation == (
        "1.0 of 150 h: 2.0 h wait for a countersignature and 1.0 h are drafts."
    )


def test_a_total_is_met_on_the_very_minute_and_on_the_day_it_came_to():
    log = [entry(on=date(2026, 9, 1)), entry(on=date(2026, 9, 8)), entry(on=date(2026, 9, 15))]

    finding = found(SHORT_TOTAL, facts(entries=log))

    assert finding.standing is Standing.MET
    assert finding.met_on == date(2026, 9, 8)
    assert finding.next_move is None


def test_a_minute_short_is_not_a_pass_and_does_not_read_as_one():
    finding = found(SHORT_TOTAL, facts(entries=[entry(minutes=75), entry(minutes=44)]))

    assert finding.standing is Standing.UNDER_WAY
    assert finding.explanation == "1.9 of 2 h."
    assert finding.met_on is None


def test_nothing_logged_is_not_begun():
    finding = found(HOURS, facts())

    assert finding.standing is Standing.NOT_BEGUN
    assert finding.explanation == "0.0 of 150 h."
    assert finding.next_move.what == "Log 150.0 h more"


def test_the_sentence_says_how_many_are_left_out_and_why():
    log = [
        entry(minutes=142, on=date(2026, 1, 7)),
        entry(minutes=60, standing="returned"),
        entry(minutes=60, standing="returned"),
        entry(minutes=30, case="A7", session=3),
    ]
    missed = session("A7", 3, attendance=Attendance.DID_NOT_ATTEND)

    finding = found(HOURS, facts(entries=log, sessions=[missed]))

    assert finding.explanation == (
        "2.3 of 150 h: three entries, 2.5 h, are left out: "
        "two are returned and one was not attended."
    )
    assert {out.id for out in finding.left_out} == {one.id for one in log[1:]}


def test_one_entry_left_out_is_spoken_of_in_the_singular():
    finding = found(HOURS, facts(entries=[entry(standing="returned")]))

    assert finding.explanation == "0.0 of 150 h: one entry, 1.0 h, is left out: it is returned."
    assert finding.next_move.what == "Change and submit one entry that came back"


def test_what_waits_is_the_supervisors_move_where_it_would_do():
    log = [entry(standing="submitted"), entry(standing="submitted")]

    finding = found(SHORT_TOTAL, facts(entries=log))

    assert finding.next_move.whose is Whose.SUPERVISOR
    assert finding.next_move.what == "Countersign two entries"
    assert finding.next_move.link is Link.LOG


def test_drafts_are_the_trainees_move():
    finding = found(SHORT_TOTAL, facts(entries=[entry(standing="draft")]))

    assert finding.next_move.whose is Whose.TRAINEE
    assert finding.next_move.what == "Submit one draft"


def test_several_activities_make_one_total():
    both = msgspec.structs.replace(HOURS, activities=("therapy", "own_therapy"))
    log = [entry(on=date(2026, 9, 2)), entry("own_therapy", minutes=30, on=date(2026, 9, 1))]

    finding = found(both, facts(entries=log))

    assert finding.have == Fraction(3, 2)
    assert finding.counted == (log[1].id, log[0].id)
