"""What one entry of the log is worth under its activity's rule, and why it is worth less. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, IntEnum
from fractions import Fraction

from workbench.curricula.activities import Activity, ActivityKind, Attendance, Format, Unit
from workbench.curricula.model import Curriculum
from workbench.progress.domain.facts import EntryFact, EntryStanding, Facts, SessionFact


class Reason(Enum):
    """Why minutes do not count: as said of one entry, of several, and on the entry itself."""

    RETURNED = (
        "is returned",
        "are returned",
        "Returned: it counts once it is changed, submitted again and countersigned.",
    )
    WITHDRAWN = ("is withdrawn", "are withdrawn", "Withdrawn.")
    CORRECTED = (
        "is replaced by its correction",
        "are replaced by their corrections",
        "Replaced: its correction counts in its place.",
    )
    STANDS_BY = (
        "corrects an entry that still stands",
        "correct entries that still stand",
        "A correction: it takes the other entry's place once it is countersigned.",
    )
    AHEAD = (
        "lies ahead",
        "lie ahead",
        "The day lies ahead: it counts once it has come.",
    )
    NOT_ATTENDED = (
        "was not attended",
        "were not attended",
        "The client did not attend, and only attended sessions count.",
    )
    CANCELLED_LATE = (
        "was cancelled late",
        "were cancelled late",
        "Cancelled late, and only attended sessions count.",
    )
    SAME_SESSION = (
        "is a therapy session that another entry counts",
        "are therapy sessions that other entries count",
        "The same therapy session is in another entry, and it counts once.",
    )
    MODE = (
        "was held in a way that does not count",
        "were held in a way that does not count",
        "This way of meeting does not count for the activity.",
    )
    FORMAT = (
        "was held in a format that does not count",
        "were held in a format that does not count",
        "Alone or in a group: this format does not count for the activity.",
    )
    SHARED = (
        "is shared with the group",
        "are shared with the group",
        "A group's time is shared: each member is credited with an equal part.",
    )
    NO_CREDIT = (
        "is of a kind that earns no time",
        "are of a kind that earns no time",
        "This activity is logged but earns no time.",
    )
    UNKNOWN = (
        "is of an activity that this curriculum does not have",
        "are of activities that this curriculum does not have",
        "This curriculum does not have the activity.",
    )
    NO_CASE = (
        "is about no case in particular",
        "are about no case in particular",
        "It names no case, and this is counted for each case.",
    )
    OTHER_STRETCH = (
        "belongs to another stretch",
        "belong to another stretch",
        "The break beside it is too long, so it belongs to another stretch.",
    )

    def __init__(self, of_one: str, of_several: str, words: str) -> None:
        """Keep the three ways of saying it apart."""
        self.of_one = of_one
        self.of_several = of_several
        self.words = words


class Place(IntEnum):
    """Where an entry's credit stands, from worst to best."""

    OUT = 0
    DRAFT = 1
    WAITING = 2
    COUNTERSIGNED = 3


PLACES: Mapping[EntryStanding, Place] = {
    EntryStanding.DRAFT: Place.DRAFT,
    EntryStanding.SUBMITTED: Place.WAITING,
    EntryStanding.QUERIED: Place.WAITING,
    EntryStanding.RETURNED: Place.OUT,
    EntryStanding.COUNTERSIGNED: Place.COUNTERSIGNED,
    EntryStanding.WITHDRAWN: Place.OUT,
}


@dataclass(frozen=True, slots=True)
class Credit:
    """One entry with its exact credited minutes, which may be more than the clock's.

    Without any credit its place is OUT; `reason` says why all or part of it does not count.
    """

    entry: EntryFact
    place: Place
    minutes: Fraction
    reason: Reason | None = None

    @property
    def counts(self) -> bool:
        """Whether any of it counts, now or once it is vouched for."""
        return self.place is not Place.OUT

    @property
    def kept(self) -> Fraction:
        """How many of the logged minutes count: never more than were logged."""
        return min(self.minutes, Fraction(self.entry.minutes))

    @property
    def left_out(self) -> Fraction:
        """How many of the logged minutes do not count."""
        return self.entry.minutes - self.kept

    def refused(self, reason: Reason) -> "Credit":
        """The same entry without credit, for a reason."""
        return replace(self, place=Place.OUT, minutes=Fraction(0), reason=reason)


def credits_of(curriculum: Curriculum, facts: Facts, *, on: date) -> tuple[Credit, ...]:
    """What every entry is worth, by day and number; a therapy session is credited once."""
    activities = {activity.key: activity for activity in curriculum.activities}
    sessions = {(session.case, session.number): session for session in facts.sessions}
    replaced = replaced_entries(facts.entries)
    signed = frozenset(
        one.id for one in facts.entries if one.standing is EntryStanding.COUNTERSIGNED
    )
    entries = sorted(facts.entries, key=lambda entry: (entry.on, entry.id))
    judged = [
        credit_of(
            entry,
            activities.get(entry.activity),
            _session_of(entry, sessions),
            instead=_instead(entry, replaced, signed),
            on=on,
        )
        for entry in entries
    ]
    return _each_session_once(judged, activities)


def credit_of(
    entry: EntryFact,
    activity: Activity | None,
    session: SessionFact | None,
    *,
    instead: Reason | None,
    on: date,
) -> Credit:
    """What one entry is worth by itself, on a day; `instead` says that another has its place."""
    reason = instead or _standing_reason(entry, on) or _kind_reason(entry, activity, session)
    if activity is None or reason is not None:
        return Credit(entry, Place.OUT, Fraction(0), reason)
    sharing = max(entry.group_size or 1, 1)
    minutes = activity.credit(entry.minutes, sharing=sharing)
    part = Reason.SHARED if minutes < entry.minutes else None
    return Credit(entry, PLACES[entry.standing], minutes, part)


def _instead(entry: EntryFact, replaced: frozenset[int], signed: frozenset[int]) -> Reason | None:
    """Whether a correction has the entry's place, or it is one that has no place yet."""
    if entry.id in replaced:
        return Reason.CORRECTED
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
        return (
            Reason.CANCELLED_LATE
            if session.attendance is Attendance.CANCELLED_LATE
            else Reason.NOT_ATTENDED
        )
    if entry.mode is not None and entry.mode not in activity.modes:
        return Reason.MODE
    if _format(entry) not in activity.formats:
        return Reason.FORMAT
    return Reason.NO_CREDIT if activity.unit is Unit.NOTHING else None


def _format(entry: EntryFact) -> Format:
    return Format.GROUP if (entry.group_size or 1) > 1 else Format.INDIVIDUAL


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


def _each_session_once(
    judged: Sequence[Credit], activities: Mapping[str, Activity]
) -> tuple[Credit, ...]:
    """Where several entries hold one therapy session, the one that has come furthest counts."""
    best: dict[tuple[str, int], Credit] = {}
    for credit in judged:
        key = _client_session(credit, activities)
        if key is not None and (key not in best or _rank(credit) > _rank(best[key])):
            best[key] = credit
    return tuple(
        credit
        if (key := _client_session(credit, activities)) is None or best[key] is credit
        else credit.refused(Reason.SAME_SESSION)
        for credit in judged
    )


def _client_session(credit: Credit, activities: Mapping[str, Activity]) -> tuple[str, int] | None:
    entry = credit.entry
    if not credit.counts or entry.case is None or entry.session is None:
        return None
    if activities[entry.activity].kind is not ActivityKind.CLIENT_WORK:
        return None
    return (entry.case, entry.session)


def _rank(credit: Credit) -> tuple[Place, Fraction, int]:
    return (credit.place, credit.minutes, -credit.entry.id)
