"""Issues and revokes competency records."""

from dataclasses import dataclass
from datetime import datetime
from secrets import token_bytes
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from workbench.accounts.models import Person
from workbench.audit.commands import note
from workbench.errors import Refusal
from workbench.policy import Actor
from workbench.records.domain.canonical import canonical, digest
from workbench.records.domain.content import Statement
from workbench.records.domain.naming import fresh_public_id, number_of, prefix_of, printed
from workbench.records.domain.sealing import Signer
from workbench.records.domain.standing import refuse_to_revoke, refuse_unmet, refuse_unread
from workbench.records.drafts import Draft, Pinned, draft_of
from workbench.records.files import files_of_statement
from workbench.records.models import CompetencyRecord, RecordFile, RecordNumbers
from workbench.training.models import Enrolment


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """What the installation brings to a record."""

    signer: Signer
    address: str
    """The address that the workbench is reached at from outside."""


def issue(  # noqa: PLR0913 - what, by whom, as read, with which key, when: each is the point
    db: Session,
    enrolment: Enrolment,
    actor: Actor,
    *,
    pinned: Pinned,
    gate: str,
    read: str,
    press: Press,
    at: datetime,
) -> CompetencyRecord:
    """Freeze the draft that was read (`Draft.token`) as a numbered record with its files.

    Supersedes the record that stands for the same gate. Raises a Refusal while the gate is not
    met, and a StaleEdit where the draft is no longer what was read.
    """
    counter = _locked_counter(db, enrolment)
    draft = draft_of(db, enrolment, pinned, gate, at)
    if draft is None:
        message = "The curriculum has no such step."
        raise Refusal(message)
    refuse_unread(read=read, now=draft.token)
    refuse_unmet(draft.content)
    statement = _statement(db, enrolment, draft, actor, press, at)
    record = _kept(statement, enrolment, actor, counter, press.signer)
    db.add(record)
    if draft.replaces is not None:
        db.flush()  # the older record points at the newer one's number
        draft.replaces.superseded_by_id = record.id
    note(db, actor, "records.issue", record, place=enrolment, at=at, number=record.number)
    return record


def revoke(
    db: Session, record: CompetencyRecord, actor: Actor, *, because: str, at: datetime
) -> None:
    """Say that a record no longer holds, and why. Raises a Refusal if it was revoked before."""
    db.refresh(record, ["revoked_at"], with_for_update=True)
    refuse_to_revoke(record.standing, because)
    record.revoked_at = at
    record.revoked_by_id = actor.person_id
    record.revoked_because = because.strip()
    note(db, actor, "records.revoke", record, at=at, number=record.number)


def _locked_counter(db: Session, enrolment: Enrolment) -> int:
    """The change counter, with the enrolment locked: whoever else issues it waits here."""
    return db.scalars(
        select(Enrolment.counter).where(Enrolment.id == enrolment.id).with_for_update()
    ).one()


def _statement(  # noqa: PLR0913, PLR0917 - everything that is printed
    db: Session, enrolment: Enrolment, draft: Draft, actor: Actor, press: Press, at: datetime
) -> Statement:
    provider = enrolment.provider
    on = at.astimezone(ZoneInfo(provider.zone)).date()
    public_id = fresh_public_id(token_bytes)
    issuer = db.get_one(Person, actor.person_id)
    return Statement(
        number=_next_number(db, prefix_of(provider.short_name), on.year),
        public_id=public_id,
        address=f"{press.address.rstrip('/')}/verify/{public_id}",
        issued_at=at,
        issued_on=on,
        zone=provider.zone,
        issued_by=printed(issuer.name),
        replaces=draft.replaces.number if draft.replaces else None,
        content=draft.content,
    )


def _next_number(db: Session, prefix: str, year: int) -> str:
    """One more than the last, in one statement: two at once queue on its row."""
    insert = sqlite.insert if db.get_bind().dialect.name == "sqlite" else postgresql.insert
    statement = (
        insert(RecordNumbers)
        .values(prefix=prefix, year=year, last=1)
        .on_conflict_do_update(
            index_elements=["prefix", "year"], set_={"last": RecordNumbers.last + 1}
        )
        .returning(RecordNumbers.last)
    )
    return number_of(prefix, year, db.execute(statement).scalar_one())


def _kept(
    statement: Statement, enrolment: Enrolment, actor: Actor, counter: int, signer: Signer
) -> CompetencyRecord:
    payload = canonical(statement)
    files = files_of_statement(statement, signer)
    return CompetencyRecord(
        enrolment=enrolment,
        public_id=statement.public_id,
        number=statement.number,
        gate=statement.content.gate.key,
        issued_at=statement.issued_at,
        issued_by_id=actor.person_id,
        counter=counter,
        payload=payload.decode(),
        digest=digest(payload),
        files=[
            RecordFile(
                name=file.name,
                media_type=file.media_type,
                content=file.content,
                digest=digest(file.content),
            )
            for file in files
        ],
    )
