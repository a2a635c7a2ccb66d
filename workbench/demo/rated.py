"""Ratings of some of the invented sessions, by both sides."""

from collections.abc import Iterable
from random import Random

from workbench.adherence.commands import begin_rating, save_rating, sign_rating
from workbench.adherence.domain.form import RatingForm, form_for
from workbench.adherence.domain.giving import Given
from workbench.adherence.domain.judging import PASSED
from workbench.adherence.domain.score import Answer, SelectedBy
from workbench.cases.models import Case, TherapySession
from workbench.demo.living import Life, evening
from workbench.policy import Actor

RATED = (4, 9, 14)
"""One session of each phase."""
FRESH = 14
"""Days within which a rating may well wait."""
HEARD = (
    "“I am the one who copes.”",
    "Brings it back to the sister",
    "A long silence, and then the word",
    "Says the number of sessions left",
)


def rate_some(life: Life, cases: Iterable[Case]) -> None:
    """Rate a session of each phase; one of the last two weeks waits for the supervisor."""
    wanted = [
        session
        for case in cases
        for session in case.sessions
        if session.number in RATED and session.attendance == "attended"
    ]
    for session in wanted:
        _rate(life, session, life.own)
        if (life.today - session.held_on).days > FRESH:
            _rate(life, session, life.senior)


def _rate(life: Life, session: TherapySession, actor: Actor) -> None:
    form = form_for(life.curriculum, session.phase, short=True)
    at = evening(session.held_on, 21)
    rating = begin_rating(
        life.db, session, actor, short_form=True, selected_by=SelectedBy.SUPERVISOR, at=at
    )
    life.db.flush()  # its number and version, to save under
    givens = _givens(form, life.dice, middle=4 if actor is life.senior else 3)
    save_rating(life.db, rating, givens, own_verdict=PASSED, version=rating.version, at=at)
    sign_rating(life.db, rating, actor, form, givens, at=at)


def _givens(form: RatingForm, dice: Random, *, middle: int) -> dict[str, Given]:
    givens = {item.task.key: _given(dice, middle) for item in form.items}
    return givens | {item.task.key: Given() for item in form.markers}


def _given(dice: Random, middle: int) -> Given:
    if dice.random() < 0.1:  # noqa: PLR2004 - one task in ten was not called for
        return Given(answer=Answer.NOT_DUE)
    skill = min(max(middle + dice.choice((-1, 0, 0, 0, 1, 1)), 2), 6)
    minute = dice.randint(4, 46)
    return Given(
        answer=Answer.SCORED,
        first=dice.choice((2, 3, 3, 4)),
        second=skill,
        evidence_at=f"{minute:02}:{dice.randint(0, 59):02}",
        evidence=dice.choice(HEARD),
    )
