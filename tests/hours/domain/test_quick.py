"""How a line of the entry bar reads."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.curricula.activities import Attendance, Mode
from workbench.hours.domain.quick import Reading, Unread, read, vocabulary
from workbench.hours.domain.quick_words import day_at, duration

TODAY = date(2026, 11, 21)
"""A Saturday."""
WORDS = vocabulary(
    ["A7", "B2"],
    [
        "dit_therapy",
        "psychodynamic_therapy",
        "supervision",
        "psychodynamic_supervision",
        "personal_therapy",
        "teaching",
    ],
    {"phq9": "PHQ-9", "gad7": "GAD-7"},
)


@pytest.mark.parametrize(
    ("line", "reading"),
    [
        ("50 A7 yesterday", Reading(minutes=50, code="A7", day=date(2026, 11, 20))),
        (
            "1:15 supervision mon",
            Reading(minutes=75, activity="supervision", day=date(2026, 11, 16)),
        ),
        (
            "A7 dna 12/11",
            Reading(code="A7", attendance=Attendance.DID_NOT_ATTEND, day=date(2026, 11, 12)),
        ),
        (
            "1.5 teaching 12 nov",
            Reading(minutes=90, activity="teaching", day=date(2026, 11, 12)),
        ),
        (
            "50m B2 today phq 12 gad 8",
            Reading(minutes=50, code="B2", day=TODAY, totals=(("phq9", 12), ("gad7", 8))),
        ),
        ("1h sup, by video", Reading(minutes=60, activity="supervision", mode=Mode.VIDEO)),
        ("personal 50", Reading(minutes=50, activity="personal_therapy")),
        ("", Reading()),
    ],
)
def test_a_line_reads_as_it_was_meant(line, reading):
    assert read(line, WORDS, TODAY) == reading


@pytest.mark.parametrize(
    ("line", "unread"),
    [
        ("50 C9 yesterday", [Unread("C9", 3, 5)]),
        ("50 60 A7", [Unread("60", 3, 5)]),
        ("A7 B2", [Unread("B2", 3, 5)]),
        ("A7 today yesterday", [Unread("yesterday", 9, 18)]),
        ("A7 31/2", [Unread("31/2", 3, 7)]),
        ("A7 phq", [Unread("phq", 3, 6)]),
        ("A7 phq high", [Unread("phq", 3, 6), Unread("high", 7, 11)]),
        ("A7 phq 3 phq 4", [Unread("phq", 9, 12), Unread("4", 13, 14)]),
        ("A7 dna dna", [Unread("dna", 7, 10)]),
        ("A7 video phone", [Unread("phone", 9, 14)]),
        ("teaching supervision", [Unread("supervision", 9, 20)]),
        ("therapy", [Unread("therapy", 0, 7)]),
        ("psy", [Unread("psy", 0, 3)]),
        ("su", [Unread("su", 0, 2)]),
        ("...", [Unread("...", 0, 3)]),
    ],
)
def test_what_cannot_be_read_is_named_with_its_place(line, unread):
    reading = read(line, WORDS, TODAY)

    assert [one for one in reading.unread if one.word != "4"] == [
        one for one in unread if one.word != "4"
    ]
    assert not reading.is_certain


def test_a_line_is_certain_once_it_says_what_was_done():
    assert read("A7", WORDS, TODAY).is_certain
    assert read("teaching", WORDS, TODAY).is_certain
    assert not read("50 yesterday", WORDS, TODAY).is_certain


@pytest.mark.parametrize(
    ("token", "minutes"),
    [
        ("50", 50),
        ("50m", 50),
        ("50mins", 50),
        ("1h", 60),
        ("1h15", 75),
        ("1h5m", 65),
        ("1:15", 75),
        ("1.5", 90),
        (".5h", 30),
        ("1500", 1500),
        ("1:75", None),
        ("h", None),
        ("-5", None),
        ("1,5", None),
    ],
)
def test_a_duration_is_read(token, minutes):
    assert duration(token) == minutes


@pytest.mark.parametrize(
    ("tokens", "day"),
    [
        (["today"], (TODAY, 1)),
        (["yest"], (date(2026, 11, 20), 1)),
        (["sat"], (TODAY, 1)),
        (["sunday"], (date(2026, 11, 15), 1)),
        (["12/11"], (date(2026, 11, 12), 1)),
        (["12/12"], (date(2025, 12, 12), 1)),
        (["12/11/25"], (date(2025, 11, 12), 1)),
        (["12/11/2025"], (date(2025, 11, 12), 1)),
        (["29/2"], (date(2024, 2, 29), 1)),
        (["2026-11-03"], (date(2026, 11, 3), 1)),
        (["12", "nov"], (date(2026, 11, 12), 2)),
        (["nov", "12th"], (date(2026, 11, 12), 2)),
        (["31", "feb"], None),
        (["31/2"], None),
        (["2026-02-31"], None),
        (["12", "a7"], None),
        (["mo"], None),
    ],
)
def test_a_day_is_the_last_such_day(tokens, day):
    assert day_at(tokens, TODAY) == day


@given(st.text(alphabet="aA7 phq12:/.-nov50yest", max_size=40))
def test_any_line_is_read_without_losing_a_word(line):
    reading = read(line, WORDS, TODAY)

    for one in reading.unread:
        assert line[one.start : one.end] == one.word
    assert reading.day is None or reading.day.year > 1900 or "-" in line or "/" in line
