"""A file cannot bring the workbench down: by its figures, its letters, its depth or its length."""

from pathlib import Path

import pytest

from workbench.curricula.library import UnreadableCurriculum, load_text
from workbench.curricula.problems import WITHIN

SMALL = (Path(__file__).parent / "small.toml").read_text("utf-8")


def said_of(text):
    with pytest.raises(UnreadableCurriculum) as refused:
        load_text(text)
    return [str(problem).replace(WITHIN, " > ") for problem in refused.value.problems]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("months = 6", "months = 1201", "requirement 3 (deadline) > months: expected at most 1200"),
        ("hours = 10", f"hours = {10**30}", "(hours_total) > hours: expected at most 1000000"),
        (
            "longest_break_days = 42",
            "longest_break_days = 40000",
            "longest_break_days: expected at most 36600",
        ),
        ("maximum = 9\n", f"maximum = {10**7}\n", "measures > low > maximum: expected at most"),
        ('title = "Small"', 'title = "a\\u0000b"', "title: holds a control character"),
        ('sources = ["handbook"]', 'sources = ["a\\u001bb"]', "holds a control character"),
    ],
)
def test_what_no_training_says_is_refused_at_its_place(old, new, said):
    assert said in "\n".join(said_of(SMALL.replace(old, new, 1)))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = " + "[" * 5000, "is nested too deeply"),
        ("a = " + "{a=" * 3000, "is nested too deeply"),
        ("a = " + "9" * 5000, "more figures than can be read"),
        ("\n" + ".".join("a" * 50_000) + " = 1", "line 2: more than 200 dots in one line"),
    ],
)
def test_what_would_take_a_reader_down_is_refused(text, said):
    [problem] = said_of(text)

    assert said in problem
