"""The requirement "so many hours in each of so many years". Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

from workbench.curricula.asked_hours import HoursPerYear, YearsAre
from workbench.progress.domain import words
from workbench.progress.domain.credit import HOUR, IN_ORDER, NONE, Credit, Place
from workbench.progress.domain.evidence import Evidence, left_out
from workbench.progress.domain.explaining import (
    explained,
    next_move_for_hours,
    what_is_left_out,
)
from workbench.progress.domain.findings import (
    Finding,
    Link,
    NextMove,
    Standing,
    Unit,
    Whose,
    Window,
)
from workbench.progress.domain.months import add_months, months_between
from workbench.progress.domain.reasons import Reason

MONTHS = 12


@dataclass(slots=True)
class Year:
    """One year: its days, and the credited minutes in it that have come at least so far."""

    first: date
    last: date
    minutes: dict[Place, Fraction] = field(default_factory=lambda: dict.fromkeys(Place, NONE))
    reached_on: date | None = None

    def add(self, credit: Credit, needed: Fraction) -> None:
        """Count one entry, which is not earlier than the one before."""
        for place in Place:
            if credit.place >= place:
                self.minutes[place] += credit.minutes
        is_reached = self.minutes[Place.COUNTERSIGNED] >= needed
        if is_reached and self.reached_on is None and credit.place is Place.COUNTERSIGNED:
            self.reached_on = credit.entry.on

    @property
    def have(self) -> Fraction:
        """The countersigned minutes."""
        return self.minutes[Place.COUNTERSIGNED]


Years = Mapping[int, Year]


def hours_per_year(asked: HoursPerYear, evidence: Evidence) -> Finding:
    """How many years have their hours; with `in_a_row` how many of them follow one another."""
    started_on = evidence.facts.enrolment.started_on
    credited = _in_training(asked, evidence.of(asked.activities), started_on)
    needed = Fraction(asked.hours * HOUR)
    years = years_of(asked, credited, started_on)
    have, handed_in, everything = (_reached(asked, years, least) for least in IN_ORDER)
    short = [one for _, one in sorted(years.items()) if one.have < needed]
    return Finding(
        **evidence.heading(asked),
        unit=Unit.YEARS,
        needed=Fraction(asked.years),
        have=Fraction(have),
        waiting=Fraction(handed_in - have),
        draft=Fraction(everything - handed_in),
        standing=_standing(asked, have, credited),
        explanation=explained(
            f"{have} of {asked.years} {'year' if asked.years == 1 else 'years'}",
            words.listed([_in_words(asked, one, on=evidence.on) for one in short]),
            _on_the_way(have, handed_in),
            what_is_left_out(credited),
        ),
        counted=tuple(one.entry.id for one in credited if one.place is Place.COUNTERSIGNED),
        left_out=left_out(credited),
        shortfalls=tuple(
            _in_words(asked, one, on=evidence.on) for one in short if one.last < evidence.on
        ),
        windows=tuple(_window(one, needed) for one in short if one.last < evidence.on),
        next_move=_next_move(asked, (have, handed_in, everything), years, evidence),
        met_on=_met_on(asked, years),
    )


def years_of(asked: HoursPerYear, credited: Iterable[Credit], started_on: date) -> Years:
    """The years that have an entry that counts, by number."""
    years: dict[int, Year] = {}
    needed = Fraction(asked.hours * HOUR)
    for one in credited:
        if one.counts:
            number = _number(asked, one.entry.on, started_on)
            if number not in years:
                years[number] = _year(asked, number, started_on)
            years[number].add(one, needed)
    return years


def _in_training(
    asked: HoursPerYear, credited: tuple[Credit, ...], started_on: date
) -> tuple[Credit, ...]:
    """A training year cannot lie before the training."""
    if asked.years_are is YearsAre.CALENDAR:
        return credited
    return tuple(
        one.refused(Reason.BEFORE) if one.counts and one.entry.on < started_on else one
        for one in credited
    )


def _number(asked: HoursPerYear, day: date, started_on: date) -> int:
    if asked.years_are is YearsAre.CALENDAR:
        return day.year
    return months_between(started_on, day) // MONTHS


def _year(asked: HoursPerYear, number: int, started_on: date) -> Year:
    if asked.years_are is YearsAre.CALENDAR:
        return Year(date(number, 1, 1), date(number, 12, 31))
    following = add_months(started_on, (number + 1) * MONTHS)
    last = following if following == date.max else following - timedelta(days=1)
    return Year(add_months(started_on, number * MONTHS), last)


def _full(asked: HoursPerYear, years: Years, least: Place) -> list[int]:
    """The numbers of the years that have their hours among what has come at least so far."""
    needed = asked.hours * HOUR
    return sorted(number for number, year in years.items() if year.minutes[least] >= needed)


def _reached(asked: HoursPerYear, years: Years, least: Place) -> int:
    full = _full(asked, years, least)
    if not asked.in_a_row:
        return len(full)
    return max((len(run) for run in _runs(full)), default=0)


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    """The numbers parted wherever one is missing."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _met_on(asked: HoursPerYear, years: Years) -> date | None:
    """The day on which the last of the years had its hours, for the years that had them first."""
    full = _full(asked, years, Place.COUNTERSIGNED)
    reached = {number: years[number].reached_on or date.max for number in full}
    if not asked.in_a_row:
        return sorted(reached.values())[asked.years - 1] if len(full) >= asked.years else None
    ends = [
        max(reached[number] for number in run[start : start + asked.years])
        for run in _runs(full)
        for start in range(len(run) - asked.years + 1)
    ]
    return min(ends, default=None)


