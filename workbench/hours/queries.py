"""Entries of the hours log, among those that the actor may read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, func, select, tuple_
from sqlalchemy.orm import Session, contains_eager, joinedload, selectinload
from sqlalchemy.sql.base import ExecutableOption

from workbench.accounts.models import Person
from workbench.anonymisation.gate import Dismissed, dismissed_in
from workbench.cases.models import Case, TherapySession
from workbench.hours.domain.entry import WAITING, Standing
from workbench.hours.models import Attestation, Countersignature, HoursEntry, HourTotal, Verdict
from workbench.hours.totals import month_of_entry
from workbench.policy import Actor
from workbench.training.models import Enrolment, Supervision
from workbench.training.queries import gate_reports, readable_by, supervised_by

PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What a log is narrowed to; what is None is not asked for."""

    month: str | None = None
    """Such as 2026-11."""
    standing: Standing | None = None
    activity: str | None = None


Key = tuple[date, int]
"""Where a page of the log goes on: before the entry of that day and number."""


@dataclass(frozen=True, slots=True)
class MonthTotal:
    """Minutes of one month in one standing."""

    month: str
    standing: Standing
    minutes: int
    entries: int


def find_entry(db: Session, actor: Actor, entry_id: int) -> HoursEntry | None:
    """An entry with what its page shows."""
    return db.scalars(
        select(HoursEntry)
        .join(HoursEntry.enrolment)
        .where(HoursEntry.id == entry_id, readable_by(actor))
        .options(*_shown())
    ).one_or_none()


def log_of(
    db: Session, enrolment: Enrolment, asked: Filter, before: Key | None = None
) -> Sequence[HoursEntry]:
    """A page of the log, the latest day first, and one entry more where there are more."""
    statement = (
        select(HoursEntry)
        .where(HoursEntry.enrolment_id == enrolment.id, *_narrowed(asked))
        .options(*_shown())
        .order_by(HoursEntry.worked_on.desc(), HoursEntry.id.desc())
        .limit(PAGE + 1)
    )
    if before is not None:
        statement = statement.where(tuple_(HoursEntry.worked_on, HoursEntry.id) < tuple_(*before))
    return db.scalars(statement).all()


def month_totals(db: Session, enrolment: Enrolment, asked: Filter) -> Sequence[MonthTotal]:
    """Minutes by month and standing, the latest month first, as they are kept."""
    wanted = (
        (HourTotal.month, asked.month),
        (HourTotal.standing, asked.standing),
        (HourTotal.activity, asked.activity),
    )
    narrowed = [column == value for column, value in wanted if value is not None]
    sums = (func.sum(HourTotal.minutes), func.sum(HourTotal.entries))
    rows = db.execute(
        select(HourTotal.month, HourTotal.standing, *sums)
        .where(HourTotal.enrolment_id == enrolment.id, *narrowed)
        .group_by(HourTotal.month, HourTotal.standing)
        .order_by(HourTotal.month.desc(), HourTotal.standing)
    )
    return [MonthTotal(*row) for row in rows]


def months_of(db: Session, enrolment: Enrolment) -> Sequence[str]:
    """The months in which something is logged, the latest first."""
    month = month_of_entry()
    return db.scalars(
        select(month)
        .where(HoursEntry.enrolment_id == enrolment.id)
        .group_by(month)
        .order_by(month.desc())
    ).all()


def drafts_of(db: Session, enrolment: Enrolment, month: str | None) -> Sequence[HoursEntry]:
    """Entries that were never sent, of one month or of all."""
    asked = Filter(month=month, standing=Standing.DRAFT)
    return db.scalars(
        select(HoursEntry)
        .where(HoursEntry.enrolment_id == enrolment.id, *_narrowed(asked))
        .options(joinedload(HoursEntry.enrolment))
        .order_by(HoursEntry.id)
    ).all()


def corrections_of(db: Session, entry: HoursEntry) -> Sequence[HoursEntry]:
    """The entries that correct this one, the latest first."""
    return db.scalars(
        select(HoursEntry).where(HoursEntry.corrects_id == entry.id).order_by(HoursEntry.id.desc())
    ).all()


def attestations_of(db: Session, enrolment: Enrolment) -> Sequence[Attestation]:
    """The signatures for stretches of a log, the latest stretch first."""
    return db.scalars(
        select(Attestation)
        .where(Attestation.enrolment_id == enrolment.id)
        .options(joinedload(Attestation.placement))
        .order_by(Attestation.ended_on.desc(), Attestation.id.desc())
    ).all()


def find_attestation(db: Session, actor: Actor, attestation_id: int) -> Attestation | None:
    """A signature for a stretch of a log that the actor may read."""
    return db.scalars(
        select(Attestation)
        .join(Attestation.enrolment)
        .where(Attestation.id == attestation_id, readable_by(actor))
        .options(contains_eager(Attestation.enrolment).joinedload(Enrolment.trainee))
    ).one_or_none()


def supervisors_ever(db: Session, enrolment: Enrolment) -> Sequence[Person]:
    """Everybody who supervises or supervised an enrolment, the latest appointed first."""
    latest = func.max(Supervision.started_on)
    return db.scalars(
        select(Person)
        .join(Supervision, Supervision.supervisor_id == Person.id)
        .where(Supervision.enrolment_id == enrolment.id)
        .group_by(Person.id)
        .order_by(latest.desc(), Person.name, Person.id)
    ).all()


