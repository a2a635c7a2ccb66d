"""How a detail is taken out of what is kept of an enrolment's findings."""

from sqlalchemy import delete
from sqlalchemy.orm import Session

from workbench.anonymisation.blanking import Detail
from workbench.progress.models import KeptFindings
from workbench.training.copies import takes_out


@takes_out
def of_findings(db: Session, enrolment_id: int, _detail: Detail) -> int:
    """Let them be worked out anew: they may repeat a question or a reason."""
    db.execute(delete(KeptFindings).where(KeptFindings.enrolment_id == enrolment_id))
    return 0
