"""Numbers of sessions and totals of measures."""

from dataclasses import dataclass

import pytest

from workbench.cases.domain.sessions import (
    BadNumber,
    BadTotal,
    free_number,
    next_number,
    possible_total,
)


@dataclass
class Phq:
    key: str = "phq9"
    name: str = "PHQ-9"
    minimum: int = 0
    maximum: int = 27


def test_the_coming_session_follows_the_highest_number():
    assert next_number([]) == 1
    assert next_number([1, 2, 5]) == 6


def test_a_free_number_is_taken():
    assert free_number(3, {1, 2}) == 3


@pytest.mark.parametrize(
    ("number", "words"), [(0, "between 1 and 200"), (201, "between"), (2, "next free number is 3")]
)
def test_a_number_that_no_session_can_take_is_refused(number, words):
    with pytest.raises(BadNumber, match=words):
        free_number(number, {1, 2})


@pytest.mark.parametrize("total", [0, 27])
def test_a_total_may_be_anything_that_the_measure_reaches(total):
    assert possible_total(Phq(), total) == total


@pytest.mark.parametrize("total", [-1, 28])
def test_a_total_beyond_the_measure_is_refused_at_its_field(total):
    with pytest.raises(BadTotal, match="between 0 and 27") as refused:
        possible_total(Phq(), total)

    assert refused.value.field == "phq9"
