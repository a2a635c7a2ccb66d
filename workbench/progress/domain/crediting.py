"""What one entry of the log is worth under its activity's rule, and why it is worth less. Pure."""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction

from workbench.curricula.activities import Activity, Attendance, Format, GroupIs, Unit
from workbench.curricula.model import Curriculum
from workbench.progress.domain.credit import NONE, PLACES, Credit, Place
from workbench.progress.domain.facts import EntryFact, EntryStanding, Facts, SessionFact
from workbench.progress.domain.once import each_session_once, each_time_once
from workbench.progress.domain.reasons import Reason


class Worth:
    """What entries of one activity are worth: worked out once for each length and group."""

    __slots__ = ("_known", "activity")

    def __init__(self, activity: Activity) -> None:
        self.activity = activity
        self._known: dict[tuple[int, int], tuple[Fraction, Reason | None]] = {}

    def of(self, minutes: int, sharing: int) -> tuple[Fraction, Reason | None]:
        """The credited minutes, and why it is less than the clock's, where it is."""
        known = self._known.get((minutes, sharing))
        if known is None:
            known = self._known[minutes, sharing] = self._work_out(minutes, sharing)
        return known

    def _work_out(self, minutes: int, sharing: int) -> tuple[Fraction, Reason | None]:
        alone = self.activity.credit(minutes)
        credited = self.activity.credit(minutes, sharing=sharing)
        if not credited:
            return credited, Reason.TOO_SHORT
        if credited >= minutes:
            return credited, None
        return credited, Reason.SHARED if credited < alone else Reason.OVER_THE_HOUR


def credits_of(curriculum: Curriculum, facts: Facts, *, on: date) -> tuple[Credit, ...]:
    """What every entry is worth, by day and number; no stretch of time is credited twice."""
    worths = {activity.key: Worth(activity) for activity in curriculum.activities}
    sessions = {(session.case, session.number): session for session in facts.sessions}
    replaced = replaced_entries(facts.entries)
    signed = frozenset(
        one.id for one in facts.entries if one.standing is EntryStanding.COUNTERSIGNED
    )
    entries = sorted(facts.entries, key=lambda entry: (entry.on, entry.id))
    judged = [
        credit_of(
            entry,
            worths.get(entry.activity),
            _session_of(entry, sessions),
            instead=_instead(entry, replaced, signed),
            on=on,
        )
        for entry in entries
    ]
    kinds = {activity.key: activity.kind for activity in curriculum.activities}
    return each_session_once(each_time_once(judged), kinds)


def credit_of(
    entry: EntryFact,
    worth: Worth | None,
    session: SessionFact | None,
    *,
    instead: Reason | None,
    on: date,
) -> Credit:
    """What one entry is worth by itself, on a day; `instead` says that another has its place."""
    activity = worth.activity if worth else None
    reason = instead or _standing_reason(entry, on) or _kind_reason(entry, activity, session)
    if worth is None or reason is not None:
        return Credit(entry, Place.OUT, NONE, reason)
    minutes, part = worth.of(entry.minutes, size_of(entry, worth.activity))
    return Credit(entry, PLACES[entry.standing] if minutes else Place.OUT, minutes, part)


def size_of(entry: EntryFact, activity: Activity) -> int:
    """How many share the meeting, as the activity counts them; one where nobody has said."""
    here, belong = entry.group_size, entry.group_contracted
    if activity.group_is is GroupIs.CONTRACTED:
        here, belong = belong, here
    return here or belong or 1


def _instead(entry: EntryFact, replaced: frozenset[int], signed: frozenset[int]) -> Reason | None:
    """Whether a correction has the entry's place, or it is one that has no place yet."""
    if entry.id in replaced:
        return Reason.CORRECTED
    if entry.corrects is None:
        return None
    waits = entry.corrects in signed and entry.id not in signed
    live = entry.standing not in {EntryStanding.WITHDRAWN, EntryStanding.RETURNED}
    return Reason.STANDS_BY if waits and live else None


def _standing_reason(entry: EntryFact, on: date) -> Reason | None:
    if entry.standing is EntryStanding.WITHDRAWN:
        return Reason.WITHDRAWN
    if entry.standing is EntryStanding.RETURNED:
        return Reason.RETURNED
    return Reason.AHEAD if entry.on > on else None


def _kind_reason(
    entry: EntryFact, activity: Activity | None, session: SessionFact | None
) -> Reason | None:
    if activity is None:
        return Reason.UNKNOWN
    if session is not None and session.attendance not in activity.attendance:
        late = session.attendance is Attendance.CANCELLED_LATE
        return Reason.CANCELLED_LATE if late else Reason.NOT_ATTENDED
    if entry.mode is not None and entry.mode not in activity.modes:
        return Reason.MODE
    if _is_assessment(entry, activity):
        return Reason.ASSESSMENT
    return _format_reason(entry, activity)


def _is_assessment(entry: EntryFact, activity: Activity) -> bool:
    number = entry.session if entry.case is not None else None
    return number is not None and number <= activity.assessment_sessions


def _format_reason(entry: EntryFact, activity: Activity) -> Reason | None:
    size = size_of(entry, activity)
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
