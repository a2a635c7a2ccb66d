from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from workbench.documents.domain.diff import Run, RunKind, changed_sections, word_diff
from workbench.documents.domain.text import SectionText

SAME, REMOVED, ADDED = RunKind.SAME, RunKind.REMOVED, RunKind.ADDED
WORDS = st.lists(
    st.sampled_from(["self", "other", "fear", "the", "a", ",", ". ", " ", " ", "\n\n", "é"])
).map("".join)


@given(WORDS, WORDS)
def test_a_diff_holds_both_texts_whole(old, new):
    runs = word_diff(old, new)

    assert "".join(run.text for run in runs if run.kind is not ADDED) == old
    assert "".join(run.text for run in runs if run.kind is not REMOVED) == new


@given(WORDS, WORDS)
def test_runs_are_joined_and_what_went_stands_before_what_came(old, new):
    kinds = [run.kind for run in word_diff(old, new)]

    assert all(kind is not following for kind, following in pairwise(kinds))
    assert (ADDED, REMOVED) not in pairwise(kinds)


def test_words_change_whole():
    assert word_diff("She is angry now.", "She was angry now.") == [
        Run(SAME, "She "),
        Run(REMOVED, "is"),
        Run(ADDED, "was"),
        Run(SAME, " angry now."),
    ]


def test_a_lone_small_word_does_not_break_a_change_in_two():
    assert word_diff("left. There may be pain.", "left. She can see a fear.") == [
        Run(SAME, "left. "),
        Run(REMOVED, "There may be pain"),
        Run(ADDED, "She can see a fear"),
        Run(SAME, "."),
    ]
    assert word_diff("One red the green end", "One blue the yellow end") == [
        Run(SAME, "One "),
        Run(REMOVED, "red the green"),
        Run(ADDED, "blue the yellow"),
        Run(SAME, " end"),
    ]


def test_equal_texts_are_one_run_and_no_text_is_none():
    assert word_diff("a b", "a b") == [Run(SAME, "a b")]
    assert word_diff("", "") == []


def test_a_new_paragraph_is_one_run():
    assert word_diff("One here.\n\nTwo here.", "One here.\n\nNew here.\n\nTwo here.") == [
        Run(SAME, "One here.\n\n"),
        Run(ADDED, "New here.\n\n"),
        Run(SAME, "Two here."),
    ]


def test_sections_that_changed_are_named():
    old = [SectionText("a", "", "x"), SectionText("b", "", "y"), SectionText("c", "", "")]
    new = [SectionText("a", "", "x"), SectionText("b", "", "z"), SectionText("d", "", "new")]

    assert changed_sections(old, new) == ["b", "d"]
    assert changed_sections(new, old) == ["b", "d"]
