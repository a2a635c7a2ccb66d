"""Keeping the hour totals in the transaction that changes the hours."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import cast

from sqlalchemy import BindParameter, Table, bindparam, delete, event, insert, inspect, select
from sqlalchemy.orm import Session, UOWTransaction

from workbench.hours.models import HoursEntry, HourTotal
from workbench.hours.totals import month_of_entry, totals_worked_out
from workbench.training.models import Enrolment

COLUMNS = ("enrolment_id", "month", "activity", "standing", "minutes", "entries")
MONTHS: BindParameter[list[str]] = bindparam("months", expanding=True)
WHOSE: BindParameter[int] = bindparam("whose")
KEPT = cast("Table", HourTotal.__table__)
FORGET = delete(KEPT).where(HourTotal.enrolment_id == WHOSE, HourTotal.month.in_(MONTHS))
KEEP = insert(KEPT).from_select(
    COLUMNS,
    totals_worked_out().where(HoursEntry.enrolment_id == WHOSE, month_of_entry().in_(MONTHS)),
)
TOUCHED = "months whose totals are to be kept"


@event.listens_for(Session, "after_flush")
def note_touched(db: Session, _context: UOWTransaction) -> None:
    """Remember the months that a flush touched, whichever command it came from."""
    touched = db.info.setdefault(TOUCHED, defaultdict(set))
    for enrolment_id, months in _touched(db).items():
        touched[enrolment_id] |= months


@event.listens_for(Session, "before_commit")
def keep_totals(db: Session) -> None:
    """Work the touched months out anew, in the transaction that changed them.

    The enrolments are held first, in the order of their numbers, so that two who change entries of
    the same month wait for each other and the second sees what the first wrote.
    """
    db.flush()  # what is still pending touches months too
    touched = db.info.pop(TOUCHED, {})
    if not touched:
        return
    held = select(Enrolment.id).where(Enrolment.id.in_(touched)).order_by(Enrolment.id)
    db.execute(held.with_for_update())
    for enrolment_id, months in sorted(touched.items()):
        whose = {"whose": enrolment_id, "months": sorted(months)}
        db.execute(FORGET, whose)
        db.execute(KEEP, whose)


@event.listens_for(Session, "after_rollback")
def forget_touched(db: Session) -> None:
    """What was taken back touched nothing."""
    db.info.pop(TOUCHED, None)


def _touched(db: Session) -> dict[int, set[str]]:
    """The months of the entries in a flush, those they left, and those of what they correct."""
    touched: defaultdict[int, set[str]] = defaultdict(set)
    changed = [one for one in _changed(db) if isinstance(one, HoursEntry)]
    for entry in changed:
        touched[entry.enrolment_id].update(f"{day:%Y-%m}" for day in _days(entry))
    for enrolment_id, day in _corrected(db, changed):
        touched[enrolment_id].add(f"{day:%Y-%m}")
    return touched


def _changed(db: Session) -> Iterator[object]:
    yield from db.new
    yield from db.deleted
    yield from (one for one in db.dirty if db.is_modified(one))


def _days(entry: HoursEntry) -> Iterable[date]:
    """The day of the work, and the one that it was moved from."""
    history = inspect(entry).attrs.worked_on.history
    return {entry.worked_on, *history.deleted}


def _corrected(db: Session, changed: Iterable[HoursEntry]) -> Iterable[tuple[int, date]]:
    """What a changed entry corrects may count again, or no more."""
    ids = {entry.corrects_id for entry in changed} - {None}
    if not ids:
        return ()
    rows = db.execute(
        select(HoursEntry.enrolment_id, HoursEntry.worked_on).where(HoursEntry.id.in_(ids))
    )
    return [(enrolment_id, day) for enrolment_id, day in rows]
