"""Whose move it is where something is written or rated: documents, letters, recordings."""

from datetime import date

import pytest
from made_facts import (
    case,
    document,
    rating,
    session,
)
from test_moves import AHMED, TUESDAY, of

from workbench.curricula.activities import Attendance
from workbench.progress.domain.facts import CaseStanding, Stage
from workbench.progress.domain.findings import Link
from workbench.progress.domain.move import PROVIDER, YOU, MoveKind


@pytest.mark.parametrize(
    ("stage", "threads", "what", "why"),
    [
        (
            Stage.REVIEWED,
            4,
            "IPAF, case A7: four open comments",
            "Review sent on 1 November; please revise",
        ),
        (
            Stage.REVIEWED,
            0,
            "IPAF, case A7: please revise",
            "Review sent on 1 November; please revise",
        ),
        (
            Stage.DRAFT,
            1,
            "IPAF, case A7: one open comment",
            "Answer them, then submit the new version",
        ),
    ],
)
def test_comments_are_yours_to_answer(stage, threads, what, why):
    [move] = of(MoveKind.COMMENTS, documents=[document(stage=stage, open_threads=threads)])

    assert (move.whose, move.what, move.why) == (YOU, what, why)


@pytest.mark.parametrize(
    ("reviewer", "supervisions", "whose"),
    [
        ("Dr Bell", [AHMED], "Dr Bell"),
        (None, [AHMED], "Dr Ahmed"),
        (None, [], PROVIDER),
    ],
)
def test_a_submitted_document_waits_with_its_reviewer(reviewer, supervisions, whose):
    one = document("case_study", None, Stage.SUBMITTED, reviewer=reviewer, version=2)

    [move] = of(MoveKind.REVIEW, documents=[one], supervisions=supervisions)

    assert move.whose == whose
    assert move.what == "CASE_STUDY, version 2, to review"
    assert move.why == "Oldest has waited 20 days"


def test_a_document_that_is_agreed_or_a_quiet_draft_or_of_an_unknown_kind_asks_for_nothing():
    quiet = [document(stage=Stage.AGREED), document("poem")]

    assert of(MoveKind.COMMENTS, documents=quiet) == []
    assert of(MoveKind.REVIEW, documents=quiet) == []


def test_a_case_that_reached_the_session_without_its_formulation_asks_for_one():
    known = {"cases": [case("B2")], "sessions": [session("B2", 3), session("B2", 2)]}

    [move] = of(MoveKind.DOCUMENT_DUE, **known)

    assert move.what == "IPAF, case B2: to be begun"
    assert move.why == "Session 3 has been; usual by session 4"
    assert move.link == (Link.CASE, "B2")


def test_a_draft_is_asked_for_once_it_is_usually_shared():
    draft = document(case="B2")
    known = {"cases": [case("B2")], "documents": [draft]}

    early = of(MoveKind.DOCUMENT_DUE, sessions=[session("B2", 3)], **known)
    [late] = of(MoveKind.DOCUMENT_DUE, sessions=[session("B2", 4)], **known)

    assert early == []
    assert late.what == "IPAF, case B2: to be submitted"
    assert late.link == (Link.DOCUMENT, draft.id)


def test_a_letter_is_asked_for_towards_the_ending():
    known = {
        "cases": [case("A7")],
        "sessions": [session("A7", 12)],
        "documents": [document(stage=Stage.AGREED)],
    }

    [move] = of(MoveKind.DOCUMENT_DUE, **known)

    assert move.what == "LETTER, case A7: to be begun"
    assert move.why == "Session 12 has been; draft by session 12, share by 14"


@pytest.mark.parametrize(
    "held",
    [
        session("A7", 4, attendance=Attendance.DID_NOT_ATTEND),
        session("A7", 4, on=date(2026, 12, 1)),
        session("C3", 4),
    ],
)
def test_a_missed_or_later_session_makes_nothing_due(held):
    dropped = case("C3", CaseStanding.DROPPED_OUT)

    assert of(MoveKind.DOCUMENT_DUE, cases=[case("A7"), dropped], sessions=[held]) == []


def test_your_own_rating_comes_first():
    asked = rating("A7", 7, signed_on=None, verdict=None, asked_on=TUESDAY)

    [move] = of(MoveKind.RATE_YOURSELF, ratings=[asked])

    assert move.is_yours
    assert move.what == "Middle recording, A7, session 7, to rate yourself"
    assert move.why == "Yours comes first; then you see both"
    assert move.since == TUESDAY


@pytest.mark.parametrize(("rater", "who"), [("Dr Ahmed", "Dr Ahmed"), (None, "Your supervisor")])
def test_a_signed_rating_of_the_supervisor_waits_for_yours(rater, who):
    begun = rating("A7", 7, by="self", signed_on=None)
    theirs = rating("A7", 7, rater=rater, signed_on=TUESDAY)

    [move] = of(MoveKind.RATE_YOURSELF, ratings=[theirs, begun])

    assert move.why == f"{who} has signed theirs, Tuesday; yours opens it"
    assert move.link == (Link.RATING, begun.id)
    assert move.since == TUESDAY


@pytest.mark.parametrize(
    ("ratings", "supervisions", "whose"),
    [
        ([], [AHMED], "Dr Ahmed"),
        ([rating("A7", 7, signed_on=None, rater="Dr Bell")], [AHMED], "Dr Bell"),
        ([], [], PROVIDER),
    ],
)
def test_your_signed_rating_waits_for_the_supervisors(ratings, supervisions, whose):
    own = rating("A7", 7, by="self", phase="unheard_of", signed_on=date(2026, 11, 12))

    [move] = of(MoveKind.RATE, ratings=[own, *ratings], supervisions=supervisions)

    assert move.whose == whose
    assert move.what == "Unheard_of recording, A7, session 7, to rate"
    assert move.why == "You rated yourself on 12 November; theirs opens yours"


def test_a_session_rated_by_both_asks_for_nothing():
    both = [rating("A7", 7, by="self"), rating("A7", 7)]

    assert of(MoveKind.RATE, ratings=both) == []
    assert of(MoveKind.RATE_YOURSELF, ratings=both) == []
