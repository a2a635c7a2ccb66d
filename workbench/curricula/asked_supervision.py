"""Requirements that hold supervision against practice. Pure."""

from enum import StrEnum
from typing import Annotated

import msgspec

from workbench.curricula.asked import Asked, AtLeastOne, Month, NoneOrMore, Said, Some

MonthDays = Annotated[int, msgspec.Meta(ge=28, le=31)]


class PracticeIs(StrEnum):
    """What makes a month one with practice."""

    ATTENDED = "attended"
    """An entry that counts: a month with only missed sessions is none."""
    PLANNED = "planned"
    """Any therapy session that was offered, attended or not."""


class Gap(StrEnum):
    """How "at least every two weeks" is read."""

    DAYS = "days"
    """No more than so many days from one meeting to the next."""
    PERIODS = "periods"
    """A meeting in each stretch of so many days, counted from the Monday of the first practice."""


class Over(StrEnum):
    """Over what a ratio is held."""

    WHOLE = "whole"
    EACH_MONTH = "each_month"


class Blocks(StrEnum):
    """Whether a ratio is in proportion, or whole for each block that was begun."""

    PROPORTION = "proportion"
    STARTED = "started"


class Between(StrEnum):
    """Which tier an amount between two whole hours belongs to: 12.5 where 12 and 13 are named."""

    UPPER = "upper"
    LOWER = "lower"


class Above(StrEnum):
    """What is needed above the last tier."""

    LAST = "last_tier"
    NEXT_STEP = "next_step"
    """For each further step of hours as much more as the last tier asks over the one before."""


class Monthly(Asked, frozen=True, kw_only=True):
    """What every rule has that holds in each month with practice, with no averaging.

    A month that has ended and falls short stays short. The running month is not judged before it
    ends. A month without practice asks for nothing. Practice inside a pause needs supervision too.
    """

    activities: Some
    """What supervises."""
    practice: Some
    """What is supervised."""
    month: Month = Month.CALENDAR
    month_days: MonthDays = 30
    practice_is: PracticeIs = PracticeIs.ATTENDED


class SupervisionPerMonth(Monthly, frozen=True, kw_only=True, tag="supervision_per_month"):
    """At least so many credited minutes of supervision in every month with practice."""

    minutes: AtLeastOne


class Tier(Said, frozen=True, kw_only=True):
    """So many minutes of supervision for client time up to so many hours, inclusive."""

    up_to_hours: AtLeastOne
    minutes: AtLeastOne


class SupervisionTiers(Monthly, frozen=True, kw_only=True, tag="supervision_tiers"):
    """In every month with practice, a minimum that grows with the client time of that month."""

    tiers: Annotated[tuple[Tier, ...], msgspec.Meta(min_length=1)]
    between: Between = Between.UPPER
    above: Above = Above.LAST
    without_practice: bool = False
    """Whether a month without client time, within the training, needs the first tier too."""


class SupervisionRatio(Monthly, frozen=True, kw_only=True, tag="supervision_ratio"):
    """One hour of supervision for so many hours of practice, over the whole or in each month."""

    one_to: AtLeastOne
    over: Over = Over.WHOLE
    blocks: Blocks = Blocks.PROPORTION


class GreatestGap(Asked, frozen=True, kw_only=True, tag="greatest_gap"):
    """No more than so many days between two supervision meetings while seeing clients.

    The clock runs from the first day of practice to the last, and stops in a pause unless there
    was practice in it. A gap of exactly ``days`` is in time.
    """

    activities: Some
    practice: Some
    days: AtLeastOne
    gap: Gap = Gap.DAYS


class Supervision(Asked, frozen=True, kw_only=True, tag="supervision"):
    """So many credited hours of supervision, and no fewer than so many minutes a therapy session.

    What is needed is the greater of ``hours`` and ``minutes_per_session`` for every attended
    therapy session of ``sessions_of``, over the whole and not in each month.
    """

    activities: Some
    hours: AtLeastOne
    minutes_per_session: NoneOrMore
    sessions_of: Some

    def minutes_for(self, sessions: int) -> int:
        """The credited minutes that are needed once so many therapy sessions were attended."""
        return max(self.hours * 60, self.minutes_per_session * sessions)


class SupervisionPerCase(Asked, frozen=True, kw_only=True, tag="supervision_per_case"):
    """At least so many credited hours of supervision about each of so many cases."""

    activities: Some
    hours: AtLeastOne
    cases: AtLeastOne
    closely: NoneOrMore = 0
    """How many of them must be supervised closely: with recordings or from life."""
