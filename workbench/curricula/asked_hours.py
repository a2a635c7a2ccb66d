"""Requirements that ask for amounts of logged time. Pure."""

from enum import StrEnum

import msgspec

from workbench.curricula.activities import Mode
from workbench.curricula.asked import (
    Asked,
    AtLeastOne,
    NoneOrMore,
    Percent,
    Said,
    Some,
    Stretch,
)


class Frequency(StrEnum):
    """How often something of some duration must take place."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"


class ShareOf(StrEnum):
    """What a share is a share of."""

    REQUIRED = "required"
    """The hours that the requirement asks for."""
    COUNTED = "counted"
    """What counts in the end, the capped part included."""
    LOGGED = "logged"
    """Everything of the requirement's activities that would count if nothing were capped."""


class Claimed(StrEnum):
    """Whether time that was claimed for another gate may be claimed again here."""

    MAY = "may_count_again"
    MAY_NOT = "counts_once"


class Prior(StrEnum):
    """Whether hours of earlier years count that a document attests and somebody verified."""

    COUNTS = "counts"
    DOES_NOT = "does_not_count"


class YearsAre(StrEnum):
    """How the years of a rule are cut."""

    CALENDAR = "calendar"
    TRAINING = "training"
    """Twelve months from the day the training started, and from each of its anniversaries."""


class SpanIs(StrEnum):
    """What a span of years measures."""

    CALENDAR = "calendar"
    """From the first entry that counts to the last."""
    WITH_PRACTICE = "with_practice"
    """The calendar months in which there was practice, whatever lay between."""


class Cap(Said, frozen=True, kw_only=True):
    """At most so much of a total may come from some of its activities; the rest is left out.

    Exactly one of ``hours`` and ``percent`` is given. What is over is left out from the latest
    entry backwards.
    """

    activities: Some
    hours: NoneOrMore | None = None
    percent: Percent | None = None
    share_of: ShareOf = ShareOf.REQUIRED


class HoursTotal(Asked, frozen=True, kw_only=True, tag="hours_total"):
    """At least so many credited hours of some activities together."""

    activities: Some
    hours: AtLeastOne
    stretch: Stretch = msgspec.field(default_factory=Stretch)
    caps: tuple[Cap, ...] = ()
    claimed: Claimed = Claimed.MAY
    prior: Prior = Prior.DOES_NOT
    prior_most: AtLeastOne | None = None
    """How many hours of earlier years may count at most."""

    @property
    def minutes(self) -> int:
        """The total that is asked, in credited minutes."""
        return self.hours * 60


class HoursInSpan(Asked, frozen=True, kw_only=True, tag="hours_in_span"):
    """At least so many credited hours within a span of months, neither too short nor too long.

    Met when there is a span, from one counting entry to another, of at most ``most_months`` that
    holds the hours and is at least ``least_months`` long. Both boundaries are inclusive: three
    years from 5 May 2023 are reached on 5 May 2026.
    """

    activities: Some
    hours: AtLeastOne
    least_months: NoneOrMore = 0
    most_months: AtLeastOne
    span_is: SpanIs = SpanIs.CALENDAR
    stretch: Stretch = msgspec.field(default_factory=Stretch)


class HoursShare(Asked, frozen=True, kw_only=True, tag="hours_share"):
    """At least, or at most, so much of a total is of some activities.

    At least one of ``least_hours``, ``most_hours``, ``least_percent`` and ``most_percent`` is
    given. Percents are of the credited hours of ``of``, exactly: a fraction never rounds to a pass.
    """

    activities: Some
    of: tuple[str, ...] = ()
    """The whole, for the percents."""
    least_hours: AtLeastOne | None = None
    most_hours: NoneOrMore | None = None
    least_percent: Percent | None = None
    most_percent: Percent | None = None
    modes: tuple[Mode, ...] = ()
    """Where given, only time in one of these modes is the part: at least so much in person."""
    stretch: Stretch = msgspec.field(default_factory=Stretch)


class HoursPerYear(Asked, frozen=True, kw_only=True, tag="hours_per_year"):
    """At least so many credited hours in each of so many years, which need not be neighbours."""

    activities: Some
    hours: AtLeastOne
    years: AtLeastOne
    years_are: YearsAre = YearsAre.CALENDAR
    in_a_row: bool = False


class Duration(Asked, frozen=True, kw_only=True, tag="duration"):
    """Something kept up for months at a frequency.

    Met by a stretch of entries of which no two neighbours lie further apart than
    ``longest_break_days``, of which the last is at least ``months`` after the first, and which
    touches at least ``periods`` different weeks (Monday to Sunday) or calendar months.
    """

    activities: Some
    months: AtLeastOne
    frequency: Frequency
    periods: AtLeastOne
    longest_break_days: AtLeastOne
