"""Reads the entries of the hours log as the rules see them."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import RowMapping, Select, func, select
from sqlalchemy.orm import Session, aliased

from workbench.accounts.models import Person
from workbench.cases.models import Case, TherapySession
from workbench.hours.domain.entry import Standing, VerdictKind
from workbench.hours.models import Countersignature, HoursEntry, Verdict
from workbench.progress.domain import facts as f
from workbench.training.models import Enrolment, Placement

ABOUT = aliased(Case)
"""The case that supervision was about."""


def day_of(at: datetime | None, zone: ZoneInfo) -> date | None:
    """The local day of a moment."""
    return at.astimezone(zone).date() if at else None


def entry_facts(db: Session, enrolment: Enrolment, zone: ZoneInfo) -> tuple[f.EntryFact, ...]:
    """Every entry of the log, by day, whatever has become of it."""
    rows = db.execute(_entry_rows(enrolment)).mappings().all()
    said = {row.entry_id: row for row in db.execute(_last_words(enrolment))}
    return tuple(_entry(row, said.get(row["id"]), zone) for row in rows)


def _entry_rows(enrolment: Enrolment) -> Select[*tuple[Any, ...]]:
    columns = (
        HoursEntry.id,
        HoursEntry.activity,
        HoursEntry.worked_on.label("on"),
        HoursEntry.minutes,
        HoursEntry.standing,
        HoursEntry.mode,
        HoursEntry.group_size,
        HoursEntry.group_contracted,
        HoursEntry.starts,
        HoursEntry.supervisor_id,
        HoursEntry.submitted_at,
        HoursEntry.corrects_id.label("corrects"),
        func.coalesce(Case.code, ABOUT.code).label("case"),
        TherapySession.number.label("session"),
        Placement.name.label("placement"),
        Person.name.label("supervisor"),
        Countersignature.signed_at,
    )
    return (
        select(*columns)
        .outerjoin(TherapySession, TherapySession.id == HoursEntry.therapy_session_id)
        .outerjoin(Case, Case.id == TherapySession.case_id)
        .outerjoin(ABOUT, ABOUT.id == HoursEntry.case_id)
        .outerjoin(Placement, Placement.id == HoursEntry.placement_id)
        .outerjoin(Person, Person.id == HoursEntry.supervisor_id)
        .outerjoin(Countersignature, Countersignature.id == HoursEntry.countersignature_id)
        .where(HoursEntry.enrolment_id == enrolment.id)
        .order_by(HoursEntry.worked_on, HoursEntry.id)
    )


def _last_words(enrolment: Enrolment) -> Select[*tuple[Any, ...]]:
    """The last question or reason about each entry that still waits for the trainee."""
    latest = (
        select(func.max(Verdict.id))
        .join(HoursEntry, HoursEntry.id == Verdict.entry_id)
        .where(
            HoursEntry.enrolment_id == enrolment.id,
            HoursEntry.standing.in_((Standing.QUERIED, Standing.RETURNED)),
            Verdict.kind != VerdictKind.ANSWER,
        )
        .group_by(Verdict.entry_id)
    )
    return (
        select(Verdict.entry_id, Verdict.words, Verdict.at, Person.name)
        .join(Person, Person.id == Verdict.author_id)
        .where(Verdict.id.in_(latest))
    )


def _entry(row: RowMapping, said: object, zone: ZoneInfo) -> f.EntryFact:
    moved_at = getattr(said, "at", None) or row["signed_at"] or row["submitted_at"]
    return f.EntryFact(
        standing=f.EntryStanding(row["standing"]),
        supervisor=getattr(said, "name", None) or row["supervisor"],
        moved_on=day_of(moved_at, zone),
        starts=f"{row['starts']:%H:%M}" if row["starts"] else None,
        note=getattr(said, "words", None),
        countersigned_on=day_of(row["signed_at"], zone),
        **{name: row[name] for name in _PLAIN},
    )


_PLAIN = (
    "id",
    "activity",
    "on",
    "minutes",
    "case",
    "session",
    "mode",
    "group_size",
    "group_contracted",
    "placement",
    "supervisor_id",
    "corrects",
)
"""What an entry's fact takes from its row as it is."""
