"""How a detail is taken out of the rows of cases."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.anonymisation.blanking import Detail
from workbench.cases.models import Pseudonym
from workbench.training.copies import takes_out


@takes_out
def of_cases(db: Session, enrolment_id: int, detail: Detail) -> int:
    """A pseudonym that is no pseudonym goes."""
    kept = db.scalars(select(Pseudonym).where(Pseudonym.enrolment_id == enrolment_id)).all()
    wrong = [one for one in kept if detail.is_in(one.words)]
    for one in wrong:
        db.delete(one)
    return len(wrong)
