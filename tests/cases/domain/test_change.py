"""What the totals of a measure say."""

import pytest

from workbench.cases.domain.change import said
from workbench.curricula.library import Library

PHQ_9 = Library().get("dit-practitioner-5day-uk", "2026.1").measure("phq9")


@pytest.mark.parametrize(
    ("totals", "words"),
    [
        ([], "No total yet."),
        ([(1, 9)], "9 at session 1, below the caseness line."),
        (
            [(1, 18), (9, 12)],
            (
                "18 at session 1, 12 at session 9: a reliable fall of 6, "
                "at or above the caseness line."
            ),
        ),
        (
            [(1, 18), (9, 13)],
            "18 at session 1, 13 at session 9: no reliable change, at or above the caseness line.",
        ),
        (
            [(1, 4), (2, 10)],
            "4 at session 1, 10 at session 2: a reliable rise of 6, at or above the caseness line.",
        ),
    ],
)
def test_the_sentence_says_change_and_caseness(totals, words):
    assert said(PHQ_9, totals) == words
