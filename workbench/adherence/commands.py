"""Beginning, saving and signing a rating."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.adherence.domain.form import RatingForm
from workbench.adherence.domain.giving import Given
from workbench.adherence.domain.judging import judge
from workbench.adherence.domain.rating import (
    ConsentWithdrawn,
    MissedSession,
    same_version,
    still_open,
)
from workbench.adherence.domain.score import Rater, RatingStanding, SelectedBy
from workbench.adherence.models import Rating, Score
from workbench.cases.models import TherapySession
from workbench.curricula.activities import Attendance
from workbench.policy import Actor
from workbench.training.commands import mark_change


def begin_rating(  # noqa: PLR0913 - what, who, how, by whose choice, when
    db: Session,
    session: TherapySession,
    actor: Actor,
    *,
    short_form: bool,
    selected_by: SelectedBy,
    at: datetime,
) -> Rating:
    """The actor's open rating of a session: the one already begun, or a new one.

    The trainee rates as self, everybody else as supervisor. Where the actor signed one before,
    the new one points at it and both are kept. Raises MissedSession or ConsentWithdrawn.
    """
    _may_be_rated(session)
    mine = _latest(db, session, actor)
    if mine is not None and mine.standing is RatingStanding.DRAFT:
        return mine
    enrolment = session.enrolment
    rating = Rating(
        enrolment=enrolment,
        therapy_session=session,
        rater_id=actor.person_id,
        by=Rater.SELF if session.trainee_id == actor.person_id else Rater.SUPERVISOR,
        short_form=short_form,
        selected_by=selected_by,
        curriculum_key=enrolment.curriculum_key,
        curriculum_version=enrolment.curriculum_version,
        phase=session.phase,
        started_at=at,
        saved_at=at,
        replaces_id=mine.id if mine else None,
        scores=[],
    )
    db.add(rating)
    mark_change(db, actor, "ratings.begin", rating, place=enrolment, at=at, by=rating.by.value)
    return rating


def _may_be_rated(session: TherapySession) -> None:
    if session.attendance is not Attendance.ATTENDED:
        message = f"Session {session.number} was missed, so there is nothing to rate."
        raise MissedSession(message)
    if session.case.consent_withdrawn_on is not None:
        message = f"Consent for case {session.case.code} is withdrawn, so nothing of it is rated."
        raise ConsentWithdrawn(message)


def save_rating(  # noqa: PLR0913 - what, with which version, when
    db: Session,
    rating: Rating,
    givens: Mapping[str, Given],
    *,
    own_verdict: str | None,
    contents: Sequence[str] = (),
    in_doubt: bool = False,
    version: int,
    at: datetime,
) -> None:
    """Keep what was given so far. Raises AlreadySigned or StaleEdit.

    A draft is nobody else's business and changes no fact, so it leaves no line in the trail.
    """
    still_open(rating.standing)
    same_version(rating.version, version)
    scores = {score.task: score for score in rating.scores}
    for task, given in givens.items():
        _keep(db, rating, scores.get(task), task, given)
    rating.own_verdict = own_verdict
    rating.contents, rating.in_doubt = list(contents), in_doubt
    rating.saved_at = at


def sign_rating(  # noqa: PLR0913 - what, by whom, on which form, when
    db: Session,
    rating: Rating,
    actor: Actor,
    form: RatingForm,
    givens: Mapping[str, Given],
    *,
    at: datetime,
) -> None:
    """Freeze a complete rating with the rule's verdict beside the rater's own.

    `givens` are those that were just saved. Raises AlreadySigned.
    """
    still_open(rating.standing)
    judgement = judge(form, givens)
    rating.standing = RatingStanding.SIGNED
    rating.signed_at = at
    rating.rule_verdict = judgement.verdict
    rating.rule_words = judgement.words
    rating.points = judgement.points
    rating.tasks_counted = judgement.tasks
    mark_change(
        db,
        actor,
        "ratings.sign",
        rating,
        place=rating.enrolment,
        at=at,
        by=rating.by.value,
        verdict=judgement.verdict,
    )


def _latest(db: Session, session: TherapySession, actor: Actor) -> Rating | None:
    return db.scalars(
        select(Rating)
        .where(Rating.therapy_session_id == session.id, Rating.rater_id == actor.person_id)
        .order_by(Rating.id.desc())
        .limit(1)
    ).one_or_none()


def _keep(db: Session, rating: Rating, score: Score | None, task: str, given: Given) -> None:
    if score is None and given.is_blank:
        return
    if score is None:
        score = Score(rating_id=rating.id, task=task)
        db.add(score)
    score.answer = given.answer
    score.extent = given.first
    score.skill = given.second
    score.reason = given.reason
    score.evidence_at = given.evidence_at
    score.evidence = given.evidence
