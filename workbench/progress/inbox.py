"""What waits for a supervisor, from all three slices."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from flask import request, url_for
from flask_login import current_user

from workbench.adherence.models import Rating
from workbench.adherence.queries import ratings_waiting
from workbench.db import session
from workbench.documents.models import DocumentVersion
from workbench.documents.queries import versions_waiting
from workbench.hours.queries import last_signature
from workbench.hours.waiting import Waiting, what_waits
from workbench.policy import Actor
from workbench.web.curriculum import curriculum_of

TABS = ("hours", "documents", "ratings")
OF, ODD = "of", "odd"
"""What the address of a part asks by: one training, or what is flagged or queried."""


@dataclass(frozen=True, slots=True)
class WaitingThing:
    """A document or a rating that waits."""

    title: str
    who: str
    since: date
    url: str


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Part of what waits, with its address."""

    words: str
    url: str
    count: int
    current: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """How much waits, by kind."""

    hours: int
    documents: int
    ratings: int
    trainees: int

    @property
    def total(self) -> int:
        """All of it."""
        return self.hours + self.documents + self.ratings


def inbox_of(actor: Actor) -> dict[str, Any]:
    """The named values of the inbox; the tab is in the address."""
    waits = what_waits(session(), actor, current_user.zone)
    documents = [_document(one) for one in versions_waiting(session(), actor)]
    ratings = [_rating(one) for one in ratings_waiting(session(), actor)]
    asked = request.args.get("tab", "")
    return {
        "tab": asked if asked in TABS else "hours",
        "counts": _counts(waits, documents, ratings),
        "oldest": _oldest(waits, [*documents, *ratings]),
        "waits": _narrowed(waits),
        "narrowings": _narrowings(waits),
        "last": None if waits.batches else last_signature(session(), actor),
        "documents": documents,
        "ratings": ratings,
    }


def _narrowed(waits: Waiting) -> Waiting:
    """What the address asks for; everything where nothing of that waits any more."""
    if ODD in request.args:
        part = waits.odd()
    else:
        part = waits.of_enrolment(request.args.get(OF, 0, type=int))
    return part if part.batches else waits


def _narrowings(waits: Waiting) -> list[Narrowing]:
    """Everybody, each trainee, and what is flagged; none where there is nothing to part."""
    shown, odd = _narrowed(waits), waits.odd()
    parts: list[tuple[str, dict[str, int], Waiting]] = [
        (batch.trainee, {OF: batch.enrolment_id}, waits.of_enrolment(batch.enrolment_id))
        for batch in waits.batches
    ]
    parts = parts if len(parts) > 1 else []
    if odd.batches and odd != waits:
        parts.append(("Flagged or queried", {ODD: 1}, odd))
    if parts:
        parts.insert(0, ("Everybody", {}, waits))
    return [
        Narrowing(words, _address(asked), len(part.rows), part == shown)
        for words, asked, part in parts
    ]


def _address(asked: Mapping[str, int]) -> str:
    return f"{url_for('progress.inbox')}?{urlencode(asked)}" if asked else url_for("progress.inbox")


def _counts(
    waits: Waiting, documents: Sequence[WaitingThing], ratings: Sequence[WaitingThing]
) -> Counts:
    names = {batch.trainee for batch in waits.batches} | {one.who for one in (*documents, *ratings)}
    return Counts(len(waits.rows), len(documents), len(ratings), len(names))


def _oldest(waits: Waiting, things: Sequence[WaitingThing]) -> date | None:
    days = [one.since for one in things]
    if waits.oldest is not None and waits.oldest.submitted_at is not None:
        days.append(waits.oldest.submitted_at.date())
    return min(days, default=None)


def _document(version: DocumentVersion) -> WaitingThing:
    document = version.document
    kind = curriculum_of(document.enrolment).document_kind(document.kind)
    name = kind.name if kind else document.kind
    about = f", case {document.case.code}" if document.case else ""
    return WaitingThing(
        title=f"{name}{about}, version {version.number}",
        who=document.enrolment.trainee.name,
        since=version.submitted_at.date(),
        url=url_for("documents.document", row_id=document.id),
    )


def _rating(rating: Rating) -> WaitingThing:
    held = rating.therapy_session
    signed_at = rating.signed_at or rating.saved_at
    return WaitingThing(
        title=f"Case {held.case.code}, session {held.number}",
        who=rating.enrolment.trainee.name,
        since=signed_at.date(),
        url=url_for("adherence.side_by_side", row_id=held.id),
    )
