"""What blocks a trainee next, whose move it is, and in what order it is told."""

from datetime import date

import pytest
from made_facts import (
    EVERYTHING,
    SUPERVISED,
    TODAY,
    curriculum,
    document,
    entry,
    facts,
    milestone,
)
from made_supervision import MONTHLY, practice, supervised

from workbench.progress.domain.evaluate import evaluate
from workbench.progress.domain.facts import Stage, SupervisionFact
from workbench.progress.domain.findings import Link
from workbench.progress.domain.move import PROVIDER, YOU, MoveKind
from workbench.progress.domain.moves import moves

AHMED = SupervisionFact(supervisor="Dr Ahmed", start=date(2026, 1, 5))


TUESDAY = date(2026, 11, 17)


def found(asked=EVERYTHING, *, on=TODAY, supervisions=(AHMED,), **known):
    fact = facts(supervisions=supervisions, **known)
    return moves(asked, fact, evaluate(asked, fact, on=on), on=on)


def of(kind, **known):
    """The moves of one kind."""
    return [move for move in found(**known) if move.kind is kind]


def test_a_returned_entry_is_yours_with_the_words_of_the_supervisor():
    one = entry(
        standing="returned", supervisor="Dr Ahmed", moved_on=TUESDAY, note="Who covered the 3rd?"
    )

    [move] = of(MoveKind.RETURNED, entries=[one])

    assert move.is_yours
    assert move.what == "One entry came back"
    assert move.why == "Dr Ahmed, Tuesday: “Who covered the 3rd?”"
    assert move.link == (Link.ENTRY, one.id)
    assert move.since == TUESDAY


def test_several_are_one_line_for_each_supervisor_and_lead_to_the_filtered_log():
    log = [
        entry(standing="returned", supervisor="Dr Ahmed", moved_on=TODAY),
        entry(standing="returned", supervisor="Dr Ahmed", moved_on=date(2026, 11, 20)),
        entry(standing="returned", moved_on=date(2026, 11, 3)),
    ]

    oldest, two = of(MoveKind.RETURNED, entries=log)

    assert oldest.why == "Your supervisor, 3 November"
    assert two.what == "Two entries came back"
    assert two.why == "Dr Ahmed, yesterday"
    assert two.link == (Link.LOG, "returned")


@pytest.mark.parametrize(
    ("count", "what"),
    [(1, "One entry has a question to answer"), (2, "Two entries have a question to answer")],
)
def test_a_query_is_yours_to_answer(count, what):
    log = [entry(standing="queried", supervisor="Dr Ahmed") for _ in range(count)]

    [move] = of(MoveKind.QUERIED, entries=log)

    assert (move.whose, move.what) == (YOU, what)


@pytest.mark.parametrize(
    ("count", "what"),
    [(1, "One draft, 1.0 h, is not submitted"), (3, "Three drafts, 3.0 h, are not submitted")],
)
def test_drafts_are_yours_to_submit(count, what):
    log = [entry(standing="draft", on=date(2026, 11, 3)) for _ in range(count)]

    [move] = of(MoveKind.DRAFTS, entries=log)

    assert (move.whose, move.what) == (YOU, what)
    assert move.why == "The oldest is from 3 November"


def test_entries_wait_with_the_supervisor_they_were_sent_to():
    log = [
        entry(standing="submitted", supervisor="Dr Ahmed", moved_on=date(2026, 11, 15)),
        entry(standing="submitted", supervisor="Dr Ahmed", moved_on=TODAY),
    ]

    [move] = of(MoveKind.COUNTERSIGN, entries=log)

    assert move.whose == "Dr Ahmed"
    assert move.what == "Two entries, 2.0 h, to countersign"
    assert move.why == "Oldest has waited six days"


def test_an_entry_that_names_nobody_waits_with_the_supervisor_of_the_day():
    [move] = of(MoveKind.COUNTERSIGN, entries=[entry(standing="submitted", moved_on=TODAY)])

    assert move.whose == "Dr Ahmed"
    assert move.why == "Sent today"


