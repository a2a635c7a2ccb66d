"""What a reader of a version is told about how it became anonymous."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from workbench.anonymisation.gate import Dismissed, dismissed_in
from workbench.cases.queries import pseudonyms_of
from workbench.documents.domain.text import SectionText
from workbench.documents.models import Document, DocumentVersion

METHODS = {
    "disguise": "Disguised",
    "composite": "Put together from several people",
    "consent": "With the consent of the patient",
}


@dataclass(frozen=True, slots=True)
class GateShown:
    """The declaration, and what was decided at the gate. Passages are read from the version."""

    method: str
    kept: int
    dismissed: Sequence[Dismissed]
    pseudonyms: Sequence[str]
    own_list: int | None


def gate_shown(
    db: Session, document: Document, version: DocumentVersion, texts: Sequence[SectionText]
) -> GateShown:
    """What a version says of its gate."""
    report = version.gate or {}
    by_key = {text.key: text.text for text in texts}
    return GateShown(
        method=METHODS.get(version.anonymised_by, version.anonymised_by),
        kept=report.get("acknowledged", 0),
        dismissed=dismissed_in(by_key, report),
        pseudonyms=sorted(pseudonyms_of(db, document.enrolment_id, document.case_id)),
        own_list=report.get("own_list"),
    )
