"""What the pages show of one enrolment, worked out once."""

from datetime import date, timedelta

from made_facts import (
    EVERYTHING,
    HOURS,
    ROLE_PLAY,
    START,
    TODAY,
    YEAR,
    curriculum,
    entry,
    facts,
    milestone,
)

from workbench.progress.domain.overview import overview


def seen(*requirements, on=TODAY, **known):
    return overview(curriculum(*requirements), facts(**known), [], on=on)


def test_a_programme_without_hours_has_no_bar_and_says_so():
    shown = seen(ROLE_PLAY)

    assert shown.headline is None
    assert shown.pace.words == "This curriculum asks for no hours."


def test_the_bar_is_in_whole_minutes_by_how_far_each_entry_has_come():
    shown = seen(
        HOURS,
        entries=[
            entry(minutes=50),
            entry(minutes=30, standing="submitted"),
            entry(minutes=20, standing="draft"),
        ],
    )

    headline = shown.headline
    assert (headline.needed, headline.done, headline.waiting, headline.draft) == (9000, 60, 30, 20)


def test_no_date_is_given_before_three_weeks_of_data():
    shown = seen(HOURS, entries=[entry(on=TODAY)])

    assert shown.pace.expected is None
    assert shown.pace.words


def test_a_steady_pace_gives_a_date():
    weekly = [entry(minutes=240, on=TODAY - timedelta(weeks=n)) for n in range(1, 11)]

    pace = seen(HOURS, entries=weekly).pace

    assert pace.weekly == "4.0"
    assert pace.earliest <= pace.expected <= pace.latest


def test_a_requirement_says_how_far_in_its_own_unit():
    by_key = {line.key: line for line in overview(EVERYTHING, facts(), [], on=TODAY).gates[0].lines}

    assert by_key["hours"].so_far == "0.0 of 150 h"
    assert by_key["year"].so_far == "0 of 12 months"
    assert by_key["role_play"].so_far == ""
    assert by_key["cases"].so_far == "0 of 2"


def test_everything_met_is_complete():
    shown = seen(ROLE_PLAY, milestones=[milestone("role_play")])

    assert shown.is_complete
    assert (shown.met, shown.asked) == (1, 1)


def test_an_open_requirement_is_not_complete():
    shown = seen(ROLE_PLAY, YEAR)

    assert not shown.is_complete
    assert (shown.met, shown.asked) == (0, 2)


def test_the_month_so_far_is_told_in_hours():
    on = date(2026, 11, 21)
    shown = seen(HOURS, on=on, entries=[entry(minutes=50, on=on)])

    assert ("Client hours", "1.0") in shown.month
    assert shown.last_entry == on
    assert shown.on > START
