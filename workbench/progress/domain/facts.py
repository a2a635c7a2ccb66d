"""Facts: what happened in one enrolment, as the rules see it. Pure; the JSON form is docs/facts.md.

Time is whole minutes, days are local calendar days in the trainee's zone. Nothing here says what
counts: that is the curriculum's business.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated

import msgspec

from workbench.curricula.activities import Attendance, Mode
from workbench.curricula.asked import RaterRole
from workbench.curricula.asked_standing import Signatory

Minutes = Annotated[int, msgspec.Meta(ge=1, le=1440)]
Number = Annotated[int, msgspec.Meta(ge=1)]
Clock = Annotated[str, msgspec.Meta(pattern="^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$")]
"""A time of day by the local clock: 09:30."""


class EntryStanding(StrEnum):
    """How far an hours entry has come on its way to a countersignature."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    QUERIED = "queried"
    RETURNED = "returned"
    COUNTERSIGNED = "countersigned"
    WITHDRAWN = "withdrawn"


class CaseStanding(StrEnum):
    """Whether a training case goes on, ended as planned, or ended early."""

    OPEN = "open"
    COMPLETED = "completed"
    DROPPED_OUT = "dropped_out"


class Stage(StrEnum):
    """How far a document has come.

    Reviewed means sent back with comments; agreed is the supervisor's last word, passed a marker's.
    """

    DRAFT = "draft"
    SUBMITTED = "submitted"
    REVIEWED = "reviewed"
    AGREED = "agreed"
    PASSED = "passed"


class Verdict(StrEnum):
    """What a signed rating came to under the curriculum's pass rule."""

    PASSED = "passed"
    NOT_PASSED = "not_passed"


