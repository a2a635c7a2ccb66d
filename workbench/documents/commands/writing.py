"""Beginning a document, keeping its draft, and sending a version."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from workbench.cases.models import Case
from workbench.curricula.materials import DocumentKind
from workbench.documents.commands.gating import drafted_of, forget_changed
from workbench.documents.commands.placing import place_threads
from workbench.documents.domain.drafted import Drafted, must_be_clear
from workbench.documents.domain.review import Stage, reopened, submitted
from workbench.documents.domain.sending import (
    Method,
    must_be_in_sight,
    must_be_new,
    must_be_unrecognisable,
)
from workbench.documents.domain.text import whole_text
from workbench.documents.models import Document, DocumentVersion
from workbench.errors import StaleEdit
from workbench.policy import Actor
from workbench.training.commands import mark_change
from workbench.training.models import Enrolment

STALE_DRAFT = "This was changed elsewhere, perhaps by you in another tab."


def start_document(  # noqa: PLR0913 - who, what, on what, when
    db: Session,
    actor: Actor,
    enrolment: Enrolment,
    kind: DocumentKind,
    *,
    case: Case | None,
    at: datetime,
) -> Document:
    """The document of that kind on the case or the enrolment: the one there is, or a new one."""
    db.refresh(enrolment, ["counter"], with_for_update=True)  # two clicks queue here
    case_id = case.id if case else None
    found = db.scalars(
        select(Document).where(
            Document.enrolment_id == enrolment.id,
            Document.case_id == case_id,
            Document.kind == kind.key,
        )
    ).one_or_none()
    if found is not None:
        return found
    document = Document(
        enrolment=enrolment,
        case_id=case_id,
        kind=kind.key,
        started_at=at,
        draft={},
        draft_saved_at=at,
    )
    db.add(document)
    mark_change(db, actor, "documents.start", document, place=enrolment, at=at, kind=kind.key)
    return document


def save_draft(
    db: Session, document: Document, texts: Mapping[str, str], *, version: int, at: datetime
) -> None:
    """Keep what is being written. Raises StaleEdit if another save came in between.

    The same texts sent again are no conflict, whatever their number: there is nothing to lose.
    """
    db.refresh(document, ["draft", "draft_version"], with_for_update=True)
    if same_texts(document.draft, texts):
        return
    if document.draft_version != version:
        raise StaleEdit(STALE_DRAFT)
    before = document.draft
    document.draft = document.draft | dict(texts)
    document.draft_saved_at = at
    forget_changed(db, document, before)


def submit_version(  # noqa: PLR0913 - what, of which kind, by whom, declared how, when
    db: Session,
    document: Document,
    kind: DocumentKind,
    actor: Actor,
    *,
    method: Method,
    draft_version: int,
    after_session: int | None,
    at: datetime,
    is_recognisable: bool = False,
    own_list: int | None = None,
) -> DocumentVersion:
    """Freeze the draft as the next version and place every open thread in it.

    Raises a Refusal if a version waits, nothing changed, the draft is not the one that was read,
    or something in it may tell who somebody is. `own_list` is the length of the list of real names
    that the trainee's browser held against it, if it did.
    """
    db.refresh(document, ["draft", "draft_version", "stage"], with_for_update=True)
    _must_be_in_sight(db, document)
    stage = submitted(document.stage)
    _must_be_as_read(document, draft_version)
    last = _last_version(db, document)
    must_be_new(document.draft, last.source if last else None)
    draft = drafted_of(db, document, kind)
    must_be_clear(draft, kind)
    must_be_unrecognisable(method, is_recognisable=is_recognisable)
    version = _frozen(document, kind, draft, last, at)
    version.after_session, version.anonymised_by = after_session, method.value
    version.gate = draft.gate.report() | {"own_list": own_list}
    db.add(version)
    move_stage(db, document, stage)
    db.flush()  # the places of the threads name the version by its number
    if last is not None:
        place_threads(db, document, last, version)
    mark_change(
        db, actor, "documents.submit", document, place=document, at=at, version=version.number
    )
    return version


def _must_be_in_sight(db: Session, document: Document) -> None:
    of_case = select(Case.code, Case.texts_withdrawn_on).where(Case.id == document.case_id)
    for code, withdrawn_on in db.execute(of_case):
        must_be_in_sight(code, withdrawn_on)


def _must_be_as_read(document: Document, draft_version: int) -> None:
    if document.draft_version != draft_version:
        raise StaleEdit(STALE_DRAFT + " Read it again before you send it.")


def _frozen(
    document: Document,
    kind: DocumentKind,
    draft: Drafted,
    last: DocumentVersion | None,
    at: datetime,
) -> DocumentVersion:
    """The draft as the version after the last, not yet added."""
    return DocumentVersion(
        document=document,
        number=last.number + 1 if last else 1,
        source={section.key: document.draft.get(section.key, "") for section in kind.sections},
        html={section.key: section.html for section in draft.sections},
        text=whole_text(draft.sections),
        submitted_at=at,
    )


def reopen_document(db: Session, document: Document, actor: Actor, *, at: datetime) -> None:
    """Open an agreed document again, so that a further version can be sent."""
    db.refresh(document, ["draft_version", "stage"], with_for_update=True)
    move_stage(db, document, reopened(document.stage))
    mark_change(db, actor, "documents.reopen", document, place=document, at=at)


def move_stage(db: Session, document: Document, stage: Stage) -> None:
    """Set the stage and leave the draft's version alone: an open draft is not stale by it."""
    db.execute(update(Document).where(Document.id == document.id).values(stage=stage))


def same_texts(draft: Mapping[str, str], texts: Mapping[str, str]) -> bool:
    """Whether a draft already says what was sent."""
    return all(draft.get(key, "") == text for key, text in texts.items())


def _last_version(db: Session, document: Document) -> DocumentVersion | None:
    return db.scalars(
        select(DocumentVersion)
        .where(DocumentVersion.document_id == document.id)
        .order_by(DocumentVersion.number.desc())
        .limit(1)
    ).one_or_none()
