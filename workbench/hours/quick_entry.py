"""The entry bar: what it offers to log again, and how its line reads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from secrets import token_hex
from typing import Any

from flask import request
from flask_login import current_user
from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from workbench.accounts.models import Person
from workbench.cases.commands import case_activity
from workbench.cases.domain.sessions import next_number
from workbench.cases.models import Case, CaseStanding, TherapySession
from workbench.cases.queries import cases_of
from workbench.clock import today
from workbench.curricula.model import Curriculum
from workbench.db import session
from workbench.hours.domain.again import Again, Past, likeliest
from workbench.hours.domain.entry import Standing
from workbench.hours.domain.proposal import Known, KnownCase, Proposal, propose
from workbench.hours.domain.quick import read, vocabulary
from workbench.hours.models import HoursEntry
from workbench.training.models import Enrolment, Placement
from workbench.training.queries import placements_of, supervisors_of
from workbench.web.curriculum import curriculum_of
from workbench.web.guard import actor

LOOKED_BACK = 40
"""The newest entries that say what is likely; more would not change it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """The entry bar of one training."""

    enrolment_id: int
    again: Sequence[Again]
    names: Mapping[str, str]
    """Names of activities by key."""
    form_key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """How a line reads, with what is told about it."""

    text: str
    proposal: Proposal
    curriculum: Curriculum
    placement: Placement | None
    supervisor: Person | None

    @property
    def activity_name(self) -> str:
        """The activity as the curriculum calls it; nothing while it is not known."""
        found = self.curriculum.activity(self.proposal.activity or "")
        return found.name if found else ""


def quick_bar() -> Bar | None:
    """The bar for the signed-in trainee's latest training, in one statement; else None."""
    if not current_user.is_authenticated or not actor().trains or request.method != "GET":
        return None
    enrolment_id = max(actor().trains)
    rows = (
        session()
        .execute(
            _recent(enrolment_id).add_columns(
                Enrolment.curriculum_key, Enrolment.curriculum_version, Enrolment.provider_id
            )
        )
        .all()
    )
    ended = {row.code for row in rows if row.code and row.case_standing is not CaseStanding.OPEN}
    past = _past(rows)
    names = {one.key: one.name for one in curriculum_of(rows[0]).activities} if rows else {}
    again = likeliest(past, today(current_user.zone), closed=ended)
    return Bar(enrolment_id, again, names, token_hex(16))


def read_line(text: str, enrolment: Enrolment, on: date) -> Line:
    """Read a line; an empty one is what is likeliest."""
    db, curriculum = session(), curriculum_of(enrolment)
    cases = [case for case in cases_of(db, enrolment) if case.standing is CaseStanding.OPEN]
    past = _past(db.execute(_recent(enrolment.id)).all())
    words = vocabulary(
        [case.code for case in cases],
        [activity.key for activity in curriculum.activities],
        {measure.key: measure.name for measure in curriculum.measures},
    )
    open_codes = {case.code for case in cases}
    ended = {one.code for one in past if one.code and one.code not in open_codes}
    likely = next((again.text for again in likeliest(past, on, closed=ended)), None)
    asked = text.strip() or likely or ""
    known = _known(cases, past, curriculum, on)
    proposal = propose(read(asked, words, on), known, read(likely, words, on) if likely else None)
    return _line(db, asked, proposal, enrolment, curriculum)


def _line(
    db: Session, text: str, proposal: Proposal, enrolment: Enrolment, curriculum: Curriculum
) -> Line:
    places = placements_of(db, enrolment)
    wanted = proposal.case.placement_id if proposal.case else None
    return Line(
        text=text,
        proposal=proposal,
        curriculum=curriculum,
        placement=next((place for place in places if wanted in {None, place.id}), None),
        supervisor=next(iter(supervisors_of(db, enrolment, proposal.day)), None),
    )


def _known(cases: Sequence[Case], past: Sequence[Past], curriculum: Curriculum, on: date) -> Known:
    return Known(
        cases=[
            KnownCase(
                id=case.id,
                code=case.code,
                activity=case.activity,
                next_number=next_number(one.number for one in case.sessions),
                minutes=case.usual_minutes,
                mode=case.usual_mode,
                placement_id=case.placement_id,
            )
            for case in cases
        ],
        session_activity=case_activity(curriculum),
        today=on,
        usual={one.activity: one.minutes for one in reversed(past)},
    )


def _recent(enrolment_id: int) -> Select[*tuple[Any, ...]]:
    return (
        select(
            HoursEntry.worked_on,
            HoursEntry.minutes,
            HoursEntry.activity,
            Case.code.label("code"),
            Case.standing.label("case_standing"),
        )
        .join(Enrolment, Enrolment.id == HoursEntry.enrolment_id)
        .outerjoin(TherapySession, TherapySession.id == HoursEntry.therapy_session_id)
        .outerjoin(Case, Case.id == TherapySession.case_id)
        .where(
            HoursEntry.enrolment_id == enrolment_id,
            HoursEntry.standing != Standing.WITHDRAWN,
            HoursEntry.corrects_id.is_(None),
        )
        .order_by(HoursEntry.worked_on.desc(), HoursEntry.id.desc())
        .limit(LOOKED_BACK)
    )


def _past(rows: Sequence[Row[*tuple[Any, ...]]]) -> list[Past]:
    return [Past(row.worked_on, row.minutes, row.activity, row.code) for row in rows]
