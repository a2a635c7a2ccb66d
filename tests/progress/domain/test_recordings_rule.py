"""Rated recordings: which sessions passed, and how many of them each case may give."""

from datetime import date

import msgspec
import pytest
from made_facts import RECORDINGS, case, facts, found, rating

from workbench.curricula.asked_cases import Selector
from workbench.progress.domain.facts import Verdict
from workbench.progress.domain.findings import Standing, Whose
from workbench.progress.domain.recordings import countable
from workbench.progress.domain.strata import Recording

FOUR = [("A7", 3), ("A7", 7), ("B2", 4), ("B2", 14)]


def shown(sessions):
    """Recordings of which nothing but the case matters."""
    return [Recording(code, "middle") for code, _ in sessions]


def test_two_recordings_of_two_cases_are_met_when_the_fourth_is_signed():
    ratings = [
        rating(code, number, signed_on=date(2026, month, 1))
        for month, (code, number) in enumerate(FOUR, 3)
    ]

    finding = found(RECORDINGS, facts(ratings=ratings))

    assert finding.standing is Standing.MET
    assert finding.met_on == date(2026, 6, 1)
    assert finding.explanation == "4 of 4 recordings."


@pytest.mark.parametrize(
    ("sessions", "count"),
    [
        ([("A7", 1), ("A7", 2), ("A7", 3), ("A7", 4)], 2),
        ([("A7", 1), ("A7", 2), ("A7", 3), ("B2", 1)], 3),
        ([("A7", 1), ("B2", 1), ("C3", 1), ("D4", 1)], 2),
        (FOUR, 4),
        ([*FOUR, ("C3", 1)], 4),
        ([], 0),
    ],
)
def test_each_case_owes_two(sessions, count):
    assert countable(RECORDINGS, shown(sessions)) == count


def test_room_above_what_the_cases_owe_is_free():
    five = msgspec.structs.replace(RECORDINGS, recordings=5)

    assert countable(five, shown([*FOUR, ("C3", 1)])) == 5


@pytest.mark.parametrize(
    ("sessions", "words"),
    [
        ((4, 9, 14), "four passed, of which one finds no place; still to come: one from B2."),
        ((4, 9, 14, 15), "five passed, of which two find no place; still to come: one from B2."),
    ],
)
def test_recordings_beyond_what_their_case_owes_are_said_to_find_no_place(sessions, words):
    ratings = [rating("A7", number, signed_on=date(2026, 3, number)) for number in sessions]
    ratings.append(rating("B2", 4, signed_on=date(2026, 4, 1)))

    finding = found(RECORDINGS, facts(ratings=ratings))

    assert finding.explanation == f"3 of 4 recordings: {words}"


def test_a_session_rated_twice_counts_once_and_the_later_rating_speaks():
    ratings = [
        rating("A7", 3, verdict=Verdict.NOT_PASSED, signed_on=date(2026, 3, 1)),
        rating("A7", 3, signed_on=date(2026, 4, 1)),
        rating("A7", 3, by="self"),
    ]

    finding = found(RECORDINGS, facts(ratings=ratings))

    assert finding.have == 1
    assert finding.counted == (ratings[1].id,)
    assert finding.explanation == (
        "1 of 4 recordings: still to come: one from A7 and two from another case."
    )


@pytest.mark.parametrize(
    ("verdict", "words"),
    [(Verdict.NOT_PASSED, "not passed"), (None, "rated without a verdict")],
)
def test_a_rating_that_did_not_pass_is_named(verdict, words):
    finding = found(RECORDINGS, facts(ratings=[rating("A7", 3, verdict=verdict)]))

    assert finding.shortfalls == (f"A7, session 3: {words}",)
    assert finding.have == 0
    assert finding.next_move.whose is Whose.TRAINEE


def test_a_session_that_the_trainee_rated_waits_for_the_supervisor():
    ratings = [rating("A7", 7, by="self", verdict=None), rating("A7", 8, signed_on=None)]

    finding = found(RECORDINGS, facts(ratings=ratings))

    assert finding.waiting == 2
    assert "two wait for a rating" in finding.explanation
    assert finding.next_move.whose is Whose.SUPERVISOR


def test_one_that_waits_is_spoken_of_in_the_singular():
    finding = found(RECORDINGS, facts(ratings=[rating("A7", 7, signed_on=None)]))

    assert finding.explanation == (
        "0 of 4 recordings: one waits for a rating; still to come: two each from two cases."
    )


def test_a_rating_begun_but_not_signed_by_the_trainee_asks_nothing_of_the_supervisor():
    finding = found(RECORDINGS, facts(ratings=[rating("A7", 7, by="self", signed_on=None)]))

    assert finding.waiting == 0


def test_a_recording_more_than_the_cases_owe_may_come_from_any():
    five = msgspec.structs.replace(RECORDINGS, recordings=5)

    finding = found(five, facts(ratings=[rating(*one) for one in FOUR]))

    assert finding.explanation == "4 of 5 recordings: still to come: one from any case."


def test_several_other_cases_are_counted():
    three = msgspec.structs.replace(RECORDINGS, recordings=6, cases=3)

    finding = found(three, facts(ratings=[rating("A7", 3), rating("A7", 4)]))

    assert finding.explanation == (
        "2 of 6 recordings: still to come: two each from two other cases."
    )


def test_no_rating_is_not_begun():
    assert found(RECORDINGS, facts()).standing is Standing.NOT_BEGUN


CHOSEN = msgspec.structs.replace(RECORDINGS, selected_by=(Selector.SUPERVISOR, Selector.RANDOM))


@pytest.mark.parametrize(
    ("by", "words"),
    [("trainee", "chosen by the trainee"), ("lottery", "chosen otherwise"), (None, "nobody has")],
)
def test_a_recording_that_somebody_else_chose_does_not_count(by, words):
    ratings = [rating("A7", 3, selected_by=by), rating("A7", 4, selected_by="random")]

    finding = found(CHOSEN, facts(ratings=ratings))

    assert finding.have == 1
    assert finding.counted == (ratings[1].id,)
    assert words in finding.explanation


def test_a_rating_that_waits_of_a_recording_somebody_else_chose_is_not_awaited():
    waiting = [
        rating("A7", 3, signed_on=None, selected_by="trainee"),
        rating("A7", 4, signed_on=None, selected_by="supervisor"),
        rating("A7", 5, signed_on=None),
    ]

    assert found(CHOSEN, facts(ratings=waiting)).waiting == 2


def test_consent_withdrawn_takes_the_recordings_away_from_that_day_on():
    withdrawn = date(2026, 8, 1)
    known = facts(
        cases=[case("A7", consent_withdrawn_on=withdrawn), case("B2"), case("C3")],
        ratings=[rating(*one, signed_on=date(2026, 6, 1)) for one in FOUR],
    )

    before, after = (found(RECORDINGS, known, on=day) for day in (date(2026, 7, 31), withdrawn))

    assert before.is_met
    assert after.have == 2
    assert after.shortfalls == (
        "A7: consent was withdrawn on 1 August 2026, so its recordings count no more",
    )


def test_two_cases_of_one_patient_are_one_case_for_recordings_too():
    cases = [case("A7", patient="P1"), case("B2", patient="P1")]

    finding = found(RECORDINGS, facts(cases=cases, ratings=[rating(*one) for one in FOUR]))

    assert finding.have == 2
    assert finding.explanation == (
        "2 of 4 recordings: four passed, of which two find no place; "
        "still to come: two from another case."
    )
