"""A bad curriculum file is refused with the way into it and with what would be right."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.curricula.library import UnreadableCurriculum, load_text
from workbench.curricula.problems import WITHIN

SMALL = (Path(__file__).parent / "small.toml").read_text("utf-8")

REQUIREMENT = "gates > done > requirement"

SHAPE = {
    "a text for a number": (
        "months = 6",
        'months = "six"',
        f'{REQUIREMENT} 3 (deadline) > months: expected a whole number, found "six"',
    ),
    "a number for a text": (
        'title = "Small"',
        "title = 5",
        "title: expected a text, found 5",
    ),
    "a list for a text": (
        'title = "Small"',
        "title = [1]",
        "title: expected a text, found a list",
    ),
    "a table for a text": (
        'title = "Small"',
        "title = { en = 1 }",
        "title: expected a text, found a table",
    ),
    "a truth for a text": (
        'title = "Small"',
        "title = true",
        "title: expected a text, found true",
    ),
    "a text for a truth": (
        "concurrent = true",
        'concurrent = "yes"',
        f'{REQUIREMENT} 5 (cases) > concurrent: expected true or false, found "yes"',
    ),
    "a text for a date": (
        "read = 2026-11-21",
        "read = 21",
        "sources > handbook > read: expected a date such as 2026-11-21, found 21",
    ),
    "one of two": (
        "least_words = 10",
        'least_words = "ten"',
        (
            "document_kinds > letter > least_words: "
            'expected a whole number or nothing at all, found "ten"'
        ),
    ),
    "nought for a number of hours": (
        "hours = 10",
        "hours = 0",
        f"{REQUIREMENT} 1 (hours_total) > hours: expected a whole number of at least 1, found 0",
    ),
    "more than a hundred percent": (
        "percent = 50",
        "percent = 101",
        "scales > skill > pass_rule > percent: expected a whole number of at most 100, found 101",
    ),
    "a blank text": (
        'title = "Small"',
        'title = "  "',
        'title: expected a text that is not blank, found "  "',
    ),
    "an empty text": (
        'title = "Small"',
        'title = ""',
        'title: expected a text that is not empty, found ""',
    ),
    "an empty list": (
        'activities = ["supervision"]',
        "activities = []",
        (
            f"{REQUIREMENT} 6 (supervision) > activities: "
            "expected a list that is not empty, found an empty list"
        ),
    ),
    "one point": (
        '[{ value = 0, label = "0", anchor = "ill" }, { value = 1, label = "1", anchor = "well" }]',
        '[{ value = 0, label = "0", anchor = "ill" }]',
        "scales > skill > points: expected a list of two or more, found a list",
    ),
    "a key with a space": (
        'key = "course"',
        'key = "the course"',
        (
            "milestones > the course > key: "
            'expected a text of small letters, digits and _, found "the course"'
        ),
    ),
    "a version that is none": (
        'version = "2026.1"',
        'version = "v1"',
        'version: expected a text of a year and a number, as in “2026.1”, found "v1"',
    ),
    "a language that is none": (
        'language = "en-GB"',
        'language = "English"',
        'language: expected a text such as “en-GB”, found "English"',
    ),
    "a curriculum's key with a capital": (
        'key = "small"',
        'key = "Small"',
        'key: expected a text of small letters, digits and -, found "Small"',
    ),
    "a task's key with a dot": (
        'key = "X1"',
        'key = "X.1"',
        'tasks > X.1 > key: expected a text of letters and digits, as in “A05”, found "X.1"',
    ),
    "a field left out": (
        'looks_for = "Gone."\n',
        "",
        "tasks > X1: “looks_for” is missing",
    ),
    "a part left out": (
        'notice = "Our own words."\n',
        "",
        "“notice” is missing",
    ),
    "a field misspelt": (
        "longest_break_days",
        "longest_brake_days",
        (
            f"{REQUIREMENT} 2 (duration): the format has no field “longest_brake_days” here; "
            "did you mean “longest_break_days”?"
        ),
    ),
    "a field that is unlike any": (
        "usual_minutes = 50",
        "usual_minutes = 50\nzzzz = 1",
        (
            "treatment: the format has no field “zzzz” here; "
            "there is early_ending, extra_session, name, phases, sessions, "
            "uncertain, usual_minutes"
        ),
    ),
    "a field of a table in a field": (
        "percent = 50",
        "percent = 50, flour = 1",
        "scales > skill > pass_rule: the format has no field “flour” here; did you mean “floor”?",
    ),
    "an unknown choice": (
        'frequency = "weekly"',
        'frequency = "daily"',
        f'{REQUIREMENT} 2 (duration) > frequency: expected one of weekly, monthly, found "daily"',
    ),
    "an unknown type": (
        'type = "milestone"',
        'type = "miles"',
        (
            f"{REQUIREMENT} 10 (miles) > type: expected one of hours_total, hours_in_span, "
            "hours_share, hours_per_year, duration, supervision, supervision_per_case, "
            "supervision_per_month, supervision_tiers, supervision_ratio, greatest_gap, cases, "
            "rated_recordings, graduated_recordings, documents, milestone, deadline, person, "
            'signatures, found "miles"'
        ),
    ),
    "no type": (
        'type = "milestone"\n',
        "",
        f"{REQUIREMENT} 10 (no type): “type” is missing",
    ),
    "a format to come": (
        "format = 1",
        "format = 2",
        "format: expected one of 1, found 2",
    ),
    "a blank anchor": (
        '["slams it", "opens it"]',
        '["slams it", " "]',
        'tasks > A1 > anchors > skill > number 2: expected a text that is not blank, found " "',
    ),
    "a key that is a table": (
        'key = "course"',
        "key = { a = 1 }",
        "milestones > number 1 > key: expected a text, found a table",
    ),
}


def said_of(text: bytes | str) -> list[str]:
    """What is said of a file that ought to be refused."""
    with pytest.raises(UnreadableCurriculum) as refused:
        load_text(text)
    return str(refused.value).replace(WITHIN, " > ").splitlines()


def broken(old: str, new: str) -> str:
    """The small curriculum with one thing changed."""
    assert old in SMALL, "the change must change something"
    return SMALL.replace(old, new, 1)


def test_the_small_curriculum_is_whole():
    assert load_text(SMALL).key == "small"


@pytest.mark.parametrize(("old", "new", "said"), SHAPE.values(), ids=SHAPE.keys())
def test_what_does_not_have_the_shape_is_refused(old, new, said):
    assert said_of(broken(old, new)) == [said]


def test_bad_toml_is_refused_with_its_line_and_column():
    [said] = said_of("format = 1\nkey = small\n")

    assert said == "line 2, column 7: is not TOML: Invalid value"


def test_toml_that_breaks_off_is_refused():
    [said] = said_of('key = "small')

    assert said.startswith("end of document: is not TOML: ")


def test_a_file_in_another_encoding_is_refused_with_its_line():
    assert said_of("a = 1\nb = “x”".encode("cp1252")) == ["line 2: expected a text in UTF-8"]


def test_everything_that_does_not_fit_is_said_at_once():
    text = broken('scale = "extent", least = 1', 'scale = "extend", least = 1')
    text = text.replace('milestone = "course"', 'milestone = "curse"')
    text = text.replace("caseness = 5", "caseness = 10")

    assert said_of(text) == [
        "scales > skill > only_after > scale: nothing is called “extend”; did you mean “extent”?",
        "measures > low > caseness: 10 lies outside the range 0 to 9",
        (
            f"{REQUIREMENT} 3 (deadline) > from_milestone: "
            "nothing is called “curse”; did you mean “course”?"
        ),
        (
            f"{REQUIREMENT} 10 (milestone) > milestone: "
            "nothing is called “curse”; did you mean “course”?"
        ),
    ]


@given(st.text(max_size=60))
def test_no_line_however_strange_makes_it_crash(line):
    try:
        load_text(f"{line}\n{SMALL}")
    except UnreadableCurriculum as refused:
        assert refused.problems  # noqa: PT017 - either way out is right; only a crash is wrong


def test_every_place_without_the_shape_is_named_at_once():
    text = SMALL.replace("usual_minutes = 50\n", "").replace("hours = 10", 'hours = "ten"')
    text = text.replace('label = "Opens"', 'lable = "Opens"').replace("cases = 2\nsess", "sess")

    with pytest.raises(UnreadableCurriculum) as refused:
        load_text(text)

    said = [str(problem).replace(WITHIN, " > ") for problem in refused.value.problems]
    assert said == [
        "treatment: “usual_minutes” is missing",
        "tasks > A1: the format has no field “lable” here; did you mean “label”?",
        f'{REQUIREMENT} 1 (hours_total) > hours: expected a whole number, found "ten"',
        f"{REQUIREMENT} 5 (cases): “cases” is missing",
    ]
