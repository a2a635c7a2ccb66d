"""Requirements that ask for events, deadlines, persons and signatures. Pure."""

from enum import StrEnum
from typing import Annotated

import msgspec

from workbench.curricula.asked import Asked, AtLeastOne, Some, Words


class DeadlineForce(StrEnum):
    """Whether a gate stays shut without it, or it is only advised."""

    REQUIRED = "required"
    ADVISED = "advised"


class Pauses(StrEnum):
    """What a pause does to the clock of a deadline."""

    IGNORED = "ignored"
    EXTEND = "extend"
    """Every day of a pause that lies within the clock is added to its end; a day counts once."""


class Work(StrEnum):
    """What it is that a person must be fit for."""

    COUNTERSIGNING = "countersigning"
    SUPERVISING = "supervising"
    RATING = "rating"


class PersonIs(StrEnum):
    """What a person must be, or must not be."""

    ACCREDITED = "accredited"
    NOT_OWN_THERAPIST = "not_own_therapist"
    NEW_AT_THIS_STAGE = "new_at_this_stage"
    """Nobody who supervised the trainee before the milestone ``since``."""


class OnTheDayOf(StrEnum):
    """On which day an accreditation must be held."""

    THE_WORK = "the_work"
    """The meeting or the therapy session."""
    THE_SIGNATURE = "the_signature"


class SignedEach(StrEnum):
    """What each signature is about."""

    ENTRY = "entry"
    MONTH = "month"
    PLACEMENT = "placement"


class Signatory(StrEnum):
    """Who signs."""

    SUPERVISOR = "supervisor"
    TRAINEE = "trainee"
    PLACEMENT_MANAGER = "placement_manager"


class Milestone(Asked, frozen=True, kw_only=True, tag="milestone"):
    """One of the curriculum's milestones has happened, with evidence, and has not run out."""

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
    pauses: Pauses = Pauses.IGNORED
    restarted_by: str | None = None
    """A milestone, such as a refresher, from whose latest day the clock runs anew."""
    force: DeadlineForce = DeadlineForce.REQUIRED
    otherwise: Words
    """What follows when it is missed, in plain words."""


class Person(Asked, frozen=True, kw_only=True, tag="person"):
    """Whoever countersigned, supervised or rated was fit for it, every time.

    Work done with somebody who was not is named, and keeps the requirement short until it is put
    right. What nobody has said about a person is "not known", and asks for it to be said.
    """

    work: Work
    activities: tuple[str, ...] = ()
    """For countersigning and supervising: the activities it is held for."""
    person_is: PersonIs
    on_the_day_of: OnTheDayOf = OnTheDayOf.THE_WORK
    since: str | None = None
    """With ``new_at_this_stage``: the milestone with which the stage begins."""
    force: DeadlineForce = DeadlineForce.REQUIRED


class Signatures(Asked, frozen=True, kw_only=True, tag="signatures"):
    """Everything that counts is signed for: each entry, each month or each placement."""

    activities: Some
    each: SignedEach
    by: Annotated[tuple[Signatory, ...], msgspec.Meta(min_length=1)]
    within_days: AtLeastOne | None = None
    """For months: how many days after its end a month may still be signed."""
