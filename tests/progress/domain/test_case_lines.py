"""A case as its line on the home page shows it."""

from datetime import date

import pytest
from made_facts import TODAY, case, facts, session

from workbench.curricula.activities import Attendance
from workbench.curricula.library import Library
from workbench.progress.domain.case_lines import CaseRows, case_lines
from workbench.progress.domain.facts import CaseStanding

CURRICULUM = Library().get("dit-practitioner-5day-uk", "2026.1")
MISSED = Attendance.DID_NOT_ATTEND


def line_of(*sessions, standing=CaseStanding.OPEN, totals=None):
    known = facts(cases=[case("A7", standing=standing)], sessions=sessions)
    rows = [CaseRows(id=1, code="A7", totals=totals or {})]
    [line] = case_lines(CURRICULUM, known, rows, on=TODAY)
    return line


def test_a_case_without_a_session_begins_with_the_first():
    line = line_of()

    assert line.sentence == "No session yet."
    assert (line.reached, line.now, line.kinds[:2]) == (0, 1, ("next", "todo"))
    assert line.label == "0 of 16 sessions held, Engagement and assessment"


def test_the_sentence_tells_the_last_session():
    assert line_of(session("A7", 1, on=date(2026, 9, 7))).sentence == (
        "Session 1 was on 7 September."
    )


@pytest.mark.parametrize(
    ("missed", "told"),
    [([2], "Session 2 was missed."), ([2, 3], "Sessions 2 and 3 were missed.")],
)
def test_what_was_missed_is_told_after_it(missed, told):
    came = {True: Attendance.ATTENDED, False: MISSED}
    held = [session("A7", n, attendance=came[n not in missed]) for n in range(1, 5)]

    line = line_of(*held)

    assert line.sentence.endswith(told)
    assert [n for n, kind in enumerate(line.kinds, start=1) if kind == "miss"] == missed
    assert f"{told.split(' w')[0].lower()} missed" in line.label


def test_a_session_after_the_last_stretches_the_last_phase():
    line = line_of(*(session("A7", n) for n in range(1, 18)))

    assert (line.reached, line.sessions, line.now) == (17, 16, None)
    assert line.phases[-1][1:] == (13, 17)


def test_a_closed_case_has_no_next_session():
    line = line_of(session("A7", 1), standing=CaseStanding.DROPPED_OUT)

    assert (line.now, line.standing) == (None, "dropped_out")


def test_a_measure_is_a_curve_with_gaps_for_the_sessions_without_a_total():
    held = [session("A7", n) for n in range(1, 4)]

    [curve] = line_of(*held, totals={"phq9": [(1, 18), (3, 9)]}).curves

    assert curve.scores == ((1, 18), (2, None), (3, 9))
    assert (curve.name, curve.top, curve.caseness) == ("PHQ-9", 27, 10)


def test_open_cases_come_first_and_those_of_later_days_not_at_all():
    known = facts(
        cases=[
            case("B2", standing=CaseStanding.COMPLETED),
            case("A7", opened_on=date(2026, 2, 1)),
            case("C1", opened_on=date(2027, 1, 1)),
        ]
    )
    rows = [CaseRows(id=n, code=code, totals={}) for n, code in enumerate(("A7", "B2", "C1"))]

    assert [one.code for one in case_lines(CURRICULUM, known, rows, on=TODAY)] == ["A7", "B2"]
