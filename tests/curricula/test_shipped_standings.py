"""DIT supervisors and the Dutch register at their boundaries, worked by hand."""

from datetime import date, timedelta

import pytest

from tests.curricula.shipped import entry, finding_in, happened, rating, therapy, treated
from workbench.curricula.activities import Mode
from workbench.progress.domain.facts import PersonFact, SupervisionFact

LATER = date(2030, 1, 1)
QUALIFIED = date(2025, 1, 6)
FIRST, SECOND = "A7", "B2"


def supervisor(requirement, known, **readings):
    """What the file of DIT supervisors says of one requirement."""
    return finding_in("dit-supervisor-uk", requirement, known, on=LATER, **readings)


def register(requirement, known, **readings):
    """What the file of the Dutch register says of one requirement."""
    return finding_in("dit-register-nl", requirement, known, on=LATER, **readings)


def rated(*ratings, **known):
    """Two cases with these ratings; the first was opened a week before the second."""
    later = QUALIFIED + timedelta(weeks=1)
    return treated(therapy(FIRST, QUALIFIED), therapy(SECOND, later), ratings=ratings, **known)


def ipaf(case, session=4, **fields):
    """A rated session that presents the IPAF."""
    return rating(case, session, phase="initial", contents=("ipaf",), **fields)


MIDDLE = rating(FIRST, 8, phase="middle")
ENDING = rating(SECOND, 14, phase="ending")
STRATA = {
    "an IPAF session of each, and middle and ending of alternate cases": (
        [ipaf(FIRST), MIDDLE, ipaf(SECOND), ENDING],
        True,
    ),
    "the other way round": (
        [
            ipaf(FIRST),
            rating(FIRST, 14, phase="ending"),
            ipaf(SECOND),
            rating(SECOND, 8, phase="middle"),
        ],
        True,
    ),
    "middle and ending of one case": (
        [ipaf(FIRST), MIDDLE, rating(FIRST, 14, phase="ending"), ipaf(SECOND)],
        False,
    ),
    "no ending": ([ipaf(FIRST), MIDDLE, ipaf(SECOND), rating(SECOND, 9)], False),
    "an IPAF session of one case only": (
        [ipaf(FIRST), MIDDLE, rating(SECOND, 3, phase="initial"), ENDING],
        False,
    ),
    "three": ([ipaf(FIRST), MIDDLE, ipaf(SECOND)], False),
    "one that did not pass": (
        [ipaf(FIRST), MIDDLE, ipaf(SECOND), rating(SECOND, 14, phase="ending", passed=False)],
        False,
    ),
    "one that the trainee chose": (
        [ipaf(FIRST), MIDDLE, ipaf(SECOND), rating(SECOND, 14, phase="ending", chosen="trainee")],
        False,
    ),
    # a middle session that presents the IPAF fills one place, and the other session fits only that
    "one that would fit two places": (
        [
            rating(FIRST, 6, phase="middle", contents=("ipaf",)),
            rating(FIRST, 7, phase="middle"),
            ipaf(SECOND),
            ENDING,
        ],
        True,
    ),
    "one in two places at once": (
        [rating(FIRST, 6, phase="middle", contents=("ipaf",)), ipaf(SECOND), ENDING],
        False,
    ),
}


@pytest.mark.parametrize("case", STRATA.values(), ids=STRATA.keys())
def test_four_recordings_fill_the_places_of_a_supervisor_in_training(case):
    ratings, is_met = case

    assert supervisor("recordings_4", rated(*ratings)).is_met is is_met


def test_two_further_cases_are_opened_after_qualifying():
    day = timedelta(days=1)
    cases = [therapy(FIRST, QUALIFIED), therapy(SECOND, QUALIFIED - day)]
    on_the_day = [therapy(FIRST, QUALIFIED), therapy(SECOND, QUALIFIED)]
    known = {"milestones": happened(practitioner=QUALIFIED)}

    assert not supervisor("further_cases", treated(*cases, **known)).is_met
    assert supervisor("further_cases", treated(*on_the_day, **known)).is_met


def in_person(number):
    """A case with so many of its 16 sessions in person and the others by video."""
    case, sessions, entries = therapy(FIRST, QUALIFIED)
    held = [
        {"mode": Mode.IN_PERSON if session.number <= number else Mode.VIDEO} for session in sessions
    ]
    sessions = [type(one)(**_fields(one) | how) for one, how in zip(sessions, held, strict=True)]
    entries = [type(one)(**_fields(one) | how) for one, how in zip(entries, held, strict=True)]
    milestones = happened(practitioner=QUALIFIED)
    return treated((case, sessions, entries), milestones=milestones)


def _fields(thing):
    return {name: getattr(thing, name) for name in thing.__struct_fields__}


@pytest.mark.parametrize(
    ("number", "reading", "is_met"),
    [
        (15, "all_sessions", False),
        (16, "all_sessions", True),
        (8, "most_sessions", False),  # half is not more than half
        (9, "most_sessions", True),
        (0, "any_session", False),
        (1, "any_session", True),
    ],
)
def test_one_case_is_seen_in_person(number, reading, is_met):
    assert supervisor("one_in_person", in_person(number), in_person=reading).is_met is is_met


