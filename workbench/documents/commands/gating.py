"""Deciding on what the gate found in a draft: other words, a reason, a look."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session

from workbench.anonymisation.deciding import (
    is_person,
    may_keep,
    pseudonym_in,
    reason_for,
    replacement_for,
)
from workbench.anonymisation.gate import Decided, Deed, Finding
from workbench.cases.commands import agree_pseudonym
from workbench.cases.queries import pseudonyms_of
from workbench.curricula.materials import DocumentKind
from workbench.documents.domain.carrying import carried
from workbench.documents.domain.drafted import Drafted, drafted, in_one_piece, with_words
from workbench.documents.domain.text import render_section
from workbench.documents.models import Document, DraftDecision
from workbench.errors import Refusal, StaleEdit

GONE = "The draft changed after you opened this page, so nothing was decided. Look at it again."


class SplitPassage(Refusal):
    """A passage that the source does not hold in one piece."""


@dataclass(frozen=True, slots=True)
class Where:
    """A finding of a draft as the page showed it."""

    section: str
    start: int
    end: int
    draft_version: int


def drafted_of(db: Session, document: Document, kind: DocumentKind) -> Drafted:
    """The draft with everything found in it and decided on it."""
    agreed = pseudonyms_of(db, document.enrolment_id, document.case_id)
    return drafted(kind, document.draft, decided_on(db, document), agreed)


def decided_on(db: Session, document: Document) -> list[Decided]:
    """The decisions on a draft."""
    return [
        Decided(one.section, one.start, one.end, one.deed, one.reason)
        for one in db.scalars(_decisions(document))
    ]


def dismiss_finding(  # noqa: PLR0913 - where, why, when
    db: Session,
    document: Document,
    kind: DocumentKind,
    where: Where,
    *,
    reason: str,
    at: datetime,
) -> None:
    """Say that a finding identifies nobody, and why. Raises a Refusal."""
    finding, _ = _found(db, document, kind, where)
    _decide(db, document, finding, Deed.DISMISSED, reason_for(finding, reason), at)


def acknowledge_finding(
    db: Session, document: Document, kind: DocumentKind, where: Where, *, at: datetime
) -> None:
    """Say that a detail was looked at and may stay. Raises a Refusal for one that must go."""
    finding, _ = _found(db, document, kind, where)
    may_keep(finding)
    _decide(db, document, finding, Deed.ACKNOWLEDGED, "", at)


def reconsider_finding(db: Session, document: Document, kind: DocumentKind, where: Where) -> None:
    """Take a decision back."""
    _, found = _found(db, document, kind, where)
    if found is not None and found.deed is not Deed.SENT_BACK:
        db.delete(found)


def replace_finding(  # noqa: PLR0913 - where, with what, when
    db: Session,
    document: Document,
    kind: DocumentKind,
    where: Where,
    *,
    words: str,
    at: datetime,
) -> int:
    """Put other words wherever the same is meant, and say in how many places. Raises a Refusal.

    A person's new name is agreed for the whole case.
    """
    finding, _ = _found(db, document, kind, where)
    words = replacement_for(finding, words)
    draft = drafted_of(db, document, kind)
    alike = draft.gate.like(finding) or [finding]
    texts = {one.key: one.text for one in draft.sections}
    before = document.draft
    sources, count = _rewritten(before, texts, alike, words)
    document.draft = before | sources
    document.draft_saved_at = at
    forget_changed(db, document, before)
    if is_person(finding):
        agree_pseudonym(db, document.enrolment_id, document.case_id, words, at=at)
    return count


def agree_finding(
    db: Session, document: Document, kind: DocumentKind, where: Where, *, at: datetime
) -> str:
    """Say that a name is a pseudonym already, for the whole case. Raises a Refusal."""
    finding, _ = _found(db, document, kind, where)
    words = pseudonym_in(finding)
    agree_pseudonym(db, document.enrolment_id, document.case_id, words, at=at)
    return words


def forget_changed(db: Session, document: Document, before: Mapping[str, str]) -> None:
    """Move each decision with its passage from the draft before; one whose words changed goes."""
    rows = {Decided(r.section, r.start, r.end, r.deed, r.reason): r
            for r in db.scalars(_decisions(document))}  # fmt: skip
    moved: dict[DraftDecision, Decided | None] = {}
    for section in {one.section for one in rows}:
        mine = [one for one in rows if one.section == section]
        old, new = (_text(draft, section) for draft in (before, document.draft))
        moved |= {rows[one]: now for one, now in carried(old, new, mine).items()}
    _rewrite(db, moved)


def _text(draft: Mapping[str, str], section: str) -> str:
    return render_section(section, draft.get(section, "")).text


def _rewrite(db: Session, moved: Mapping[DraftDecision, Decided | None]) -> None:
    """Take all away first: on the way, one place may be another's old one."""
    changed = {row: now for row, now in moved.items() if not _stays(row, now)}
    kept = [(now, row.document_id, row.decided_at) for row, now in changed.items() if now]
    if not changed:
        return
    db.execute(delete(DraftDecision).where(DraftDecision.id.in_([row.id for row in changed])))
    for now, document_id, at in kept:
        db.add(_row(document_id, now, at))


