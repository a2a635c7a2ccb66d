"""Keeping what the gate said of a short text."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete, inspect
from sqlalchemy.orm import Session

from workbench.db import Base
from workbench.policy import Actor, Placed
from workbench.training.models import GateReport


def keep_report(  # noqa: PLR0913 - what was said of which words, whose, when
    db: Session,
    row: Base,
    report: Mapping[str, object] | None,
    *,
    place: Placed,
    actor: Actor,
    at: datetime,
) -> None:
    """Keep a report in the place of an earlier one on the same row; none if nothing was found."""
    db.flush()  # a new row has no number before
    subject = subject_of(row)
    db.execute(delete(GateReport).where(GateReport.subject == subject))
    if report is not None:
        db.add(
            GateReport(
                enrolment_id=place.enrolment_id,
                subject=subject,
                author_id=actor.person_id,
                report=dict(report),
                made_at=at,
            )
        )


def subject_of(row: Base) -> str:
    """How a report names a row."""
    return f"{row.__tablename__}:{inspect(row).identity_key[1][0]}"  # type: ignore[index]  # flushed, so it has a key