@pytest.mark.parametrize(("before", "is_met"), [(None, True), (12, False)])
def test_a_new_supervisor_is_advised_and_keeps_nobody_back(before, is_met):
    relations = [
        SupervisionFact(
            supervisor="Dr Anwar Ahmed",
            supervisor_id=one,
            start=start,
            end=end,
        )
        for one, start, end in [
            (before or 11, date(2024, 1, 1), date(2024, 12, 31)),
            (12, QUALIFIED, None),
        ]
    ]
    meeting = entry("supervision", QUALIFIED, supervisor="Dr Anwar Ahmed", supervisor_id=12)
    milestones = happened(practitioner=QUALIFIED)
    known = treated(entries=[meeting], milestones=milestones, supervisions=relations)

    found = supervisor("new_supervisor", known)

    assert found.is_met is is_met
    assert not found.blocks
    assert supervisor("new_supervisor", known, new_supervisor_force="required").blocks


def drawn(case, *sessions, passed=True, doubted=(), **fields):
    """Ratings of sessions that were chosen at random."""
    return [
        rating(case, n, passed=passed, chosen="random", in_doubt=n in doubted, **fields)
        for n in sessions
    ]


SAMPLES = {
    "three and one": ([*drawn(FIRST, 3, 8, 14), *drawn(SECOND, 9)], {}, True),
    "three and none": (drawn(FIRST, 3, 8, 14), {}, False),
    "two and one": ([*drawn(FIRST, 3, 8), *drawn(SECOND, 9)], {}, False),
    "two and two": ([*drawn(FIRST, 3, 8), *drawn(SECOND, 9, 10)], {}, False),
    "a failure and another of the first": (
        [*drawn(FIRST, 3, passed=False), *drawn(FIRST, 8, 12, 14), *drawn(SECOND, 9)],
        {},
        True,
    ),
    "a failure and no other": (
        [*drawn(FIRST, 3, passed=False), *drawn(FIRST, 8, 14), *drawn(SECOND, 9)],
        {},
        False,
    ),
    "a failure and three of the second": (
        [*drawn(FIRST, 3, passed=False), *drawn(FIRST, 8, 14), *drawn(SECOND, 5, 9, 13)],
        {"failed_rating": "same_of_the_second"},
        True,
    ),
    "a failure and two of the second": (
        [*drawn(FIRST, 3, passed=False), *drawn(FIRST, 8, 14), *drawn(SECOND, 5, 9)],
        {"failed_rating": "same_of_the_second"},
        False,
    ),
    "a doubt and no more": (
        [*drawn(FIRST, 3, 8, 14, doubted=[3]), *drawn(SECOND, 9)],
        {},
        False,
    ),
    "a doubt and one more": (
        [*drawn(FIRST, 3, 8, 12, 14, doubted=[3]), *drawn(SECOND, 9)],
        {},
        True,
    ),
    "two doubts and two more": (
        [*drawn(FIRST, 3, 5, 8, 12, 14, doubted=[3, 8]), *drawn(SECOND, 9)],
        {},
        True,
    ),
    "two doubts and one more": (
        [*drawn(FIRST, 3, 5, 8, 14, doubted=[3, 8]), *drawn(SECOND, 9)],
        {},
        False,
    ),
    # one more answers for one doubt only: 5, 14 and one of 3 and 8 are three of four
    "two doubts and one more where one is the most": (
        [*drawn(FIRST, 3, 5, 8, 14, doubted=[3, 8]), *drawn(SECOND, 9)],
        {"doubt": "one"},
        False,
    ),
    "two doubts and two more where one is the most": (
        [*drawn(FIRST, 3, 5, 8, 12, 14, doubted=[3, 8]), *drawn(SECOND, 9)],
        {"doubt": "one"},
        True,
    ),
}


@pytest.mark.parametrize("case", SAMPLES.values(), ids=SAMPLES.keys())
def test_the_register_rates_three_sessions_of_the_first_and_one_of_the_second(case):
    ratings, readings, is_met = case

    assert register("three_then_one", rated(*ratings), **readings).is_met is is_met


def test_what_was_not_chosen_at_random_does_not_count():
    chosen = [rating(FIRST, n) for n in (3, 8, 14)]  # by the supervisor

    assert not register("three_then_one", rated(*chosen, *drawn(SECOND, 9))).is_met


@pytest.mark.parametrize(("is_therapist", "is_met"), [(False, True), (True, False), (None, False)])
def test_the_register_advises_against_being_supervised_by_ones_therapist(is_therapist, is_met):
    meeting = entry("supervision", QUALIFIED, supervisor="Dr Anwar Ahmed", supervisor_id=12)
    person = PersonFact(id=12, name="Dr Anwar Ahmed", own_therapist=is_therapist)
    relation = SupervisionFact(supervisor="Dr Anwar Ahmed", supervisor_id=12, start=QUALIFIED)
    known = treated(entries=[meeting], people=[person], supervisions=[relation])

    found = register("not_own_therapist", known)

    assert found.is_met is is_met
    assert not found.blocks
    assert register("not_own_therapist", known, own_therapist="forbidden").blocks


def test_two_more_therapies_follow_the_entry_in_the_register():
    cases = [therapy(FIRST, QUALIFIED), therapy(SECOND, QUALIFIED)]

    since = {"milestones": happened(registered_dit=QUALIFIED)}
    before = {"milestones": happened(registered_dit=QUALIFIED + timedelta(days=1))}

    assert register("two_more_therapies", treated(*cases, **since)).is_met
    assert not register("two_more_therapies", treated(*cases, **before)).is_met
    assert register("two_therapies", treated(*cases, **before)).is_met
