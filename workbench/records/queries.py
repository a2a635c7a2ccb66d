"""Finds issued records: scoped to the actor, or by the name that a record itself carries."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import Session, contains_eager, defer, joinedload, undefer

from workbench.policy import Actor
from workbench.records.models import CompetencyRecord, RecordFile
from workbench.training.models import Enrolment
from workbench.training.queries import administered_by, own

PAGE = 50


def readable_by(actor: Actor) -> ColumnElement[bool]:
    """The SQL twin of `Permission.RECORDS_READ`; join the enrolment."""
    return or_(own(actor), administered_by(actor))


def _with_place() -> Select[CompetencyRecord]:
    enrolment = contains_eager(CompetencyRecord.enrolment)
    return (
        select(CompetencyRecord)
        .join(CompetencyRecord.enrolment)
        .options(
            enrolment.joinedload(Enrolment.trainee),
            enrolment.joinedload(Enrolment.provider),
            joinedload(CompetencyRecord.issued_by),
            joinedload(CompetencyRecord.superseded_by).load_only(CompetencyRecord.number),
        )
    )


def find_record(db: Session, actor: Actor, record_id: int) -> CompetencyRecord | None:
    """A record that the actor may read."""
    return db.scalars(
        _with_place().where(CompetencyRecord.id == record_id, readable_by(actor))
    ).one_or_none()


def records_for(db: Session, actor: Actor, *, before: int) -> Sequence[CompetencyRecord]:
    """The records that the actor may read, newest first: one page, and one more if there is more.

    `before` is the row number that the page before ended with.
    """
    return db.scalars(
        _with_place()
        .where(readable_by(actor), CompetencyRecord.id < before)
        .options(defer(CompetencyRecord.payload))
        .order_by(CompetencyRecord.id.desc())
        .limit(PAGE + 1)
    ).all()


def records_of(db: Session, enrolment: Enrolment) -> Sequence[CompetencyRecord]:
    """Every record of an enrolment, newest first."""
    return db.scalars(
        select(CompetencyRecord)
        .where(CompetencyRecord.enrolment_id == enrolment.id)
        .options(joinedload(CompetencyRecord.superseded_by), joinedload(CompetencyRecord.issued_by))
        .order_by(CompetencyRecord.id.desc())
    ).all()


def files_of(db: Session, record: CompetencyRecord) -> Sequence[RecordFile]:
    """The files of a record, with their bytes."""
    return db.scalars(
        select(RecordFile)
        .where(RecordFile.record_id == record.id)
        .options(undefer(RecordFile.content))
        .order_by(RecordFile.name)
    ).all()


def file_of(db: Session, record: CompetencyRecord, kind: str) -> RecordFile | None:
    """The file of a record that ends in `.kind`."""
    return next((file for file in files_of(db, record) if file.name.endswith(f".{kind}")), None)


def record_named(db: Session, *names: str) -> CompetencyRecord | None:
    """The record that carries one of these numbers or public names.

    Public: whoever holds a record may ask about it, and no name is ever listed.
    """
    return db.scalars(
        _with_place()
        .where(or_(CompetencyRecord.number.in_(names), CompetencyRecord.public_id.in_(names)))
        .order_by(CompetencyRecord.id)
        .limit(1)
    ).one_or_none()


def record_with_file(db: Session, fingerprint: str) -> CompetencyRecord | None:
    """The record one of whose files has this SHA-256. Public, as `record_named`."""
    return db.scalars(
        _with_place()
        .join(RecordFile, RecordFile.record_id == CompetencyRecord.id)
        .where(RecordFile.digest == fingerprint)
        .limit(1)
    ).one_or_none()
