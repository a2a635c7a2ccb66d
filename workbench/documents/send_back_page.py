"""Sending a version back for an identifying detail, and what its readers are told then."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from workbench.clock import now
from workbench.db import session, transaction
from workbench.documents.commands.withholding import Withheld, send_back
from workbench.documents.counted import agreed, counted_by
from workbench.documents.forms import SendBackForm
from workbench.documents.kinds import kind_of, sections_of, title_of
from workbench.documents.models import Document, DocumentVersion
from workbench.documents.queries import versions_of
from workbench.web.curriculum import curriculum_of
from workbench.web.filters import counted, moment
from workbench.web.guard import actor


class SendBackPage:
    """One version with the form that withholds it."""

    def __init__(self, document: Document, number: int) -> None:
        self.document = document
        self.kind = kind_of(document)
        self.title = title_of(document, self.kind)
        every = versions_of(session(), document)
        self.issued = counted_by(session(), agreed(document, every))
        self.version = next((v for v in every if v.number == number), None) or abort(404)
        texts = sections_of(self.kind, self.version)
        self.sections = list(zip(self.kind.sections, texts, strict=True))
        self.correction = curriculum_of(document.enrolment).correction
        self.form = SendBackForm()

    def done(self) -> ResponseReturnValue | None:
        """Withhold it, and say what that came to; None if something is not in order.

        What was withheld a moment ago, by a second click or somebody else, is not done twice.
        """
        if self.version.withheld_at is not None:
            return self._left()
        if not self.form.validate_on_submit():
            return None
        hours = self.correction.hours if self.correction else None
        words = self.form.words.data or ""
        with self.form.refusals(), transaction() as db:
            came_to = send_back(db, self.version, actor(), words=words, hours=hours, at=now())
        if not self.form.in_order:
            return None
        flash(" ".join(filter(None, [_said(came_to), self.issued_said])), "success")
        return self._left()

    @property
    def issued_said(self) -> str:
        """Which issued records count the document, and what that means."""
        if not self.issued:
            return ""
        records = f"{'Record' if len(self.issued) == 1 else 'Records'} {', '.join(self.issued)}"
        count = "counts" if len(self.issued) == 1 else "count"
        return (
            f"{records}, issued before, {count} this document and cannot be changed: what was "
            "issued says that there is such a document, and none of its words."
        )

    def _left(self) -> ResponseReturnValue:
        return redirect(url_for(".document", row_id=self.document.id), code=303)

    def shown(self) -> ResponseReturnValue:
        """The page, with what was typed."""
        page = render_template("documents/send_back.html", page=self, form=self.form)
        return page, self.form.status


@dataclass(frozen=True, slots=True)
class WithheldShown:
    """What is told of a document of which a version is withheld and not corrected yet."""

    numbers: Sequence[int]
    at: datetime
    by: str
    clock: str
    """Until when it is to be corrected; empty without a clock."""
    is_over: bool


def withheld_shown(versions: Sequence[DocumentVersion]) -> WithheldShown | None:
    """The withheld versions, unless one came after them that may be read."""
    if not versions or versions[-1].withheld_at is None:
        return None
    last = versions[-1]
    zone = str(current_user.zone)
    return WithheldShown(
        numbers=[one.number for one in versions if one.withheld_at is not None],
        at=versions[-1].withheld_at,
        by=last.withheld_by.name if last.withheld_by else "",
        clock=moment(last.correct_by, zone) if last.correct_by else "",
        is_over=last.correct_by is not None and last.correct_by < now(),
    )


def readable_versions(
    document: Document, versions: Sequence[DocumentVersion]
) -> list[DocumentVersion]:
    """Those that the reader may read: the trainee all, everybody else what is not withheld."""
    is_own = document.trainee_id == actor().person_id
    return [one for one in versions if is_own or one.withheld_at is None]


def withheld_page(document: Document) -> ResponseReturnValue | None:
    """The page of a document of which nothing may be read; None if nothing was ever sent."""
    shown = withheld_shown(versions_of(session(), document))
    if shown is None:
        return None
    title = title_of(document, kind_of(document))
    return render_template("documents/withheld.html", document=document, title=title, shown=shown)


def _said(came_to: Withheld) -> str:
    versions = counted(came_to.versions, "version is", "versions are")
    copies = counted(came_to.copies, "comment or note", "comments and notes")
    return (
        f"{versions.capitalize()} withheld: only the trainee can open it now. The detail was taken "
        f"out of {copies}."
    )
