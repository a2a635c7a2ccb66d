"""Whether supervision will be enough for the practice that it supervises, at this pace. Pure."""

from collections.abc import Iterator
from datetime import timedelta
from fractions import Fraction
from math import floor
from typing import TypeAlias

from workbench.curricula.asked_supervision import (
    SupervisionPerMonth,
    SupervisionRatio,
    SupervisionTiers,
)
from workbench.progress.domain import words
from workbench.progress.domain.credit import HOUR
from workbench.progress.domain.evidence import Evidence
from workbench.progress.domain.foreseen import Foreseen
from workbench.progress.domain.monthly import share_of, tier_for
from workbench.progress.domain.pace import middle_week, worked
from workbench.progress.domain.windows import Supervised, supervised_months

InEachMonth: TypeAlias = SupervisionPerMonth | SupervisionTiers | SupervisionRatio

QUARTER = 13
"""How many weeks ahead a ratio is looked at."""


def month_ahead(asked: InEachMonth, known: Evidence) -> Iterator[Foreseen]:
    """The first running month that will fall short at the pace of the last weeks."""
    for month in supervised_months(asked, known):
        if month.last < known.on:
            continue
        missing = _missing(asked, month, known)
        if missing > 0:
            yield _month(asked, month, missing, known)
            return


def _missing(asked: InEachMonth, month: Supervised, known: Evidence) -> Fraction:
    """The minutes of supervision that the month will lack, practice going on as it does."""
    weeks = Fraction((month.last - known.on).days, 7)
    practised = month.practised + _weekly(asked.practice, known) * weeks
    supervised = month.have + month.waiting + month.draft + _weekly(asked.activities, known) * weeks
    return _needed(asked, practised) - supervised


def _needed(asked: InEachMonth, practised: Fraction) -> Fraction:
    if isinstance(asked, SupervisionPerMonth):
        return Fraction(asked.minutes)
    if isinstance(asked, SupervisionTiers):
        return tier_for(asked, practised)
    return share_of(asked, practised)


def _weekly(activities: tuple[str, ...], known: Evidence) -> Fraction:
    """The minutes of the middle week; none while there are fewer than three weeks of data."""
    hours = middle_week(worked(known.handed_in(activities)), known.facts.pauses, on=known.on)
    return (hours or Fraction(0)) * HOUR


def _month(asked: InEachMonth, month: Supervised, missing: Fraction, known: Evidence) -> Foreseen:
    there = month.have + month.waiting + month.draft
    return Foreseen(
        gate=known.gate,
        key=asked.key,
        by=month.last,
        what=f"{month.last:%B} will fall short of supervision at this pace",
        why=(
            f"{words.one_decimal(there / HOUR)} h are there for "
            f"{words.one_decimal(month.practised / HOUR)} h of practice so far. "
            f"Have {words.still_to_go(missing / HOUR)} h more than you usually would by then."
        ),
        falls_short=True,
    )


def ratio_ahead(asked: SupervisionRatio, known: Evidence) -> Iterator[Foreseen]:
    """A ratio over the whole that holds today and will not within a quarter of a year."""
    supervised = sum((one.minutes for one in known.handed_in(asked.activities)), Fraction(0))
    practised = sum((one.minutes for one in known.handed_in(asked.practice)), Fraction(0))
    spare = supervised - share_of(asked, practised)
    lost = _weekly(asked.practice, known) / asked.one_to - _weekly(asked.activities, known)
    if spare < 0 or lost <= 0 or spare / lost > QUARTER:
        return
    yield Foreseen(
        gate=known.gate,
        key=asked.key,
        by=known.on + timedelta(days=floor(spare / lost * 7)),
        what=f"The ratio of one to {asked.one_to} will not hold at this pace",
        why=(
            f"It has {words.one_decimal(spare / HOUR)} h to spare, and each week "
            f"uses up {words.one_decimal(lost / HOUR)} h of it."
        ),
        falls_short=True,
    )