def test_without_a_supervisor_it_is_the_providers_move():
    ended = SupervisionFact(supervisor="Dr Ahmed", start=date(2026, 1, 5), end=date(2026, 10, 29))

    [move] = of(MoveKind.NO_SUPERVISOR, entries=[entry(standing="submitted")], supervisions=[ended])

    assert move.whose == PROVIDER
    assert move.what == "No supervisor since 30 October"
    assert move.why == "1.0 h cannot be countersigned"
    assert move.since == date(2026, 10, 30)


def test_before_the_first_supervisor_nobody_can_countersign():
    [move] = of(MoveKind.NO_SUPERVISOR, supervisions=())

    assert (move.what, move.why) == ("No supervisor yet", "Nobody can countersign")


def test_an_entry_replaced_by_its_correction_asks_for_nothing():
    log = [entry(id=1001, standing="returned"), entry(id=1002, corrects=1001)]

    assert of(MoveKind.RETURNED, entries=log) == []


def test_an_overdue_deadline_and_lagging_supervision_are_told():
    known = {
        "milestones": [milestone("course", on=date(2023, 1, 5))],
        "entries": [entry(on=date(2023, 5, 1))],
    }

    advised, overdue = of(MoveKind.OVERDUE, **known)
    [lagging] = of(MoveKind.LAGGING, **known)

    assert advised.what == "Best within two years"
    assert overdue.what == "All within three years"
    assert overdue.since == date(2026, 1, 5)
    assert lagging.what == "DIT supervision has not kept up with your sessions"


def test_yours_come_first_then_the_kinds_in_their_order():
    log = [
        entry(standing="draft"),
        entry(standing="submitted"),
        entry(standing="queried"),
        entry(standing="returned"),
    ]

    told = [move.kind for move in found(curriculum(SUPERVISED), entries=log)]

    assert told == [
        MoveKind.RETURNED,
        MoveKind.QUERIED,
        MoveKind.LAGGING,
        MoveKind.DRAFTS,
        MoveKind.COUNTERSIGN,
    ]


def test_of_several_supervisors_the_last_to_come_is_named():
    bell = SupervisionFact(supervisor="Dr Bell", start=date(2026, 6, 1))

    [move] = of(
        MoveKind.COUNTERSIGN, entries=[entry(standing="submitted")], supervisions=[bell, AHMED]
    )

    assert move.whose == "Dr Bell"


def short(*entries):
    return of(MoveKind.SHORT, asked=curriculum(MONTHLY), entries=entries)


def test_a_month_that_fell_short_is_the_providers_move_and_one_that_waits_is_not_short_yet():
    waits = supervised(date(2026, 3, 9), standing="submitted")

    [move] = short(*practice(date(2026, 3, 4)))

    assert move.whose == PROVIDER
    assert move.what == "Monthly supervision: say what follows from March 2026"
    assert move.why == "March 2026 has 0 of 1.5 h."
    assert not short(*practice(date(2026, 3, 4)), waits)


def test_a_draft_that_would_mend_one_month_is_the_trainees_move_where_another_is_lost():
    drafted = supervised(date(2026, 4, 9), standing="draft")

    [move] = short(*practice(date(2026, 3, 4), date(2026, 4, 4)), drafted)

    assert move.whose == YOU
    assert move.what == "Monthly supervision: submit the drafts of supervision"


@pytest.mark.parametrize(
    ("correct_by", "why"),
    [
        (date(2026, 11, 3), "Sent back on 1 November; to be corrected by 3 November"),
        (None, "Sent back on 1 November; correct it and send the next version"),
    ],
)
def test_an_identifying_detail_comes_before_every_other_move(correct_by, why):
    slipped = document(
        kind="goodbye_letter",
        stage=Stage.REVIEWED,
        sent_back_on=date(2026, 11, 1),
        correct_by=correct_by,
    )
    commented = document(stage=Stage.REVIEWED, open_threads=2)

    first = found(documents=[commented, slipped])[0]

    assert first.what.endswith(": an identifying detail to take out")
    assert (first.why, first.is_yours) == (why, True)
