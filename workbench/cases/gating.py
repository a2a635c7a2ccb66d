"""Short texts about a case on their way to another person: what they may hold, what is kept."""

from datetime import datetime

from sqlalchemy.orm import Session

from workbench.cases.commands import agree_pseudonym
from workbench.cases.queries import agreed_names
from workbench.db import Base, session
from workbench.policy import Placed
from workbench.training.commands import keep_report
from workbench.web.gate import GatedForm
from workbench.web.guard import actor


def let_names(form: GatedForm, place: Placed, case_id: int | None) -> None:
    """Tell a form that was sent which names are no patient's."""
    if form.is_submitted() and place.enrolment_id is not None:
        form.agreed = agreed_names(session(), place.enrolment_id, case_id)


def note_passed(  # noqa: PLR0913 - which form, about what, on which case, when
    db: Session, form: GatedForm, row: Base, *, place: Placed, case_id: int | None, at: datetime
) -> None:
    """Keep what the gate said of a row's words, and agree the pseudonyms that were put in."""
    keep_report(db, row, form.report, place=place, actor=actor(), at=at)
    for words in form.new_names:
        agree_pseudonym(db, place.enrolment_id or 0, case_id, words, at=at)
