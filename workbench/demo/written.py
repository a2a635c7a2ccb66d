"""The documents of the demo: written, commented on, revised, agreed; each at its own stage."""

from collections.abc import Sequence
from datetime import date, timedelta

from workbench.cases.models import Case
from workbench.curricula.materials import DocumentKind
from workbench.demo.cast import Course
from workbench.demo.living import Life, evening
from workbench.demo.texts import (
    ANSWER,
    CASE_STUDY,
    COMMENTS,
    IPAF_FIRST,
    IPAF_SECOND,
    LETTER,
    Texts,
)
from workbench.documents.commands.commenting import answer, comment_on_passage
from workbench.documents.commands.gating import Where, acknowledge_finding, drafted_of
from workbench.documents.commands.reviewing import send_review
from workbench.documents.commands.writing import save_draft, start_document, submit_version
from workbench.documents.domain.review import ReviewVerdict
from workbench.documents.domain.sending import Method
from workbench.documents.models import Document, DocumentVersion, Thread

WEEK = timedelta(days=7)
HALF, WHOLE = 8, 16


def write_all(life: Life, cases: Sequence[Case]) -> None:
    """What somebody at this point of their training would have written."""
    for case in cases:
        _formulation(life, case)
        if len(case.sessions) >= WHOLE:
            _agreed(life, "goodbye_letter", LETTER, case, _day_of(case, 14))
    if life.trainee.course is Course.COMPLETE:
        _agreed(life, "case_study", CASE_STUDY, None, life.today - 4 * WEEK)


def _formulation(life: Life, case: Case) -> None:
    if len(case.sessions) < HALF // 2:
        return
    if life.trainee.course is Course.COMPLETE:
        _agreed(life, "ipaf", IPAF_SECOND, case, _day_of(case, 4))
    elif len(case.sessions) < HALF:
        document = _drafted(life, "ipaf", IPAF_FIRST, case, _day_of(case, 4))
        _sent(life, document, "ipaf", max(_day_of(case, 4), life.today - WEEK))
    elif life.trainee.course is Course.STEADY:
        _in_rounds(life, case)


def _day_of(case: Case, number: int) -> date:
    sessions = sorted(case.sessions, key=lambda session: session.number)
    return sessions[min(number, len(sessions)) - 1].held_on


def _session_by(case: Case | None, day: date) -> int | None:
    """The number of the last session that was on or before a day."""
    held = (one.number for one in case.sessions if one.held_on <= day) if case else ()
    return max(held, default=None)


def _kind(life: Life, key: str) -> DocumentKind:
    kind = life.curriculum.document_kind(key)
    if kind is None:
        raise LookupError(key)
    return kind


def _drafted(life: Life, key: str, texts: Texts, case: Case | None, day: date) -> Document:
    at = evening(day, 20)
    document = start_document(life.db, life.own, life.enrolment, _kind(life, key), case=case, at=at)
    document.case = case
    life.db.flush()  # the draft's version, which the save carries
    save_draft(life.db, document, texts, version=document.draft_version, at=at)
    life.db.flush()  # and the next, which is declared and sent
    return document


def _sent(life: Life, document: Document, key: str, day: date) -> DocumentVersion:
    kind = _kind(life, key)
    _look(life, document, kind, day)
    return submit_version(
        life.db,
        document,
        kind,
        life.own,
        method=Method.DISGUISE,
        draft_version=document.draft_version,
        after_session=_session_by(document.case, day),
        at=evening(day, 21),
    )


def _look(life: Life, document: Document, kind: DocumentKind, day: date) -> None:
    """Keep, after a look, what is no more than an age band or an ordinary job."""
    for one in drafted_of(life.db, document, kind).gate.to_look:
        where = Where(one.section, one.start, one.end, document.draft_version)
        acknowledge_finding(life.db, document, kind, where, at=evening(day, 21))
    life.db.flush()  # the decisions are read when it is sent


def _review(life: Life, version: DocumentVersion, verdict: ReviewVerdict, day: date) -> None:
    send_review(
        life.db,
        version.document,
        life.senior,
        number=version.number,
        verdict=verdict,
        at=evening(day, 22),
    )


def _agreed(life: Life, key: str, texts: Texts, case: Case | None, day: date) -> None:
    document = _drafted(life, key, texts, case, day)
    version = _sent(life, document, key, day)
    _review(life, version, ReviewVerdict.FINE, min(day + WEEK, life.today))


def _in_rounds(life: Life, case: Case) -> None:
    """A first version with comments, answered and revised; the second waits to be read."""
    begun = max(_day_of(case, 4), life.today - 5 * WEEK)
    document = _drafted(life, "ipaf", IPAF_FIRST, case, begun)
    first = _sent(life, document, "ipaf", begun)
    threads = [_comment(life, first, one, begun + WEEK) for one in COMMENTS]
    life.db.flush()  # the review gathers what was written
    _review(life, first, ReviewVerdict.REVISE, begun + WEEK)
    again = begun + 3 * WEEK
    answer(life.db, threads[0], life.own, words=ANSWER, at=evening(again, 20))
    save_draft(
        life.db, document, IPAF_SECOND, version=document.draft_version, at=evening(again, 20)
    )
    life.db.flush()  # the draft that is declared and sent
    _sent(life, document, "ipaf", again)


def _comment(life: Life, version: DocumentVersion, one: tuple[str, str, str], day: date) -> Thread:
    _, passage, words = one
    start = version.text.index(passage)
    return comment_on_passage(
        life.db,
        version,
        [],
        life.senior,
        start=start,
        end=start + len(passage),
        words=words,
        at=evening(day, 22),
    )
