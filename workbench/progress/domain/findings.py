"""Findings: one requirement held against the facts, with the reasons. Pure."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

import msgspec


class Standing(StrEnum):
    """Where a requirement stands on the day asked about."""

    MET = "met"
    UNDER_WAY = "under_way"
    NOT_BEGUN = "not_begun"
    SHORT = "short"
    """A stretch that has ended, or an attempt that was judged, fell below what is asked."""
    NOT_DUE = "not_due"
    OVERDUE = "overdue"


class Unit(StrEnum):
    """What an amount counts."""

    HOURS = "hours"
    MONTHS = "months"
    CASES = "cases"
    RECORDINGS = "recordings"
    DOCUMENTS = "documents"
    MILESTONES = "milestones"
    WINDOWS = "windows"
    """Stretches of time, each judged by itself: months, or gaps between meetings."""
    DAYS = "days"
    MEETINGS = "meetings"
    ENTRIES = "entries"
    PLACEMENTS = "placements"
    SIGNATURES = "signatures"
    YEARS = "years"


class Whose(StrEnum):
    """Whose move it is."""

    TRAINEE = "trainee"
    SUPERVISOR = "supervisor"
    PROVIDER = "provider"


class Link(StrEnum):
    """What kind of page a move leads to."""

    ENTRY = "entry"
    LOG = "log"
    CASE = "case"
    DOCUMENT = "document"
    RATING = "rating"
    ENROLMENT = "enrolment"


class LeftOut(msgspec.Struct, frozen=True):
    """Minutes of one entry, or of one letter about earlier years, that do not count, and why."""

    id: int
    on: date
    minutes: Fraction
    reason: str
    is_letter: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of days that falls short by itself. Both days belong to it; amounts are exact.

    `waiting` is what would come to it once it is vouched for.
    """

    first: date
    last: date
    needed: Fraction
    have: Fraction
    unit: Unit
    waiting: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class ReadingTaken:
    """How a question that the sources leave open was read, where it touches a requirement."""

    question: str
    asks: str
    reading: str
    words: str


@dataclass(frozen=True, slots=True)
class NextMove:
    """What would move a finding on, and who can do it."""

    whose: Whose
    what: str
    link: Link


@dataclass(frozen=True, slots=True)
class Finding:
    """How far one requirement is met. Amounts are exact and in the finding's own unit.

    `have` is vouched for (countersigned, agreed, signed), `waiting` is with somebody else, and
    `draft` has not been handed in. `counted` names what makes up `have`; `of` says of which kind it
    is: entries, documents or ratings.
    """

    gate: str
    key: str
    title: str
    words: str
    unit: Unit
    needed: Fraction
    have: Fraction
    standing: Standing
    explanation: str
    waiting: Fraction = Fraction(0)
    draft: Fraction = Fraction(0)
    counted: tuple[int, ...] = ()
    letters: tuple[int, ...] = ()
    """The letters about earlier years in `have`."""
    left_out: tuple[LeftOut, ...] = ()
    shortfalls: tuple[str, ...] = ()
    """Each part that falls short by itself (a case, a stretch, a recording), in words."""
    windows: tuple[Window, ...] = ()
    """The stretches that fall short, oldest first."""
    of: Link = Link.ENTRY
    next_move: NextMove | None = None
    met_on: date | None = None
    """The day of the last fact that was needed."""
    due: date | None = None
    """The last day, where there is one."""
    readings: tuple[ReadingTaken, ...] = ()
    """The readings that were taken of what the sources leave open here."""
    blocks: bool = True
    """Whether the gate stays shut without it; false for what is only advised."""

    @property
    def is_met(self) -> bool:
        """Whether nothing more is asked here."""
        return self.standing is Standing.MET

    @property
    def to_go(self) -> Fraction:
        """How much is missing once everything waiting and drafted has been vouched for."""
        return max(Fraction(0), self.needed - self.have - self.waiting - self.draft)


@dataclass(frozen=True, slots=True)
class GateFindings:
    """The findings of one gate, in the curriculum's own order."""

    key: str
    title: str
    findings: tuple[Finding, ...]

    @property
    def met(self) -> int:
        """How many of its requirements are met."""
        return sum(finding.is_met for finding in self.findings)

    @property
    def is_met(self) -> bool:
        """Whether the step is open."""
        return all(finding.is_met or not finding.blocks for finding in self.findings)
