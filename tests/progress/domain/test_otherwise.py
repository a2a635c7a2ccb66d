"""What a finding would be under the readings that were not taken, and its lines on the page."""

from datetime import date
from fractions import Fraction

import msgspec
import pytest
from made_facts import (
    CASE_STUDY,
    FORMULATIONS,
    HOURS,
    RECORDINGS,
    ROLE_PLAY,
    TODAY,
    YEAR,
    curriculum,
    document,
    entry,
    facts,
    milestone,
    rating,
)
from made_supervision import MONTHLY, practice, supervised
from test_gaps_rule import FORTNIGHT

from workbench.curricula.asked_hours import Prior
from workbench.curricula.readings import Question, Reading
from workbench.progress.domain.evaluate import evaluate
from workbench.progress.domain.facts import PriorFact, Stage
from workbench.progress.domain.findings import Standing, Unit
from workbench.progress.domain.otherwise import read_otherwise
from workbench.progress.domain.units import NOUNS, asked_for, reached, so_far
from workbench.progress.workings import worked_through

MONTH = Question(
    key="month",
    asks="What is a month?",
    readings=(
        Reading(key="calendar", words="One of the calendar."),
        Reading(
            key="sliding",
            words="Any thirty days.",
            sets={"monthly": {"month": "sliding"}},
        ),
    ),
)
OF_NOTHING_HERE = Question(
    key="hours",
    asks="How many hours?",
    readings=(
        Reading(key="many", words="150."),
        Reading(key="few", words="100.", sets={"hours": {"hours": 100}}),
    ),
)
RULES = msgspec.structs.replace(curriculum(MONTHLY, HOURS), questions=(MONTH, OF_NOTHING_HERE))


def open_questions(known):
    [gate] = evaluate(RULES, known, on=TODAY)
    return read_otherwise(RULES, known, gate.findings[0], on=TODAY)


def test_only_questions_that_touch_the_requirement_are_asked_of_it():
    """Practised on 30 April, met on the 1st: enough in April, none in the 30 days after."""
    log = [*practice(date(2026, 4, 30)), supervised(date(2026, 4, 1))]

    [question] = open_questions(facts(entries=log))

    [other] = question.others
    assert (question.asks, question.taken) == ("What is a month?", "One of the calendar.")
    assert other.words == "Any thirty days."
    assert other.finding.standing is Standing.SHORT
    assert not other.is_the_same
    assert question.matters


def test_a_reading_that_changes_nothing_says_so():
    log = [*practice(date(2026, 4, 1)), supervised(date(2026, 4, 9))]

    [question] = open_questions(facts(entries=log))

    assert question.others[0].is_the_same
    assert not question.matters


def test_every_unit_has_its_words():
    assert set(NOUNS) == set(Unit)


@pytest.mark.parametrize(
    ("amount", "unit", "needed", "there"),
    [
        (Fraction(3, 2), Unit.HOURS, "1.5 h", "1.5 h"),
        # a third is rounded up where it is asked for, and down where it is there
        (Fraction(1, 3), Unit.HOURS, "0.4 h", "0.3 h"),
        (Fraction(14), Unit.DAYS, "14 days", "14 days"),
        (Fraction(1), Unit.MEETINGS, "1 meeting", "1 meeting"),
        (Fraction(0), Unit.SIGNATURES, "0 signatures", "0 signatures"),
    ],
)
def test_amounts_are_said_with_their_unit(amount, unit, needed, there):
    assert (asked_for(amount, unit), reached(amount, unit)) == (needed, there)


def workings(asked, known):
    rules = curriculum(asked)
    return worked_through(rules, known, rules.gates[0], asked, on=TODAY)


def test_a_milestone_has_no_amounts_but_its_days():
    known = facts(milestones=[milestone("role_play", until=date(2027, 3, 4))])

    shown = workings(ROLE_PLAY, known)

    assert shown.amounts == (("Met on", "4 March 2026"), ("Last day", "4 March 2027"))
    assert so_far(shown.finding) == ""
    assert shown.move == ""


def test_what_waits_and_what_is_drafted_are_told_apart():
    log = [entry(), entry(standing="submitted"), entry(standing="draft")]

    shown = workings(HOURS, facts(entries=log))

    assert shown.amounts == (
        ("Needed", "150 h"),
        ("Vouched for", "1.0 h"),
        ("Waiting for somebody else", "1.0 h"),
        ("Not handed in yet", "1.0 h"),
    )
    assert (shown.whose, shown.move) == ("the trainee", "Submit one draft.")


def test_ratings_and_documents_that_counted_are_named_in_words():
    rated = [rating("A7", 3, rater="Dr Ahmed")]
    written = [
        document(stage=Stage.AGREED, version=3),
        document("case_study", None, Stage.PASSED),
    ]

    assert workings(RECORDINGS, facts(ratings=rated)).others == (
        "A7, session 3, signed on 1 November 2026 by Dr Ahmed",
    )
    assert workings(FORMULATIONS, facts(documents=written)).others == (
        "A7, version 3, agreed on 1 November 2026",
    )
    assert workings(CASE_STUDY, facts(documents=written)).others == (
        "version 1, passed on 1 November 2026",
    )


def test_letters_about_earlier_years_stand_beside_the_entries():
    with_letters = msgspec.structs.replace(HOURS, prior=Prior.COUNTS)
    letters = [
        PriorFact(
            id=number,
            activity="therapy",
            minutes=600,
            document=name,
            start=date(2024, 1, 1),
            end=date(2024, 6, 30),
            verified_by=verified,
            verified_on=date(2026, 1, 5) if verified else None,
        )
        for number, (name, verified) in enumerate([("Quay Clinic", "Ms Lind")], 1)
    ]

    shown = workings(with_letters, facts(prior=letters, entries=[entry(standing="withdrawn")]))

    assert shown.others == ("Quay Clinic, 1 January to 30 June 2024",)
    assert [line.entry is None for line in shown.left_out] == [False]
    refused = workings(HOURS, facts(prior=letters))
    assert all(line.what == "Letter about earlier years" for line in refused.left_out)


def test_a_gap_is_asked_for_as_at_most_so_many_days():
    log = practice(date(2026, 3, 2), date(2026, 3, 20))

    [line] = workings(FORTNIGHT, facts(entries=log)).windows

    assert (line.needed, line.have, line.waiting) == ("at most 14 days", "18 days", "")


@pytest.mark.parametrize(
    ("asked", "said"),
    [(HOURS, "1.0 of 150 h"), (YEAR, "0 of 12 months"), (RECORDINGS, "0 of 4")],
)
def test_the_narrow_column_says_how_much_of_how_much(asked, said):
    assert so_far(workings(asked, facts(entries=[entry()])).finding) == said


def test_where_nothing_is_needed_yet_nothing_is_said_of_amounts():
    shown = workings(MONTHLY, facts())

    assert shown.amounts == ()
    assert so_far(shown.finding) == ""
