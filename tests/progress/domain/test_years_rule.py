"""Hours in each of so many years."""

from datetime import date
from fractions import Fraction

import msgspec
import pytest
from made_facts import entry, facts, found

from workbench.curricula.asked_hours import HoursPerYear, YearsAre
from workbench.progress.domain.facts import EnrolmentFact
from workbench.progress.domain.findings import Standing, Unit, Whose
from workbench.progress.domain.reasons import Reason

TODAY = date(2026, 11, 21)
YEARLY = HoursPerYear(
    key="therapy",
    title="Personal therapy in each of four years",
    words="Two hours in each of four years.",
    activities=("own_therapy",),
    hours=2,
    years=4,
)
IN_A_ROW = msgspec.structs.replace(YEARLY, in_a_row=True)
TRAINING = msgspec.structs.replace(YEARLY, years_are=YearsAre.TRAINING, years=1)


def log(*days, minutes=120, standing="countersigned"):
    return [entry("own_therapy", on=day, minutes=minutes, standing=standing) for day in days]


def first_of(*years):
    return [date(year, 1, 1) for year in years]


def finding_of(entries, rule=YEARLY, on=TODAY):
    return found(rule, facts(entries=entries), on=on)


@pytest.mark.parametrize(
    ("minutes", "have", "standing"), [(119, 3, Standing.UNDER_WAY), (120, 4, Standing.MET)]
)
def test_each_year_needs_its_hours_to_the_minute(minutes, have, standing):
    entries = [*log(*first_of(2020, 2021, 2022)), *log(date(2023, 12, 31), minutes=minutes)]

    finding = finding_of(entries)

    assert (finding.have, finding.standing, finding.unit) == (have, standing, Unit.YEARS)


def test_hours_of_one_year_do_not_help_another():
    entries = log(date(2024, 12, 31), date(2024, 12, 31), date(2024, 12, 31), date(2024, 12, 31))

    assert finding_of(entries).have == 1


@pytest.mark.parametrize(("rule", "have"), [(YEARLY, 4), (IN_A_ROW, 3)])
def test_years_need_not_be_neighbours_unless_the_rule_says_so(rule, have):
    finding = finding_of(log(*first_of(2018, 2020, 2021, 2022)), rule)

    assert finding.have == have
    assert finding.met_on == (date(2022, 1, 1) if have == 4 else None)


def test_years_in_a_row_are_met_when_the_last_of_them_is():
    late = log(date(2023, 12, 1), minutes=120)

    finding = finding_of([*log(*first_of(2020, 2021, 2022)), *late], IN_A_ROW)

    assert (finding.standing, finding.met_on) == (Standing.MET, date(2023, 12, 1))


def test_a_year_that_fell_short_is_named_with_its_days_and_the_running_one_so_far():
    entries = [*log(date(2025, 5, 1), minutes=90), *log(date(2026, 5, 1), minutes=30)]

    finding = finding_of(entries)

    assert finding.explanation == (
        "0 of 4 years: 2025 has 1.5 of 2 h and 2026 has 0.5 of 2 h so far."
    )
    assert finding.shortfalls == ("2025 has 1.5 of 2 h",)
    [window] = finding.windows
    assert (window.first, window.last) == (date(2025, 1, 1), date(2025, 12, 31))
    assert (window.needed, window.have, window.unit) == (2, Fraction(3, 2), Unit.HOURS)
    assert finding.next_move.what == "Log 1.5 h more in this year"


@pytest.mark.parametrize(
    ("day", "have"),
    [(date(2026, 1, 4), 0), (date(2026, 1, 5), 1), (date(2027, 1, 4), 1), (date(2027, 1, 5), 2)],
)
def test_a_training_year_begins_on_the_day_the_training_started(day, have):
    entries = [*log(date(2026, 6, 1), minutes=60), *log(day, minutes=60)]
    spread = [*log(day), *log(date(2026, 6, 1))]

    one = finding_of(entries, TRAINING, on=date(2028, 1, 1))
    both = finding_of(spread, TRAINING, on=date(2028, 1, 1))

    assert one.have == (1 if have == 1 else 0)
    assert both.have == max(have, 1)
    if have == 0:
        assert [left.reason for left in one.left_out] == [Reason.BEFORE.words]
        assert "the year from 5 January 2026 has 1.0 of 2 h" in one.explanation


def test_a_training_that_started_on_a_leap_day_has_its_year_on_the_last_of_february():
    known = msgspec.structs.replace(
        facts(entries=log(date(2025, 2, 27), date(2025, 2, 28))),
        enrolment=EnrolmentFact(started_on=date(2024, 2, 29)),
    )

    assert found(TRAINING, known, on=TODAY).have == 2


def test_the_last_of_all_years_ends_with_the_calendar():
    known = msgspec.structs.replace(
        facts(entries=log(date(9999, 12, 31), minutes=60)),
        enrolment=EnrolmentFact(started_on=date(9999, 2, 1)),
    )

    finding = found(TRAINING, known, on=date(9999, 12, 31))

    assert "the year from 1 February 9999 has 1.0 of 2 h so far" in finding.explanation


def test_what_waits_and_what_is_drafted_are_years_of_their_own():
    entries = [
        *log(*first_of(2020, 2021)),
        *log(*first_of(2022), standing="submitted"),
        *log(*first_of(2023), standing="draft"),
    ]

    finding = finding_of(entries)

    assert (finding.have, finding.waiting, finding.draft) == (2, 1, 1)
    assert "three years once what waits is countersigned" in finding.explanation
    assert finding.next_move.what == "Submit one draft"


def test_signatures_are_the_supervisors_move_where_they_would_do():
    finding = finding_of(log(*first_of(2020, 2021, 2022, 2023), standing="submitted"))

    assert finding.next_move.whose is Whose.SUPERVISOR


def test_a_running_year_that_is_full_leaves_the_next():
    assert finding_of(log(date(2026, 1, 1))).next_move.what == "Log 2 h in the next year"


def test_nothing_logged_has_not_begun():
    finding = finding_of([])

    assert finding.standing is Standing.NOT_BEGUN
    assert finding.next_move.what == "Log 2.0 h more in this year"
    assert finding_of(log(date(2026, 1, 1), standing="returned")).standing is Standing.UNDER_WAY
