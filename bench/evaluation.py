"""The rules over one log: every shipped curriculum in turn, and the slowest of them counts."""

from collections.abc import Iterator
from datetime import date, timedelta
from statistics import median
from time import process_time

from bench.rounds import ROUNDS, Line
from workbench.curricula.activities import Activity, ActivityKind, Format, Mode
from workbench.curricula.library import Library
from workbench.curricula.model import Curriculum
from workbench.progress.domain.evaluate import evaluate
from workbench.progress.domain.facts import (
    CaseFact,
    EnrolmentFact,
    EntryFact,
    EntryStanding,
    Facts,
    MilestoneFact,
)

LIMITS = ((10_000, 150), (150, 5))
"""So many entries in so many milliseconds on one core."""
STARTED = date(2022, 1, 3)
TODAY = date(2026, 11, 21)
CASES = tuple(f"C{number}" for number in range(1, 9))
STANDINGS = (
    *([EntryStanding.COUNTERSIGNED] * 8),
    EntryStanding.SUBMITTED,
    EntryStanding.RETURNED,
    EntryStanding.DRAFT,
)


def run() -> Iterator[Line]:
    """The processor's time for one evaluation, as a share of what it may take."""
    for entries, limit in LIMITS:
        taken = {each.key: _milliseconds(each, _facts(each, entries)) for each in Library().all()}
        slowest = max(taken, key=lambda key: taken[key])
        yield Line(
            what=f"All rules of {slowest}, {entries:,} entries",
            ratio=taken[slowest] / limit,
            asked=f"at most 1 of {limit} ms, in the slowest of {len(taken)} curricula",
            measured=f"{taken[slowest]:.1f} ms on one core",
        )


def _milliseconds(curriculum: Curriculum, facts: Facts) -> float:
    return median(_one(curriculum, facts) for _ in range(ROUNDS)) * 1000


def _one(curriculum: Curriculum, facts: Facts) -> float:
    started = process_time()
    evaluate(curriculum, facts, on=TODAY)
    return process_time() - started


def _facts(curriculum: Curriculum, entries: int) -> Facts:
    """Almost five years of a busy log, spread over all that the curriculum has."""
    return Facts(
        enrolment=EnrolmentFact(started_on=STARTED),
        entries=tuple(_entry(curriculum.activities, number) for number in range(entries)),
        cases=tuple(CaseFact(code=code, opened_on=STARTED) for code in CASES),
        milestones=tuple(
            MilestoneFact(key=one.key, on=date(2023, 6, 1)) for one in curriculum.milestones
        ),
    )


def _entry(activities: tuple[Activity, ...], number: int) -> EntryFact:
    activity = activities[number % 3 and number % len(activities)]
    with_case = activity.kind in {ActivityKind.CLIENT_WORK, ActivityKind.SUPERVISION}
    in_group = Format.GROUP in activity.formats and number % 2
    return EntryFact(
        id=number,
        activity=activity.key,
        on=STARTED + timedelta(days=number * 7919 % 1700),
        minutes=(50, 60, 45, 90)[number % 4],
        standing=STANDINGS[number % len(STANDINGS)],
        case=CASES[number % len(CASES)] if with_case else None,
        session=number // len(CASES) + 1 if activity.kind is ActivityKind.CLIENT_WORK else None,
        mode=Mode.IN_PERSON,
        group_size=3 if in_group else None,
        starts=f"{8 + number % 12:02}:00",
        supervisor_id=1 + number % 3,
    )
