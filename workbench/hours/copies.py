"""How a detail is taken out of the hours log."""

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from workbench.anonymisation.blanking import Detail
from workbench.hours.models import HoursEntry
from workbench.training.copies import blank_columns, takes_out


@takes_out
def of_hours(db: Session, enrolment_id: int, detail: Detail) -> int:
    """Notes, reasons of corrections, and what was said about an entry; signatures cover none."""
    entries = db.scalars(
        select(HoursEntry)
        .where(HoursEntry.enrolment_id == enrolment_id)
        .options(selectinload(HoursEntry.verdicts))
    ).all()
    of_entries = sum(blank_columns(one, ("note", "reason"), detail) for one in entries)
    said = [verdict for one in entries for verdict in one.verdicts]
    return of_entries + sum(blank_columns(one, ("words",), detail) for one in said)
