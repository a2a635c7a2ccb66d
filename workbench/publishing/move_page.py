"""The pages of a move: where to, what it would mean for whom, and what became of moves before."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import render_template, request
from flask.typing import ResponseReturnValue

from workbench.clock import now
from workbench.curricula.library import Kept
from workbench.curricula.model import Curriculum
from workbench.curricula.telling import told_apart
from workbench.db import session
from workbench.publishing.domain.moves import Stay, unknown_in_words
from workbench.publishing.forms import MoveForm
from workbench.publishing.moving import preview_of
from workbench.publishing.queries import stays_of
from workbench.training.models import Cohort, Enrolment
from workbench.web.curriculum import (
    LostCurriculum,
    curriculum_of,
    kept_of,
    offered_to,
)
from workbench.web.guard import actor


@dataclass(frozen=True, slots=True)
class Under:
    """A version in a provider, named by itself."""

    curriculum_key: str
    curriculum_version: str
    provider_id: int


class MovePage:
    """A cohort or an enrolment that may be moved, and the version that was asked for."""

    def __init__(self, row: Cohort | Enrolment) -> None:
        self.row = row
        self.form = MoveForm()
        self.offered = _offered(row)
        self.asked = request.values.get("to", "")

    @property
    def target(self) -> Kept | None:
        """The version asked for, if it is offered."""
        found = self.offered.get(self.asked)
        if found is None:
            return None
        return kept_of(Under(found.key, found.version, self.row.provider_id))

    @property
    def read(self) -> str:
        """Which preview was read."""
        return self.form.read.data or ""

    def shown(self, enrolments: Sequence[Enrolment], name: str, back: str) -> ResponseReturnValue:
        """The page, with the preview as it stands now where a version was asked for."""
        target, at = self.target, now()
        preview = preview_of(session(), actor(), enrolments, target, at) if target else None
        page = render_template(
            "publishing/move.html",
            form=self.form,
            current=curriculum_of(self.row),
            offered=told_apart(self.offered),
            asked=self.asked if target else "",
            preview=preview,
            unknown_in_words=unknown_in_words,
            is_cohort=isinstance(self.row, Cohort),
            name=name,
            back=back,
        )
        return page, self.form.status


def _offered(row: Cohort | Enrolment) -> dict[str, Curriculum]:
    """Every version that the row could be put under."""
    under = (row.curriculum_key, row.curriculum_version)
    every = offered_to(row.provider_id)
    return {f"{c.key}/{c.version}": c for c in every if (c.key, c.version) != under}


@dataclass(frozen=True, slots=True)
class StayShown:
    """A stretch under one version, with its title and digest where it can still be had."""

    stay: Stay
    title: str
    digest: str
    moved_by: str


def stays_shown(enrolment: Enrolment) -> list[StayShown]:
    """The versions that an enrolment was under, the first one first."""
    return [_shown(stay, enrolment, by) for stay, by in stays_of(session(), enrolment)]


def _shown(stay: Stay, enrolment: Enrolment, moved_by: str) -> StayShown:
    try:
        kept = kept_of(Under(stay.key, stay.version, enrolment.provider_id))
    except LostCurriculum:
        return StayShown(stay, stay.key, "", moved_by)
    return StayShown(stay, kept.curriculum.title, kept.digest, moved_by)
