"""What waits for a supervisor, from all three slices."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

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


@dataclass(frozen=True, slots=True)
class WaitingThing:
    """A document or a rating that waits."""

    title: str
    who: str
    since: date
    url: str


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
        "waits": waits,
        "last": None if waits.batches else last_signature(session(), actor),
        "documents": documents,
        "ratings": ratings,
    }


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
