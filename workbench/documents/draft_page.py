"""The page on which a document is written: keeps what was typed, and compares where two typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from workbench.clock import now
from workbench.curricula.materials import Section
from workbench.db import session, transaction
from workbench.documents.commands.writing import STALE_DRAFT, save_draft
from workbench.documents.domain.completeness import completeness
from workbench.documents.domain.text import word_count
from workbench.documents.forms import PREFIX, draft_form
from workbench.documents.kinds import draft_sections, kind_of, title_of
from workbench.documents.models import Document, DocumentVersion
from workbench.documents.queries import versions_of
from workbench.documents.version_tabs import version_tabs
from workbench.errors import StaleEdit
from workbench.web.filters import clock_time

CHOICE = "choice_"


@dataclass(frozen=True, slots=True)
class Clash:
    """A section that two tabs wrote differently."""

    section: Section
    saved: str
    mine: str


class DraftPage:
    """One draft with what was sent for it, if anything was."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.kind = kind_of(document)
        self.form = draft_form(self.kind)(data=self._stored())
        self.is_stale = False

    @property
    def wants_json(self) -> bool:
        """Whether a script asked, and wants no page."""
        return request.accept_mimetypes.best == "application/json"

    def kept(self) -> bool:
        """Keep what was sent; False if something is too long or another tab saved meanwhile."""
        return self.form.validate_on_submit() and self._saved(self._typed())

    def chose(self) -> bool:
        """Keep what was chosen between two tabs; False if yet another save came in between."""
        if not self.form.validate_on_submit():
            return False
        stored = self.document.draft
        return self._saved(
            {
                key: self._chosen(key, stored.get(key, ""), mine)
                for key, mine in self._typed().items()
            }
        )

    def answer(self) -> ResponseReturnValue:
        """What a script needs to go on: the new version, and when."""
        at = clock_time(self.document.draft_saved_at, current_user.zone)
        return jsonify(version=self.document.draft_version, saved_at=at)

    def left(self) -> ResponseReturnValue:
        """On to the declaration where that was asked; else back to the draft."""
        if request.form.get("do") == "send":
            return redirect(url_for(".declare", row_id=self.document.id), code=303)
        flash("Saved.", "success")
        return redirect(url_for(".draft", row_id=self.document.id), code=303)

    def refused(self) -> ResponseReturnValue:
        """The page again, or both texts side by side, with everything that was typed."""
        if self.wants_json:
            return self._refused_in_words()
        return self._compared() if self.is_stale else (self.shown(), 422)

    def shown(self) -> str:
        """The form with the completeness check of what is saved."""
        sections = draft_sections(self.kind, self.document.draft)
        texts = {section.key: section.text for section in sections}
        return render_template(
            "documents/draft.html",
            page=self,
            document=self.document,
            kind=self.kind,
            title=title_of(self.document, self.kind),
            form=self.form,
            fields=[(section, self.form[PREFIX + section.key]) for section in self.kind.sections],
            words={key: word_count(text) for key, text in texts.items()},
            completeness=completeness(self.kind, texts),
            versions=versions_of(session(), self.document),
        )

    @property
    def zone(self) -> str:
        """The zone in which the reader is told the time."""
        return str(current_user.zone)

    @staticmethod
    def length_of(section: Section, words: int) -> str:
        """How long a section is, and how long it may be, as the end of its hint."""
        if section.word_limit:
            return f" {words} of {section.word_limit} words."
        share = f", about {section.share} % of the whole" if section.share else ""
        return f" {words} words{share}."

    def tabs(self, versions: Sequence[DocumentVersion]) -> list[dict[str, object]]:
        """The versions that were sent, each with its address."""
        return version_tabs(versions, current=None)

    def _stored(self) -> dict[str, object]:
        texts = {PREFIX + key: text for key, text in self.document.draft.items()}
        return {"version": self.document.draft_version, **texts}

    def _typed(self) -> dict[str, str]:
        fields = {section.key: PREFIX + section.key for section in self.kind.sections}
        return {key: self.form[name].data for key, name in fields.items() if name in request.form}

    def _saved(self, texts: Mapping[str, str]) -> bool:
        try:
            with transaction() as db:
                save_draft(db, self.document, texts, version=self.form.opened_with, at=now())
        except StaleEdit:
            self.is_stale = True
        return not self.is_stale

    def _chosen(self, key: str, saved: str, mine: str) -> str:
        match request.form.get(CHOICE + key):
            case "saved":
                return saved
            case "both" if saved != mine:
                return f"{saved.rstrip()}\n\n{mine.lstrip()}"
            case _:
                return mine

    def _refused_in_words(self) -> ResponseReturnValue:
        if self.is_stale:
            words = f"Not saved. {STALE_DRAFT} Press Save to see both texts and choose."
            return jsonify(words=words), 409
        errors = [error for field in self.form for error in field.errors]
        return jsonify(words=" ".join(["Not saved.", *errors])), 422

    def _compared(self) -> ResponseReturnValue:
        saved = self.document.draft
        mine = self._typed()
        clashes = [
            Clash(section, saved.get(section.key, ""), mine[section.key])
            for section in self.kind.sections
            if section.key in mine and saved.get(section.key, "") != mine[section.key]
        ]
        page = render_template(
            "documents/compare.html",
            document=self.document,
            title=title_of(self.document, self.kind),
            clashes=clashes,
            prefix=PREFIX,
            choice=CHOICE,
            back=url_for(".draft", row_id=self.document.id),
        )
        return page, 409
