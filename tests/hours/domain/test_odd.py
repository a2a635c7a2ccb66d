"""What looks odd about an entry."""

from datetime import date, timedelta

import pytest

from workbench.hours.domain.odd import Looked, Oddity, oddities

TODAY = date(2026, 11, 21)


def looked(**values):
    return Looked(**{"worked_on": TODAY, "logged_on": TODAY, "minutes": 50} | values)


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({}, ()),
        ({"minutes": 240}, ()),
        ({"minutes": 241}, (Oddity.LONG,)),
        ({"twins": 1}, (Oddity.DUPLICATE,)),
        ({"worked_on": TODAY - timedelta(days=59)}, ()),
        ({"worked_on": TODAY - timedelta(days=60)}, (Oddity.LATE,)),
        ({"worked_on": TODAY + timedelta(days=1)}, (Oddity.FUTURE,)),
        ({"session_number": 1}, ()),
        ({"session_number": 3, "known_numbers": {2, 3}}, ()),
        ({"session_number": 3, "known_numbers": {1, 3}}, (Oddity.GAP,)),
        ({"minutes": 541, "twins": 2}, (Oddity.LONG, Oddity.DUPLICATE)),
    ],
)
def test_oddities_are_named(values, found):
    assert oddities(looked(**values), TODAY) == found
