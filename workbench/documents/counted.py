"""What was issued on the strength of a document: a slice above names those of its rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from workbench.documents.domain.review import ReviewVerdict
from workbench.documents.models import Document, DocumentVersion


@dataclass(frozen=True, slots=True)
class Agreed:
    """A document as something issued may name it: by its kind, and a day on which it was agreed."""

    enrolment_id: int
    kind: str
    days: frozenset[date]
    sent_back_at: datetime | None
    """When a version of it was last sent back for an identifying detail."""


Counts = Callable[[Session, Agreed], list[str]]
"""Names what was issued, still stands, and counts a document."""

_ALL: list[Counts] = []


def counts(deed: Counts) -> Counts:
    """Name a function that knows what counts a document."""
    _ALL.append(deed)
    return deed


def counted_by(db: Session, document: Agreed) -> list[str]:
    """The names of everything issued that counts a document, and cannot be changed."""
    return [name for deed in _ALL for name in deed(db, document)]


def agreed(document: Document, versions: Sequence[DocumentVersion]) -> Agreed:
    """A document by the days on which its versions were agreed. Load their reviews."""
    zone = ZoneInfo(document.enrolment.trainee.zone)
    fine = [
        review.sent_at.astimezone(zone).date()
        for version in versions
        for review in version.reviews
        if review.verdict is ReviewVerdict.FINE and review.sent_at
    ]
    withheld = [one.withheld_at for one in versions if one.withheld_at]
    return Agreed(
        document.enrolment_id, document.kind, frozenset(fine), max(withheld, default=None)
    )
