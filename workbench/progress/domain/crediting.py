"""What one entry of the log is worth under its activity's rule, and why it is worth less. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from workbench.curricula.activities import Activity, Attendance, Format, GroupIs, Unit
from workbench.curricula.model import Curriculum
from workbench.progress.domain.credit import NONE, PLACES, Credit, Place
from workbench.progress.domain.facts import EntryFact, EntryStanding, Facts, SessionFact
from workbench.progress.domain.once import each_session_once, each_time_once
from workbench.progress.domain.reasons import Reason

OUT = Place.OUT
REFUSED: Mapping[EntryStanding, Reason] = {
    EntryStanding.WITHDRAWN: Reason.WITHDRAWN,
    EntryStanding.RETURNED: Reason.RETURNED,
}


class Worth:
    """What entries of one activity are worth: worked out once for each length and group."""

    __slots__ = ("_known", "activity")

    def __init__(self, activity: Activity) -> None:
        self.activity = activity
        self._known: dict[tuple[int, int], tuple[Fraction, Reason | None]] = {}

    def of(self, minutes: int, size: int) -> tuple[Fraction, Reason | None]:
        """The credited minutes, and why it is less than the clock's, where it is."""
        known = self._known.get((minutes, size))
        if known is None:
            known = self._known[minutes, size] = self._work_out(minutes, size)
        return known

    def _work_out(self, minutes: int, size: int) -> tuple[Fraction, Reason | None]:
        refused = _format_reason(self.activity, size)
        if refused is not None:
            return NONE, refused
        alone = self.activity.credit(minutes)
        credited = self.activity.credit(minutes, sharing=size)
        if not credited:
            return credited, Reason.TOO_SHORT
        if credited >= minutes:
            return credited, None
        return credited, Reason.SHARED if credited < alone else Reason.OVER_THE_HOUR


def credits_of(curriculum: Curriculum, facts: Facts, *, on: date) -> tuple[Credit, ...]:
    """What every entry is worth, by day and number; no stretch of time is credited twice."""
    worths = {activity.key: Worth(activity) for activity in curriculum.activities}
    sessions = {(session.case, session.number): session for session in facts.sessions}
    instead = _instead(facts.entries)
    judged = [
        credit_of(
            entry,
            worths.get(entry.activity),
            _session_of(entry, sessions),
            instead=instead.get(entry.id),
            on=on,
        )
        for entry in sorted(facts.entries, key=lambda entry: (entry.on, entry.id))
    ]
    return each_session_once(each_time_once(judged), curriculum.activities)


def credit_of(
    entry: EntryFact,
    worth: Worth | None,
    session: SessionFact | None,
    *,
    instead: Reason | None,
    on: date,
) -> Credit:
    """What one entry is worth by itself, on a day; `instead` says that another has its place."""
    if worth is None:
        return Credit(entry, OUT, NONE, instead or _standing_reason(entry, on) or Reason.UNKNOWN)
    activity = worth.activity
    reason = instead or _standing_reason(entry, on) or _held_reason(entry, activity, session)
    if reason is not None:
        return Credit(entry, OUT, NONE, reason)
    minutes, part = worth.of(entry.minutes, size_of(entry, activity))
    return Credit(entry, PLACES[entry.standing] if minutes else OUT, minutes, part)


def size_of(entry: EntryFact, activity: Activity) -> int:
    """How many share the meeting, as the activity counts them; one where nobody has said."""
    here, belong = entry.group_size, entry.group_contracted
    if belong is None:
        return here or 1
    return belong if activity.group_is is GroupIs.CONTRACTED else here or belong


def _instead(entries: Sequence[EntryFact]) -> Mapping[int, Reason]:
    """The entries whose place a correction has, and the corrections that have no place yet."""
    signed = frozenset(one.id for one in entries if one.standing is EntryStanding.COUNTERSIGNED)
    found = {
        one.id: Reason.STANDS_BY
        for one in entries
        if one.corrects is not None
        and one.corrects in signed
        and one.id not in signed
        and one.standing not in REFUSED
    }
    return found | dict.fromkeys(replaced_entries(entries), Reason.CORRECTED)


def _standing_reason(entry: EntryFact, on: date) -> Reason | None:
    return REFUSED.get(entry.standing) or (Reason.AHEAD if entry.on > on else None)


def _held_reason(
    entry: EntryFact, activity: Activity, session: SessionFact | None
) -> Reason | None:
    """Whether the meeting took place, how, and as what."""
    if session is not None and session.attendance not in activity.attendance:
        late = session.attendance is Attendance.CANCELLED_LATE
        return Reason.CANCELLED_LATE if late else Reason.NOT_ATTENDED
    if entry.mode is not None and entry.mode not in activity.modes:
        return Reason.MODE
    return Reason.ASSESSMENT if _is_assessment(entry, activity) else None


def _is_assessment(entry: EntryFact, activity: Activity) -> bool:
    number = entry.session if entry.case is not None else None
    return number is not None and number <= activity.assessment_sessions


def _format_reason(activity: Activity, size: int) -> Reason | None:
    if (Format.GROUP if size > 1 else Format.INDIVIDUAL) not in activity.formats:
        return Reason.FORMAT
    if activity.group_most is not None and size > activity.group_most:
        return Reason.GROUP_TOO_LARGE
    return Reason.NO_CREDIT if activity.unit is Unit.NOTHING else None


def replaced_entries(entries: Iterable[EntryFact]) -> frozenset[int]:
    """The entries in whose place a countersigned correction stands.

    Until a correction is countersigned the first entry keeps its place, so that nobody loses
    signed time by asking for a change.
    """
    known = {entry.id: entry.standing for entry in entries}
    signed = EntryStanding.COUNTERSIGNED
    named = (
        entry.id
        for entry in entries
        if entry.corrected_by is not None and known.get(entry.corrected_by, signed) is signed
    )
    pointed_at = (
        entry.corrects
        for entry in entries
        if entry.corrects is not None and entry.standing is signed
    )
    return frozenset((*named, *pointed_at))


def _session_of(
    entry: EntryFact, sessions: Mapping[tuple[str, int], SessionFact]
) -> SessionFact | None:
    if entry.case is None or entry.session is None:
        return None
    return sessions.get((entry.case, entry.session))
