"""What a line of the entry bar would log, with what is usual filled in. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from workbench.curricula.activities import Attendance, Mode
from workbench.hours.domain.quick import Reading

USUAL_MINUTES = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownCase:
    """An open case with what is usual on it."""

    id: int
    code: str
    activity: str
    next_number: int
    minutes: int
    mode: Mode
    placement_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a trainee before the line is read."""

    cases: Sequence[KnownCase]
    session_activity: str
    """The activity that is recorded on a case."""
    today: date
    usual: Mapping[str, int] = field(default_factory=dict)
    """Minutes that an activity had the last time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What would be logged. Without a case and an activity it is not known what happened."""

    reading: Reading
    day: date
    minutes: int
    case: KnownCase | None
    activity: str | None
    attendance: Attendance
    mode: Mode
    totals: Mapping[str, int]
    clashes: bool
    """Whether the line names a case together with time that is not its session."""

    @property
    def is_complete(self) -> bool:
        """Whether it could be logged once the person has seen how it reads."""
        return not self.reading.unread and not self.clashes and self._says_what

    @property
    def is_certain(self) -> bool:
        """Whether it can be logged at once."""
        return self.reading.is_certain and self.is_complete

    @property
    def _says_what(self) -> bool:
        return self.case is not None or self.activity is not None


def propose(reading: Reading, known: Known, likely: Reading | None = None) -> Proposal:
    """Fill a reading up: from the case's usual, else from what is likeliest."""
    said = reading.code is not None or reading.activity is not None
    source = reading if said or likely is None else likely
    case = _case(source, known)
    activity = case.activity if case else _own(source.activity, known)
    return Proposal(
        reading=reading,
        day=reading.day or known.today,
        minutes=reading.minutes or source.minutes or _usual(case, activity, known),
        case=case,
        activity=activity,
        attendance=reading.attendance or Attendance.ATTENDED,
        mode=reading.mode or (case.mode if case else Mode.IN_PERSON),
        totals=dict(reading.totals),
        clashes=_clashes(reading, case, known),
    )


def _case(source: Reading, known: Known) -> KnownCase | None:
    """The named case; a session without one is of the only case there is."""
    if source.code is not None:
        return next((case for case in known.cases if case.code == source.code), None)
    if source.activity == known.session_activity and len(known.cases) == 1:
        return known.cases[0]
    return None


def _own(activity: str | None, known: Known) -> str | None:
    return None if activity == known.session_activity else activity


def _usual(case: KnownCase | None, activity: str | None, known: Known) -> int:
    return case.minutes if case else known.usual.get(activity or "", USUAL_MINUTES)


def _clashes(reading: Reading, case: KnownCase | None, known: Known) -> bool:
    """Supervision about a case is not a session of it; nor can a course day have a total."""
    if case is None:
        return bool(reading.totals) or reading.attendance is not None
    return reading.activity not in {None, case.activity, known.session_activity}
