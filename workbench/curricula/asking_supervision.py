"""Do the requirements of supervision ask for something that the curriculum has? Pure."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from workbench.curricula.activities import ActivityKind
from workbench.curricula.asked import Asked, Month
from workbench.curricula.asked_supervision import (
    Above,
    GreatestGap,
    Monthly,
    Supervision,
    SupervisionPerCase,
    SupervisionPerMonth,
    SupervisionRatio,
    SupervisionTiers,
)
from workbench.curricula.asking_logged import Ask, Check, logged
from workbench.curricula.misfits import Misfit


def _supervision(ask: Ask, asked: Supervision) -> Iterator[Misfit]:
    yield from logged(ask, "activities", asked.activities, kind=ActivityKind.SUPERVISION)
    yield from logged(ask, "sessions_of", asked.sessions_of, kind=ActivityKind.CLIENT_WORK)


def _held_against_practice(ask: Ask, asked: Monthly | GreatestGap) -> Iterator[Misfit]:
    yield from logged(ask, "activities", asked.activities, kind=ActivityKind.SUPERVISION)
    yield from logged(ask, "practice", asked.practice)
    for key in dict.fromkeys(asked.practice):
        if key in asked.activities:
            yield ask.here("practice", f"“{key}” cannot be supervised by itself")


def _tiers(ask: Ask, asked: SupervisionTiers) -> Iterator[Misfit]:
    yield from _held_against_practice(ask, asked)
    for before, after in pairwise(asked.tiers):
        if after.up_to_hours <= before.up_to_hours:
            yield ask.here(
                "tiers", f"{after.up_to_hours} hours follow {before.up_to_hours}: expected more"
            )
        if after.minutes < before.minutes:
            yield ask.here(
                "tiers",
                f"{after.minutes} minutes follow {before.minutes}: more practice needs more",
            )
    if asked.above is Above.NEXT_STEP and len(asked.tiers) == 1:
        yield ask.here("above", "one tier shows no step; name two, or take “last_tier”")
    if asked.without_practice and asked.month is Month.SLIDING:
        yield ask.here(
            "without_practice", "a sliding month begins on a day of practice; leave it out"
        )


def _per_case(ask: Ask, asked: SupervisionPerCase) -> Iterator[Misfit]:
    yield from logged(ask, "activities", asked.activities, kind=ActivityKind.SUPERVISION)
    if asked.closely > asked.cases:
        yield ask.here("closely", f"{asked.closely} of {asked.cases} cases: expected no more")


CHECKS: Mapping[type[Asked], Check] = {
    Supervision: _supervision,
    SupervisionPerCase: _per_case,
    SupervisionPerMonth: _held_against_practice,
    SupervisionRatio: _held_against_practice,
    SupervisionTiers: _tiers,
    GreatestGap: _held_against_practice,
}
