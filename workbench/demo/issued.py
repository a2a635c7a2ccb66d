"""The record that the demo's furthest trainee was issued: something to check at once."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager, joinedload

from workbench.accounts.models import Person
from workbench.demo.cast import ADMINISTRATOR, TRAINEES, Course, email
from workbench.policy import Actor
from workbench.records.commands import Press, issue
from workbench.records.drafts import Pinned, draft_of
from workbench.records.models import CompetencyRecord
from workbench.training.models import Enrolment

STEP = "eligibility"
"""The step that is certified already; the next one is left for whoever tries it."""


class NothingToIssue(RuntimeError):
    """The curriculum has no such step, so the demo cannot certify it."""


def issue_one(db: Session, pinned: Pinned, press: Press, at: datetime) -> CompetencyRecord:
    """Certify the first step of the trainee who has everything."""
    [holder] = (one for one in TRAINEES if one.course is Course.COMPLETE)
    enrolment = db.scalars(
        select(Enrolment)
        .join(Enrolment.trainee)
        .where(Person.email == email(holder.name))
        .options(contains_eager(Enrolment.trainee), joinedload(Enrolment.provider))
    ).one()
    jo = db.scalars(select(Person.id).where(Person.email == email(ADMINISTRATOR))).one()
    actor = Actor(person_id=jo, administers=frozenset({enrolment.provider_id}))
    draft = draft_of(db, enrolment, pinned, STEP, at)
    if draft is None:
        raise NothingToIssue(STEP)
    return issue(
        db, enrolment, actor, pinned=pinned, gate=STEP, read=draft.token, press=press, at=at
    )


def number_of_one(db: Session) -> str | None:
    """The number of the record that was issued first."""
    return db.scalars(select(CompetencyRecord.number).order_by(CompetencyRecord.id)).first()
