"""The invented weeks of one trainee: what was done on which day. The same seed, the same life."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from workbench.curricula.activities import Attendance, Mode
from workbench.demo.cast import Course

WEEK = timedelta(days=7)
SESSIONS = 16


@dataclass(frozen=True, slots=True)
class Meeting:
    """One appointment with a training case."""

    on: date
    case: int
    number: int
    attendance: Attendance
    mode: Mode
    totals: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Time:
    """Time that is no session of a training case."""

    on: date
    activity: str
    minutes: int
    mode: Mode
    group_size: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """How full somebody's weeks are, and in which week their cases begin."""

    practice: int
    case_starts: tuple[int, int]
    until: int = 10_000
    """The week after which nothing more is logged."""
    misses: bool = True
    """Whether a client stays away now and then."""


PLANS = {
    Course.STEADY: Plan(practice=3, case_starts=(22, 30)),
    Course.SLOW: Plan(practice=1, case_starts=(26, 33)),
    Course.STUCK: Plan(practice=2, case_starts=(20, 28), until=31),
    Course.PAUSED: Plan(practice=2, case_starts=(16, 99), until=31),
    Course.COMPLETE: Plan(practice=3, case_starts=(20, 22), misses=False),
    Course.NEW: Plan(practice=2, case_starts=(0, 99)),
}


def weeks(course: Course, start: date, end: date, dice: Random) -> Iterator[Meeting | Time]:
    """Everything that was done from the first Monday on, day by day."""
    plan = PLANS[course]
    moods = [(dice.randint(15, 20), dice.randint(11, 15)) for _ in range(2)]
    numbers = [0, 0]
    monday, week = start + timedelta(days=-start.weekday() % 7), 0
    while monday <= end and week <= plan.until:
        done: list[Meeting | Time] = [*_practice(plan, monday, dice)]
        for case in (0, 1):
            if week >= plan.case_starts[case] and numbers[case] < SESSIONS:
                numbers[case] += 1
                done.append(_session(case, numbers[case], monday, moods[case], dice, plan))
        done.extend(_around(plan, monday, week, dice))
        yield from sorted((one for one in done if one.on <= end), key=lambda one: one.on)
        monday, week = monday + WEEK, week + 1


def _practice(plan: Plan, monday: date, dice: Random) -> Iterator[Time]:
    for place in range(plan.practice):
        if dice.random() < 0.9:  # noqa: PLR2004 - one in ten is cancelled in time
            on = monday + timedelta(days=place)
            yield Time(on, "psychodynamic_therapy", 50, dice.choice((Mode.IN_PERSON, Mode.VIDEO)))


def _session(  # noqa: PLR0913, PLR0917 - which case, which number, which week, and its luck
    case: int, number: int, monday: date, mood: tuple[int, int], dice: Random, plan: Plan
) -> Meeting:
    on = monday + timedelta(days=3 + case)
    missed = plan.misses and number in {6, 11} and dice.random() < 0.7  # noqa: PLR2004 - most miss one of them
    if missed:
        attendance = dice.choice((Attendance.DID_NOT_ATTEND, Attendance.CANCELLED_LATE))
        return Meeting(on, case, number, attendance, Mode.IN_PERSON)
    mode = Mode.IN_PERSON if case == 0 else dice.choice((Mode.IN_PERSON, Mode.VIDEO))
    return Meeting(on, case, number, Attendance.ATTENDED, mode, _totals(number, mood, dice))


def _totals(number: int, mood: tuple[int, int], dice: Random) -> dict[str, int]:
    eased = number * 0.55
    phq9 = round(mood[0] - eased + dice.uniform(-2, 2))
    gad7 = round(mood[1] - eased * 0.7 + dice.uniform(-2, 2))
    return {"phq9": min(max(phq9, 0), 27), "gad7": min(max(gad7, 0), 21)}


def _around(plan: Plan, monday: date, week: int, dice: Random) -> Iterator[Time]:
    begun = week >= plan.case_starts[0]
    if begun:
        yield Time(monday + timedelta(days=1), "supervision", 60, Mode.VIDEO)
    elif week % 2 == 0:
        yield Time(monday + timedelta(days=1), "psychodynamic_supervision", 60, Mode.VIDEO)
    yield Time(monday + timedelta(days=2), "personal_therapy", 50, Mode.IN_PERSON)
    if week in {1, 2, 3, 19, 20}:
        yield Time(monday + timedelta(days=4), "teaching", dice.choice((180, 360)), Mode.IN_PERSON)
