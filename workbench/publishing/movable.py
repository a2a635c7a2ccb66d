"""Who is moved to another version and who stays, and the state in which each was seen."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from workbench.curricula.model import Curriculum
from workbench.policy import Actor
from workbench.publishing.domain.moves import Seen, why_left_alone
from workbench.training.models import Enrolment


def reason_to_stay(enrolment: Enrolment, actor: Actor, new: Curriculum, at: datetime) -> str:
    """Why an enrolment is not moved; nothing, for one that is."""
    ended = enrolment.ended_on
    under = (enrolment.curriculum_key, enrolment.curriculum_version)
    return why_left_alone(
        is_ended=ended is not None and ended < day_of(enrolment, at),
        is_there=under == (new.key, new.version),
        is_own=enrolment.trainee_id == actor.person_id,
    )


def seen(enrolment: Enrolment, at: datetime) -> Seen:
    """The state of an enrolment, as a preview names it."""
    return Seen(
        enrolment.id,
        enrolment.counter,
        enrolment.curriculum_key,
        enrolment.curriculum_version,
        day_of(enrolment, at),
    )


def day_of(enrolment: Enrolment, at: datetime) -> date:
    """The trainee's day."""
    return at.astimezone(ZoneInfo(enrolment.trainee.zone)).date()
