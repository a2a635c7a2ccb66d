"""Sending a version back for an identifying detail, and taking the detail out of every copy."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session, selectinload

from workbench.anonymisation.blanking import Detail, blanked_html
from workbench.anonymisation.gate import Deed
from workbench.documents.commands.writing import move_stage
from workbench.documents.domain.anchors import make_anchor
from workbench.documents.domain.text import render_section, text_of
from workbench.documents.domain.withholding import after_withholding, correct_by, details_in
from workbench.documents.models import Document, DocumentVersion, DraftDecision, Thread
from workbench.policy import Actor
from workbench.training.commands import mark_change
from workbench.training.copies import blank_columns, blank_report, take_out_everywhere


@dataclass(frozen=True, slots=True)
class Withheld:
    """What sending back came to."""

    versions: int
    copies: int
    """Comments, notes and lines of evidence out of which the detail was taken."""
    correct_by: datetime | None


def send_back(  # noqa: PLR0913 - what, by whom, in which words, under which clock, when
    db: Session,
    version: DocumentVersion,
    actor: Actor,
    *,
    words: str,
    hours: int | None,
    at: datetime,
) -> Withheld:
    """Withhold a version from everybody but its trainee, and take the detail out of every copy.

    Every version that holds it is withheld, too. In drafts, which only the trainee reads, it is
    marked. The words themselves are kept nowhere. Raises NotThere.
    """
    document = version.document
    db.refresh(document, ["draft_version", "stage"], with_for_update=True)
    detail = details_in(version.text, words)
    due = correct_by(at, hours)
    withheld, copies = 0, take_out_everywhere(db, document.enrolment_id, detail)
    for one in _documents(db, document.enrolment_id):
        hit = [each for each in one.versions if each is version or detail.is_in(each.text)]
        for each in hit:
            _withhold(each, detail, actor, due, at)
        copies += _take_out_of_threads(one.threads, detail)
        _mark_in_draft(db, one, detail, at)
        if hit:
            stage = after_withholding(one.stage, is_latest=one.versions[-1] in hit)
            move_stage(db, one, stage)
        withheld += len(hit)
    figures = {"version": version.number, "versions": withheld, "copies": copies}
    mark_change(
        db, actor, "documents.send_back", version, place=document, at=at, hours=hours, **figures
    )
    return Withheld(withheld, copies, due)


def _documents(db: Session, enrolment_id: int) -> Sequence[Document]:
    """Every document of the enrolment with everything in which words may have been copied."""
    return db.scalars(
        select(Document)
        .where(Document.enrolment_id == enrolment_id)
        .options(
            selectinload(Document.versions),
            selectinload(Document.threads).options(
                selectinload(Thread.comments),
                selectinload(Thread.places),
                selectinload(Thread.made_on),
            ),
        )
        .order_by(Document.id)
        .with_for_update()
    ).all()


def _withhold(
    version: DocumentVersion, detail: Detail, actor: Actor, due: datetime | None, at: datetime
) -> None:
    """Take the detail out of a version; a clock that runs already runs on."""
    version.html = {key: _blank_html(html, detail) for key, html in version.html.items()}
    version.source = {key: text_of(html) for key, html in version.html.items()}
    version.text = detail.blank(version.text)
    version.gate = blank_report(version.gate, detail) if version.gate else None
    if version.withheld_at is None:
        version.withheld_at, version.withheld_by_id = at, actor.person_id
        version.correct_by = due


def _blank_html(html: str, detail: Detail) -> str:
    places = detail.places(text_of(html))
    return blanked_html(html, places)


def _take_out_of_threads(threads: Iterable[Thread], detail: Detail) -> int:
    """Out of comments, and out of what a thread remembers of its passage."""
    found = 0
    for thread in threads:
        found += sum(blank_columns(one, ("words",), detail) for one in thread.comments)
        _remember_anew(thread)
    return found


def _remember_anew(thread: Thread) -> None:
    """Read quote and surroundings from the version again: cut short, a name would be missed."""
    text = thread.made_on.text
    [made] = [one for one in thread.places if one.document_version_id == thread.made_on_id]
    anchor = make_anchor(text, made.start or 0, made.end or len(text))
    thread.quote, thread.prefix, thread.suffix = anchor.exact, anchor.prefix, anchor.suffix


def _mark_in_draft(db: Session, document: Document, detail: Detail, at: datetime) -> None:
    """Show the trainee where it stands in the draft: only other words settle it."""
    decisions = db.scalars(
        select(DraftDecision).where(DraftDecision.document_id == document.id)
    ).all()
    for one in decisions:
        blank_columns(one, ("reason",), detail)
    for section, source in document.draft.items():
        for start, end in detail.places(render_section(section, source).text):
            _mark(db, document, section, start, end, at)


def _mark(  # noqa: PLR0913, PLR0917 - the columns of a decision
    db: Session, document: Document, section: str, start: int, end: int, at: datetime
) -> None:
    """Put the mark in the place of every decision that it touches."""
    db.execute(
        delete(DraftDecision).where(
            DraftDecision.document_id == document.id,
            DraftDecision.section == section,
            DraftDecision.start < end,
            DraftDecision.end > start,
        )
    )
    db.add(
        DraftDecision(
            document_id=document.id,
            section=section,
            start=start,
            end=end,
            deed=Deed.SENT_BACK,
            decided_at=at,
        )
    )
