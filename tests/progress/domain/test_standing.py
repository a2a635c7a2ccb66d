"""How a trainee stands on the cohort page, and why."""

from datetime import date, timedelta

import msgspec
import pytest
from made_facts import (
    ALL_BY,
    HOURS,
    ROLE_PLAY,
    START_BY,
    SUPERVISED,
    curriculum,
    document,
    entry,
    facts,
    milestone,
)

from workbench.progress.domain.evaluate import evaluate
from workbench.progress.domain.facts import PauseFact, Stage, SupervisionFact
from workbench.progress.domain.moves import moves
from workbench.progress.domain.standing import Course, Timetable, cohort_standing, last_entry

TODAY = date(2026, 11, 21)
AHMED = SupervisionFact(supervisor="Dr Ahmed", start=date(2026, 1, 5))
LATELY = date(2026, 11, 18)
TIMETABLED = curriculum(HOURS, ALL_BY, ROLE_PLAY)


def stands(asked=TIMETABLED, *, supervisions=(AHMED,), **known):
    fact = facts(supervisions=supervisions, **known)
    gates = evaluate(asked, fact, on=TODAY)
    told = moves(asked, fact, gates, on=TODAY)
    return cohort_standing(asked, fact, gates, told, on=TODAY)


def log(hours, *, standing="countersigned"):
    """So many hours, an hour a day, up to the last working day."""
    return [entry(on=LATELY - timedelta(days=back), standing=standing) for back in range(hours)]


def test_complete_says_when():
    two = msgspec.structs.replace(HOURS, hours=2)

    found = stands(curriculum(two, ROLE_PLAY), entries=log(2), milestones=[milestone("role_play")])

    assert found.course is Course.COMPLETE
    assert found.why == "Two requirements met on 18 November 2026, and nothing is missing."
    assert found.last_entry == LATELY


def test_a_gate_of_nothing_but_advice_is_complete_without_a_day():
    advised = msgspec.structs.replace(START_BY, force="advised")
    unmet = stands(curriculum(advised), milestones=[milestone("course")])

    assert unmet.course is Course.COMPLETE
    assert unmet.why == "No requirements met, and nothing is missing."


def test_paused_says_since_when():
    found = stands(pauses=[PauseFact(start=date(2026, 10, 6))])

    assert found.course is Course.PAUSED
    assert found.why == "Paused since 6 October 2026; the timetable waits."


@pytest.mark.parametrize(("days", "course"), [(14, Course.ON_TRACK), (15, Course.STUCK)])
def test_stuck_is_what_has_waited_longer_than_two_weeks(days, course):
    since = TODAY - timedelta(days=days)
    waiting = entry(standing="submitted", supervisor="Dr Ahmed", moved_on=since, on=LATELY)

    found = stands(entries=[*log(80), waiting])

    assert found.course is course
    assert found.oldest_waiting == since
    if course is Course.STUCK:
        assert found.why == "One entry, 1.0 h, to countersign: 15 days with Dr Ahmed."


def test_stuck_with_the_trainee_or_the_provider_says_so():
    reviewed = document(stage=Stage.REVIEWED, on=date(2026, 11, 1))
    own = stands(entries=log(80), documents=[reviewed])
    nobody = stands(entries=log(80), supervisions=())

    assert own.why == "IPAF, case A7: please revise: 20 days with the trainee."
    assert nobody.why == "No supervisor yet: 320 days with the provider."


def test_an_old_draft_does_not_make_anybody_stuck():
    found = stands(entries=[*log(80), entry(standing="draft", on=date(2026, 9, 1))])

    assert found.course is Course.ON_TRACK
    assert found.oldest_waiting is None


@pytest.mark.parametrize(("days", "course"), [(27, Course.ON_TRACK), (28, Course.STUCK)])
def test_four_weeks_without_an_entry_are_stuck(days, course):
    last = TODAY - timedelta(days=days)

    found = stands(entries=[entry(on=last - timedelta(days=back)) for back in range(80)])

    assert found.course is course
    if course is Course.STUCK:
        assert found.why == "No entry since 24 October 2026."


def test_no_entry_yet_is_stuck_after_four_weeks():
    assert stands().why == "No entry yet."


def test_silence_is_counted_from_the_end_of_a_pause():
    pauses = [PauseFact(start=date(2026, 9, 1), end=date(2026, 11, 10))]
    early = [entry(on=date(2026, 8, 31) - timedelta(days=back)) for back in range(80)]

    assert stands(entries=early, pauses=pauses).course is Course.ON_TRACK


def test_behind_is_less_than_the_straight_line_and_names_it():
    found = stands(entries=log(2))

    assert found.course is Course.BEHIND
    assert found.why == (
        "Practice: 41.8 h behind a straight line from 5 January 2026 to 5 January 2029 "
        "(“All within three years”)."
    )


def test_waiting_hours_count_towards_the_line():
    found = stands(entries=log(80, standing="queried"))

    assert found.course is not Course.BEHIND


def test_on_track_names_the_line():
    assert stands(entries=log(80)).why == (
        "Not behind a straight line from 5 January 2026 to 5 January 2029 "
        "(“All within three years”)."
    )


def test_the_line_ends_at_the_deadline_once_its_clock_has_started():
    found = stands(entries=log(80), milestones=[milestone("course", on=date(2026, 3, 4))])

    assert "to 4 March 2029" in found.why


def test_a_curriculum_without_a_timetable_says_so():
    found = stands(curriculum(HOURS, START_BY), entries=log(2))

    assert found.course is Course.ON_TRACK
    assert found.why == "This curriculum has no timetable to fall behind."


def test_with_all_the_hours_there_is_nothing_to_be_behind_in():
    two = msgspec.structs.replace(HOURS, hours=2)

    assert stands(curriculum(two, ALL_BY, ROLE_PLAY), entries=log(2)).course is Course.ON_TRACK


def test_supervision_that_has_not_kept_up_is_behind():
    found = stands(curriculum(SUPERVISED, ROLE_PLAY), entries=log(3))

    assert found.course is Course.BEHIND
    assert found.why.startswith("DIT supervision: 0.0 of 16 h: 1.5 h are missing")


def test_a_withdrawn_entry_is_no_sign_of_work():
    known = facts(entries=[entry(on=LATELY, standing="withdrawn"), entry(on=date(2026, 12, 1))])

    assert last_entry(known, on=TODAY) is None


def test_a_line_without_length_expects_everything():
    line = Timetable(TODAY, TODAY, (), "now")

    assert line.expected(150, on=TODAY) == 150


def test_paused_days_count_on_neither_side_of_the_line():
    pauses = (
        PauseFact(start=date(2025, 12, 1), end=date(2026, 1, 10)),
        PauseFact(start=date(2026, 1, 21)),
    )
    line = Timetable(date(2026, 1, 1), date(2026, 1, 31), pauses, "January")

    assert line.expected(10, on=date(2026, 1, 16)) == 5
    assert line.expected(10, on=date(2026, 3, 1)) == 10
