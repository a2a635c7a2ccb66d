"""Documents: one a case or one for all, and how far each has come."""

from datetime import date

import msgspec
import pytest
from made_facts import CASE_STUDY, FORMULATIONS, case, document, facts, found, session

from workbench.progress.domain.facts import CaseStanding, Stage
from workbench.progress.domain.findings import Standing, Whose

LETTERS = msgspec.structs.replace(FORMULATIONS, kind="letter")


def test_an_agreed_document_on_each_of_two_cases_is_met_with_the_second():
    both = [
        document(stage=Stage.AGREED, on=date(2026, 4, 1)),
        document(case="B2", stage=Stage.PASSED, on=date(2026, 6, 1)),
    ]

    finding = found(FORMULATIONS, facts(documents=both))

    assert finding.standing is Standing.MET
    assert finding.met_on == date(2026, 6, 1)
    assert finding.explanation == "2 of 2 agreed."


def test_two_on_one_case_count_once():
    both = [document(stage=Stage.AGREED), document(stage=Stage.AGREED)]

    assert found(FORMULATIONS, facts(documents=both)).have == 1


@pytest.mark.parametrize(
    ("stage", "threads", "words", "whose", "what"),
    [
        (Stage.DRAFT, 0, "is a draft", Whose.TRAINEE, "Submit the draft: “IPAF agreed”"),
        (Stage.SUBMITTED, 0, "waits for a review", Whose.SUPERVISOR, "Review it: “IPAF agreed”"),
        (
            Stage.REVIEWED,
            4,
            "has four open comments",
            Whose.TRAINEE,
            "Answer the comments: “IPAF agreed”",
        ),
        (
            Stage.REVIEWED,
            0,
            "came back to be revised",
            Whose.TRAINEE,
            "Answer the comments: “IPAF agreed”",
        ),
    ],
)
def test_a_document_on_its_way_says_how_far_and_whose_move_it_is(
    stage, threads, words, whose, what
):
    one = document(stage=stage, open_threads=threads, version=3)

    finding = found(FORMULATIONS, facts(documents=[one]))

    assert finding.shortfalls == (f"A7, version 3 {words}",)
    assert finding.explanation == f"0 of 2 agreed: A7, version 3 {words}; usual by session 4."
    assert (finding.next_move.whose, finding.next_move.what) == (whose, what)


def test_only_the_trainees_own_are_drafts():
    two = [document(stage=Stage.SUBMITTED), document(case="B2", stage=Stage.REVIEWED)]

    finding = found(FORMULATIONS, facts(documents=two))

    assert (finding.waiting, finding.draft) == (1, 1)


def test_an_agreed_case_study_is_not_a_passed_one():
    agreed = document("case_study", case=None, stage=Stage.AGREED)

    finding = found(CASE_STUDY, facts(documents=[agreed]))

    assert finding.explanation == "0 of 1 passed: version 1 is agreed and not passed yet."
    assert finding.next_move.whose is Whose.PROVIDER


def test_a_document_for_the_whole_training_may_be_about_a_case():
    passed = document("case_study", case="A7", stage=Stage.PASSED)

    assert found(CASE_STUDY, facts(documents=[passed])).is_met


def test_a_document_of_no_case_is_none_of_a_case_and_a_later_one_does_not_count_yet():
    two = [
        document(case=None, stage=Stage.AGREED),
        document(stage=Stage.AGREED, on=date(2026, 12, 1)),
    ]

    assert found(FORMULATIONS, facts(documents=two)).have == 0


@pytest.mark.parametrize(("number", "standing"), [(11, Standing.NOT_DUE), (12, Standing.UNDER_WAY)])
def test_a_letter_is_due_from_the_session_by_which_it_is_drafted(number, standing):
    known = facts(cases=[case("A7")], sessions=[session("A7", number)])

    finding = found(LETTERS, known)

    assert finding.standing is standing
    assert finding.next_move.what == "Begin it: “IPAF agreed”"


def test_a_case_that_ended_early_makes_nothing_due():
    dropped = case("A7", CaseStanding.DROPPED_OUT)

    finding = found(LETTERS, facts(cases=[dropped], sessions=[session("A7", 13)]))

    assert finding.standing is Standing.NOT_DUE


@pytest.mark.parametrize("kind", ["reflection", "case_study", "poem"])
def test_a_kind_without_a_session_is_never_due_by_itself(kind):
    asked = msgspec.structs.replace(FORMULATIONS, kind=kind)

    finding = found(asked, facts(cases=[case("A7")], sessions=[session("A7", 13)]))

    assert finding.standing is Standing.NOT_DUE