class Fact(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A plain value that reads and writes itself as JSON and refuses a field it does not know."""


class EnrolmentFact(Fact, frozen=True, kw_only=True):
    """When the training started, and the zone in which its days and months are counted."""

    started_on: date
    zone: str = "Europe/London"


class EntryFact(Fact, frozen=True, kw_only=True):
    """One entry of the hours log: so many minutes of an activity on a day."""

    id: int
    activity: str
    on: date
    minutes: Minutes
    standing: EntryStanding
    case: str | None = None
    session: Number | None = None
    mode: Mode | None = None
    group_size: Number | None = None
    """How many trainees shared the meeting; absent or 1 means alone with the supervisor."""
    group_contracted: Number | None = None
    """How many belong to the group, whoever came."""
    starts: Clock | None = None
    """When it began; with the minutes it shows which entries hold the same time."""
    placement: str | None = None
    claimed_for: str | None = None
    """The gate for which the time has been claimed already."""
    supervisor_id: int | None = None
    supervisor: str | None = None
    moved_on: date | None = None
    """The day of the last change of standing: since when it has waited."""
    note: str | None = None
    """The supervisor's question or the reason for the return, in their words."""
    countersigned_on: date | None = None
    corrects: int | None = None
    corrected_by: int | None = None
    """The entry that stands in this one's place; this one then counts no more."""


class SessionFact(Fact, frozen=True, kw_only=True):
    """One appointment of a training case."""

    id: int
    case: str
    number: Number
    on: date
    attendance: Attendance
    minutes: Minutes
    mode: Mode | None = None
    phase: str


class CaseFact(Fact, frozen=True, kw_only=True):
    """A training case, known by its code only."""

    code: str
    opened_on: date
    closed_on: date | None = None
    standing: CaseStanding = CaseStanding.OPEN
    patient: str | None = None
    """A code that two cases of the same patient share."""
    problems: tuple[str, ...] = ()
    """The presenting problems, in the curriculum's or the provider's words."""
    placement: str | None = None
    closely_supervised: bool = False
    consent_withdrawn_on: date | None = None
    """From that day its recordings count no more; its hours and sessions do."""


class DocumentFact(Fact, frozen=True, kw_only=True):
    """A document at its latest version. Its words are no fact and never come here."""

    id: int
    kind: str
    case: str | None = None
    stage: Stage
    version: Number = 1
    on: date
    """The day of its latest move: written, submitted, reviewed, agreed or passed."""
    open_threads: int = 0
    reviewer: str | None = None
    sent_back_on: date | None = None
    """When the latest version was sent back for an identifying detail; none once corrected."""
    correct_by: date | None = None
    """Until when the curriculum wants that corrected, if it sets a clock."""
    is_out_of_sight: bool = False
    """Whether its patient no longer agrees that others read it: then nobody is to move it."""


class RatingFact(Fact, frozen=True, kw_only=True):
    """One rater's form for one therapy session; without a day of signing it is still to be done."""

    id: int
    case: str
    session: Number
    phase: str
    by: RaterRole
    asked_on: date | None = None
    signed_on: date | None = None
    verdict: Verdict | None = None
    selected_by: str | None = None
    rater: str | None = None
    rater_id: int | None = None
    contents: tuple[str, ...] = ()
    """The kinds of document that the session presents: ``ipaf`` for an IPAF session."""
    in_doubt: bool = False
    """Whether the rater asked to see more."""


class MilestoneFact(Fact, frozen=True, kw_only=True):
    """Something that happened once, with what shows it."""

    key: str
    on: date
    evidence: str = ""
    until: date | None = None
    """The last day on which it holds, where it runs out: a registration."""


class SpanFact(Fact, frozen=True, kw_only=True):
    """Something that lasts; both days belong to it, and without an end it goes on."""

    start: date = msgspec.field(name="from")
    end: date | None = msgspec.field(name="to", default=None)

    def holds(self, day: date) -> bool:
        """Whether the day lies in the span."""
        return self.start <= day and (self.end is None or day <= self.end)


class PauseFact(SpanFact, frozen=True, kw_only=True):
    """A time away in which clocks, projections and reminders stop."""


class SupervisionFact(SpanFact, frozen=True, kw_only=True):
    """A supervisor's standing relation to the enrolment."""

    supervisor: str
    supervisor_id: int | None = None


class PersonFact(Fact, frozen=True, kw_only=True):
    """Somebody who countersigns, supervises or rates, as far as a rule asks about them."""

    id: int
    name: str
    accredited: tuple[SpanFact, ...] | None = None
    """When they held an accreditation; absent where nobody has said."""
    own_therapist: bool | None = None
    """Whether they are, or were, the trainee's own therapist; absent where nobody has said."""


class AttestationFact(SpanFact, frozen=True, kw_only=True):
    """A signature for a whole stretch of the log, or for a placement."""

    by: Signatory
    signed_on: date
    placement: str | None = None


class PriorFact(SpanFact, frozen=True, kw_only=True):
    """Hours of earlier years that a document attests, for one activity and one stretch."""

    id: int
    activity: str
    minutes: Annotated[int, msgspec.Meta(ge=1)]
    document: str
    verified_by: str | None = None
    verified_on: date | None = None


class Facts(Fact, frozen=True, kw_only=True):
    """Everything that happened in one enrolment. The order within each list has no meaning."""

    enrolment: EnrolmentFact
    entries: tuple[EntryFact, ...] = ()
    sessions: tuple[SessionFact, ...] = ()
    cases: tuple[CaseFact, ...] = ()
    documents: tuple[DocumentFact, ...] = ()
    ratings: tuple[RatingFact, ...] = ()
    milestones: tuple[MilestoneFact, ...] = ()
    pauses: tuple[PauseFact, ...] = ()
    supervisions: tuple[SupervisionFact, ...] = ()
    people: tuple[PersonFact, ...] = ()
    attestations: tuple[AttestationFact, ...] = ()
    prior: tuple[PriorFact, ...] = ()

    def pauses_on(self, day: date) -> bool:
        """Whether the enrolment rests on the day."""
        return any(pause.holds(day) for pause in self.pauses)
