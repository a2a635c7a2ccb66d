"""Which issued records count a document, asked where one is sent back for an identifying detail."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.documents.counted import Agreed, agreed, counts
from workbench.documents.queries import sent_back_on
from workbench.records.domain.content import Content, DocumentLine, read_statement
from workbench.records.models import CompetencyRecord


@dataclass(frozen=True, slots=True)
class SentBack:
    """A document that a record counts, and that was sent back since."""

    line: DocumentLine
    at: datetime


@counts
def records_counting(db: Session, document: Agreed) -> list[str]:
    """The numbers of the records that stand and count a document, the oldest first."""
    standing = db.scalars(
        select(CompetencyRecord)
        .where(
            CompetencyRecord.enrolment_id == document.enrolment_id,
            CompetencyRecord.revoked_at.is_(None),
            CompetencyRecord.superseded_by_id.is_(None),
        )
        .order_by(CompetencyRecord.id)
    )
    return [one.number for one in standing if _lines(_content(one), document)]


def sent_back_in(db: Session, record: CompetencyRecord) -> Sequence[SentBack]:
    """The documents of a record of which a version was sent back, in the record's order."""
    content = _content(record)
    documents = [agreed(one, one.versions) for one in sent_back_on(db, record.enrolment)]
    return [
        SentBack(line, one.sent_back_at)
        for one in documents
        for line in _lines(content, one)
        if one.sent_back_at
    ]


def _lines(content: Content, document: Agreed) -> list[DocumentLine]:
    """What a record says of a document. It names no document but by kind and day."""
    return [
        one for one in content.documents if one.kind == document.kind and one.on in document.days
    ]


def _content(record: CompetencyRecord) -> Content:
    return read_statement(record.payload).content
