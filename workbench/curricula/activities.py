"""What may be logged, and how an entry of it counts. Pure."""

from enum import StrEnum
from fractions import Fraction

from workbench.curricula.asked import AtLeastOne, Key, NoneOrMore, Said, Words

HOUR = 60


class ActivityKind(StrEnum):
    """What sort of time an activity is."""

    CLIENT_WORK = "client_work"
    SUPERVISION = "supervision"
    PERSONAL_THERAPY = "personal_therapy"
    TEACHING = "teaching"
    OTHER = "other"


class Attendance(StrEnum):
    """Whether what was planned took place."""

    ATTENDED = "attended"
    DID_NOT_ATTEND = "did_not_attend"
    CANCELLED_LATE = "cancelled_late"


class Mode(StrEnum):
    """How people met."""

    IN_PERSON = "in_person"
    VIDEO = "video"
    TELEPHONE = "telephone"


class Format(StrEnum):
    """How many met with whom."""

    INDIVIDUAL = "individual"
    GROUP = "group"


class Unit(StrEnum):
    """How minutes become credited minutes."""

    CLOCK = "clock"
    SESSION_IS_AN_HOUR = "session_is_an_hour"
    NOTHING_BELOW = "nothing_below"
    """Clock time from ``session_minutes`` on, and nothing for what is shorter."""
    NOTHING = "nothing"


class Shorter(StrEnum):
    """What a session shorter than ``session_minutes`` is credited with."""

    CLOCK = "clock"
    NOTHING = "nothing"


class Longer(StrEnum):
    """What a session that runs over the hour is credited with."""

    CLOCK = "clock"
    ONE_HOUR = "one_hour"
    SESSIONS = "sessions"
    """An hour for each full session in it, and never less than clock time."""


class GroupCredit(StrEnum):
    """How much of a group meeting each of its members may claim."""

    FULL = "full"
    DIVIDED = "divided"
    HALF_OR_DIVIDED = "half_or_divided"
    """Half in a group of at most ``half_up_to``; in a larger one the time is divided."""
    TWICE_DIVIDED = "twice_divided"
    """Twice the time divided by the members, never more than the whole."""


class GroupIs(StrEnum):
    """Whether the size of a group is who was there, or who belongs to it."""

    PRESENT = "present"
    CONTRACTED = "contracted"


class Activity(Said, frozen=True, kw_only=True):
    """Something that may be logged, and how an entry of it counts."""

    key: Key
    name: Words
    kind: ActivityKind
    meaning: Words
    unit: Unit
    session_minutes: AtLeastOne | None = None
    """The shortest session that is credited as an hour, or at all."""
    shorter: Shorter = Shorter.CLOCK
    longer: Longer = Longer.CLOCK
    attendance: tuple[Attendance, ...] = (Attendance.ATTENDED,)
    modes: tuple[Mode, ...] = tuple(Mode)
    formats: tuple[Format, ...] = (Format.INDIVIDUAL,)
    assessment_sessions: NoneOrMore = 0
    """How many sessions at the beginning of a case are assessment and do not count."""
    group_credit: GroupCredit = GroupCredit.FULL
    half_up_to: AtLeastOne | None = None
    group_most: AtLeastOne | None = None
    """The largest group that counts at all."""
    group_is: GroupIs = GroupIs.PRESENT
    leader_shares: bool = False
    """Whether the leader is one of those among whom the time is divided."""
    sources: tuple[str, ...] = ()
    uncertain: str = ""

    def credit(self, minutes: int, *, sharing: int = 1) -> Fraction:
        """The exact credited minutes of so many minutes by the clock, shared among so many members.

        The leader is not among them; where the leader shares, one more divides a group's time.
        """
        credited = Fraction(self._of_one(minutes))
        if sharing <= 1:
            return credited
        return credited * self._part(sharing + self.leader_shares)

    def _of_one(self, minutes: int) -> int:
        if self.session_minutes is None:
            return 0 if self.unit is Unit.NOTHING else minutes
        if minutes < self.session_minutes:
            nothing = self.unit is Unit.NOTHING_BELOW or self.shorter is Shorter.NOTHING
            return 0 if nothing else minutes
        return minutes if self.unit is Unit.NOTHING_BELOW else self._of_full(minutes)

    def _of_full(self, minutes: int) -> int:
        match self.longer:
            case Longer.ONE_HOUR:
                return HOUR
            case Longer.SESSIONS:
                return max(minutes // (self.session_minutes or HOUR) * HOUR, minutes)
            case _:
                return max(minutes, HOUR)

    def _part(self, sharing: int) -> Fraction:
        match self.group_credit:
            case GroupCredit.FULL:
                return Fraction(1)
            case GroupCredit.DIVIDED:
                return Fraction(1, sharing)
            case GroupCredit.HALF_OR_DIVIDED:
                half = self.half_up_to is not None and sharing <= self.half_up_to
                return Fraction(1, 2) if half else Fraction(1, sharing)
            case _:
                return min(Fraction(2, sharing), Fraction(1))
