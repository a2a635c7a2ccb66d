"""Who may do what: every permission, every rule, one table. Pure.

Policy says who; the rules of each slice say when. Anything not granted here is refused.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A signed-in person with the roles they hold today."""

    person_id: int
    administers: frozenset[int] = frozenset()
    """Providers in which the person is an administrator."""
    supervises: frozenset[int] = frozenset()
    """Enrolments that the person is appointed to supervise."""
    trains: frozenset[int] = frozenset()
    """The person's own enrolments."""


class Placed(Protocol):
    """What a rule asks of a row: whose work it is, on which enrolment, in which provider."""

    @property
    def enrolment_id(self) -> int | None:
        """The enrolment it hangs on, if any."""

    @property
    def trainee_id(self) -> int | None:
        """Whose work it is, if anybody's."""

    @property
    def provider_id(self) -> int:
        """The provider it belongs to."""


class Rule(Protocol):
    """One way to hold a permission."""

    __name__: str

    def __call__(self, actor: Actor, place: Placed) -> bool:
        """Whether the person holds it there."""


def is_trainee(actor: Actor, place: Placed) -> bool:
    """It is the person's own work."""
    return place.trainee_id == actor.person_id


def supervises(actor: Actor, place: Placed) -> bool:
    """The person is appointed to supervise this enrolment today, and it is not their own."""
    return place.enrolment_id in actor.supervises and not is_trainee(actor, place)


def administers(actor: Actor, place: Placed) -> bool:
    """The person administers the provider, and it is not their own work."""
    return place.provider_id in actor.administers and not is_trainee(actor, place)


class Permission(StrEnum):
    """Everything that can be asked of the workbench: `<slice>.<deed>`."""

    CASES_KEEP = "cases.keep"
    CASES_KEEP_OWN_LIST = "cases.keep_own_list"
    CASES_READ = "cases.read"
    CASES_VOUCH = "cases.vouch"
    CURRICULA_DRAFT = "curricula.draft"
    CURRICULA_MOVE = "curricula.move"
    CURRICULA_PUBLISH = "curricula.publish"
    DOCUMENTS_READ = "documents.read"
    DOCUMENTS_REVIEW = "documents.review"
    DOCUMENTS_SEND_BACK = "documents.send_back"
    DOCUMENTS_WRITE = "documents.write"
    HOURS_ATTEST = "hours.attest"
    HOURS_COUNTERSIGN = "hours.countersign"
    HOURS_LOG = "hours.log"
    HOURS_READ = "hours.read"
    PROGRESS_READ = "progress.read"
    RATINGS_RATE = "ratings.rate"
    RATINGS_READ = "ratings.read"
    RECORDS_ISSUE = "records.issue"
    RECORDS_READ = "records.read"
    RECORDS_TAKE_ARCHIVE = "records.take_archive"
    TRAINING_ADMINISTER = "training.administer"
    TRAINING_KEEP_MILESTONES = "training.keep_milestones"
    TRAINING_KEEP_PLACEMENTS = "training.keep_placements"
    TRAINING_KEEP_PRIOR = "training.keep_prior"


RULES: Mapping[Permission, tuple[Rule, ...]] = {
    Permission.CASES_KEEP: (is_trainee,),
    Permission.CASES_KEEP_OWN_LIST: (is_trainee,),
    Permission.CASES_READ: (is_trainee, supervises),
    Permission.CASES_VOUCH: (supervises,),
    Permission.CURRICULA_DRAFT: (administers,),
    Permission.CURRICULA_MOVE: (administers,),
    Permission.CURRICULA_PUBLISH: (administers,),
    Permission.DOCUMENTS_READ: (is_trainee, supervises),
    Permission.DOCUMENTS_REVIEW: (supervises,),
    Permission.DOCUMENTS_SEND_BACK: (supervises,),
    Permission.DOCUMENTS_WRITE: (is_trainee,),
    Permission.HOURS_ATTEST: (is_trainee, supervises, administers),
    Permission.HOURS_COUNTERSIGN: (supervises,),
    Permission.HOURS_LOG: (is_trainee,),
    Permission.HOURS_READ: (is_trainee, supervises, administers),
    Permission.PROGRESS_READ: (is_trainee, supervises, administers),
    Permission.RATINGS_RATE: (is_trainee, supervises),
    Permission.RATINGS_READ: (is_trainee, supervises),
    Permission.RECORDS_ISSUE: (administers,),
    Permission.RECORDS_READ: (is_trainee, administers),
    Permission.RECORDS_TAKE_ARCHIVE: (is_trainee,),
    Permission.TRAINING_ADMINISTER: (administers,),
    Permission.TRAINING_KEEP_MILESTONES: (administers,),
    Permission.TRAINING_KEEP_PLACEMENTS: (is_trainee,),
    Permission.TRAINING_KEEP_PRIOR: (administers,),
}


def allows(actor: Actor, permission: Permission, place: Placed) -> bool:
    """Any one rule is enough; no rule means no."""
    return any(rule(actor, place) for rule in RULES[permission])
