"""Ratings that somebody may see: their own, and the other's once their own is signed."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select
from sqlalchemy.orm import Session, aliased, contains_eager, joinedload, selectinload

from workbench.adherence.domain.score import Rater, RatingStanding
from workbench.adherence.models import Rating
from workbench.cases.models import Case, TherapySession
from workbench.cases.queries import cases_readable_by
from workbench.curricula.activities import Attendance
from workbench.policy import Actor
from workbench.training.models import Enrolment
from workbench.training.queries import supervised_by


def find_rating(db: Session, actor: Actor, rating_id: int) -> Rating | None:
    """A rating that the actor may see."""
    return db.scalars(
        _ratings().where(Rating.id == rating_id, cases_readable_by(actor), seen_by(actor))
    ).one_or_none()


def find_own_rating(db: Session, actor: Actor, rating_id: int) -> Rating | None:
    """A rating that the actor gives or gave."""
    mine = Rating.rater_id == actor.person_id
    return db.scalars(
        _ratings().where(Rating.id == rating_id, cases_readable_by(actor), mine)
    ).one_or_none()


def ratings_of(db: Session, actor: Actor, session: TherapySession) -> Sequence[Rating]:
    """The signed ratings of a session that the actor may see, the newest first."""
    return db.scalars(
        _ratings()
        .where(
            Rating.therapy_session_id == session.id,
            Rating.standing == RatingStanding.SIGNED,
            seen_by(actor),
        )
        .order_by(Rating.id.desc())
    ).all()


def ratings_seen(db: Session, actor: Actor) -> Sequence[Rating]:
    """Every rating that the actor may see, the latest session first."""
    return db.scalars(
        _ratings()
        .where(cases_readable_by(actor), seen_by(actor))
        .order_by(TherapySession.held_on.desc(), Rating.id.desc())
    ).all()


def ratable(db: Session, actor: Actor) -> Sequence[TherapySession]:
    """Attended sessions that the actor could rate and has not begun to, the latest first."""
    mine = exists().where(
        Rating.therapy_session_id == TherapySession.id, Rating.rater_id == actor.person_id
    )
    return db.scalars(
        select(TherapySession)
        .join(TherapySession.case)
        .join(Case.enrolment)
        .where(cases_readable_by(actor), TherapySession.attendance == Attendance.ATTENDED, ~mine)
        .options(
            contains_eager(TherapySession.case)
            .contains_eager(Case.enrolment)
            .joinedload(Enrolment.trainee)
        )
        .order_by(TherapySession.held_on.desc(), TherapySession.id.desc())
        .limit(60)
    ).all()


def ratings_waiting(db: Session, actor: Actor) -> Sequence[Rating]:
    """The trainees' signed ratings whose session the supervisor has yet to sign, oldest first.

    Only that they exist is told: what they say is not shown before one's own is signed.
    """
    return db.scalars(
        _ratings()
        .where(
            supervised_by(actor),
            Rating.by == Rater.SELF,
            Rating.standing == RatingStanding.SIGNED,
            ~_signed_by(actor),
        )
        .order_by(Rating.signed_at, Rating.id)
    ).all()


def other_has_signed(db: Session, rating: Rating) -> bool:
    """Whether somebody in the other capacity has signed a rating of the same session."""
    other = select(Rating.id).where(
        Rating.therapy_session_id == rating.therapy_session_id,
        Rating.by != rating.by,
        Rating.standing == RatingStanding.SIGNED,
    )
    return db.scalars(other.limit(1)).one_or_none() is not None


def seen_by(actor: Actor) -> ColumnElement[bool]:
    """One's own always; another's only signed, and only after one's own is signed."""
    others = and_(Rating.standing == RatingStanding.SIGNED, _signed_by(actor))
    return or_(Rating.rater_id == actor.person_id, others)


def _signed_by(actor: Actor) -> ColumnElement[bool]:
    """Whether the actor has signed a rating of the same session."""
    mine = aliased(Rating)
    return exists().where(
        mine.therapy_session_id == Rating.therapy_session_id,
        mine.rater_id == actor.person_id,
        mine.standing == RatingStanding.SIGNED,
    )


def _ratings() -> Select[Rating]:
    """Ratings with everything that their pages show."""
    return (
        select(Rating)
        .join(Rating.enrolment)
        .join(Rating.therapy_session)
        .options(
            contains_eager(Rating.enrolment).joinedload(Enrolment.trainee),
            contains_eager(Rating.therapy_session).joinedload(TherapySession.case),
            joinedload(Rating.rater),
            selectinload(Rating.scores),
        )
    )
