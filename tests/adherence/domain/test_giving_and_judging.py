"""What a rater gives, what is still missing, and what the pass rule says of it."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from workbench.adherence.domain.form import form_for
from workbench.adherence.domain.giving import Chosen, Given, missing, read
from workbench.adherence.domain.judging import judge, mean
from workbench.adherence.domain.score import Answer
from workbench.curricula.library import Library

CURRICULUM = Library().get("dit-practitioner-5day-uk", "2026.1")
FORM = form_for(CURRICULUM, "middle", short=True)
KEYS = [item.task.key for item in FORM.items]


def scored(skill, extent=3):
    return Given(answer=Answer.SCORED, first=extent, second=skill)


def all_given(line):
    return dict.fromkeys(KEYS, line)


def test_the_long_form_holds_the_phase_and_the_cross_phase_tasks_and_the_short_one_eleven():
    long_form = form_for(CURRICULUM, "middle", short=False)

    assert (len(long_form.items), len(FORM.items), len(FORM.markers)) == (23, 11, 8)
    assert {item.task.key[0] for item in long_form.items} == {"B", "G"}
    assert [item.task.key for item in FORM.every][-1] == "X08"


def test_every_point_of_a_scale_has_its_anchor_in_view():
    assert all(len(scale.points) == len(scale.values) for i in FORM.every for scale in i.scales)


@pytest.mark.parametrize(
    ("chosen", "given_there"),
    [
        (Chosen(first="3", second="4"), scored(4)),
        (Chosen(first="0"), Given(answer=Answer.SCORED, first=0)),
        (Chosen(first="not_due"), Given(answer=Answer.NOT_DUE)),
        (
            Chosen(first="departed", reason="Too soon"),
            Given(answer=Answer.DEPARTED, reason="Too soon"),
        ),
        (
            Chosen(evidence_at="1:02:40", evidence="“I cope.”"),
            Given(evidence_at="1:02:40", evidence="“I cope.”"),
        ),
        (Chosen(), Given()),
    ],
)
def test_what_is_lawful_is_kept_without_complaint(chosen, given_there):
    givens, complaints = read(FORM, {KEYS[0]: chosen})

    assert givens[KEYS[0]] == given_there
    assert not complaints


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        (Chosen(first="5"), "not on the scale"),
        (Chosen(first="2.5"), "not on the scale"),
        (Chosen(first="-1"), "not on the scale"),
        (Chosen(first="maybe"), "not on the scale"),
        (Chosen(first="3", second="7"), "not on the scale"),
        (Chosen(first="0", second="3"), "skill is not asked here"),
        (Chosen(first="not_due", second="3"), "skill is not asked here"),
        (Chosen(evidence_at="12.40"), "as 12:40"),
        (Chosen(reason="x" * 1001), "1000 are the limit"),
        (Chosen(evidence="x" * 401), "over 400 characters"),
    ],
)
def test_what_is_not_lawful_is_told_at_its_task(chosen, words):
    _, complaints = read(FORM, {KEYS[0]: chosen})

    assert words in complaints[KEYS[0]]


def test_a_marker_has_one_scale_and_no_second():
    marker = FORM.markers[0].task.key

    givens, complaints = read(FORM, {marker: Chosen(first="1", second="3")})

    assert givens[marker].first == 1
    assert "skill is not asked here" in complaints[marker]


def test_a_task_without_an_answer_a_skill_or_a_reason_is_missing():
    givens = all_given(scored(3)) | {
        KEYS[0]: Given(),
        KEYS[1]: scored(None),
        KEYS[2]: Given(answer=Answer.DEPARTED),
        KEYS[3]: Given(answer=Answer.SCORED, first=0),
        KEYS[4]: Given(answer=Answer.NOT_DONE),
    }

    found = missing(FORM, givens)

    assert list(found) == KEYS[:3]


def test_half_of_the_points_and_no_low_core_task_passes():
    judgement = judge(FORM, all_given(scored(3)))

    assert judgement.verdict == "passed"
    assert judgement.words.startswith("33 of 66 points, 50 per cent")


def test_one_point_under_half_does_not_pass():
    givens = all_given(scored(3)) | {KEYS[0]: scored(2)}

    judgement = judge(FORM, givens)

    assert judgement.verdict == "not_passed"
    assert judgement.words == "32 of 66 points, 48 per cent; 50 per cent are asked for."


def test_a_core_task_under_the_floor_does_not_pass_whatever_the_rest():
    givens = all_given(scored(6)) | {KEYS[0]: Given(answer=Answer.NOT_DONE)}

    judgement = judge(FORM, givens)

    assert judgement.verdict == "not_passed"
    assert FORM.items[0].task.label in judgement.words


def test_a_cross_phase_task_under_the_floor_is_no_core_task():
    givens = all_given(scored(6)) | {KEYS[-1]: scored(1)}

    assert judge(FORM, givens).verdict == "passed"


def test_what_was_not_due_or_left_on_purpose_is_left_out():
    givens = all_given(scored(3)) | {
        KEYS[0]: Given(answer=Answer.NOT_DUE),
        KEYS[1]: Given(answer=Answer.DEPARTED, reason="Too soon"),
    }

    assert judge(FORM, givens).words.startswith("27 of 54 points")
    assert mean(FORM, givens) == 3


def test_nothing_scored_is_no_verdict():
    givens = all_given(Given(answer=Answer.NOT_DUE))

    assert judge(FORM, givens).verdict is None
    assert mean(FORM, givens) is None


def test_a_form_with_one_scale_asks_for_no_second_and_no_rule_says_nothing():
    only_extent = [replace(task, scales=("extent",)) for task in CURRICULUM.tasks]
    form = form_for(replace(CURRICULUM, tasks=tuple(only_extent)), "middle", short=True)

    judgement = judge(form, all_given(Given(answer=Answer.SCORED, first=2)))

    assert not form.items[0].asks_second(4)
    assert (judgement.verdict, judgement.points, judgement.tasks) == (None, 22, 11)
    assert judgement.words == "This curriculum sets no pass rule."


@given(st.lists(st.integers(0, 6), min_size=len(KEYS), max_size=len(KEYS)))
def test_a_share_never_rounds_up_to_a_pass(skills):
    givens = {key: scored(skill) for key, skill in zip(KEYS, skills, strict=True)}

    judgement = judge(FORM, givens)

    if Fraction(sum(skills), 6 * len(KEYS)) < Fraction(1, 2):
        assert judgement.verdict == "not_passed"


@given(st.lists(st.sampled_from(["", "0", "4", "9", "not_due", "é"]), min_size=2, max_size=2))
def test_reading_never_raises(texts):
    first, second = texts

    read(FORM, {key: Chosen(first=first, second=second) for key in KEYS})
