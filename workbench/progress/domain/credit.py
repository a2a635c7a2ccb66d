"""What an entry of the log is credited with, and how far it has come. Pure."""

from collections.abc import Mapping
from enum import IntEnum
from fractions import Fraction
from functools import lru_cache

import msgspec

from workbench.progress.domain.facts import EntryFact, EntryStanding
from workbench.progress.domain.reasons import Reason

NONE = Fraction(0)
HOUR = 60
"""Minutes: credit is kept in them, and asked for in hours."""


class Place(IntEnum):
    """Where an entry's credit stands, from worst to best."""

    OUT = 0
    DRAFT = 1
    WAITING = 2
    COUNTERSIGNED = 3


IN_ORDER = (Place.COUNTERSIGNED, Place.WAITING, Place.DRAFT)
"""Those that count, from best to worst."""

PLACES: Mapping[EntryStanding, Place] = {
    EntryStanding.DRAFT: Place.DRAFT,
    EntryStanding.SUBMITTED: Place.WAITING,
    EntryStanding.QUERIED: Place.WAITING,
    EntryStanding.RETURNED: Place.OUT,
    EntryStanding.COUNTERSIGNED: Place.COUNTERSIGNED,
    EntryStanding.WITHDRAWN: Place.OUT,
}


@lru_cache(maxsize=2048)
def clock(minutes: int) -> Fraction:
    """Minutes by the clock as an exact amount; there are few lengths, so each is made once."""
    return Fraction(minutes)


class Credit(msgspec.Struct, frozen=True):
    """One entry with its exact credited minutes, which may be more than the clock's.

    Without any credit its place is OUT; `reason` says why all or part of it does not count. Hours
    of earlier years that a letter attests are read in the same way, as one entry of the letter.
    """

    entry: EntryFact
    place: Place
    minutes: Fraction
    reason: Reason | None = None
    is_letter: bool = False

    @property
    def counts(self) -> bool:
        """Whether any of it counts, now or once it is vouched for."""
        return self.place > 0

    @property
    def kept(self) -> Fraction:
        """How many of the logged minutes count: never more than were logged."""
        return min(self.minutes, clock(self.entry.minutes))

    @property
    def left_out(self) -> Fraction:
        """How many of the logged minutes do not count."""
        if self.reason is None:
            return NONE
        return self.entry.minutes - self.kept if self.counts else clock(self.entry.minutes)

    def refused(self, reason: Reason) -> "Credit":
        """The same entry without credit, for a reason."""
        return Credit(self.entry, Place.OUT, NONE, reason, self.is_letter)

    def cut(self, minutes: Fraction, reason: Reason) -> "Credit":
        """The same entry credited with no more than so many minutes, the rest left out."""
        if minutes >= self.minutes:
            return self
        if not minutes:
            return self.refused(reason)
        return Credit(self.entry, self.place, minutes, reason, self.is_letter)