def entries_waiting(db: Session, actor: Actor) -> Sequence[HoursEntry]:
    """What waits for the actor's countersignature, of all their trainees, oldest first."""
    return db.scalars(
        _waiting(actor)
        .options(
            contains_eager(HoursEntry.enrolment).joinedload(Enrolment.trainee),
            contains_eager(HoursEntry.enrolment).joinedload(Enrolment.cohort),
            joinedload(HoursEntry.therapy_session).joinedload(TherapySession.case),
            joinedload(HoursEntry.case),
            joinedload(HoursEntry.placement),
            selectinload(HoursEntry.verdicts).joinedload(Verdict.author),
        )
        .order_by(HoursEntry.worked_on, HoursEntry.id)
    ).all()


@dataclass(frozen=True, slots=True)
class Likeness:
    """What makes two entries of a trainee look like the same one."""

    enrolment_id: int
    activity: str
    worked_on: date
    minutes: int
    case_id: int | None


def twins_among_waiting(db: Session, actor: Actor) -> dict[Likeness, int]:
    """How often the same thing stands in a log that the actor supervises, where twice or more."""
    rows = db.execute(
        select(
            HoursEntry.enrolment_id,
            HoursEntry.activity,
            HoursEntry.worked_on,
            HoursEntry.minutes,
            TherapySession.case_id,
            func.count(),
        )
        .join(HoursEntry.enrolment)
        .outerjoin(HoursEntry.therapy_session)
        .where(
            supervised_by(actor),
            HoursEntry.standing != Standing.WITHDRAWN,
            HoursEntry.corrects_id.is_(None),
        )
        .group_by(
            HoursEntry.enrolment_id,
            HoursEntry.activity,
            HoursEntry.worked_on,
            HoursEntry.minutes,
            TherapySession.case_id,
        )
        .having(func.count() > 1)
    )
    return {Likeness(*row[:5]): row[5] for row in rows}


def numbers_by_case(db: Session, case_ids: Sequence[int]) -> dict[int, frozenset[int]]:
    """The session numbers that are recorded on each of these cases."""
    found: dict[int, set[int]] = {}
    for case_id, number in db.execute(
        select(TherapySession.case_id, TherapySession.number).where(
            TherapySession.case_id.in_(case_ids)
        )
    ):
        found.setdefault(case_id, set()).add(number)
    return {case_id: frozenset(numbers) for case_id, numbers in found.items()}


def find_signature(db: Session, actor: Actor, signature_id: int) -> Countersignature | None:
    """A signature of the actor's own."""
    return db.scalars(
        select(Countersignature).where(
            Countersignature.id == signature_id,
            Countersignature.supervisor_id == actor.person_id,
        )
    ).one_or_none()


def last_signature(db: Session, actor: Actor) -> tuple[Countersignature, int] | None:
    """The actor's latest signature that stands, and how many entries it covers."""
    row = db.execute(
        select(Countersignature, func.count(HoursEntry.id))
        .join(HoursEntry, HoursEntry.countersignature_id == Countersignature.id)
        .where(Countersignature.supervisor_id == actor.person_id)
        .group_by(Countersignature.id)
        .order_by(Countersignature.signed_at.desc(), Countersignature.id.desc())
        .limit(1)
    ).first()
    return None if row is None else (row[0], row[1])


def _waiting(actor: Actor) -> Select[HoursEntry]:
    return (
        select(HoursEntry)
        .join(HoursEntry.enrolment)
        .where(supervised_by(actor), HoursEntry.standing.in_(WAITING))
    )


def _narrowed(asked: Filter) -> list[ColumnElement[bool]]:
    narrowed: list[ColumnElement[bool]] = []
    if asked.month is not None:
        narrowed.append(month_of_entry() == asked.month)
    if asked.standing is not None:
        narrowed.append(HoursEntry.standing == asked.standing)
    if asked.activity is not None:
        narrowed.append(HoursEntry.activity == asked.activity)
    return narrowed


def _shown() -> tuple[ExecutableOption, ...]:
    """What an entry is shown with."""
    return (
        joinedload(HoursEntry.enrolment).options(
            joinedload(Enrolment.trainee), joinedload(Enrolment.provider)
        ),
        joinedload(HoursEntry.therapy_session).options(
            joinedload(TherapySession.case).joinedload(Case.enrolment),
            selectinload(TherapySession.totals),
        ),
        joinedload(HoursEntry.case),
        joinedload(HoursEntry.placement),
        joinedload(HoursEntry.supervisor),
        joinedload(HoursEntry.countersignature).joinedload(Countersignature.supervisor),
        selectinload(HoursEntry.verdicts).joinedload(Verdict.author),
    )


def let_stand(db: Session, entry: HoursEntry) -> list[Dismissed]:
    """What the gate marked in the words on an entry and their authors let stand, with reasons."""
    texts = {f"verdicts:{one.id}": {"words": one.words} for one in entry.verdicts}
    texts[f"hours_entries:{entry.id}"] = {"note": entry.note, "reason": entry.reason}
    reports = gate_reports(db, list(texts))
    return [one for key, report in reports.items() for one in dismissed_in(texts[key], report)]