def _stays(row: DraftDecision, now: Decided | None) -> bool:
    return now is not None and (now.start, now.end) == (row.start, row.end)


def _decisions(document: Document) -> Select[DraftDecision]:
    return (
        select(DraftDecision)
        .where(DraftDecision.document_id == document.id)
        .order_by(DraftDecision.id)
    )


def _found(
    db: Session, document: Document, kind: DocumentKind, where: Where
) -> tuple[Finding, DraftDecision | None]:
    """The finding as it stands now, and the decision on it. Raises StaleEdit."""
    db.refresh(document, ["draft", "draft_version"], with_for_update=True)
    found = drafted_of(db, document, kind).gate.at(where.section, where.start, where.end)
    if document.draft_version != where.draft_version or found is None:
        raise StaleEdit(GONE)
    rows = db.scalars(_decisions(document)).all()
    place = (where.section, where.start, where.end)
    return found, next((r for r in rows if (r.section, r.start, r.end) == place), None)


def _decide(  # noqa: PLR0913, PLR0917 - the columns of a decision
    db: Session, document: Document, finding: Finding, deed: Deed, reason: str, at: datetime
) -> None:
    db.execute(
        delete(DraftDecision).where(
            DraftDecision.document_id == document.id,
            DraftDecision.section == finding.section,
            DraftDecision.start == finding.start,
            DraftDecision.end == finding.end,
        )
    )
    decided = Decided(finding.section, finding.start, finding.end, deed, reason)
    db.add(_row(document.id, decided, at))


def _row(document_id: int, one: Decided, at: datetime) -> DraftDecision:
    return DraftDecision(
        document_id=document_id,
        section=one.section,
        start=one.start,
        end=one.end,
        deed=one.deed,
        reason=one.reason,
        decided_at=at,
    )


def _rewritten(
    draft: Mapping[str, str], texts: Mapping[str, str], alike: Sequence[Finding], words: str
) -> tuple[dict[str, str], int]:
    """The source of each section in which something can be replaced, and in how many places.

    Raises SplitPassage where there is none.
    """
    sources: dict[str, str] = {}
    count = 0
    for section in {one.section for one in alike}:
        old, text = draft.get(section, ""), texts[section]
        meant = [(one.start, one.end) for one in alike if one.section == section]
        places = in_one_piece(old, text, meant)
        source = with_words(old, text, places, words)
        if source is not None and places:
            sources[section] = source
            count += len(places)
    if not count:
        message = (
            "A mark such as * or _ stands inside this passage, so it cannot be replaced by itself. "
            "Change it in the draft."
        )
        raise SplitPassage(message)
    return sources, count
