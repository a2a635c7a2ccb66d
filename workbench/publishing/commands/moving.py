"""Putting people under another version: an act of its own, after its preview was read."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from workbench.audit.commands import note
from workbench.curricula.library import Kept
from workbench.curricula.model import Curriculum
from workbench.errors import StaleEdit
from workbench.policy import Actor
from workbench.publishing.domain.moves import NothingToMove, token
from workbench.publishing.models import VersionMove
from workbench.publishing.movable import reason_to_stay, seen
from workbench.training.commands import mark_change, programme_of
from workbench.training.models import Cohort, Enrolment

STALE = (
    "Something changed after you looked: a fact, a version, or the day. Nobody was moved. "
    "Read the preview as it stands now."
)
NOBODY = "There is nobody to move to that version."


def move_cohort(  # noqa: PLR0913 - who moves whom to what, as read, when
    db: Session, actor: Actor, cohort: Cohort, target: Kept, *, read: str, at: datetime
) -> int:
    """Put a cohort and its trainees under another version. Returns how many were moved.

    Whoever has ended stays, and so does the actor. Raises StaleEdit unless the preview that was
    read still holds, and NothingToMove where the cohort is there already with everybody.
    """
    new = target.curriculum
    enrolments = _held(db, Enrolment.cohort_id == cohort.id)
    moved = _to_move(enrolments, actor, target, read=read, at=at)
    before, after = _named(cohort), f"{new.key} {new.version}"
    if not moved and before == after:
        raise NothingToMove(NOBODY)
    for enrolment in moved:
        _move(db, actor, enrolment, new, at)
    cohort.programme = programme_of(db, cohort.provider, new)
    cohort.curriculum_key, cohort.curriculum_version = new.key, new.version
    count = len(moved)
    note(db, actor, "curricula.move_cohort", cohort, at=at, moved=count, before=before, after=after)
    return count


def move_enrolment(  # noqa: PLR0913 - who moves whom to what, as read, when
    db: Session, actor: Actor, enrolment: Enrolment, target: Kept, *, read: str, at: datetime
) -> None:
    """Put one trainee under another version. Raises StaleEdit and NothingToMove, as for all."""
    held = _held(db, Enrolment.id == enrolment.id)
    moved = _to_move(held, actor, target, read=read, at=at)
    if not moved:
        raise NothingToMove(NOBODY)
    _move(db, actor, moved[0], target.curriculum, at)


def _held(db: Session, which: object) -> Sequence[Enrolment]:
    """The enrolments as they are now; nobody changes them until the transaction ends."""
    return db.scalars(
        select(Enrolment)
        .where(which)  # type: ignore[arg-type]  # a comparison of columns
        .options(joinedload(Enrolment.trainee))
        .order_by(Enrolment.id)
        .with_for_update(of=Enrolment)
        .execution_options(populate_existing=True)
    ).all()


def _to_move(
    enrolments: Sequence[Enrolment], actor: Actor, target: Kept, *, read: str, at: datetime
) -> list[Enrolment]:
    moved = [one for one in enrolments if not reason_to_stay(one, actor, target.curriculum, at)]
    if token(target.digest, (seen(one, at) for one in moved)) != read:
        raise StaleEdit(STALE)
    return moved


def _move(db: Session, actor: Actor, enrolment: Enrolment, new: Curriculum, at: datetime) -> None:
    before, after = _named(enrolment), f"{new.key} {new.version}"
    move = VersionMove(
        enrolment=enrolment,
        from_key=enrolment.curriculum_key,
        from_version=enrolment.curriculum_version,
        to_key=new.key,
        to_version=new.version,
        moved_at=at,
        moved_by_id=actor.person_id,
    )
    enrolment.curriculum_key, enrolment.curriculum_version = new.key, new.version
    db.add(move)
    mark_change(
        db, actor, "curricula.move", move, place=enrolment, at=at, before=before, after=after
    )


def _named(row: Cohort | Enrolment) -> str:
    return f"{row.curriculum_key} {row.curriculum_version}"
