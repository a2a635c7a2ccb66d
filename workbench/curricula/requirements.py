"""What a curriculum can ask of a trainee: a closed set, one class for each type. Pure.

A type is added here, in ``Requirement`` below, in the checks of ``asking.py``, in the evaluation
and in ``docs/curricula.md``, all in one commit.
"""

from enum import StrEnum
from typing import Annotated, TypeAlias

import msgspec

Key: TypeAlias = Annotated[str, msgspec.Meta(pattern="^[a-z][a-z0-9_]*$")]
Words: TypeAlias = Annotated[str, msgspec.Meta(min_length=1, pattern=r"\S")]
AtLeastOne: TypeAlias = Annotated[int, msgspec.Meta(ge=1)]


class Said(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Anything that a curriculum file says. A field the format does not know is refused."""


class Frequency(StrEnum):
    """How often something of some duration must take place."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"


class CaseStanding(StrEnum):
    """How far a training case must have come to count."""

    OPEN = "open"
    COMPLETED = "completed"


class SessionsCounted(StrEnum):
    """Which therapy sessions of a case count towards its number."""

    ATTENDED = "attended"
    OFFERED = "offered"


class RaterRole(StrEnum):
    """Whose rating of a recording counts."""

    SELF = "self"
    SUPERVISOR = "supervisor"
    SECOND = "second"


class DocumentStanding(StrEnum):
    """What must have been said about a document: agreed by a supervisor, or passed by a marker."""

    AGREED = "agreed"
    PASSED = "passed"


class DeadlineForce(StrEnum):
    """Whether missing a deadline has a consequence, or is only advised against."""

    REQUIRED = "required"
    ADVISED = "advised"


class Asked(Said, frozen=True, kw_only=True, tag_field="type"):
    """What every requirement has, whatever its type."""

    key: Key
    title: Words
    words: Words
    """The rule in plain words, for the trainee."""
    sources: tuple[str, ...] = ()
    """Keys of the curriculum's sources."""
    uncertain: str = ""
    """What the source leaves open, and the reading that is taken. Empty when nothing is."""


class HoursTotal(Asked, frozen=True, kw_only=True, tag="hours_total"):
    """At least so many credited hours of some activities together."""

    activities: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
    hours: AtLeastOne

    @property
    def minutes(self) -> int:
        """The total that is asked, in credited minutes."""
        return self.hours * 60


class Duration(Asked, frozen=True, kw_only=True, tag="duration"):
    """Something kept up for months at a frequency.

    Met by a stretch of entries of which no two neighbours lie further apart than
    ``longest_break_days``, of which the last is at least ``months`` after the first, and which
    touches at least ``periods`` different weeks (Monday to Sunday) or calendar months.
    """

    activities: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
    months: AtLeastOne
    frequency: Frequency
    periods: AtLeastOne
    longest_break_days: AtLeastOne


class Milestone(Asked, frozen=True, kw_only=True, tag="milestone"):
    """One of the curriculum's milestones has happened, with evidence."""

    milestone: str


class Deadline(Asked, frozen=True, kw_only=True, tag="deadline"):
    """Something by a number of months after something else.

    The clock starts at ``from_milestone`` or at the first counting entry of ``from_first_of``. It
    stops at the first counting entry of ``until_first_of``, or when every requirement of the same
    gate in ``until_met`` is met. Exactly one of each pair is given. The last day is inclusive.
    """

    months: AtLeastOne
    from_milestone: str | None = None
    from_first_of: tuple[str, ...] = ()
    until_first_of: tuple[str, ...] = ()
    until_met: tuple[str, ...] = ()
    force: DeadlineForce = DeadlineForce.REQUIRED
    otherwise: Words
    """What follows when it is missed, in plain words."""


class Cases(Asked, frozen=True, kw_only=True, tag="cases"):
    """So many training cases with a standing and a number of therapy sessions each.

    Cases are concurrent when there is a day on which all of them were under way, from the first to
    the last attended therapy session of each.
    """

    activity: str
    cases: AtLeastOne
    standing: CaseStanding = CaseStanding.COMPLETED
    sessions: AtLeastOne
    counted: SessionsCounted = SessionsCounted.ATTENDED
    concurrent: bool = False


class Supervision(Asked, frozen=True, kw_only=True, tag="supervision"):
    """So many credited hours of supervision, and no fewer than so many minutes a therapy session.

    What is needed is the greater of ``hours`` and ``minutes_per_session`` for every attended
    therapy session of ``sessions_of``, over the whole and not in each month.
    """

    activities: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
    hours: AtLeastOne
    minutes_per_session: AtLeastOne
    sessions_of: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]

    def minutes_for(self, sessions: int) -> int:
        """The credited minutes that are needed once so many therapy sessions were attended."""
        return max(self.hours * 60, self.minutes_per_session * sessions)


class RatedRecordings(Asked, frozen=True, kw_only=True, tag="rated_recordings"):
    """So many recorded therapy sessions rated and, on the scale's own pass rule, passed.

    ``per_case`` of them at least on each of ``cases`` different cases. One therapy session counts
    once, however often it was rated.
    """

    recordings: AtLeastOne
    cases: AtLeastOne
    per_case: AtLeastOne
    scale: str
    rated_by: tuple[RaterRole, ...] = (RaterRole.SUPERVISOR,)


class Documents(Asked, frozen=True, kw_only=True, tag="documents"):
    """A document of a kind has a standing: on each of ``cases`` different cases, or once.

    Without ``cases`` the document belongs to the enrolment, and one is enough.
    """

    kind: str
    standing: DocumentStanding
    cases: AtLeastOne | None = None

    @property
    def needed(self) -> int:
        """How many documents are asked for."""
        return self.cases or 1


Requirement: TypeAlias = (
    HoursTotal | Duration | Milestone | Deadline | Cases | Supervision | RatedRecordings | Documents
)
