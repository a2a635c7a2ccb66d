"""The list of ratings: what waits for one, what one has begun, what is signed."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from workbench.adherence.domain.score import RatingStanding
from workbench.adherence.models import Rating
from workbench.adherence.queries import ratable, ratings_seen, ratings_waiting
from workbench.cases.models import TherapySession
from workbench.policy import Actor


@dataclass(frozen=True, slots=True)
class RatingsIndex:
    """What the page lists."""

    waiting: Sequence[Rating]
    """Trainees' ratings whose session one has yet to rate; only that they exist is shown."""
    drafts: Sequence[Rating]
    signed: Sequence[Rating]
    ratable: Sequence[TherapySession]


def index_of(db: Session, actor: Actor) -> RatingsIndex:
    """Everything about ratings that one person may see or do."""
    seen = ratings_seen(db, actor)
    return RatingsIndex(
        waiting=ratings_waiting(db, actor),
        drafts=[one for one in seen if one.standing is RatingStanding.DRAFT],
        signed=[one for one in seen if one.standing is RatingStanding.SIGNED],
        ratable=ratable(db, actor),
    )
