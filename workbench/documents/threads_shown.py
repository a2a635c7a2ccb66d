"""A thread as its page shows it: where its passage stands, who said what, what may be done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import url_for
from sqlalchemy.orm import Session

from workbench.anonymisation.gate import Dismissed, dismissed_in
from workbench.curricula.materials import DocumentKind
from workbench.documents.domain.anchors import PlaceStatus
from workbench.documents.domain.text import SectionText, section_spans
from workbench.documents.kinds import sections_of
from workbench.documents.models import Comment, DocumentVersion, Thread, ThreadPlace
from workbench.policy import Actor
from workbench.training.queries import gate_reports
from workbench.web.filters import day_month


@dataclass(frozen=True, slots=True)
class Said:
    """One utterance."""

    id: int
    by: str
    when: str
    text: str
    is_draft: bool
    dismissed: Sequence[Dismissed] = ()
    """What the gate marked in it and its author let stand, with the reasons."""


@dataclass(frozen=True, slots=True)
class ThreadShown:
    """What the macro `thread` takes, with what the buttons beneath it need."""

    id: int
    number: int
    place: str
    is_resolved: bool
    is_draft: bool
    note: str
    quote: str
    found: str
    last_url: str | None
    last_version: int | None
    says: Sequence[Said]
    section: str
    start: int

    @property
    def drafts(self) -> list[Said]:
        """The reader's own utterances that are not sent."""
        return [one for one in self.says if one.is_draft]


class ThreadReader:
    """Shows the threads of one document as they stand in one of its versions."""

    def __init__(
        self,
        kind: DocumentKind,
        versions: Sequence[DocumentVersion],
        version: DocumentVersion,
        actor: Actor,
    ) -> None:
        self.kind = kind
        self.by_id = {one.id: one for one in versions}
        self.version = version
        self.actor = actor
        self._sections: dict[int, list[SectionText]] = {}
        self._reports: Mapping[str, dict[str, Any]] = {}

    def shown(self, thread: Thread) -> ThreadShown | None:
        """The thread in this version; None if it never stood in it."""
        places = {place.document_version_id: place for place in thread.places}
        place = places.get(self.version.id)
        if place is None:
            return None
        stood = self._last_stood(places)
        last = self.by_id[stood.document_version_id]
        return ThreadShown(
            id=thread.id,
            number=thread.number,
            place=place.status.value,
            is_resolved=thread.resolved_at is not None,
            is_draft=not any(comment.sent_at for comment in thread.comments),
            note=self._note(thread, place),
            quote=self._quote(thread, stood),
            found=self.version.text[place.start : place.end] if place.start is not None else "",
            last_url=self._url(last) if place.start is None and not last.withheld_at else None,
            last_version=last.number,
            says=[self._said(comment) for comment in thread.comments],
            section=self._section(stood if place.start is None else place),
            start=place.start if place.start is not None else len(self.version.text),
        )

    def _last_stood(self, places: Mapping[int, ThreadPlace]) -> ThreadPlace:
        """Where the thread was last for certain, up to this version."""
        certain = [
            place
            for place in places.values()
            if place.start is not None
            and place.status is not PlaceStatus.MOVED
            and self.by_id[place.document_version_id].number <= self.version.number
        ]
        return max(certain, key=lambda place: self.by_id[place.document_version_id].number)

    def _quote(self, thread: Thread, stood: ThreadPlace) -> str:
        if stood.document_version_id == thread.made_on_id:
            return thread.quote
        return self.by_id[stood.document_version_id].text[stood.start : stood.end]

    def _note(self, thread: Thread, place: ThreadPlace) -> str:
        if thread.resolved_on_id is not None:
            return f"on version {self.by_id[thread.resolved_on_id].number}"
        made_on = self.by_id[thread.made_on_id].number
        match place.status:
            case PlaceStatus.MADE if place.confirmed_at is None:
                return "new"
            case PlaceStatus.MADE:
                return "attached by hand"
            case PlaceStatus.CARRIED:
                return f"carried from version {made_on}"
            case _:
                return ""

    def _url(self, version: DocumentVersion) -> str:
        return url_for(".version", row_id=version.document_id, number=version.number)

    def _section(self, place: ThreadPlace) -> str:
        version = self.by_id[place.document_version_id]
        if version.id not in self._sections:
            self._sections[version.id] = sections_of(self.kind, version)
        spans = section_spans(self._sections[version.id], place.start or 0, place.end or 0)
        return spans[0].key if spans else self.kind.sections[0].key

    def _said(self, comment: Comment) -> Said:
        is_own = comment.author_id == self.actor.person_id
        return Said(
            id=comment.id,
            by="You" if is_own else comment.author.name,
            when=day_month(comment.sent_at or comment.written_at),
            text=comment.words,
            is_draft=comment.sent_at is None,
            dismissed=dismissed_in({"words": comment.words}, self._reports.get(_subject(comment))),
        )

    def read_reports(self, db: Session, threads: Sequence[Thread]) -> None:
        """Find what the gate said of the comments of these threads, all at once."""
        subjects = [_subject(comment) for thread in threads for comment in thread.comments]
        self._reports = gate_reports(db, subjects)


def _subject(comment: Comment) -> str:
    return f"comments:{comment.id}"
