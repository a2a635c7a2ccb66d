"""Recordings that become fewer case by case, with doubts and failures that ask for more."""

from datetime import date

import msgspec
import pytest
from made_facts import case, facts, found, rating

from workbench.curricula.asked_cases import AfterAFailure, GraduatedRecordings, Selector
from workbench.progress.domain.facts import Verdict
from workbench.progress.domain.findings import Link, Standing, Whose

THREE_THEN_ONE = GraduatedRecordings(
    key="graduated",
    title="Rated sessions",
    words="Three of the first therapy, one of the second; in doubt one or two more.",
    per_case=(3, 1),
    in_doubt=2,
    scale="skill",
)
SAME = msgspec.structs.replace(THREE_THEN_ONE, after_a_failure=AfterAFailure.SAME_OF_THE_SECOND)
CASES = [case("Z1", opened_on=date(2026, 1, 5)), case("A2", opened_on=date(2026, 2, 5))]
FAILED = Verdict.NOT_PASSED


def first(*numbers, **fields):
    return [rating("Z1", number, **fields) for number in numbers]


def second(*numbers, **fields):
    return [rating("A2", number, **fields) for number in numbers]


def judged(asked, *ratings, **more):
    return found(asked, facts(cases=CASES, ratings=[one for r in ratings for one in r], **more))


def test_three_of_the_first_case_and_one_of_the_second_are_met():
    finding = judged(THREE_THEN_ONE, first(3, 7, 14), second(5, signed_on=date(2026, 11, 9)))

    assert finding.standing is Standing.MET
    assert (finding.have, finding.needed) == (4, 4)
    assert finding.of is Link.RATING
    assert finding.met_on == date(2026, 11, 9)


def test_the_first_case_is_the_one_that_was_opened_first():
    finding = judged(THREE_THEN_ONE, first(3), second(5, 6, 7))

    assert finding.have == 2
    assert finding.explanation == "2 of 4 recordings: still to come: two of Z1."


def test_cases_that_have_no_recording_yet_are_counted_off():
    assert judged(THREE_THEN_ONE).explanation == (
        "0 of 4 recordings: still to come: three of the first case and one of the second case."
    )
    assert judged(THREE_THEN_ONE).standing is Standing.NOT_BEGUN


def test_a_fourth_case_is_counted_off_in_figures():
    four = msgspec.structs.replace(THREE_THEN_ONE, per_case=(1, 1, 1, 1))

    assert "one of the third case and one of the 4th case" in judged(four).explanation


@pytest.mark.parametrize(
    ("doubted", "clear", "needed", "have"),
    [
        # three rated, one of them in doubt: a fourth is needed
        (1, 2, 4, 3),
        (1, 3, 4, 4),
        # two in doubt ask for two more
        (2, 2, 5, 4),
        (2, 3, 5, 5),
        # never more than two more, and what they do not answer for does not count
        (3, 2, 5, 4),
        (3, 3, 5, 5),
    ],
)
def test_each_doubt_asks_for_one_more_of_that_case_up_to_two(doubted, clear, needed, have):
    numbers = iter(range(1, 20))
    in_doubt = first(*(next(numbers) for _ in range(doubted)), in_doubt=True, verdict=None)
    passed = first(*(next(numbers) for _ in range(clear)))

    finding = judged(THREE_THEN_ONE, in_doubt, passed, second(5))

    assert (finding.needed, finding.have) == (needed + 1, have + 1)
    assert "in doubt, so one more is rated" in finding.explanation


def test_a_doubt_means_nothing_where_the_rule_asks_for_no_more():
    plain = msgspec.structs.replace(THREE_THEN_ONE, in_doubt=0)

    assert judged(plain, first(1, 2, 3, in_doubt=True), second(5)).is_met


def test_after_a_failure_another_of_the_first_case_is_rated():
    failed = first(3, verdict=FAILED)

    short = judged(THREE_THEN_ONE, failed, first(7, 14), second(5))
    mended = judged(THREE_THEN_ONE, failed, first(7, 14, 15), second(5))

    assert (short.have, short.needed) == (3, 4)
    assert short.shortfalls == ("Z1, session 3: not passed",)
    assert mended.is_met


def test_after_a_failure_as_many_of_the_second_case_are_rated_where_the_file_reads_it_so():
    ratings = [*first(3, verdict=FAILED), *first(7, 14)]

    short = judged(SAME, ratings, second(5))
    mended = judged(SAME, ratings, second(5, 6, 7))

    assert (short.have, short.needed) == (4, 6)
    assert mended.is_met


def test_without_a_failure_the_second_case_stays_with_its_one():
    assert judged(SAME, first(3, 7, 14), second(5)).is_met


def test_a_failure_of_the_last_case_is_made_up_by_another_of_it():
    failed = second(5, verdict=FAILED)

    assert not judged(SAME, first(3, 7, 14), failed).is_met
    assert judged(SAME, first(3, 7, 14), failed, second(6)).is_met


def test_only_recordings_chosen_as_the_rule_says_count():
    random = msgspec.structs.replace(THREE_THEN_ONE, selected_by=(Selector.RANDOM,))

    finding = judged(random, first(3, selected_by="random"), first(7, selected_by="trainee"))

    assert finding.have == 1
    assert finding.shortfalls == ("Z1, session 7: chosen by the trainee",)


def test_what_waits_for_a_rating_is_the_supervisors_move():
    finding = judged(THREE_THEN_ONE, first(3), first(7, signed_on=None, verdict=None))

    assert (finding.have, finding.waiting) == (1, 1)
    assert finding.next_move.whose is Whose.SUPERVISOR


def test_a_later_failure_moves_the_day_on_which_there_were_enough():
    met = [*first(3, 7, 14), *second(5)]
    failed = first(15, verdict=FAILED, signed_on=date(2026, 11, 5))
    mended = second(6, 7, signed_on=date(2026, 11, 12))

    assert judged(SAME, met).met_on == date(2026, 11, 1)
    assert judged(SAME, met, failed, mended).met_on == date(2026, 11, 12)


def test_one_more_that_passes_leaves_the_day_where_it_was():
    more = second(6, signed_on=date(2026, 11, 9))

    assert judged(THREE_THEN_ONE, first(3, 7, 14), second(5), more).met_on == date(2026, 11, 1)


def test_a_case_that_nobody_opened_comes_last():
    finding = judged(THREE_THEN_ONE, first(3, 7, 14), [rating("B9", 1)])

    assert finding.is_met