def _standing(asked: HoursPerYear, have: int, credited: Sequence[Credit]) -> Standing:
    if have >= asked.years:
        return Standing.MET
    return Standing.UNDER_WAY if credited else Standing.NOT_BEGUN


def _in_words(asked: HoursPerYear, year: Year, *, on: date) -> str:
    """One year that does not have its hours: "2026 has 31.5 of 40 h so far"."""
    name = f"{year.first.year}"
    if asked.years_are is YearsAre.TRAINING:
        name = f"the year from {words.day(year.first)}"
    so_far = " so far" if year.last >= on else ""
    return f"{name} has {words.one_decimal(year.have / HOUR)} of {asked.hours} h{so_far}"


def _on_the_way(have: int, handed_in: int) -> str:
    if handed_in <= have:
        return ""
    return f"{words.counted(handed_in, 'year')} once what waits is countersigned"


def _window(year: Year, needed: Fraction) -> Window:
    waiting = year.minutes[Place.WAITING] - year.have
    return Window(
        year.first, year.last, needed / HOUR, year.have / HOUR, Unit.HOURS, waiting / HOUR
    )


def _next_move(
    asked: HoursPerYear, reached: tuple[int, int, int], years: Years, evidence: Evidence
) -> NextMove | None:
    """Signatures or drafts where they would do; else the hours of the running year."""
    have, handed_in, everything = reached
    if have >= asked.years:
        return None
    credited = evidence.of(asked.activities)
    if handed_in >= asked.years:
        return next_move_for_hours(credited, Fraction(1))
    if everything >= asked.years:
        drafts = [one for one in credited if one.place is not Place.WAITING]
        return next_move_for_hours(drafts, Fraction(1))
    started_on = evidence.facts.enrolment.started_on
    running = years.get(_number(asked, evidence.on, started_on))
    missing = asked.hours * HOUR - (running.minutes[Place.DRAFT] if running else NONE)
    if missing <= 0:
        return NextMove(Whose.TRAINEE, f"Log {asked.hours} h in the next year", Link.LOG)
    more = words.still_to_go(missing / HOUR)
    return NextMove(Whose.TRAINEE, f"Log {more} h more in this year", Link.LOG)
