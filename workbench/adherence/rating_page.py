"""The page of one rating: reads what was sent, keeps it, signs it, and shows it again."""

from dataclasses import replace
from typing import TYPE_CHECKING, TypedDict

from flask import jsonify, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from werkzeug.datastructures import MultiDict

from workbench.adherence.commands import save_rating, sign_rating
from workbench.adherence.domain.form import RatingForm, form_for
from workbench.adherence.domain.giving import Chosen, Complaints, Given, missing, read
from workbench.adherence.domain.score import Rater, RatingStanding
from workbench.adherence.forms import RateForm, evidence_form, rate_form
from workbench.adherence.models import Rating
from workbench.adherence.pages import (
    TaskShown,
    chosen_from,
    chosen_of,
    markers_shown,
    tasks_shown,
    told_by,
)
from workbench.adherence.queries import other_has_signed
from workbench.cases.gating import let_names, note_passed
from workbench.clock import now
from workbench.curricula.asked import RaterRole
from workbench.curricula.model import Curriculum
from workbench.curricula.wanted import contents_wanted, wants_doubt
from workbench.db import session, transaction
from workbench.errors import Refusal
from workbench.web.curriculum import curriculum_of
from workbench.web.filters import clock_time
from workbench.web.guard import actor

if TYPE_CHECKING:
    from workbench.web.gate import GatedForm


class Sections(TypedDict):
    """The tasks and the markers as the template takes them."""

    tasks: list[TaskShown]
    markers: list[TaskShown]


class RatingPage:
    """One rating with what was sent for it, if anything was."""

    def __init__(self, rating: Rating, sent: MultiDict[str, str] | None = None) -> None:
        self.rating = rating
        self.curriculum = curriculum_of(rating)
        self.form: RatingForm = form_for(self.curriculum, rating.phase, short=rating.short_form)
        self.asked = _asked(rating, self.curriculum, is_sent=sent is not None)
        stored = chosen_of(rating)
        self.chosen: dict[str, Chosen] = stored if sent is None else chosen_from(self.form, sent)
        self.evidence: GatedForm | None = None
        self.complaints: Complaints = {}
        self.givens: dict[str, Given] = {}
        self.refusal = ""

    @property
    def is_autosave(self) -> bool:
        """Whether a script asked, and wants no page."""
        return request.accept_mimetypes.best == "application/json"

    @property
    def wants_signature(self) -> bool:
        """Whether the rater asked to sign, or is at the gate on the way there."""
        return self.asked.do.data == "sign" or "gate" in request.form

    @property
    def is_signed(self) -> bool:
        """Whether the rating is frozen."""
        return self.rating.standing is RatingStanding.SIGNED

    def kept(self) -> bool:
        """Keep what can be kept, sign where that was asked; False with the reasons otherwise."""
        if self.wants_signature:
            self._hold_at_the_gate()
        self.givens, self.complaints = read(self.form, self.chosen)
        if not self.asked.validate():
            self.refusal = "Something round the tasks is not in order: load the page anew."
            return False
        try:
            self._keep()
        except Refusal as refusal:
            self.refusal = refusal.message
        return not (self.refusal or self.complaints)

    def _hold_at_the_gate(self) -> None:
        """Look at what was written before others read it; other words are taken over."""
        self.evidence = evidence_form(self.form)()
        case = self.rating.therapy_session.case
        let_names(self.evidence, self.rating, case.id)
        self.evidence.validate()
        for key, chosen in self.chosen.items():
            self.chosen[key] = replace(
                chosen,
                reason=self.evidence[f"{key}-reason"].data,
                evidence=self.evidence[f"{key}-evidence"].data,
            )

    def _keep(self) -> None:
        with transaction() as db:
            save_rating(
                db,
                self.rating,
                self.givens,
                own_verdict=self.asked.own_verdict.data or None,
                contents=self.asked.contents(),
                in_doubt=bool(self.asked.in_doubt and self.asked.in_doubt.data),
                version=self.asked.version.data or 0,
                at=now(),
            )
        self.asked.version.data = self.rating.version
        if self.wants_signature and not self.complaints:
            self._sign()

    def _sign(self) -> None:
        self.complaints = missing(self.form, self.givens)
        if not self.asked.own_verdict.data:
            self.complaints["own_verdict"] = "Give your own verdict on the session as a whole."
        if self.evidence is not None and self.evidence.refused:
            self.complaints |= told_by(self.evidence, self.form)
        if self.complaints:
            return
        of, at, case = self.rating, now(), self.rating.therapy_session.case
        with transaction() as db:
            sign_rating(db, of, actor(), self.form, self.givens, at=at)
            if self.evidence is not None:
                note_passed(db, self.evidence, of, place=of, case_id=case.id, at=at)

    def refused(self) -> ResponseReturnValue:
        """The page again, with everything that was typed; or the words alone, for a script."""
        if self.is_autosave:
            return jsonify(words=self.refusal or "Something is not in order yet."), 409
        return self.shown(409 if self.refusal else 422)

    def saved_at(self) -> ResponseReturnValue:
        """What a script needs to go on: the new version, and when."""
        at = clock_time(self.rating.saved_at, current_user.zone)
        return jsonify(version=self.rating.version, saved_at=at)

    def next_url(self) -> str:
        """On to the comparison once signed; else back to the form."""
        if self.is_signed:
            return url_for(".side_by_side", row_id=self.rating.therapy_session_id)
        return url_for(".rate", row_id=self.rating.id)

    def shown(self, status: int = 200) -> ResponseReturnValue:
        """The form while it is open to its rater; else what was given."""
        is_open = not self.is_signed and self.rating.rater_id == actor().person_id
        template = "adherence/rate.html" if is_open else "adherence/signed.html"
        page = render_template(
            template,
            page=self,
            rating=self.rating,
            curriculum=self.curriculum,
            other_signed=other_has_signed(session(), self.rating),
            is_self=self.rating.by is Rater.SELF,
            presented=[_kind_name(self.curriculum, key) for key in self.rating.contents],
            **self._sections(),
        )
        return page, status

    def _sections(self) -> Sections:
        return Sections(
            tasks=tasks_shown(self.form.items, self.chosen, self.complaints, self.evidence),
            markers=markers_shown(self.form.markers, self.chosen, self.complaints, self.evidence),
        )


def _asked(rating: Rating, curriculum: Curriculum, *, is_sent: bool) -> RateForm:
    """What is asked round the tasks: no more than the curriculum wants to know of this rater."""
    by = RaterRole(rating.by)
    kinds = contents_wanted(curriculum, by)
    form = rate_form(kinds, rating.contents, asks_doubt=wants_doubt(curriculum, by))
    return form() if is_sent else form(obj=rating)


def _kind_name(curriculum: Curriculum, key: str) -> str:
    kind = curriculum.document_kind(key)
    return kind.name if kind else key
