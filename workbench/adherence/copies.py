"""How a detail is taken out of ratings."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.adherence.models import Rating, Score
from workbench.anonymisation.blanking import Detail
from workbench.training.copies import blank_columns, takes_out


@takes_out
def of_ratings(db: Session, enrolment_id: int, detail: Detail) -> int:
    """Reasons and evidence; what was scored stays as it was signed."""
    scores = db.scalars(
        select(Score).join(Score.rating).where(Rating.enrolment_id == enrolment_id)
    ).all()
    return sum(blank_columns(one, ("reason", "evidence"), detail) for one in scores)
