"""Two ratings of one session beside each other: who gave what, and where they are apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypedDict

from sqlalchemy.orm import Session

from workbench.adherence.domain.form import Item, form_for
from workbench.adherence.domain.score import Answer, Rater
from workbench.adherence.models import Rating, Score
from workbench.adherence.queries import other_has_signed, ratings_of
from workbench.cases.models import TherapySession
from workbench.curricula.model import Curriculum
from workbench.policy import Actor
from workbench.web.curriculum import curriculum_of

WIDE = 2
"""Points apart that are worth talking about."""


@dataclass(frozen=True, slots=True)
class PairShown:
    """One task with both values, in the shape that components/rating.html takes."""

    task: str
    own: int | None
    theirs: int | None
    top: int
    words: str

    @property
    def gap(self) -> int:
        """How far apart the two are; nought where one of them is not there."""
        return 0 if self.own is None or self.theirs is None else abs(self.own - self.theirs)


class SideBySide(TypedDict):
    """What the page takes."""

    therapy_session: TherapySession
    mine: Rating | None
    own: Rating | None
    theirs: Rating | None
    pairs: list[PairShown]
    wide: list[PairShown]
    close: int
    phase_name: str
    other_signed: bool
    top: int


def side_by_side_of(db: Session, actor: Actor, therapy_session: TherapySession) -> SideBySide:
    """The latest signed ratings of a session that the actor may see, task by task."""
    seen = ratings_of(db, actor, therapy_session)
    own = next((one for one in seen if one.by is Rater.SELF), None)
    theirs = next((one for one in seen if one.by is Rater.SUPERVISOR), None)
    mine = next((one for one in seen if one.rater_id == actor.person_id), None)
    curriculum = curriculum_of(therapy_session.enrolment)
    pairs = _pairs(curriculum, therapy_session, own, theirs) if own and theirs else []
    phase = curriculum.phase(therapy_session.phase)
    return SideBySide(
        therapy_session=therapy_session,
        mine=mine,
        own=own,
        theirs=theirs,
        pairs=sorted(pairs, key=lambda pair: -pair.gap),
        wide=[pair for pair in pairs if pair.gap >= WIDE],
        close=sum(1 for pair in pairs if _is_close(pair)),
        phase_name=phase.name if phase else therapy_session.phase,
        other_signed=bool(mine and other_has_signed(db, mine)),
        top=max((pair.top for pair in pairs), default=0),
    )


def _is_close(pair: PairShown) -> bool:
    return pair.own is not None and pair.theirs is not None and pair.gap < WIDE


def _pairs(
    curriculum: Curriculum, therapy_session: TherapySession, own: Rating, theirs: Rating
) -> list[PairShown]:
    """The tasks that at least one of the two rated."""
    form = form_for(curriculum, therapy_session.phase, short=False)
    own_scores, their_scores = _by_task(own), _by_task(theirs)
    return [
        _pair(item, own_scores.get(item.task.key), their_scores.get(item.task.key))
        for item in form.items
        if item.task.key in {*own_scores, *their_scores}
    ]


def _by_task(rating: Rating) -> Mapping[str, Score]:
    return {score.task: score for score in rating.scores if score.answer is not None}


def _pair(item: Item, own: Score | None, theirs: Score | None) -> PairShown:
    return PairShown(
        task=item.task.label,
        own=_value(item, own),
        theirs=_value(item, theirs),
        top=item.scales[-1].scale.highest,
        words=_said(theirs) or _said(own),
    )


def _value(item: Item, score: Score | None) -> int | None:
    if score is None or score.answer is not Answer.SCORED:
        return None
    return score.extent if item.second is None else score.skill


def _said(score: Score | None) -> str:
    if score is None:
        return ""
    words = [score.evidence_at, score.evidence, score.reason]
    return " ".join(word for word in words if word)
