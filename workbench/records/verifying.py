"""Checks what somebody brings against what was issued: a number, a public name, or a file."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from workbench.records.domain.canonical import digest
from workbench.records.domain.checking import Verdict, check_sealed
from workbench.records.domain.content import Statement, read_statement
from workbench.records.domain.naming import asked_name
from workbench.records.domain.reading import named_in
from workbench.records.domain.sealing import PublicKey, opened
from workbench.records.domain.standing import Standing
from workbench.records.files import bundled_files, members_of
from workbench.records.models import CompetencyRecord
from workbench.records.queries import file_of, files_of, record_named, record_with_file

STANDINGS = {
    Standing.ISSUED: Verdict.VALID,
    Standing.SUPERSEDED: Verdict.SUPERSEDED,
    Standing.REVOKED: Verdict.REVOKED,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """The verdict on what was brought, and the record that it is or claims to be."""

    verdict: Verdict
    by_file: bool
    record: CompetencyRecord | None = None
    statement: Statement | None = None


def by_name(db: Session, typed: str, keys: Sequence[PublicKey]) -> Answer:
    """The answer to a number, a public name, or an address that holds one."""
    name = asked_name(typed)
    record = record_named(db, name) if name else None
    if record is None:
        return Answer(Verdict.UNKNOWN, by_file=False)
    return _known(db, record, keys, by_file=False)


def by_file(db: Session, content: bytes, keys: Sequence[PublicKey]) -> Answer:
    """The answer to a file's bytes: known to the byte, a changed copy, or nothing of ours."""
    record = record_with_file(db, digest(content)) or _bundled(db, content)
    if record is not None:
        return _known(db, record, keys, by_file=True)
    claimed = record_named(db, *_claims(content))
    if claimed is None:
        return Answer(Verdict.UNKNOWN, by_file=True)
    return Answer(
        Verdict.ALTERED, by_file=True, record=claimed, statement=read_statement(claimed.payload)
    )


def _known(
    db: Session, record: CompetencyRecord, keys: Sequence[PublicKey], *, by_file: bool
) -> Answer:
    """How a record stands, unless the copy kept here no longer bears its own signature."""
    kept = file_of(db, record, "json")
    whole = opened(kept.content) if kept else None
    if kept is None or whole is None:
        return Answer(Verdict.ALTERED, by_file=by_file, record=record)
    is_broken = check_sealed(kept.content, keys).verdict is Verdict.ALTERED
    verdict = Verdict.ALTERED if is_broken else STANDINGS[record.standing]
    return Answer(verdict, by_file=by_file, record=record, statement=whole.statement)


def _bundled(db: Session, content: bytes) -> CompetencyRecord | None:
    """The record whose bundle this is, byte for byte."""
    members = members_of(content)
    if not members:
        return None
    record = record_with_file(db, digest(next(iter(members.values()))))
    if record is None:
        return None
    issued = bundled_files((file.name, file.content) for file in files_of(db, record))
    return record if issued == content else None


def _claims(content: bytes) -> tuple[str, ...]:
    """What the file, or each file in it, says it is."""
    members = members_of(content)
    if members is None:
        return named_in(content)
    return tuple(name for member in members.values() for name in named_in(member))[:20]
