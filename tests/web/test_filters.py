from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest
from flask import Flask

from workbench.clock import now
from workbench.web import filters


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "0.0"),
        (5, "0.0"),
        (6, "0.1"),
        (59, "0.9"),
        (6750, "112.5"),
        (8999, "149.9"),
        (9000, "150.0"),
        (Fraction(26999, 3), "149.9"),
        (-90, "-1.5"),
        (-1, "0.0"),
    ],
)
def test_hours_never_say_more_than_was_done(minutes, said):
    assert filters.hours(minutes) == said


def test_a_day_in_a_log_names_the_weekday():
    assert filters.day(date(2026, 11, 20)) == "Fri 20 Nov"


def test_a_day_in_a_sentence_is_written_out():
    assert filters.long_date(date(2027, 2, 12)) == "12 February 2027"
    assert filters.day_month(date(2026, 11, 3)) == "3 November"
    assert filters.short_date(date(2026, 11, 3)) == "3 Nov 2026"


def test_an_instant_is_told_in_the_zone_of_the_reader():
    at = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)

    assert filters.moment(at) == "2 July 2026, 00:30 (Europe/London)"
    assert filters.clock_time(at, "Pacific/Auckland") == "11:30"


def test_what_was_saved_on_another_day_says_which():
    noon = now().replace(hour=12, minute=0)
    before, long_before = noon - timedelta(days=2), noon - timedelta(days=400)

    assert filters.last_saved(now(), "UTC") == filters.clock_time(now(), "UTC")
    assert filters.last_saved(before, "UTC") in {
        f"{filters.day_month(before)}, 12:00",
        f"{filters.long_date(before)}, 12:00",
    }
    assert filters.last_saved(long_before, "UTC") == f"{filters.long_date(long_before)}, 12:00"


def test_an_instant_without_a_zone_was_stored_as_utc():
    at = datetime(2026, 11, 21, 14, 5)  # noqa: DTZ001  # as SQLite hands it back

    assert filters.moment(at) == "21 November 2026, 14:05 (Europe/London)"


@pytest.mark.parametrize(("number", "word"), [(0, "no"), (1, "one"), (12, "twelve"), (13, "13")])
def test_small_counts_are_words(number, word):
    assert filters.count_word(number) == word


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "no entries"), (1, "one entry"), (2, "two entries"), (23, "23 entries")],
)
def test_a_count_agrees_with_its_noun(number, said):
    assert filters.counted(number, "entry", "entries") == said


def test_templates_are_given_the_filters():
    app = Flask("pages")

    filters.register(app)

    with app.app_context():
        assert app.jinja_env.from_string("{{ 6750|hours }}").render() == "112.5"
