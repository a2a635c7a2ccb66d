"""The moves that documents ask for: comments to answer, a review to give, one to begin. Pure."""

from collections.abc import Iterator
from datetime import date

from workbench.curricula.activities import Attendance
from workbench.curricula.materials import DocumentKind, Owner
from workbench.curricula.model import Curriculum
from workbench.progress.domain import words
from workbench.progress.domain.entry_moves import waited
from workbench.progress.domain.facts import CaseStanding, DocumentFact, Facts, Stage
from workbench.progress.domain.findings import Link
from workbench.progress.domain.move import PROVIDER, YOU, Move, MoveKind, supervisor_on


def document_moves(curriculum: Curriculum, facts: Facts, *, on: date) -> Iterator[Move]:
    """What is to be done about documents that exist, then about those that are due."""
    names = {kind.key: kind.name for kind in curriculum.document_kinds}
    for one in facts.documents:
        if one.is_out_of_sight:
            continue
        title = _title(names.get(one.kind, one.kind), one.case)
        yield from _of_document(one, title, facts, on)
    for kind in curriculum.document_kinds:
        if kind.owner is Owner.CASE:
            yield from _due(kind, facts, on)


def _title(name: str, case: str | None) -> str:
    return f"{name}, case {case}" if case else name


def _of_document(one: DocumentFact, title: str, facts: Facts, on: date) -> Iterator[Move]:
    link = (Link.DOCUMENT, one.id)
    if one.sent_back_on is not None:
        what = f"{title}: an identifying detail to take out"
        yield Move(YOU, MoveKind.RETURNED, what, _clock(one, on), link, one.sent_back_on)
        return
    comments = words.counted(one.open_threads, "open comment")
    match one.stage:
        case Stage.REVIEWED:
            what = f"{title}: {comments if one.open_threads else 'please revise'}"
            why = f"Review sent {words.on_day(one.on, on)}; please revise"
            yield Move(YOU, MoveKind.COMMENTS, what, why, link, one.on)
        case Stage.DRAFT if one.open_threads:
            why = "Answer them, then submit the new version"
            yield Move(YOU, MoveKind.COMMENTS, f"{title}: {comments}", why, link, one.on)
        case Stage.SUBMITTED:
            whose = one.reviewer or supervisor_on(facts, on) or PROVIDER
            what = f"{title}, version {one.version}, to review"
            yield Move(whose, MoveKind.REVIEW, what, waited(one.on, on), link, one.on)
        case _:
            return


def _clock(one: DocumentFact, on: date) -> str:
    """When it was sent back, and until when it is to be corrected."""
    back = words.on_day(one.sent_back_on or one.on, on)
    if one.correct_by is None:
        return f"Sent back {back}; correct it and send the next version"
    by = f"{one.correct_by.day} {one.correct_by:%B}"
    return f"Sent back {back}; to be corrected by {by}"


def _due(kind: DocumentKind, facts: Facts, on: date) -> Iterator[Move]:
    """A case has come to the session by which the kind is usually drafted or shared."""
    if kind.when is None:
        return
    draft_by = kind.when.draft_by_session or kind.when.share_by_session
    share_by = kind.when.share_by_session or draft_by
    begun = {one.case: one for one in facts.documents if one.kind == kind.key}
    for code, session in sorted(sessions_reached(facts, on=on).items()):
        document = begun.get(code)
        why = f"Session {session} has been; {words.within(kind.when.words)}"
        title = _title(kind.name, code)
        if document is None and draft_by is not None and session >= draft_by:
            link: tuple[Link, int | str] = (Link.CASE, code)
            yield Move(YOU, MoveKind.DOCUMENT_DUE, f"{title}: to be begun", why, link)
        elif _is_late_draft(document, session, share_by):
            link = (Link.DOCUMENT, document.id if document else code)
            yield Move(YOU, MoveKind.DOCUMENT_DUE, f"{title}: to be submitted", why, link)


def _is_late_draft(document: DocumentFact | None, session: int, share_by: int | None) -> bool:
    return (
        document is not None
        and not document.is_out_of_sight
        and document.stage is Stage.DRAFT
        and not document.open_threads
        and share_by is not None
        and session >= share_by
    )


def sessions_reached(facts: Facts, *, on: date) -> dict[str, int]:
    """The highest attended session of every case that has not ended early."""
    reached = {
        case.code: 0 for case in facts.cases if case.standing is not CaseStanding.DROPPED_OUT
    }
    for session in facts.sessions:
        held = session.attendance is Attendance.ATTENDED and session.on <= on
        if held and session.case in reached:
            reached[session.case] = max(reached[session.case], session.number)
    return reached
