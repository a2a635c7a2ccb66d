"""Cases and recordings under shipped files, worked out by hand from what the bodies publish."""

from datetime import date, timedelta

import msgspec
import pytest

from workbench.curricula.library import Library
from workbench.curricula.taking import taking
from workbench.progress.domain.evaluate import evaluate
from workbench.progress.domain.facts import (
    CaseFact,
    EnrolmentFact,
    EntryFact,
    Facts,
    MilestoneFact,
    RatingFact,
    SessionFact,
)

ON = date(2026, 11, 21)
QUALIFIED = MilestoneFact(key="practitioner", on=date(2026, 1, 5))


def as_read(facts):
    """The same facts as they come out of their JSON."""
    return msgspec.json.decode(msgspec.json.encode(facts), type=Facts)


def finding(file, requirement, *, on=ON, readings=(), **known):
    rules = taking(Library().latest(file), dict(readings))
    known = {name: tuple(values) for name, values in known.items()}
    facts = Facts(enrolment=EnrolmentFact(started_on=date(2026, 1, 5)), **known)
    return next(
        one
        for gate in evaluate(rules, as_read(facts), on=on)
        for one in gate.findings
        if one.key == requirement
    )


def therapy(code, *, sessions=16, first=date(2026, 1, 12), mode="in_person", start=0):
    """Weekly attended sessions of 50 minutes, each logged and countersigned."""
    days = [first + timedelta(weeks=week) for week in range(sessions)]
    held = [
        SessionFact(
            id=start + n,
            case=code,
            number=n,
            on=day,
            attendance="attended",
            minutes=50,
            mode=mode,
            phase="middle",
        )
        for n, day in enumerate(days, 1)
    ]
    entries = [
        EntryFact(
            id=start + n,
            activity="dit_therapy",
            on=day,
            minutes=50,
            standing="countersigned",
            case=code,
            session=n,
        )
        for n, day in enumerate(days, 1)
    ]
    return held, entries


def done(code, opened_on=date(2026, 1, 5), **fields):
    return CaseFact(code=code, opened_on=opened_on, standing="completed", **fields)


def recording(number, case, session, phase, *contents, **fields):
    fields = {"by": "supervisor", "verdict": "passed", "selected_by": "supervisor", **fields}
    return RatingFact(
        id=number,
        case=case,
        session=session,
        phase=phase,
        signed_on=date(2026, 10, number),
        contents=contents,
        **fields,
    )


@pytest.mark.parametrize(
    ("opened", "in_order"), [(date(2026, 1, 5), True), (date(2026, 1, 4), False)]
)
def test_two_further_cases_are_opened_on_the_day_of_qualifying_or_later(opened, in_order):
    first, one = therapy("A7")
    second, other = therapy("B2", start=100)

    found = finding(
        "dit-supervisor-uk",
        "further_cases",
        milestones=[QUALIFIED],
        cases=[done("A7"), done("B2", opened)],
        sessions=[*first, *second],
        entries=[*one, *other],
    )

    assert found.is_met is in_order


@pytest.mark.parametrize(("by_video", "is_met"), [(0, True), (1, False)])
def test_one_case_in_person_has_all_its_sixteen_sessions_in_person(by_video, is_met):
    """Sixteen sessions, of which one by video leaves fifteen in person."""
    held, entries = therapy("A7", sessions=16 - by_video)
    last = date(2026, 1, 12) + timedelta(weeks=15)
    if by_video:
        held += [
            SessionFact(
                id=99,
                case="A7",
                number=16,
                on=last,
                attendance="attended",
                minutes=50,
                mode="video",
                phase="ending",
            )
        ]

    found = finding(
        "dit-supervisor-uk",
        "one_in_person",
        milestones=[QUALIFIED],
        cases=[done("A7")],
        sessions=held,
        entries=entries,
    )

    assert found.is_met is is_met


IPAF_OF_BOTH = [
    recording(1, "A7", 4, "initial", "ipaf"),
    recording(2, "B2", 4, "initial", "ipaf"),
]


@pytest.mark.parametrize(
    ("more", "have"),
    [
        # middle of one case and ending of the other: all four places
        ([recording(3, "A7", 8, "middle"), recording(4, "B2", 15, "ending")], 4),
        # both of one case: the ending must come from the other
        ([recording(3, "A7", 8, "middle"), recording(4, "A7", 15, "ending")], 3),
        # two middles: no ending yet
        ([recording(3, "A7", 8, "middle"), recording(4, "B2", 8, "middle")], 3),
        # the trainee chose the ending
        (
            [
                recording(3, "A7", 8, "middle"),
                recording(4, "B2", 15, "ending", selected_by="trainee"),
            ],
            3,
        ),
    ],
)
def test_an_ipaf_session_of_each_and_middle_and_ending_of_alternate_cases(more, have):
    found = finding(
        "dit-supervisor-uk",
        "recordings_4",
        milestones=[QUALIFIED],
        cases=[done("A7"), done("B2")],
        ratings=[*IPAF_OF_BOTH, *more],
    )

    assert (found.have, found.needed) == (have, 4)


def random(number, case, **fields):
    return recording(number, case, number, "middle", selected_by="random", **fields)


FAILED = {"verdict": "not_passed"}
CASES = [done("A7"), done("B2", date(2026, 3, 2))]


@pytest.mark.parametrize(
    ("ratings", "readings", "have", "needed"),
    [
        # three of the first, one of the second
        ([random(1, "A7"), random(2, "A7"), random(3, "A7"), random(4, "B2")], {}, 4, 4),
        # in doubt about one: a fourth of the first, so five in all, of which four are there
        (
            [
                random(1, "A7", in_doubt=True),
                random(2, "A7"),
                random(3, "A7"),
                random(4, "B2"),
            ],
            {},
            4,
            5,
        ),
        # one of three failed: two of the first count, another is rated
        (
            [random(1, "A7", **FAILED), random(2, "A7"), random(3, "A7"), random(4, "B2")],
            {},
            3,
            4,
        ),
        # read otherwise: three of the first were rated, and three of the second are to pass: 3 + 1
        (
            [random(1, "A7", **FAILED), random(2, "A7"), random(3, "A7"), random(4, "B2")],
            {"failure": "same_of_the_second"},
            4,
            6,
        ),
    ],
)
def test_the_dutch_register_rates_three_sessions_and_then_one(ratings, readings, have, needed):
    rules = Library().latest("dit-register-nl")
    [asks] = [
        question.key
        for question in rules.questions
        if any(reading.key == "same_of_the_second" for reading in question.readings)
    ]
    readings = {asks: readings["failure"]} if readings else {}

    found = finding(
        "dit-register-nl", "three_then_one", cases=CASES, ratings=ratings, readings=readings
    )

    assert (found.have, found.needed) == (have, needed)
