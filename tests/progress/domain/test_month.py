"""The month so far."""

from datetime import date
from fractions import Fraction

from made_facts import EVERYTHING, entry, facts

from workbench.progress.domain.facts import EnrolmentFact, Facts, PauseFact
from workbench.progress.domain.month import month_so_far

TODAY = date(2026, 11, 25)


def test_the_hours_of_the_month_are_those_that_count_drafts_too():
    log = [
        entry(on=date(2026, 11, 1), minutes=50),
        entry(on=date(2026, 11, 20), standing="draft"),
        entry(on=date(2026, 10, 31)),
        entry(on=date(2026, 11, 3), standing="returned"),
        entry("supervision", on=date(2026, 11, 4), minutes=90),
        entry("own_therapy", on=date(2026, 11, 5), minutes=50),
    ]

    month = month_so_far(EVERYTHING, facts(entries=log), on=TODAY)

    assert month.first == date(2026, 11, 1)
    assert (month.client, month.supervision) == (2, Fraction(3, 2))
    assert month.personal_therapy == Fraction(5, 6)


def test_a_week_belongs_to_the_month_of_its_sunday_and_is_empty_once_it_is_over():
    log = [entry(on=date(2026, 10, 28)), entry(on=date(2026, 11, 10))]

    month = month_so_far(EVERYTHING, facts(entries=log), on=TODAY)

    assert month.empty_weeks == 2


def test_a_paused_week_is_not_empty():
    log = [entry(on=date(2026, 10, 28)), entry(on=date(2026, 11, 10))]
    pauses = [PauseFact(start=date(2026, 11, 6), end=date(2026, 11, 6))]

    month = month_so_far(EVERYTHING, facts(entries=log, pauses=pauses), on=TODAY)

    assert month.empty_weeks == 1


def test_weeks_before_the_start_are_not_empty():
    known = Facts(enrolment=EnrolmentFact(started_on=date(2026, 11, 18)))

    assert month_so_far(EVERYTHING, known, on=TODAY).empty_weeks == 1
