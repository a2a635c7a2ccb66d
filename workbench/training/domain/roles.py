"""Who can hold which role beside which other. Pure."""

import re
from collections.abc import Sequence
from datetime import date

from workbench.curricula.model import Curriculum, MilestoneKind, Status
from workbench.errors import Refusal
from workbench.training.domain.terms import Stretch, holds

SHORT_NAME = re.compile(r"[A-Z][A-Z0-9]{1,7}")


class OwnWork(Refusal):
    """A role over one's own work, which nobody holds whatever else they are."""


class NotAMember(Refusal):
    """Somebody who would need a standing role in the provider and has none on that day."""


class LastAdministrator(Refusal):
    """The only administrator that a provider has left."""


class NotOffered(Refusal):
    """A curriculum that no new cohort can be made on."""


class NoEvidence(Refusal):
    """A milestone without what the curriculum asks to be shown for it."""


def may_supervise(
    *, supervisor_id: int, trainee_id: int, memberships: Sequence[Stretch], on: date
) -> None:
    """Refuse a supervisor who is the trainee, or who is no supervisor here on the first day."""
    if supervisor_id == trainee_id:
        message = "Nobody supervises their own work. Choose somebody else."
        raise OwnWork(message, field="supervisor")
    if not any(holds(membership, on) for membership in memberships):
        message = "They are not a supervisor of this provider on that day."
        raise NotAMember(message, field="supervisor")


def may_enrol(*, actor_id: int, trainee_id: int) -> None:
    """Refuse to let an administrator enrol themselves: it would be arranging one's own training."""
    if actor_id == trainee_id:
        message = "You cannot enrol yourself. Ask another administrator of the provider."
        raise OwnWork(message, field="person")


def may_leave(*, others: int) -> None:
    """Refuse to end the membership of the last administrator. `others` stay after it."""
    if others == 0:
        message = "They are the last administrator. Invite another one first."
        raise LastAdministrator(message)


def offered(curriculum: Curriculum) -> Curriculum:
    """The curriculum, if new cohorts are made on it. Raises NotOffered."""
    if curriculum.status is not Status.PUBLISHED:
        message = "New cohorts are made on published versions only."
        raise NotOffered(message, field="curriculum")
    return curriculum


def evidence_for(kind: MilestoneKind, evidence: str) -> str:
    """The line of evidence, if it says what the curriculum asks. Raises NoEvidence."""
    if not evidence:
        message = "Say in a line what was shown: which paper, whose, and when you saw it."
        raise NoEvidence(message, field="evidence")
    if kind.choices and not any(choice in evidence for choice in kind.choices):
        message = f"Name which one it is: {', '.join(kind.choices)}."
        raise NoEvidence(message, field="evidence")
    return evidence


def short_name(text: str) -> str:
    """The letters that begin the numbers of a provider's records. Raises a Refusal."""
    if not SHORT_NAME.fullmatch(text):
        message = "A short name is two to eight capital letters or figures, such as HI."
        raise Refusal(message, field="short")
    return text
