from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.web import plots

amounts = st.integers(min_value=0, max_value=100_000)


def test_a_bar_shows_what_is_done_then_what_waits_then_drafts():
    parts = plots.segments(9000, 6750, 540, 180)

    assert [(p.kind, p.start, p.width) for p in parts] == [
        ("a", 0, 75),
        ("b", 75, 6),
        ("c", 81, 2),
    ]


@given(amounts, amounts, amounts, amounts)
def test_a_bar_is_never_longer_than_itself(needed, done, waiting, draft):
    parts = plots.segments(needed, done, waiting, draft)

    assert sum(p.width for p in parts) <= 100.02
    assert all(p.width > 0 or p.width == 0.0 for p in parts)


def test_nothing_needed_is_a_full_bar():
    assert plots.percent(0, 0) == 100


def test_a_missed_session_is_a_gap_in_the_curve():
    curve = plots.curve(
        [(1, 18), (2, 17), (3, None), (4, 15)],
        top=27,
        sessions=16,
        phase_ends=(4, 12, 16),
        caseness=10,
    )

    assert curve.line == "M24.0 43.3L43.6 47.0M82.8 54.4"
    assert curve.gaps == "M43.6 47.0L82.8 54.4"
    assert curve.borders == (92.6, 249.4)
    assert curve.caseness_y == 73.0
    assert [tick.session for tick in curve.ticks] == [1, 5, 9, 13, 16]


@pytest.mark.parametrize(
    ("scores", "is_left"),
    [([(1, 18), (16, 12)], True), ([(1, 18), (9, 12)], False), ([(1, 8), (16, 12)], False)],
)
def test_the_caseness_line_is_named_where_the_curve_is_not(scores, is_left):
    curve = plots.curve(scores, top=27, sessions=16, caseness=10)

    assert curve.caseness_left is is_left


def test_a_curve_of_nothing_still_has_its_frame():
    curve = plots.curve([], top=27, sessions=1)

    assert curve.points == ()
    assert [tick.session for tick in curve.ticks] == [2]


def test_a_longer_treatment_has_its_numbers_wider_apart():
    curve = plots.curve([(27, 3)], top=27, sessions=26)

    assert [tick.session for tick in curve.ticks] == [1, 7, 13, 19, 27]


def test_a_rating_that_may_not_be_seen_has_no_place():
    first, second = plots.panels(
        [("initial", [("session 2", Fraction(13, 5), None)]), ("middle", [])], top=6
    )

    [rated] = first.rated
    assert rated.self_y == 66.7
    assert rated.supervisor_y is None
    assert second.rated == ()


def test_phases_part_the_row_of_sessions():
    dots = plots.session_dots(
        ["done"] * 5 + ["next"] + ["todo"] * 10,
        [("initial", 1, 4), ("middle", 5, 12), ("ending", 13, 16)],
        now=6,
    )

    assert [dot.x for dot in dots.dots][3:5] == [59, 90]
    assert [(s.start, s.end, s.is_now) for s in dots.stretches] == [
        (2, 65, False),
        (84, 215, True),
        (234, 297, False),
    ]
    assert dots.width == 304


def test_a_treatment_that_ended_early_draws_the_phases_it_reached():
    dots = plots.session_dots(["done"] * 3, [("initial", 1, 4), ("middle", 5, 12)])

    assert [s.name for s in dots.stretches] == ["initial"]
    assert dots.stretches[0].is_last


def test_no_sessions_make_no_dots():
    assert plots.session_dots([], []).dots == ()


def test_two_points_apart_is_worth_talking_about():
    assert plots.pair(5, 2, top=6).is_wide
    assert not plots.pair(3, 4, top=6).is_wide
    assert plots.pair(4, 4, top=6).is_same
    assert plots.pair(None, 4, top=6).own is None
    assert plots.pair(4, None, top=6).theirs is None


def test_a_phase_that_is_too_long_for_its_dots_is_called_by_its_first_word():
    phases = [("Engagement and assessment", 1, 4), ("Middle", 5, 12)]

    drawn = plots.session_dots(["todo"] * 12, phases)

    assert [one.name for one in drawn.stretches] == ["Engagement", "Middle"]
