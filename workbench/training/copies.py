"""Where a detail may have been copied: each slice says how it is taken out of its own rows."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.anonymisation.blanking import Detail
from workbench.training.models import GateReport, Milestone

TakesOut = Callable[[Session, int, Detail], int]
"""Takes a detail out of the rows of one enrolment, and says in how many texts it stood."""

_ALL: list[TakesOut] = []


def takes_out(deed: TakesOut) -> TakesOut:
    """Name a function that takes details out of a slice's rows."""
    _ALL.append(deed)
    return deed


def take_out_everywhere(db: Session, enrolment_id: int, detail: Detail) -> int:
    """Take a detail out of every text of an enrolment that others may read."""
    return sum(deed(db, enrolment_id, detail) for deed in _ALL)


def blank_columns(row: object, columns: tuple[str, ...], detail: Detail) -> int:
    """Take it out of some columns of a row."""
    found = [name for name in columns if detail.is_in(getattr(row, name))]
    for name in found:
        setattr(row, name, detail.blank(getattr(row, name)))
    return len(found)


def blank_report(report: dict[str, Any], detail: Detail) -> dict[str, Any]:
    """A gate's report with the detail taken out of its reasons."""
    told = report["dismissed"]
    return report | {"dismissed": [one | {"reason": detail.blank(one["reason"])} for one in told]}


@takes_out
def of_training(db: Session, enrolment_id: int, detail: Detail) -> int:
    """What was shown for milestones, and the reasons given at the gate."""
    for kept in db.scalars(select(GateReport).where(GateReport.enrolment_id == enrolment_id)):
        kept.report = blank_report(kept.report, detail)
    milestones = db.scalars(select(Milestone).where(Milestone.enrolment_id == enrolment_id))
    return sum(blank_columns(one, ("evidence",), detail) for one in milestones)
